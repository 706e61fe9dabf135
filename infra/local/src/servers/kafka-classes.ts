import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { told, type Log } from '../log.js';
import { OwnedProcess } from '../processes/owned-process.js';
import { waitUntil } from '../processes/wait.js';
import { cached, intoCache } from '../provision/cache.js';
import { run } from '../provision/machine.js';
import { brokerArguments, KAFKA_STARTED, prepareBroker, type JavaKafka } from './kafka-settings.js';
import { freePort } from './ports.js';

const ARCHIVE = 'kafka.jsa';
const ASK_MS = 20_000;
const START_MS = 90_000;
const DUMP_MS = 60_000;

/**
 * Options that let the broker start in half the time: Java reads the broker's classes, loaded and checked once, from an archive
 * in the cache. Made on the first start with this Java and these libraries. None when it cannot be made: it is only faster.
 */
export async function sharedClasses(kafka: JavaKafka, log: Log): Promise<string[]> {
  try {
    const entry = await entryName(kafka);
    const folder =
      cached(entry) ??
      (await told(
        log,
        'preparing faster starts of Kafka (once)',
        intoCache(entry, log, half => dump(kafka, half)),
      ));
    return [`-XX:SharedArchiveFile=${join(folder, ARCHIVE)}`, '-Xlog:disable', '-Xlog:all=error:stderr'];
  } catch {
    return [];
  }
}

/** The archive is good for one Java and one place of the libraries only. */
async function entryName(kafka: JavaKafka): Promise<string> {
  const { stderr, stdout } = await run(kafka.java, ['-version'], { timeoutMs: ASK_MS });
  const mark = createHash('sha256').update(`${kafka.java}\n${stderr}${stdout}\n${kafka.libraries}`).digest('hex');
  return `kafka-classes-${mark.slice(0, 16)}`;
}

async function dump(kafka: JavaKafka, half: string): Promise<void> {
  const folder = join(half, 'broker');
  mkdirSync(folder);
  const kafkaPort = await freePort();
  const ports = { kafka: kafkaPort, kafkaController: await freePort(new Set([kafkaPort])) };
  await prepareBroker(kafka, { folder, data: join(folder, 'data'), ports });
  const broker = OwnedProcess.start({
    name: 'kafka-classes',
    command: kafka.java,
    args: brokerArguments(kafka, folder, [`-XX:ArchiveClassesAtExit=${join(half, ARCHIVE)}`]),
    logFile: join(folder, 'kafka.log'),
    dataDir: folder,
  });
  await waitUntil(() => !broker.running || broker.output().includes(KAFKA_STARTED), { withinMs: START_MS });
  await broker.end(DUMP_MS);
  rmSync(folder, { recursive: true, force: true });
  if (!existsSync(join(half, ARCHIVE))) throw new Error('Java wrote no archive');
}
