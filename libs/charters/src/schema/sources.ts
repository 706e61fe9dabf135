import type { Localized } from '@palabre/contracts';
import { z } from 'zod';

/**
 * What the schema expects at a place, in words for the person who writes the charter. The loader looks here first
 * when it explains a mistake, so a rule and its explanation stay side by side.
 */
export const expectations = z.registry<Localized>();

/** Attaches the words of `expectations` to a schema. */
export function saying<S extends z.ZodType>(schema: S, fr: string, en: string): S {
  expectations.add(schema, { fr, en });
  return schema;
}

/** The mark of a value that we propose because the documents do not give it ([D] in the catalogue). */
export const proposedDefault = 'D';

/** How many entries the catalogue has, by the beginning of their identifiers; they are numbered from 01. */
const entries: ReadonlyMap<string, number> = new Map([
  ['MDM', 85],
  ['PMP', 61],
  ['ALE', 71],
  ['HFA', 38],
  ['AGI', 38],
  ['C', 28],
  ['S', 24],
]);

function inCatalogue(id: string): boolean {
  const [, document = '', number = ''] = /^([A-Z]+)-(\d{2})$/.exec(id) ?? [];
  const last = entries.get(document) ?? 0;
  return Number(number) >= 1 && Number(number) <= last;
}

/** Where a value comes from: entries of the requirements catalogue, `D` for a proposed default, or both. */
export const sourceId = saying(
  z.string().refine(id => id === proposedDefault || inCatalogue(id)),
  'une référence du catalogue (MDM-11, C-05, S-01 …) ou D pour une valeur que nous proposons',
  'an entry of the catalogue (MDM-11, C-05, S-01 …) or D for a value that we propose',
);

export const sources = saying(
  z.array(sourceId).min(1),
  'la liste des sources de cette valeur, par exemple [MDM-11] ou [D]',
  'the list of sources of this value, for example [MDM-11] or [D]',
);

export type Sources = readonly string[];

/** Half a surrogate pair has no UTF-8 form: it could be neither hashed nor stored. */
const hasUtf8Form = (text: string): boolean => !/\p{Surrogate}/u.test(text);

export const line = saying(
  z.string().min(1).max(1000).refine(hasUtf8Form),
  'un texte de 1 à 1000 caractères',
  'a text of 1 to 1000 characters',
);

export const bothLanguages = saying(
  z.strictObject({ fr: line, en: line }),
  'un texte en français (fr) et en anglais (en)',
  'a text in French (fr) and in English (en)',
);

export const code = saying(
  z.string().regex(/^[a-z][a-z0-9_]*$/),
  'un code en minuscules, chiffres et _, commençant par une lettre',
  'a code in lower-case letters, digits and _, starting with a letter',
);

export const typeCode = saying(
  z.string().regex(/^[A-Z]{2,4}$/),
  'un code de type en majuscules (SP, OP, TR, ST, AL, NW, MM, MSP)',
  'a type code in capitals (SP, OP, TR, ST, AL, NW, MM, MSP)',
);

/** Types by their codes, or the word `all`. */
export const typeSelection = z.union([z.literal('all'), z.array(typeCode).min(1)]);
saying(typeSelection, 'la liste des types visés, ou all', 'the list of the types meant, or all');

export type TypeSelection = z.infer<typeof typeSelection>;

/** A value with its source. */
export function sourced<V extends z.ZodType>(value: V) {
  return z.strictObject({ value, source: sources });
}

/** A value for each type; `all` stands for the types that have no entry of their own. */
export function perType<V extends z.ZodType>(value: V) {
  const key = saying(z.string().regex(/^(?:all|[A-Z]{2,4})$/), 'un code de type, ou all', 'a type code, or all');
  return z.record(key, sourced(value));
}
