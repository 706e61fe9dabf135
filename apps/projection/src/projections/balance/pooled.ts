import type { EventData } from '@palabre/contracts';
import type { StrengthView } from '../file/parts/strengths.part.js';
import { percentOf } from './tally.js';

export type Pooled = EventData<'ResourcePooled'>;
export type Reported = EventData<'ResultReported'>;

const unitOf = ({ share }: Pooled): string => ('currency' in share ? share.currency : share.unit);

const sizeOf = ({ share }: Pooled): number => ('currency' in share ? share.amount : share.quantity);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** What parties put together, by kind and unit: the share of each and the total; money in minor units of its currency (HFA-12). */
export function pooledResources(notes: readonly Pooled[], parties: readonly string[]): object[] {
  const keyOf = (note: Pooled): string => `${note.resource} ${unitOf(note)}`;
  return [...new Set(notes.map(keyOf))].toSorted().flatMap(key => {
    const own = notes.filter(note => keyOf(note) === key);
    const [first] = own;
    if (first === undefined) return [];
    const total = sum(own.map(sizeOf));
    const shares = parties.map(party => {
      const amount = sum(own.filter(note => note.party === party).map(sizeOf));
      return { party, amount, percent: percentOf(amount, total) };
    });
    return [{ resource: first.resource, unit: unitOf(first), total, shares }];
  });
}

/** The strengths of the file; one that no activity uses is told as unused (AGI-18). */
export const strengths = (list: readonly StrengthView[]): object[] => list.map(one => ({ ...one, unused: one.activities.length === 0 }));

/** Which lists of strengths are still missing: by whom, about whom (AGI-17). */
export const missingLists = (list: readonly StrengthView[], parties: readonly string[]): object[] =>
  parties.flatMap(by => parties.filter(of => !list.some(one => one.of === of && one.namedBy.includes(by))).map(of => ({ by, of })));

/** An objective of the agreed text, as far as results are told from it. */
export interface Objective {
  readonly id: string;
  readonly text: unknown;
  readonly resultOf?: 'project' | 'partnership';
  readonly indicators?: readonly string[];
}

/** Results of the project and, beside them, results of the partnership; each with the last word about it (AGI-07). */
export function results(objectives: readonly Objective[], reported: readonly Reported[]): object {
  const shown = ({ id, text, indicators = [] }: Objective): object => {
    const last = reported.findLast(one => one.objective === id);
    return { id, text, indicators, state: last?.state ?? null, on: last?.on ?? null };
  };
  return {
    project: objectives.filter(one => one.resultOf !== 'partnership').map(shown),
    partnership: objectives.filter(one => one.resultOf === 'partnership').map(shown),
  };
}
