import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../../support/house.js';

/** A page that is read again and again, and by whom. */
export interface ReadPage {
  readonly account: string;
  readonly path: string;
}

/** What readers have seen so far. */
export interface ReadTally {
  reads: number;
  /** Longest wait for a page, in milliseconds. */
  longestMs: number;
  /** Every answer that was not the page asked for, with the path. */
  readonly failed: string[];
}

export const newReadTally = (): ReadTally => ({ reads: 0, longestMs: 0, failed: [] });

/** A pause between two rounds of one reader, so that reading is a load and not an attack. */
const betweenRoundsMs = 20;

/** One page of each read model that people look at. */
export const pagesOf = (file: string): readonly ReadPage[] =>
  ['/v1/portfolio', '/v1/inbox', `/v1/partnerships/${file}`, `/v1/partnerships/${file}/timeline`, `/v1/partnerships/${file}/deadlines`].map(
    path => ({ account: 'hq-ops', path }),
  );

async function readOne(house: House, { account, path }: ReadPage, tally: ReadTally): Promise<void> {
  const began = Date.now();
  const status = await house.call(account, 'GET', path).then(
    reply => reply.status,
    () => 0,
  );
  tally.reads += 1;
  tally.longestMs = Math.max(tally.longestMs, Date.now() - began);
  if (status !== 200) tally.failed.push(`${path}: ${status === 0 ? 'no answer' : status}`);
}

/** Reads round after round, each time of another file, until told that it is over. */
export async function keepReading(
  house: House,
  rounds: readonly (readonly ReadPage[])[],
  tally: ReadTally,
  over: AbortSignal,
): Promise<void> {
  for (let turn = 0; !over.aborted; turn += 1) {
    for (const page of rounds[turn % rounds.length] ?? []) await readOne(house, page, tally);
    await pause(betweenRoundsMs);
  }
}
