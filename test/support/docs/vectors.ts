/** One published test vector of the canonical form. */
export interface Vector {
  readonly value: unknown;
  readonly canonical: string;
  readonly sha256: string;
}

/** The vectors of docs/verifying.md: the JSON block under "Test vectors". */
export function vectorsIn(markdown: string): readonly Vector[] {
  const block = /## Test vectors[\s\S]*?```json\n([\s\S]*?)```/.exec(markdown)?.[1];
  if (block === undefined) throw new Error('docs/verifying.md has no JSON block under "Test vectors".');
  return JSON.parse(block) as readonly Vector[];
}

/** Our own environment variables that a text names. */
export const variablesIn = (text: string): string[] => [...new Set(text.match(/\bPALABRE_[A-Z]+(?:_[A-Z]+)*\b/g) ?? [])].toSorted();
