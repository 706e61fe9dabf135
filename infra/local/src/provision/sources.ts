import type { Log } from '../log.js';

/** One way to get a server. */
export interface Source<Installation> {
  /** What is tried, for the message when nothing worked: "PATH", "official download" … */
  readonly name: string;
  /** What a person can do to make this way work. */
  readonly advice: string;
  /** The installation, or undefined when this way does not apply here; throws when it was tried and failed. */
  readonly find: () => Promise<Installation | undefined>;
}

/** Nothing worked: says what was tried and lists the ways to get the server. */
export class ServerNotAvailable extends Error {
  override readonly name = 'ServerNotAvailable';
}

/** Tries the sources in their order; the first that has an installation wins, a failing one never stops the search. */
export async function firstSource<Installation>(
  server: string,
  sources: readonly Source<Installation>[],
  log: Log,
): Promise<{ installation: Installation; source: string }> {
  const tried: string[] = [];
  for (const source of sources) {
    try {
      const installation = await source.find();
      if (installation !== undefined) return { installation, source: source.name };
      tried.push(`  - ${source.name}: not here. ${source.advice}`);
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      log.info(`${server}: ${source.name} did not work: ${firstLine(why)}`);
      tried.push(`  - ${source.name}: ${why}. ${source.advice}`);
    }
  }
  throw new ServerNotAvailable(`${server} cannot be had on this machine. Any one of these ways is enough:\n${tried.join('\n')}`);
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}
