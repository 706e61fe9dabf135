import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { issuerKeys } from '@palabre/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Settings } from './environment.js';
import { GatewayModule, type GatewayParts } from './gateway.module.js';
import { tokenIdentity, type Identify } from './identity/token.js';
import { gatewayLog, NestLog } from './logging.js';
import { usualPatience } from './partnerships/patience.js';
import { partnershipsAmong } from './partnerships/temporal-workflows.js';
import { builtInPolicies } from './policies/policies.js';
import { refuse } from './problems/gateway-refusals.js';
import { answerProblem, ProblemFilter } from './problems/problem.filter.js';
import { prepareRequests } from './requests.js';
import { builtInSettings } from './streams/settings.js';
import { TemporalStreams } from './streams/temporal-streams.js';

/** Largest body in bytes: several long texts fit, and their events still fit into one message on the topic. */
export const bodyLimitBytes = 512 * 1024;

/** Everything a gateway is built from. */
export interface Composition extends GatewayParts {
  readonly identify: Identify;
  readonly log: Logger;
  readonly requestsPerMinute: number;
}

/** The parts that a real stack uses. */
export const compose = (settings: Settings, streams = new TemporalStreams(settings.temporal)): Composition => ({
  workflows: partnershipsAmong(streams),
  streams,
  settings: builtInSettings,
  policies: builtInPolicies,
  patience: usualPatience,
  readsUrl: settings.readsUrl,
  identify: tokenIdentity(issuerKeys(settings.issuer), settings),
  log: gatewayLog(settings.logLevel),
  requestsPerMinute: settings.requestsPerMinute,
});

/** The HTTP server; a malformed address never reaches a route, so it is answered here. */
const fastify = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    routerOptions: { maxParamLength: 400 },
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      request.correlation = 'none';
      answerProblem(refuse('malformed-request'), request, reply);
    },
  });

/** A gateway that is ready for requests but listens on no port yet. */
export async function createGateway(parts: Composition): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(parts), fastify(), {
    logger: new NestLog(parts.log),
    bodyParser: false,
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser('text/plain');
  await prepareRequests(server, parts);
  app.useGlobalFilters(new ProblemFilter(parts.log));
  await app.init();
  await server.ready();
  return app;
}

export interface RunningGateway {
  readonly port: number;
  /** Takes no new request, answers those under way, then lets go of Temporal. */
  stop(): Promise<void>;
}

const portOf = (server: { address(): unknown }): number => {
  const address = server.address();
  if (typeof address === 'object' && address !== null && 'port' in address && typeof address.port === 'number') return address.port;
  throw new Error('The gateway listens on no port.');
};

/** Starts a gateway. Rejects when the port is taken. */
export async function startGateway(settings: Settings): Promise<RunningGateway> {
  const parts = compose(settings);
  const app = await createGateway(parts);
  await app.listen(settings.port, settings.host);
  const stop = async (): Promise<void> => {
    await app.close();
    await parts.workflows.close();
  };
  return { port: portOf(app.getHttpServer()), stop };
}
