import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { noted } from './noted.js';
import { phases } from './phases.js';

/** What we bring to a partner (ALE-36). */
export const ourContributions = ['amplify', 'solidarity', 'connect'] as const;

/** What partners bring (ALE-38). */
export const partnerContributions = ['understanding', 'approach', 'reach', 'expertise', 'learning', 'relevance'] as const;

/** Kinds of accompaniment: the capacity plan and the count of the year use the same list (ALE-37). */
export const accompanimentKinds = ['funds', 'training', 'mentoring', 'other-capacity', 'joint-influence'] as const;

export type AccompanimentKind = (typeof accompanimentKinds)[number];

/** The four things an inclusive plan looks at (ALE-27). */
export const inclusionItems = ['gender', 'diversity', 'equity', 'inclusion'] as const;

/** Phases of a project in which the community takes part (AGI-33). */
export const communityPhases = ['planning', 'implementation', 'evaluation'] as const;

export type CommunityPhase = (typeof communityPhases)[number];

/** Done or not, and what shows it. */
const looked = z.strictObject({ done: z.boolean(), evidence: freeText });

const inTheRoom = z
  .array(z.strictObject({ party: partyId, people: z.int().min(0) }))
  .min(1)
  .max(60);

/** Notes about the relation itself: what each side brings, says for the other, opens for it, and how they remember it. */
export const relationNotes = {
  ContributionMade: noted(['ALE-36'], 'Apport à une autre partie', 'Contribution made', {
    contribution: opaqueId,
    under: z.enum(ourContributions),
    to: partyId,
    result: freeText,
  }),
  /** Said by the party that was to gain from it. */
  ContributionConfirmed: noted(['ALE-36'], 'Résultat d’un apport confirmé', 'Result of a contribution confirmed', {
    contribution: opaqueId,
    note: freeText,
  }),
  PartnerContributionRecorded: noted(['ALE-38'], 'Apport d’un partenaire noté', 'Contribution of a partner recorded', {
    by: partyId,
    brings: z.enum(partnerContributions),
    note: freeText,
  }),
  AccompanimentGiven: noted(['ALE-37'], 'Accompagnement donné', 'Accompaniment given', {
    accompaniment: z.enum(accompanimentKinds),
    to: partyId,
    note: freeText,
  }),
  InclusionChecked: noted(['ALE-27'], 'Genre, diversité, équité, inclusion examinés', 'Gender, diversity, equity, inclusion looked at', {
    gender: looked,
    diversity: looked,
    equity: looked,
    inclusion: looked,
  }),
  AdvocacyConsentGiven: noted(['ALE-16'], 'Accord donné pour parler en son nom', 'Consent to be spoken for given', {
    subject: opaqueId,
    to: partyId,
    note: freeText,
  }),
  /** for: in the partner's place. with: side by side. by: the partner speaks, helped. */
  AdvocacyActionTaken: noted(['ALE-16'], 'Action de plaidoyer menée', 'Advocacy action taken', {
    subject: opaqueId,
    stance: z.enum(['for', 'with', 'by']),
    partner: partyId,
    note: freeText,
  }),
  OpportunityFollowedUp: noted(['ALE-47'], 'Suite d’une opportunité', 'Opportunity followed up', {
    opportunity: opaqueId,
    outcome: z.enum(['contacted', 'applied', 'taken', 'without-effect']),
    note: freeText,
  }),
  SharedHistoryNoted: noted(['AGI-16'], 'Souvenir commun noté', 'Shared history noted', {
    entry: opaqueId,
    tone: z.enum(['positive', 'negative']),
    note: freeText,
  }),
  SharedHistoryAnswered: noted(['AGI-16'], 'Souvenir commun commenté', 'Shared history answered', { entry: opaqueId, note: freeText }),
  CommunityParticipationRecorded: noted(
    ['AGI-33', 'AGI-34'],
    'Participation de la communauté notée',
    'Participation of the community recorded',
    {
      stage: z.enum(communityPhases),
      people: z.int().min(1),
      note: freeText,
    },
  ),
  /** Design and outreach with, or without, a partner in the room (ALE-71). */
  DesignSessionHeld: noted(['ALE-71'], 'Séance de conception tenue', 'Design session held', { topic: label, participants: inTheRoom }),
  OutreachSessionHeld: noted(['ALE-71'], 'Séance de rayonnement tenue', 'Outreach session held', { topic: label, participants: inTheRoom }),
  /** How many half days a party sets aside for the relation in a year, its own alone (MDM-29). */
  RelationTimePlanned: noted(['MDM-29'], 'Temps prévu pour la relation', 'Time for the relation planned', {
    year: z.int().min(2000).max(2200),
    halfDays: z.int().min(0).max(730),
  }),
  /** Half days that a party gave to the relation; what was prepared or travelled for counts as well (MDM-29). */
  RelationTimeSpent: noted(['MDM-29'], 'Temps donné à la relation', 'Time given to the relation', {
    halfDays: z.int().min(1).max(60),
    note: freeText,
  }),
  /** An answer of a review told outside: only once every party has cleared it (AGI-09). */
  AnswerQuoted: noted(['AGI-09'], 'Réponse citée', 'Answer quoted', {
    round: z.int().min(1),
    question: z.string().min(1).max(60),
    of: partyId,
    where: label,
  }),
  /** Advice of users for a step, beside that of the built-in guide; signed by whoever notes it (PMP-02). */
  AdviceGiven: noted(['PMP-02'], 'Conseil d’expérience donné', 'Advice from experience given', {
    step: z.enum(phases),
    advice: freeText,
  }),
};

/** Beside its note, what an opportunity is and until when it is open (ALE-47). */
export const opportunityFields = {
  opportunity: opaqueId.optional(),
  offers: z.enum(['call', 'event', 'donor']).optional(),
  closesOn: day.optional(),
};
