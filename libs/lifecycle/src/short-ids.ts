import { sha256Hex } from '@palabre/contracts';

/** Beyond this many the memory begins anew: names of a few thousand files under way fit, and it never grows without end. */
const mostKept = 20_000;

const kept = new Map<string, string>();

/**
 * Twelve hexadecimal digits that a name always has, kept once computed: what stands open is asked for again after every event, and
 * hashing those names took a quarter of a decision.
 */
export function shortIdOf(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const id = sha256Hex(name).slice(0, 12);
  kept.set(name, id);
  return id;
}
