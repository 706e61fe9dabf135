import type { ReviewDoc } from './reviews.entity.js';
import { byQuality, meanOf } from './scores.js';

/** The last review of one partnership, with those whose score it is a part of. */
export interface LastReview {
  readonly charter: string;
  /** Teams that work with its organisations, or the organisations themselves; null: no team. */
  readonly groups: readonly (string | null)[];
  readonly questions: ReviewDoc['questions'];
}

export interface QualityScore {
  /** Mean over partnerships, each of which counts once. Hundredths of the scale of five. */
  readonly mean: number;
  readonly partnerships: number;
}

/** The axes of one team or organisation, under one charter. */
export interface GroupQualities {
  readonly group: string | null;
  /** Charters ask different questions: a mean never goes from one to another. */
  readonly charter: string;
  readonly partnerships: number;
  /** By the qualities of the charter; empty where it tags no question. */
  readonly qualities: Readonly<Record<string, QualityScore>>;
}

type Tags = Readonly<Record<string, string>>;

function scored(reviews: readonly LastReview[], tags: Tags): GroupQualities['qualities'] {
  const axes = reviews.map(({ questions }) => byQuality(questions, tags));
  const names = [...new Set(axes.flatMap(one => Object.keys(one)))];
  return Object.fromEntries(
    names.map(name => {
      const means = axes.flatMap(one => one[name] ?? []);
      return [name, { mean: meanOf(means) ?? 0, partnerships: means.length }];
    }),
  );
}

const keyOf = ({ group, charter }: Pick<GroupQualities, 'group' | 'charter'>): string => JSON.stringify([group ?? '\uffff', charter]);

/** Scores of each group under each charter, in the order of their names; those without a team come last (ALE-20). */
export function qualitiesByGroup(reviews: readonly LastReview[], tagsOf: (charter: string) => Tags): readonly GroupQualities[] {
  const groups = new Map<string, { readonly group: string | null; readonly charter: string; readonly held: LastReview[] }>();
  for (const review of reviews) {
    for (const group of new Set(review.groups)) {
      const key = keyOf({ group, charter: review.charter });
      const known = groups.get(key) ?? { group, charter: review.charter, held: [] };
      groups.set(key, { ...known, held: [...known.held, review] });
    }
  }
  return [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { group, charter, held }]) => ({ group, charter, partnerships: held.length, qualities: scored(held, tagsOf(charter)) }));
}
