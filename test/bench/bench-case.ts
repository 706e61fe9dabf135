import type { RunningServers } from '@palabre/local';

/** What every case gets: servers that nobody else uses, and how thorough to be. */
export interface BenchContext {
  readonly servers: RunningServers;
  /** Removed at the end of the run; a case may put its own folders there. */
  readonly folder: string;
  /** Interleaved rounds of each measurement. */
  readonly rounds: number;
  /** Small amounts: shows that a case works, its figures say little. */
  readonly quick: boolean;
  /** Events in the ledger for the rebuild. */
  readonly events: number;
  tell(line: string): void;
}

/** A target of the project and whether a measured value keeps it. */
export interface Target {
  readonly words: string;
  readonly met: boolean;
  /** Said when it is not met: where the rest of the time goes. */
  readonly whenShort: string;
}

/** One line of the page: ours, what it is compared with, and their ratio; texts as people read them. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  /** Ratio or value that the target is about, with its spread. */
  readonly result: string;
  /** Null for a figure that is shown for orientation only. */
  readonly target: Target | null;
}

/** What one case measured. `conditions` tell how, `checks` what was compared afterwards: a check that fails throws instead. */
export interface Finding {
  readonly title: string;
  readonly conditions: readonly string[];
  readonly figures: readonly Figure[];
  readonly checks: readonly string[];
}

export type BenchCase = (context: BenchContext) => Promise<Finding>;

/** Every figure comes after a comparison of results; a fast wrong result is no result. */
export function mustEqual(what: string, found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: found ${a?.slice(0, 400)}, expected ${b?.slice(0, 400)}`);
}
