import { questionsOfCharter } from '../balance/beside.js';
import type { ReviewDoc } from './reviews.entity.js';

/** A review with the charter that it was held under. */
export interface HeldReview {
  readonly partnership: string;
  readonly charter: string;
  readonly doc: Pick<ReviewDoc, 'round' | 'choices'>;
}

/** A step of design in which a party says that it had no part at all (ALE-09). */
export interface StepWithoutPartner {
  readonly partnership: string;
  readonly charter: string;
  readonly round: number;
  /** Question of the charter that asks for the step: concept, priorities, plan, budget. */
  readonly step: string;
  readonly party: string;
}

const noPart = 'none';

/** Steps of design marked as gone through without the partner, by the charter that asks for its level step by step. */
export const stepsWithoutPartner = ({ partnership, charter, doc: { round, choices = {} } }: HeldReview): readonly StepWithoutPartner[] =>
  questionsOfCharter(charter, 'ALE-09').flatMap(step =>
    Object.entries(choices[step] ?? {}).flatMap(([party, level]) =>
      level === noPart ? [{ partnership, charter, round, step, party }] : [],
    ),
  );
