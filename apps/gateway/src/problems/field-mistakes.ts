import type { FieldMistake, Localized } from '@palabre/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const escaped = (step: PropertyKey): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer (RFC 6901) of a path into the body. */
export const pointerOf = (path: Path): string => path.map(step => `/${escaped(step)}`).join('');

const both = (text: string): Localized => ({ fr: text, en: text });

const kinds: Readonly<Record<string, Localized>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'vrai ou faux', en: 'true or false' },
  object: { fr: 'un objet', en: 'an object' },
  array: { fr: 'une liste', en: 'a list' },
  null: { fr: 'null', en: 'null' },
  record: { fr: 'un objet', en: 'an object' },
  tuple: { fr: 'une liste de longueur fixe', en: 'a list of fixed length' },
};

const formats: Readonly<Record<string, Localized>> = {
  date: { fr: 'un jour, AAAA-MM-JJ', en: 'a day, YYYY-MM-DD' },
  datetime: {
    fr: 'un instant UTC avec millisecondes, AAAA-MM-JJThh:mm:ss.sssZ',
    en: 'a UTC instant with milliseconds, YYYY-MM-DDThh:mm:ss.sssZ',
  },
};

const quantities: Readonly<Record<string, Localized>> = {
  string: { fr: 'caractères', en: 'characters' },
  array: { fr: 'éléments', en: 'items' },
  set: { fr: 'éléments', en: 'items' },
  number: { fr: '', en: '' },
  int: { fr: '', en: '' },
};

const bound = (word: Localized, limit: number | bigint, origin: string): Localized => {
  const unit = quantities[origin] ?? both('');
  return { fr: `${word.fr} ${limit} ${unit.fr}`.trim(), en: `${word.en} ${limit} ${unit.en}`.trim() };
};

const oneOf = (values: readonly unknown[]): Localized => {
  const list = values.map(String).join(', ');
  return values.length === 1 ? both(list) : { fr: `l’une des valeurs ${list}`, en: `one of ${list}` };
};

function expectedBy(issue: Issue): Localized {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? both(issue.expected);
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if (issue.code === 'too_small') return bound({ fr: 'au moins', en: 'at least' }, issue.minimum, issue.origin);
  if (issue.code === 'too_big') return bound({ fr: 'au plus', en: 'at most' }, issue.maximum, issue.origin);
  if (issue.code === 'invalid_format') return formats[issue.format] ?? both(issue.message);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  return both(issue.message);
}

const nothing: Localized = { fr: 'rien : ce champ n’est pas connu', en: 'nothing: this field is not known' };

/** How far a branch of a union came: a mismatch of kind at its root means the caller meant another branch. */
const misfit = (branch: readonly Issue[]): number =>
  branch.some(issue => issue.code === 'invalid_type' && issue.path.length === 0) ? 1_000 : branch.length;

function mistakesOf(issue: Issue, base: Path): FieldMistake[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ pointer: pointerOf([...path, key]), expected: nothing }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ pointer: pointerOf(path), expected: expectedBy(issue) }];
  const meant = issue.errors.filter(branch => misfit(branch) < 1_000).toSorted((a, b) => misfit(a) - misfit(b))[0];
  if (meant !== undefined) return meant.flatMap(inner => mistakesOf(inner, path));
  const alternatives = issue.errors.flatMap(branch => branch.slice(0, 1).map(expectedBy));
  const fr = [...new Set(alternatives.map(one => one.fr))].join(' ou ');
  const en = [...new Set(alternatives.map(one => one.en))].join(' or ');
  return [{ pointer: pointerOf(path), expected: { fr, en } }];
}

/** Most mistakes that one answer lists. */
export const mostMistakes = 50;

/** Every mistake that a schema found, as pointers into the request's body; `base` is where the checked value sits. */
export const fieldMistakes = (error: z.ZodError, base: Path = []): FieldMistake[] =>
  error.issues.flatMap(issue => mistakesOf(issue, base)).slice(0, mostMistakes);
