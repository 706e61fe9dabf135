import { canonicalJson, sha256Hex } from '@palabre/contracts';

/**
 * Identity of a charter's content: SHA-256, lower-case hexadecimal, of the canonical form of what the file says.
 * Layout, comments and the order of keys do not change it; any value does. The order of a list counts: questions are
 * asked in it.
 */
export function charterHash(content: unknown): string {
  return sha256Hex(canonicalJson(content));
}
