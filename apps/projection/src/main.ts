import { pino } from 'pino';
import { kafkaEventLog } from '@palabre/event-log';
import { startProjection } from './application.js';
import { readConfiguration } from './configuration.js';
import { RememberingVerifier } from './identity/remembering-verifier.js';
import { OidcTokenVerifier } from './identity/token-verifier.js';

const configuration = readConfiguration(process.env);
const logger = pino({ base: { process: 'projection' }, level: configuration.logLevel }, pino.destination({ dest: 2, sync: true }));

process.on('unhandledRejection', reason => logger.error({ error: String(reason) }, 'a promise was rejected and nobody looked'));

const projection = await startProjection({
  configuration,
  logger,
  log: kafkaEventLog({ brokers: configuration.brokers, clientId: 'palabre-projection', topic: configuration.topic }),
  verifier: new RememberingVerifier(new OidcTokenVerifier(configuration)),
});

process.stdout.write(`READY ${JSON.stringify({ port: projection.port })}\n`);

/** A drain that hangs must not keep the process from ending: nothing is lost, offsets lie with the rows. */
const drainMs = 8_000;

const stop = (signal: string): void => {
  logger.info({ signal }, 'projection stops');
  setTimeout(() => process.exit(1), drainMs).unref();
  projection.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      logger.error({ error: String(error) }, 'the projection did not stop cleanly');
      process.exit(1);
    },
  );
};

process.once('SIGTERM', () => stop('SIGTERM'));
process.once('SIGINT', () => stop('SIGINT'));
