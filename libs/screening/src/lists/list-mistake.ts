import type { Localized } from '@palabre/contracts';

/** Why a list was not loaded: one clear mistake with its line, counted from 1. Nothing of the file is used then. */
export interface ListMistake {
  readonly line: number;
  readonly expected: Localized;
  /** What stands there, shortened; null when the file ends. */
  readonly found: string | null;
}

/** Thrown inside the readers and turned into a `ListMistake` at their door. */
export class UnreadableList extends Error {
  readonly mistake: ListMistake;

  constructor(line: number, fr: string, en: string, found: string | null) {
    super(en);
    this.mistake = { line, expected: { fr, en }, found: found === null ? null : shortened(found) };
  }
}

const longestFound = 80;

const shortened = (text: string): string => (text.length > longestFound ? `${text.slice(0, longestFound)}…` : text);

const words = {
  fr: { line: 'ligne', expected: 'attendu :', found: 'trouvé :' },
  en: { line: 'line', expected: 'expected:', found: 'found:' },
};

/** The mistake as one line for a terminal or a log of the operator. */
export function describeListMistake({ line, expected, found }: ListMistake, language: keyof Localized): string {
  const say = words[language];
  const seen = found === null ? '' : ` (${say.found} ${found})`;
  return `${say.line} ${line}: ${say.expected} ${expected[language]}${seen}`;
}
