/**
 * What a joint decision is about. `override` changes one value of the policy for one partnership (PMP-59); `end` ends it before
 * its term (S-06), `abandon-transfer` gives up a transfer whose plan was agreed (MDM-15), `plan-at-a-distance` says why the planning
 * at the start is not done in person (AGI-25).
 */
export const decisionKinds = [
  'joint',
  'change',
  'scope',
  'override',
  'external-release',
  'end',
  'abandon-transfer',
  'plan-at-a-distance',
] as const;
