import { z } from 'zod';
import { freeText, label, opaqueId } from '../fields.js';

/** Of what nature a partnership is, one or several (HFA-05). */
export const natures = ['economic', 'financial', 'scientific', 'cultural', 'artistic', 'other'] as const;

/** What partnerships work on together, so that one that is there already is found before a new one begins (PMP-05). */
export const partnershipThemes = [
  'unsustainable-materials',
  'corruption',
  'opaque-supply-chains',
  'human-rights-violations',
  'other',
] as const;

/** Who had the idea. A person may have it alone, and then no organisation has to be on record (PMP-09). */
export const initiator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('individual') }),
  z.strictObject({ kind: z.enum(['organisation', 'company']), organisation: opaqueId }),
]);

/** The goal of Agenda 2030 that every partnership serves: partnerships for the goals (HFA-06). */
export const partnershipGoal = 17;

/** What an idea tells beside its title and change. All of it may come later: until then the idea is a draft. */
export const ideaCard = {
  /** What the parties will do together, in one line (HFA-02). */
  commonAction: label,
  /** The problem or the challenge: the first thing that a summary says (PMP-56). */
  problem: freeText,
  /** Goals of Agenda 2030 by their numbers, 1 to 17 (HFA-06). */
  goals: z.array(z.int().min(1).max(17)).min(1).max(17),
  /** Why one actor alone cannot do it (PMP-01). */
  whyNotAlone: freeText,
  natures: z.array(z.enum(natures)).min(1).max(natures.length),
  /** The form of working together, in words of one's own, and why it fits this context (ALE-03). */
  form: z.strictObject({ name: label, context: freeText }),
  themes: z.array(z.enum(partnershipThemes)).min(1).max(partnershipThemes.length),
  initiator,
  /** The people whose rights are pursued, as a group; never a person (MDM-21). */
  peopleConcerned: label,
  /** For how many years the parties mean to go together (MDM-49). */
  horizonYears: z.int().min(1).max(100),
};

/** The same fields where any of them may be left out. */
export const ideaCardSoFar = z.strictObject(ideaCard).partial().shape;

export type IdeaCard = z.infer<z.ZodObject<typeof ideaCardSoFar>>;

/** What a charter may ask an idea to tell before it leaves its phase, and the fields that tell it. */
export const ideaParts = {
  'common-action': ['commonAction'],
  problem: ['problem'],
  'agenda-2030': ['goals', 'whyNotAlone'],
  nature: ['natures'],
  form: ['form'],
  horizon: ['horizonYears'],
  'people-concerned': ['peopleConcerned'],
} as const satisfies Record<string, readonly (keyof IdeaCard)[]>;

export type IdeaPart = keyof typeof ideaParts;

export const ideaPartNames = Object.keys(ideaParts) as [IdeaPart, ...IdeaPart[]];

/** How a group without an organisation of its own has voted: counts alone, so that nobody is named (S-18). */
export const groupVote = z.strictObject({
  group: label,
  inFavour: z.int().min(0),
  against: z.int().min(0),
  abstained: z.int().min(0),
});

export type GroupVote = z.infer<typeof groupVote>;
