import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What makes one stack its own on servers it may share with others. Kept, so that a second start finds the running workflows. */
export interface StackSettings {
  /** No stale worker with other code can answer for this stack: the queue has its name. */
  readonly taskQueue: string;
  readonly topic: string;
  /** A database of its own; undefined means the one named by the database address. */
  readonly database: string | undefined;
}

const TOPIC = 'palabre.events';

/** The settings of a data folder: those of the last start, or new ones. An isolated stack has its own topic and database. */
export function keptSettings(dataDir: string, options: { isolated: boolean; fresh: boolean; env?: NodeJS.ProcessEnv }): StackSettings {
  const file = join(dataDir, 'settings.json');
  const kept = options.fresh ? undefined : read(file);
  if (kept !== undefined) return kept;
  const mark = randomBytes(5).toString('hex');
  const topic = (options.env ?? process.env)['PALABRE_TOPIC'] ?? TOPIC;
  const settings: StackSettings = {
    taskQueue: `palabre-${mark}`,
    topic: options.isolated ? `${TOPIC}.${mark}` : topic,
    database: options.isolated ? `palabre_${mark}` : undefined,
  };
  writeFileSync(file, JSON.stringify(settings, undefined, 2));
  return settings;
}

function read(file: string): StackSettings | undefined {
  try {
    const { taskQueue, topic, database } = JSON.parse(readFileSync(file, 'utf8')) as Partial<StackSettings>;
    return taskQueue === undefined || topic === undefined ? undefined : { taskQueue, topic, database };
  } catch {
    return undefined;
  }
}
