import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Refusal } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

const rules = import.meta.dirname;

const files = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('refusals.ts'))
  .toSorted();

const localized = { fr: 'Un mot.', en: 'A word.' };
const faults = { missing: ['x'], unknown: ['y'], wrongKind: [{ id: 'z', ...localized }] };
const unmet = { reason: { fr: 'Manque.', en: 'Missing.' }, gates: [] };

/** What a reason may be asked with: names, lists, numbers. The first that it can be told with is taken. */
const askedWith: readonly (readonly unknown[])[] = [
  ['x', 'y', 'z'],
  [[localized]],
  [3, 2, 'EUR'],
  ['x', 3, 'EUR'],
  ['x', ['y'], ['z']],
  [['x', 'y'], ['x']],
  [localized, 3],
  [localized, ['x']],
  [[unmet], [unmet]],
  [{ line: 'x', amount: 3, currency: 'EUR' }],
  ['annual-review', faults],
  ['agreement', 'x', 'y'],
  [['values'], ['values']],
  ['timeTogether', true],
  [[{ party: 'x', cells: [] }]],
];

const wordsOf = ({ reason, next }: Refusal): readonly string[] => [reason.fr, reason.en, next.fr, next.en];

/** What is told, or null where these words do not fit. */
function toldWith(reason: (...given: readonly unknown[]) => Refusal, given: readonly unknown[]): Refusal | null {
  try {
    const refusal = reason(...given);
    return wordsOf(refusal).some(text => /undefined|\[object|NaN/.test(text)) ? null : refusal;
  } catch {
    return null;
  }
}

function told(reason: (...given: readonly unknown[]) => Refusal): Refusal {
  for (const given of askedWith) {
    const refusal = toldWith(reason, given);
    if (refusal !== null) return refusal;
  }
  throw new Error(`nothing fits ${reason.name}`);
}

/**
 * Every reason to refuse of the rules, by the file and the name it has there; what a file hands on from another counts once.
 * Asked in the tests themselves: what a file computes while it is loaded is no witness of any fault (docs/mutation.md).
 */
async function everyReason(): Promise<ReadonlyMap<string, Refusal>> {
  const found = new Map<unknown, [string, Refusal]>();
  for (const file of files) {
    const exported = (await import(/* @vite-ignore */ pathToFileURL(join(rules, file)).href)) as Record<string, unknown>;
    for (const [name, reason] of Object.entries(exported)) {
      if (typeof reason !== 'function' || found.has(reason)) continue;
      found.set(reason, [`${relative('.', file).replace(/\.ts$/, '')}#${name}`, told(reason as () => Refusal)]);
    }
  }
  return new Map([...found.values()].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

describe('every reason to refuse', () => {
  it('is told by the code that programs read and the rule that people look up: neither changes unnoticed', async () => {
    const reasons = await everyReason();
    const golden = JSON.parse(readFileSync(join(rules, '../goldens/refusals.json'), 'utf8')) as Record<string, string>;
    expect(Object.fromEntries([...reasons].map(([name, { code, rule }]) => [name, `${code} ${rule}`]))).toEqual(golden);
  });

  it('says why and what to do next, in French and in English', async () => {
    const reasons = await everyReason();
    const isMute = (refusal: Refusal) => {
      const { reason, next } = refusal;
      return reason.fr === reason.en || next.fr === next.en || wordsOf(refusal).some(text => !/^\S.*[.)!?»]$/su.test(text));
    };
    expect([...reasons].filter(([, refusal]) => isMute(refusal))).toEqual([]);
  });
});
