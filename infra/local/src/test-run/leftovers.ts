import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { endLeftovers } from '../processes/records.js';

/** Ends every process that is recorded anywhere below a folder and still runs; answers their names. */
export async function endAllBelow(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const records of foldersNamed('processes', folder)) names.push(...(await endLeftovers(dirname(records))));
  return names;
}

/** Folders of that name; what PostgreSQL and Kafka keep is not searched. */
function foldersNamed(name: string, folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    entry => entry.isDirectory() && !['data', 'node_modules'].includes(entry.name),
  );
  return entries.flatMap(entry => (entry.name === name ? [join(folder, name)] : foldersNamed(name, join(folder, entry.name))));
}

/** Keeps the logs of all servers and programs of a failed run, for whoever looks into it. */
export function keepLogs(folder: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  for (const logs of foldersNamed('logs', folder)) cpSync(logs, join(target, relative(folder, dirname(logs))), { recursive: true });
}
