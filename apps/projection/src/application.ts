import { randomUUID } from 'node:crypto';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { EventLog, Logger } from '@palabre/event-log';
import type { Configuration } from './configuration.js';
import { poolOf, runtimeDataSource } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { HealthMonitor } from './health/health-monitor.js';
import { HealthController } from './health/health.controller.js';
import { tokenVerifier } from './identity/identity.guard.js';
import type { TokenVerifier } from './identity/token-verifier.js';
import { createIngest } from './ledger/ingest.js';
import { createIntake } from './ledger/intake.js';
import { MovedListener } from './live/listener.js';
import { LiveController } from './live/live.controller.js';
import { DocumentController } from './openapi/document.controller.js';
import { OperatorController } from './operating/operator.controller.js';
import { Follower } from './projections/follower.js';
import { ListsController } from './reading/lists.controller.js';
import { PartnershipController } from './reading/partnership.controller.js';
import { ProblemFilter } from './reading/problem.filter.js';
import { ReadYourWrites } from './reading/read-your-writes.js';
import {
  dataSource,
  databasePool,
  healthMonitor,
  ingestPath,
  modelFollower,
  movedListener,
  operatorLog,
  readYourWrites,
  rebuildJobs,
} from './reading/tokens.js';
import { RebuildJobs } from './rebuild/rebuild-jobs.js';
import { ReplayController } from './replay/replay.controller.js';
import { StreamController } from './replay/stream.controller.js';

@Module({})
class ProjectionModule {}

/** A running projection. */
export interface RunningProjection {
  readonly port: number;
  readonly health: HealthMonitor;
  /** Stops reading, lets the read models finish, closes what is open. */
  stop(): Promise<void>;
}

export interface ProjectionParts {
  readonly configuration: Configuration;
  readonly log: EventLog;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
}

type Value = { readonly provide: symbol; readonly useValue: unknown };

function moduleOf(providers: readonly Value[]): DynamicModule {
  return {
    module: ProjectionModule,
    providers: [...providers],
    controllers: [
      HealthController,
      DocumentController,
      ListsController,
      ReplayController,
      StreamController,
      PartnershipController,
      LiveController,
      OperatorController,
    ],
  };
}

/** A correlation id that the caller sent, or a new one; never longer than a line of a log should be. */
const correlationOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' && /^[A-Za-z0-9._/-]{1,120}$/.test(header) ? header : randomUUID();

export async function createHttp(providers: readonly Value[], logger: Logger): Promise<INestApplication> {
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    bodyLimit: 65_536,
    routerOptions: { maxParamLength: 200 },
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => correlationOf(request.headers['x-correlation-id']),
  });
  const app = await NestFactory.create(moduleOf(providers), adapter, { logger: false, abortOnError: false });
  app.useGlobalFilters(new ProblemFilter(logger));
  return app;
}

/** Migrates, opens the read API, and starts reading the event log. */
export async function startProjection({ configuration, log, verifier, logger }: ProjectionParts): Promise<RunningProjection> {
  const { databaseUrl, topic } = configuration;
  await migrate(databaseUrl, logger);
  const runtime = await runtimeDataSource(databaseUrl).initialize();
  const pool = poolOf(runtime);
  const ingest = createIngest(pool, { topic, logger });
  const follower = new Follower(pool, logger);
  const listener = new MovedListener(databaseUrl, logger);
  const jobs = new RebuildJobs(pool, logger);
  const health = new HealthMonitor({ pool, observer: log.observer(logger), topic, workerHealth: configuration.workerHealth, logger });
  const app = await createHttp(
    [
      { provide: databasePool, useValue: pool },
      { provide: dataSource, useValue: runtime },
      { provide: readYourWrites, useValue: new ReadYourWrites(pool, listener) },
      { provide: movedListener, useValue: listener },
      { provide: ingestPath, useValue: ingest },
      { provide: modelFollower, useValue: follower },
      { provide: rebuildJobs, useValue: jobs },
      { provide: healthMonitor, useValue: health },
      { provide: operatorLog, useValue: logger },
      { provide: tokenVerifier, useValue: verifier },
    ],
    logger,
  );
  await listener.start();
  const intake = createIntake(log, topic, ingest, follower, logger);
  void follower.follow();
  await intake.start();
  await health.start();
  await app.listen(configuration.port, configuration.host);
  const { port } = new URL(await app.getUrl());
  logger.info({ port: Number(port), topic }, 'projection ready');
  return {
    port: Number(port),
    health,
    stop: async () => {
      await intake.stop();
      await follower.stop();
      await health.stop();
      await app.close();
      await jobs.settled();
      await listener.stop();
      await runtime.destroy();
    },
  };
}
