import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../provision/machine.js';
import type { KafkaInstallation } from './kafka-sources.js';
import { LOOPBACK } from './ports.js';

export interface KafkaPorts {
  readonly kafka: number;
  readonly kafkaController: number;
}

/** A broker that runs on this machine's Java. */
export type JavaKafka = KafkaInstallation & { readonly kind: 'java' };

/** What the broker says when it takes requests. */
export const KAFKA_STARTED = 'Kafka Server started';

const FORMAT_MS = 60_000;
const HEAP = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC'];

/** Where one local broker has its files. */
export interface BrokerPlace {
  readonly folder: string;
  readonly data: string;
  readonly ports: KafkaPorts;
}

/** Arguments of Java for the broker; `options` are those of the virtual machine. */
export function brokerArguments(kafka: JavaKafka, folder: string, options: readonly string[]): string[] {
  return [...HEAP, ...options, ...javaArguments(kafka, folder), 'kafka.Kafka', join(folder, 'server.properties')];
}

function javaArguments(kafka: JavaKafka, folder: string): string[] {
  const logging = `-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`;
  return [logging, '-Djava.net.preferIPv4Stack=true', '-cp', join(kafka.libraries, '*')];
}

/** Writes the broker's settings and formats its data folder when it is new. */
export async function prepareBroker(kafka: JavaKafka, place: BrokerPlace): Promise<void> {
  mkdirSync(place.data, { recursive: true });
  const properties = join(place.folder, 'server.properties');
  writeFileSync(properties, asProperties({ ...brokerSettings(place.ports, LOOPBACK), 'log.dirs': place.data }));
  writeFileSync(join(place.folder, 'log4j2.properties'), LOGGING);
  if (existsSync(join(place.data, 'meta.properties'))) return;
  // A hyphen in front, one time in 64, would be read as an option.
  const cluster = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url').replace(/^-/, 'P');
  const format = ['kafka.tools.StorageTool', 'format', '-t', cluster, '-c', properties];
  await run(kafka.java, ['-XX:TieredStopAtLevel=1', ...javaArguments(kafka, place.folder), ...format], { timeoutMs: FORMAT_MS });
}

/** A killed broker may come back when the session of its predecessor has ended: after the default of nine seconds otherwise. */
const SHORT_SESSION = { 'broker.session.timeout.ms': '3000', 'broker.heartbeat.interval.ms': '500' };

/**
 * Settings of a single local node. The voters are given by the configuration and not written into the data,
 * so that the controller's port may change between two starts.
 */
export function brokerSettings(ports: KafkaPorts, bind: string): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@${LOOPBACK}:${ports.kafkaController}`,
    listeners: `PLAINTEXT://${bind}:${ports.kafka},CONTROLLER://${LOOPBACK}:${ports.kafkaController}`,
    'advertised.listeners': `PLAINTEXT://${LOOPBACK}:${ports.kafka}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '4',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    'auto.create.topics.enable': 'false',
    ...SHORT_SESSION,
    'log.cleaner.dedupe.buffer.size': '16777216',
  };
}

function asProperties(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const LOGGING = asProperties({
  status: 'ERROR',
  'appender.out.type': 'Console',
  'appender.out.name': 'out',
  'appender.out.layout.type': 'PatternLayout',
  'appender.out.layout.pattern': '%d{ISO8601} %-5p %c{1} %m%n',
  'rootLogger.level': 'INFO',
  'rootLogger.appenderRef.out.ref': 'out',
});
