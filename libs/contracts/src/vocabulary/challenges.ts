import { z } from 'zod';
import { freeText, opaqueId } from '../fields.js';

/** What a difficulty is about (PMP-50 to PMP-55). `trust` asks for a mediator at once. `other` is everything else. */
export const challengeKinds = ['resources', 'stakeholders', 'organisation', 'equal-participation', 'trust', 'expertise', 'other'] as const;

/** Where money, time and staff come from, as far as the difficulty is about them; at least one is said (PMP-50). */
export const resourcesInQuestion = z.strictObject({ money: freeText.nullable(), time: freeText.nullable(), staff: freeText.nullable() });

/** Actors of the map that join or leave the circle, as the way out of a difficulty about whom to address (PMP-51). */
export const circleChange = z.strictObject({ added: z.array(opaqueId).max(40), dropped: z.array(opaqueId).max(40) });

export type ChallengeKind = (typeof challengeKinds)[number];
