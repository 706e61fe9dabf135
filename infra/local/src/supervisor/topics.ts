import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `infra/topics/topics.json` says of one topic. */
interface DeclaredTopic {
  readonly name: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly local: { readonly replication: number };
}

/** The declared facts of the event topic on a local broker, as the programs that create it find them in their environment. */
export function topicEnvironment(root: string): Record<string, string> {
  const file = join(root, 'infra', 'topics', 'topics.json');
  const { topics } = JSON.parse(readFileSync(file, 'utf8')) as { topics: DeclaredTopic[] };
  const events = topics.find(({ name }) => name === 'palabre.events');
  if (events === undefined) throw new Error(`${file} declares no topic palabre.events.`);
  return {
    PALABRE_TOPIC_PARTITIONS: String(events.partitions),
    PALABRE_TOPIC_REPLICATION: String(events.local.replication),
    PALABRE_TOPIC_RETENTION_MS: events.settings['retention.ms'] ?? '-1',
  };
}
