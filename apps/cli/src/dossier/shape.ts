import type { Localized } from '@palabre/contracts';
import { nearest } from '../words/nearest.js';
import { sayBoth, type WordKey } from '../words/words.js';
import { schemaFindings, type Checker } from './expected.js';
import { finding, type FieldPath, type Finding } from './mistakes.js';

export type Check = (value: unknown, path: FieldPath) => readonly Finding[];

export interface Field {
  readonly required: boolean;
  readonly check: Check;
}

export type Fields = Readonly<Record<string, Field>>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const need = (check: Check): Field => ({ required: true, check });

export const may = (check: Check): Field => ({ required: false, check });

/** Checked by a schema of the contracts. */
export const bySchema =
  (schema: Checker): Check =>
  (value, path) =>
    schemaFindings(schema, value, path);

/** A text of this form; `expected` says it in words. */
export const text =
  (form: RegExp, expected: WordKey): Check =>
  (value, path) =>
    typeof value === 'string' && form.test(value) ? [] : [finding(path, sayBoth(expected))];

export const anything: Check = () => [];

const unknownKey = (key: string, fields: Fields): Localized => {
  const close = nearest(key, Object.keys(fields));
  return close === null
    ? sayBoth('mistake.unknownField', { fields: Object.keys(fields).join(', ') })
    : sayBoth('mistake.didYouMean', { nearest: close });
};

/** A map with these fields and no others. */
export const mapOf =
  (fields: Fields): Check =>
  (value, path) => {
    if (!isRecord(value)) return [finding(path, sayBoth('mistake.map'))];
    const unknown = Object.keys(value)
      .filter(key => !Object.hasOwn(fields, key))
      .map(key => finding([...path, key], unknownKey(key, fields), 'key'));
    const known = Object.entries(fields).flatMap(([key, { required, check }]) => {
      if (Object.hasOwn(value, key)) return check(value[key], [...path, key]);
      return required ? [finding([...path, key], sayBoth('mistake.missing', { field: key }), 'key')] : [];
    });
    return [...unknown, ...known];
  };

/** A map from free keys to values of one form. */
export const recordOf =
  (key: RegExp, expectedKey: WordKey, check: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) return [finding(path, sayBoth('mistake.map'))];
    return Object.entries(value).flatMap(([name, inner]) => [
      ...(key.test(name) ? [] : [finding([...path, name], sayBoth(expectedKey), 'key')]),
      ...check(inner, [...path, name]),
    ]);
  };

export const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((item, at) => check(item, [...path, at])) : [finding(path, sayBoth('mistake.list'))];
