import type { FieldMistake, Localized } from '@palabre/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const pointerOf = (path: Path): string => path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const both = (text: string): Localized => ({ fr: text, en: text });

const kinds: Readonly<Record<string, Localized>> = {
  string: { fr: 'un seul texte', en: 'one text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un objet', en: 'an object' },
};

const formats: Readonly<Record<string, Localized>> = {
  date: { fr: 'un jour, AAAA-MM-JJ', en: 'a day, YYYY-MM-DD' },
  datetime: { fr: 'un instant UTC, AAAA-MM-JJThh:mm:ssZ', en: 'a UTC instant, YYYY-MM-DDThh:mm:ssZ' },
};

const otherForm: Localized = { fr: 'une autre forme', en: 'another form' };

const unknownField: Localized = { fr: 'rien : ce champ n’est pas connu', en: 'nothing: this field is not known' };

const unitOf = (origin: string): Localized =>
  origin === 'string' ? { fr: ' caractères', en: ' characters' } : origin === 'array' ? { fr: ' éléments', en: ' items' } : both('');

const bound = (word: Localized, limit: number | bigint, origin: string): Localized => {
  const unit = unitOf(origin);
  return { fr: `${word.fr} ${limit}${unit.fr}`, en: `${word.en} ${limit}${unit.en}` };
};

/** A rule of our own says what it expects in both languages, as `expects` gives it; anything else has no words here. */
const said = (issue: Issue): Localized =>
  issue.code === 'custom' && isLocalized(issue.params) ? { fr: issue.params['fr'], en: issue.params['en'] } : otherForm;

const isLocalized = (params: Readonly<Record<string, unknown>> | undefined): params is { readonly fr: string; readonly en: string } =>
  typeof params?.['fr'] === 'string' && typeof params['en'] === 'string';

/** For `refine`: what the field should have been, in both languages. */
export const expects = (fr: string, en: string): { readonly params: { readonly fr: string; readonly en: string } } => ({
  params: { fr, en },
});

function expectedBy(issue: Issue): Localized {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? both(issue.expected);
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String).join(', ');
    return { fr: `l’une des valeurs ${list}`, en: `one of ${list}` };
  }
  if (issue.code === 'too_small') return bound({ fr: 'au moins', en: 'at least' }, issue.minimum, issue.origin);
  if (issue.code === 'too_big') return bound({ fr: 'au plus', en: 'at most' }, issue.maximum, issue.origin);
  if (issue.code === 'invalid_format') return formats[issue.format] ?? otherForm;
  return said(issue);
}

function wrongBy(issue: Issue): FieldMistake[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ pointer: pointerOf([...issue.path, key]), expected: unknownField }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ pointer: pointerOf(issue.path), expected: expectedBy(issue) }];
  const ways = issue.errors.flatMap(branch => branch.slice(0, 1).map(expectedBy));
  const expected = { fr: ways.map(way => way.fr).join(' ou '), en: ways.map(way => way.en).join(' or ') };
  return [{ pointer: pointerOf(issue.path), expected }];
}

/** Most wrong fields that one answer lists. */
const mostFields = 50;

export const wrongFields = (error: z.ZodError): FieldMistake[] => error.issues.flatMap(wrongBy).slice(0, mostFields);

/** The wrong fields as a sentence. */
export function sentenceOf(fields: readonly FieldMistake[]): Localized {
  const named = (language: keyof Localized, colon: string): string =>
    fields.map(({ pointer, expected }) => `${pointer.slice(1) || 'query'}${colon}${expected[language]}`).join('; ');
  return { fr: `À corriger : ${named('fr', ' : ')}.`, en: `To correct: ${named('en', ': ')}.` };
}
