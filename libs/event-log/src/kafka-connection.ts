import { Kafka, logLevel, type logCreator } from 'kafkajs';
import type { Logger } from './logger.js';

/** Connection faults within this time of the start are expected (servers warm up together) and logged as debug. */
const warmUpMs = 20_000;

const severities: Readonly<Record<number, 'error' | 'warn' | 'info' | 'debug'>> = {
  [logLevel.ERROR]: 'error',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'debug',
  [logLevel.DEBUG]: 'debug',
};

const bridge = (logger: Logger): logCreator => {
  const startedAt = Date.now();
  return () => entry => {
    const warming = Date.now() - startedAt < warmUpMs;
    const severity = warming ? 'debug' : (severities[entry.level] ?? 'debug');
    const { message, error, broker, groupId } = entry.log;
    logger[severity](
      { part: `kafka/${entry.namespace}`, error: error as unknown, broker: broker as unknown, groupId: groupId as unknown },
      message,
    );
  };
};

/** One client for one process. Patient: brokers come and go, and the caller decides when to give up. */
export function connectKafka(brokers: readonly string[], clientId: string, logger: Logger): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_500, retries: 6 },
    logLevel: logLevel.INFO,
    logCreator: bridge(logger),
  });
}
