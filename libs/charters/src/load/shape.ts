import type { Localized } from '@palabre/contracts';
import type { z } from 'zod';
import type { Finding } from './mistakes.js';
import { nearest } from './nearest.js';
import { valueAt, type FieldPath } from './paths.js';
import { knownKeysAt, wordsAt } from './schema-walk.js';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, Localized>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un ensemble de clés', en: 'a set of keys' },
  record: { fr: 'un ensemble de clés', en: 'a set of keys' },
};

const somethingElse: Localized = { fr: 'une valeur d’une autre forme', en: 'a value of another shape' };

function oneOf(values: readonly string[], found: unknown): Localized {
  const meant = typeof found === 'string' ? nearest(found, values) : null;
  const list = values.join(', ');
  return {
    fr: `l’une de ces valeurs : ${list}${meant ? ` ; peut-être « ${meant} »` : ''}`,
    en: `one of these values: ${list}${meant ? `; perhaps “${meant}”` : ''}`,
  };
}

function knownKey(key: string, known: readonly string[]): Localized {
  const meant = nearest(key, known);
  if (meant) return { fr: `une clé connue ; peut-être « ${meant} »`, en: `a known key; perhaps “${meant}”` };
  return { fr: `une clé connue ici : ${known.join(', ')}`, en: `a key known here: ${known.join(', ')}` };
}

function missing(key: string | number | undefined, words: Localized | null): Localized {
  const name = key === undefined ? '' : `« ${key} »`;
  return {
    fr: `la clé obligatoire ${name}${words ? ` : ${words.fr}` : ''}`.trim(),
    en: `the required key ${name.replace('« ', '“').replace(' »', '”')}${words ? `: ${words.en}` : ''}`.trim(),
  };
}

function bounded(issue: Issue): Localized {
  if (issue.code === 'too_small' && issue.origin === 'array') {
    return { fr: `au moins ${issue.minimum} élément(s)`, en: `at least ${issue.minimum} item(s)` };
  }
  if (issue.code === 'too_small') return { fr: `au moins ${issue.minimum}`, en: `at least ${issue.minimum}` };
  if (issue.code === 'too_big') return { fr: `au plus ${issue.maximum}`, en: `at most ${issue.maximum}` };
  return somethingElse;
}

function expected(issue: Issue, schema: z.ZodType, path: FieldPath, found: unknown): Localized {
  const words = wordsAt(schema, path);
  if (found === undefined) return missing(path.at(-1), words);
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String), found);
  if (words) return words;
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? somethingElse;
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return { fr: 'un jour du calendrier AAAA-MM-JJ', en: 'a calendar day YYYY-MM-DD' };
  }
  return bounded(issue);
}

/**
 * The branch of a union that the author was writing: the one that fails deepest. Null when every branch fails at once,
 * or when several fail alike: then only the words of the union itself help.
 */
function meantBranch(branches: readonly Issue[][]): Issue[] | null {
  const depth = (issues: Issue[]): number => Math.min(...issues.map(issue => (issue.code === 'unrecognized_keys' ? 1 : issue.path.length)));
  const [first, second] = branches.filter(issues => depth(issues) > 0).toSorted((one, other) => depth(other) - depth(one));
  return first && (!second || depth(second) < depth(first)) ? first : null;
}

/** Turns what zod refuses into findings: one for each place, in words, with the known key that was probably meant. */
export function shapeFindings(schema: z.ZodType, content: unknown): Finding[] {
  const explain = (issue: Issue, prefix: FieldPath): Finding[] => {
    const path = [...prefix, ...issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))];
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeysAt(schema, path);
      return issue.keys.map(key => ({ path: [...path, key], at: 'key' as const, expected: knownKey(key, known) }));
    }
    if (issue.code === 'invalid_key') {
      const words = wordsAt(schema, path.slice(0, -1));
      return [{ path, at: 'key', expected: words ?? { fr: 'un code de type', en: 'a type code' } }];
    }
    const branch = issue.code === 'invalid_union' && issue.errors.length > 0 ? meantBranch(issue.errors) : null;
    if (branch && valueAt(content, path) !== undefined) return branch.flatMap(inner => explain(inner, path));
    return [{ path, at: 'value', expected: expected(issue, schema, path, valueAt(content, path)) }];
  };
  const outcome = schema.safeParse(content);
  return outcome.success ? [] : outcome.error.issues.flatMap(issue => explain(issue, []));
}
