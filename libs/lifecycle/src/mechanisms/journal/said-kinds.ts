import type { JournalKind } from './kinds.js';

/** Kinds of notes that each party says for itself: the state keeps when each last did. */
export const saidKinds = [
  'RoleAndNeedsStated',
  'ResourceAccessStated',
  'LevelsChosen',
  'CapacityNeedsAssessed',
  'CapacityPlanProgressAssessed',
  'ReciprocityNoted',
  'ExpectationReviewed',
  'TrainingFollowed',
  'NoParticipationBarrierKnown',
] as const satisfies readonly JournalKind[];

export type SaidKind = (typeof saidKinds)[number];
