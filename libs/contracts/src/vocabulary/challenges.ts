/** What a difficulty is about (PMP-50 to PMP-55). `trust` asks for a mediator at once. `other` is everything else. */
export const challengeKinds = ['resources', 'stakeholders', 'organisation', 'equal-participation', 'trust', 'expertise', 'other'] as const;

export type ChallengeKind = (typeof challengeKinds)[number];
