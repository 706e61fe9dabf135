import type { Localized } from '@palabre/contracts';
import type { FieldPath } from './paths.js';

/** One mistake in a charter file, told to the person who writes it. Lines and columns count from 1. */
export interface CharterMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path of the field, for example `lines.items[3].consequence.value`; empty when the whole file is meant. */
  readonly field: string;
  readonly expected: Localized;
  /** What stands there, shortened; null when nothing does. */
  readonly found: string | null;
}

/** A mistake before its place in the file is known. `at: key` points to the name, `value` to what it holds. */
export interface Finding {
  readonly path: FieldPath;
  readonly at: 'key' | 'value';
  readonly expected: Localized;
}

export type Reading<T> = { readonly ok: true; readonly content: T } | { readonly ok: false; readonly mistakes: CharterMistake[] };

const longestFound = 80;

/** The text of a value as a reader recognises it, never more than one short line. */
export function foundText(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}

const words = {
  fr: { expected: 'attendu :', found: 'trouvé :' },
  en: { expected: 'expected:', found: 'found:' },
} as const;

/** The mistake as one line of a terminal, as compilers print theirs. */
export function describeMistake(mistake: CharterMistake, language: keyof Localized): string {
  const say = words[language];
  const place = `${mistake.file}:${mistake.line}:${mistake.column}`;
  const field = mistake.field === '' ? '' : ` ${mistake.field}:`;
  const found = mistake.found === null ? '' : ` (${say.found} ${mistake.found})`;
  return `${place}${field} ${say.expected} ${mistake.expected[language]}${found}`;
}
