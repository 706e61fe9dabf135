import type { Localized } from '@palabre/contracts';
import type { Language } from '../terminal/language.js';

/** One mistake in a file, told to the person who writes it. Lines and columns count from 1. */
export interface DossierMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path of the field, for example `acts[12].data.kind`; empty when the whole file is meant. */
  readonly field: string;
  readonly expected: Localized;
  /** What stands there, shortened; null when nothing does. */
  readonly found: string | null;
}

export type FieldPath = readonly (string | number)[];

/** A mistake before its place in the file is known. `at: key` points to the name of the field, `value` to what it holds. */
export interface Finding {
  readonly path: FieldPath;
  readonly at: 'key' | 'value';
  readonly expected: Localized;
}

export const finding = (path: FieldPath, expected: Localized, at: Finding['at'] = 'value'): Finding => ({ path, at, expected });

/** `acts[12].data.kind`: acts and other list items count from 0, as in every path notation. */
export const pathText = (path: FieldPath): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');

const longestFound = 60;

/** The text of a value as a reader recognises it, never more than one short line. */
export function foundText(value: unknown): string | null {
  if (value === undefined) return null;
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}

const spoken = { fr: { expected: 'attendu :', found: 'trouvé :' }, en: { expected: 'expected:', found: 'found:' } } as const;

/** The mistake as one line of a terminal, as compilers print theirs. */
export function describeMistake(mistake: DossierMistake, language: Language): string {
  const place = `${mistake.file}:${mistake.line}:${mistake.column}`;
  const field = mistake.field === '' ? '' : ` ${mistake.field}:`;
  const found = mistake.found === null ? '' : ` (${spoken[language].found} ${mistake.found})`;
  return `${place}${field} ${spoken[language].expected} ${mistake.expected[language]}${found}`;
}
