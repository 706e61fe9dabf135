import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { ManagedProcess } from '../processes/managed-process.js';
import type { Launch } from '../processes/owned-process.js';
import { containerLaunch } from '../provision/container.js';
import { firstSource } from '../provision/sources.js';
import { sharedClasses } from './kafka-classes.js';
import { brokerArguments, brokerSettings, KAFKA_STARTED, prepareBroker, type BrokerPlace, type KafkaPorts } from './kafka-settings.js';
import { KAFKA_IMAGE, kafkaSources } from './kafka-sources.js';
import { portAnswers, START_ATTEMPTS } from './ports.js';

/** One Apache Kafka node, broker and controller in one (KRaft), with its log in `<dataDir>/kafka/data`. */
export async function kafkaServer(options: {
  dataDir: string;
  ports: KafkaPorts;
  log: Log;
}): Promise<{ server: ManagedProcess; source: string; wipe: () => void }> {
  const { installation, source } = await firstSource('The Kafka broker', kafkaSources(options.log), options.log);
  const folder = join(options.dataDir, 'kafka');
  const place: BrokerPlace = { folder, data: join(folder, 'data'), ports: options.ports };
  const about = { name: 'kafka', dataDir: options.dataDir, logFile: join(options.dataDir, 'logs', 'kafka.log') };
  const local = installation.kind === 'java';
  const server = new ManagedProcess({
    launch: local
      ? {
          ...about,
          command: installation.java,
          args: brokerArguments(installation, folder, await sharedClasses(installation, options.log)),
        }
      : inContainer(installation.client, place, about),
    attempts: START_ATTEMPTS,
    log: options.log,
    ready: async process => process.output().includes(KAFKA_STARTED) && (await portAnswers(options.ports.kafka)),
    prepare: async () => (local ? prepareBroker(installation, place) : void mkdirSync(place.data, { recursive: true })),
  });
  return { server, source, wipe: () => rmSync(place.data, { recursive: true, force: true }) };
}

function inContainer(client: string, place: BrokerPlace, about: Pick<Launch, 'name' | 'dataDir' | 'logFile'>): Launch {
  const inside = '/palabre';
  const settings = { ...brokerSettings(place.ports, '0.0.0.0'), 'log.dirs': inside };
  const env = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`KAFKA_${name.replaceAll('.', '_').toUpperCase()}`, value]),
  );
  const user = process.getuid === undefined ? {} : { user: `${process.getuid()}:${process.getgid?.() ?? 0}` };
  return containerLaunch(client, { image: KAFKA_IMAGE, env, ports: [place.ports.kafka], volumes: [[place.data, inside]], ...user }, about);
}
