import type { commandRequest, Localized } from '@palabre/contracts';
import { finding, type FieldPath, type Finding } from './mistakes.js';

type Issue = NonNullable<ReturnType<typeof commandRequest.safeParse>['error']>['issues'][number];

/** Anything that checks like a schema of the contracts. */
export interface Checker {
  readonly safeParse: (value: unknown) => { success: boolean; error?: { issues: readonly Issue[] } | undefined };
}

const both = (text: string): Localized => ({ fr: text, en: text });

const kinds: Readonly<Record<string, Localized>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  object: { fr: 'un objet', en: 'an object' },
  record: { fr: 'un objet', en: 'an object' },
  array: { fr: 'une liste', en: 'a list' },
  tuple: { fr: 'une liste de longueur fixe', en: 'a list of fixed length' },
  undefined: { fr: 'rien : ce champ ne s’écrit pas ici', en: 'nothing: this field is not written here' },
};

const formats: Readonly<Record<string, Localized>> = {
  date: { fr: 'un jour, AAAA-MM-JJ', en: 'a day, YYYY-MM-DD' },
  datetime: { fr: 'un instant UTC, AAAA-MM-JJThh:mm:ss.sssZ', en: 'a UTC instant, YYYY-MM-DDThh:mm:ss.sssZ' },
};

const oneOf = (values: readonly unknown[]): Localized => {
  const list = values.map(String).join(', ');
  return values.length === 1 ? both(list) : { fr: `l’un de : ${list}`, en: `one of: ${list}` };
};

function expectedBy(issue: Issue): Localized {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? both(issue.expected);
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if (issue.code === 'too_small') return { fr: `au moins ${issue.minimum}`, en: `at least ${issue.minimum}` };
  if (issue.code === 'too_big') return { fr: `au plus ${issue.maximum}`, en: `at most ${issue.maximum}` };
  if (issue.code === 'invalid_format') return formats[issue.format] ?? both(issue.message);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  return both(issue.message);
}

const unknownField: Localized = { fr: 'rien : ce champ n’est pas connu', en: 'nothing: this field is not known' };

const misses = (branch: readonly Issue[]): boolean => branch.some(issue => issue.code === 'invalid_type' && issue.path.length === 0);

const pathOf = (base: FieldPath, issue: Issue): FieldPath => [
  ...base,
  ...issue.path.map(step => (typeof step === 'symbol' ? String(step) : step)),
];

function findingsOf(issue: Issue, base: FieldPath): Finding[] {
  const path = pathOf(base, issue);
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => finding([...path, key], unknownField, 'key'));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [finding(path, expectedBy(issue))];
  const meant = issue.errors.filter(branch => !misses(branch)).toSorted((one, other) => one.length - other.length)[0];
  if (meant !== undefined) return meant.flatMap(inner => findingsOf(inner, path));
  const branches = issue.errors.flatMap(branch => branch.slice(0, 1).map(expectedBy));
  const join = (language: keyof Localized, or: string): string => [...new Set(branches.map(branch => branch[language]))].join(or);
  return [finding(path, { fr: join('fr', ' ou '), en: join('en', ' or ') })];
}

/** Everything a schema of the contracts finds in a value, as findings below `base`. */
export function schemaFindings(schema: Checker, value: unknown, base: FieldPath): Finding[] {
  const read = schema.safeParse(value);
  return read.success ? [] : (read.error?.issues ?? []).flatMap(issue => findingsOf(issue, base));
}
