import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { charterHash, loadCharterText } from './index.js';

const data = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const mdm = data('data/mdm.yaml');

function hashOf(text: string): string {
  const loading = loadCharterText(text, 'charter.yaml');
  if (!loading.ok) throw new Error(`the charter should load: ${JSON.stringify(loading.mistakes)}`);
  return loading.charter.hash;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The same content with the keys of every mapping in another order. */
function reordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

/** Every value of the content that is not itself a list or a mapping, by its path. */
function leaves(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function changedAt(value: Json, [step, ...rest]: (string | number)[], by: (leaf: Json) => Json): Json {
  if (step === undefined) return by(value);
  if (Array.isArray(value)) return value.map((inner, index) => (index === step ? changedAt(inner, rest, by) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === step ? changedAt(inner, rest, by) : inner]));
}

describe('the hash of a charter', () => {
  const content: Json = parse(mdm);

  it('does not change with comments, blank lines, quotes, indentation or the order of keys', () => {
    const written = hashOf(mdm);
    expect(hashOf(`# a remark\n\n${mdm}\n# another\n`)).toBe(written);
    expect(hashOf(mdm.replaceAll('\n', '\r\n'))).toBe(written);
    expect(hashOf(stringify(content, { indent: 4, defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }))).toBe(written);
    expect(hashOf(JSON.stringify(reordered(content), null, 1))).toBe(written);
  });

  it('changes with any value, anywhere in the charter', () => {
    const places = leaves(content);
    expect(places.length).toBeGreaterThan(1_000);
    const written = charterHash(content);
    expect(written).toBe(hashOf(mdm));
    fc.assert(
      fc.property(fc.constantFrom(...places), path => {
        const other = changedAt(content, path, leaf =>
          typeof leaf === 'boolean' ? !leaf : typeof leaf === 'number' ? leaf + 1 : `${JSON.stringify(leaf)}x`,
        );
        expect(charterHash(other)).not.toBe(written);
      }),
      { numRuns: 100 },
    );
  });

  it('changes with the order of the questions, because they are asked in it', () => {
    const turned = changedAt(content, ['questionnaires', 'annual_review'], list => (Array.isArray(list) ? list.toReversed() : list));
    expect(charterHash(turned)).not.toBe(charterHash(content));
  });

  it('of a charter that somebody corrected by one letter is another identity', () => {
    const corrected = mdm.replace('Krakow charter', 'Kraków charter');
    expect(corrected).not.toBe(mdm);
    expect(hashOf(corrected)).not.toBe(hashOf(mdm));
  });
});
