import { followsInChain, genesisHash } from '@palabre/contracts';
import type { HistoryItem } from '../api/reads.js';

/** The chain of a history as this machine computes it, without trusting the server that sent it. */
export interface ChainCheck {
  readonly holds: boolean;
  readonly events: number;
  readonly head: string;
  /** Version at which it breaks; null when it holds. */
  readonly brokenAt: number | null;
  /** Versions that the reader may not read: their place in the chain was checked, their own hash could not be recomputed. */
  readonly notRecomputed: readonly number[];
}

/** Checks versions without a gap, each event's own hash, and that each names the hash of the one before. */
export function checkChain(history: readonly HistoryItem[]): ChainCheck {
  let head: string = genesisHash;
  const notRecomputed = history.filter(item => item.withheld !== undefined).map(item => item.attributes.streamversion);
  for (const [at, item] of history.entries()) {
    const { streamversion, previoushash, hash } = item.attributes;
    const linked = item.withheld === undefined ? followsInChain(item, head) : previoushash === head;
    if (!linked || streamversion !== at + 1) return { holds: false, events: history.length, head, brokenAt: streamversion, notRecomputed };
    head = hash;
  }
  return { holds: true, events: history.length, head, brokenAt: null, notRecomputed };
}
