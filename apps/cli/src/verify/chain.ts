import { followsInChain, genesisHash } from '@palabre/contracts';
import type { HistoryItem } from '../api/reads.js';

/** The chain of a history as this machine computes it, without trusting the server that sent it. */
export interface ChainCheck {
  readonly holds: boolean;
  readonly events: number;
  readonly head: string;
  /** Version at which it breaks; null when it holds. */
  readonly brokenAt: number | null;
  /** Events whose words the reader may not see: their place in the chain holds, their own hash was not recomputed. */
  readonly withheld: number;
}

/** Checks versions without a gap, each event's own hash, and that each names the hash of the one before. */
export function checkChain(history: readonly HistoryItem[]): ChainCheck {
  let head: string = genesisHash;
  const withheld = history.filter(item => item.withheld !== undefined).length;
  for (const [at, item] of history.entries()) {
    const { streamversion, previoushash, hash } = item.attributes;
    const linked = item.withheld === undefined ? followsInChain(item, head) : previoushash === head;
    if (!linked || streamversion !== at + 1) return { holds: false, events: history.length, head, brokenAt: streamversion, withheld };
    head = hash;
  }
  return { holds: true, events: history.length, head, brokenAt: null, withheld };
}
