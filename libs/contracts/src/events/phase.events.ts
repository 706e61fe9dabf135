import { z } from 'zod';
import { day, freeText, label, language, opaqueId, partyId } from '../fields.js';
import { partnershipPolicy } from '../policy.js';
import { gateIds, gateStrengths } from '../vocabulary/gates.js';
import { localized } from '../vocabulary/localized.js';
import { phases } from '../vocabulary/phases.js';
import { ideaOrigins } from '../vocabulary/declarations.js';
import { ideaCardSoFar } from '../vocabulary/idea.js';
import { roles } from '../vocabulary/roles.js';
import { eventRows } from './event-definition.js';

const row = eventRows('phase');

/** How each gate stood when the step was taken: kept with the step, so that later rules do not rewrite it. */
export const gateStanding = z.strictObject({
  gate: z.enum(gateIds),
  strength: z.enum(gateStrengths),
  state: z.enum(['open', 'passed', 'waived']),
  /** What was missing, where the gate let the step through with a warning: as the person who took it was told. */
  reason: localized.optional(),
});

/** Fields of every event that moves a partnership from one phase to another. */
export const transition = { from: z.enum(phases), to: z.enum(phases), gates: z.array(gateStanding) };

export const partyEntry = z.strictObject({
  party: partyId,
  side: z.enum(['host', 'partner']),
  organisation: opaqueId,
  workingLanguage: language,
});

/** The idea as its initiator tells it. */
export const idea = {
  title: label,
  type: z.string().min(2).max(12),
  desiredChange: freeText,
  trigger: z.enum(['global-problem', 'acute-crisis', 'other']),
  origin: z.enum(ideaOrigins),
  rightsServed: freeText,
  whyTogether: freeText,
  financialFlows: z.boolean(),
  project: z
    .strictObject({
      reference: opaqueId,
      objectives: z.array(label).min(1).max(20),
      startsOn: day,
      endsOn: day,
      /** The people who benefit from it (HFA-11). */
      population: label.optional(),
    })
    .nullable(),
  ...ideaCardSoFar,
};

/** Both answers on the value that a new partnership adds, with what the directory showed (PMP-08). */
export const existingChecked = {
  found: z.int().min(0),
  newOneJustified: z.boolean(),
  argument: freeText,
  /** Whether a partnership works on this already. */
  alreadyWorkedOn: z.boolean().optional(),
  /** The partnerships that the directory showed. */
  seen: z.array(opaqueId).max(20).optional(),
};

/** What is handed over: a project of action or of advocacy (MDM-44). */
export const transferObjects = ['operational', 'advocacy'] as const;

const closingScore = z.int().min(100).max(500).nullable();

const count = z.int().min(0);

/** How the commitments of one party ended, and how many wait, in time or past their day. */
const delivered = z.strictObject({
  party: partyId,
  kept: count,
  late: count,
  breached: count,
  excused: count,
  open: count,
  overdue: count,
});

const stated = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...transition, ...shape });

export const phaseEvents = {
  PartnershipIdeaRecorded: row(
    z.strictObject({
      ...transition,
      ...idea,
      parties: z.array(partyEntry).min(1),
      policy: partnershipPolicy,
      calendar: z.enum(['real', 'rehearsal']),
    }),
    ['PMP-03', 'MDM-21'],
    ['Idée de partenariat enregistrée', 'Partnership idea recorded'],
  ),
  PartnershipNeedAssessed: row(
    z.strictObject({ objective: freeText, partnershipIsRightMethod: z.boolean(), argument: freeText }),
    ['PMP-07'],
    ['Besoin et méthode examinés', 'Need and method assessed'],
  ),
  ExistingPartnershipsChecked: row(
    z.strictObject(existingChecked),
    ['PMP-05', 'PMP-08'],
    ['Partenariats existants vérifiés', 'Existing partnerships checked'],
  ),
  PartnershipTypeProposed: row(
    z.strictObject({
      coConstruction: z.boolean(),
      moneyForServices: z.boolean(),
      beyondProject: z.boolean(),
      sharedGovernance: z.boolean(),
      suggested: z.string(),
      chosen: z.string(),
      reason: freeText.nullable(),
    }),
    ['MDM-33'],
    ['Type de partenariat proposé', 'Partnership type proposed'],
  ),
  PartnershipIdeaDiscarded: row(z.strictObject({ reason: freeText }), ['PMP-07'], ['Idée écartée', 'Idea discarded']),
  StakeholderMappingStarted: row(stated({}), ['PMP-12'], ['Cartographie commencée', 'Stakeholder mapping started']),
  StakeholderMappingCompleted: row(stated({}), ['PMP-12', 'ALE-24'], ['Cartographie terminée', 'Stakeholder mapping completed']),
  DueDiligenceOpened: row(stated({}), ['PMP-19'], ['Diligence raisonnable ouverte', 'Due diligence opened']),
  DueDiligencePassed: row(stated({}), ['PMP-19', 'MDM-62'], ['Diligence raisonnable réussie', 'Due diligence passed']),
  DueDiligenceFailed: row(
    /** `about`: the party that failed; where it is left out, the one that did not speak. */
    z.strictObject({ reason: freeText, about: partyId.optional() }),
    ['MDM-64'],
    ['Diligence raisonnable échouée', 'Due diligence failed'],
  ),
  CoConstructionCompleted: row(stated({}), ['MDM-27', 'MDM-39'], ['Co-construction terminée', 'Co-construction completed']),
  /** Companion of the step into co-construction; later, the catch-up after a bid made in haste (ALE-34). */
  CoConstructionOpened: row(
    z.strictObject({ occasion: z.enum(['phase', 'catch-up']), note: freeText.nullable() }),
    ['MDM-27', 'MDM-39'],
    ['Co-construction ouverte', 'Co-construction opened'],
  ),
  CoConstructionSkipped: row(
    stated({ because: z.literal('type') }),
    ['MDM-35'],
    ['Co-construction sans objet pour ce type', 'Co-construction skipped: not of this type'],
  ),
  NegotiationStopped: row(
    z.strictObject({ party: partyId, reason: freeText }),
    ['MDM-25', 'S-06'],
    ['Négociation arrêtée par une partie', 'Negotiation stopped by a party'],
  ),
  AgreementSigned: row(
    stated({ version: z.int(), hash: z.string() }),
    ['MDM-11', 'HFA-15'],
    ['Accord signé par toutes les parties', 'Agreement signed by every party'],
  ),
  ImplementationStarted: row(stated({}), ['HFA-25', 'AGI-25'], ['Mise en œuvre commencée', 'Implementation started']),
  AnnualReviewOpened: row(
    stated({
      round: z.int().min(1),
      openedBy: z.enum(['deadline', 'request']),
      deadline: opaqueId.nullable(),
      /** What each side has delivered since the last review: the reflection begins there (ALE-45). */
      delivered: z.array(delivered).optional(),
    }),
    ['ALE-46', 'ALE-45'],
    ['Revue annuelle ouverte', 'Annual review opened'],
  ),
  AnnualReviewCompleted: row(
    stated({ round: z.int().min(1) }),
    ['ALE-46', 'MDM-14'],
    ['Revue annuelle terminée', 'Annual review completed'],
  ),
  TransferProjectOpened: row(
    stated({ object: z.enum(transferObjects), recipient: partyId }),
    ['MDM-44'],
    ['Projet de transfert ouvert', 'Transfer project opened'],
  ),
  ProjectTransferred: row(stated({}), ['MDM-48'], ['Projet transféré', 'Project transferred']),
  TransferAbandoned: row(stated({ reason: freeText }), ['MDM-45', 'S-04'], ['Transfert abandonné', 'Transfer abandoned']),
  ActionsEnded: row(stated({}), ['MDM-37', 'HFA-32'], ['Actions terminées, décision ouverte', 'Actions ended, decision opened']),
  RelationshipContinued: row(stated({ reason: freeText }), ['ALE-18'], ['Relation poursuivie', 'Relationship continued']),
  EndApproved: row(
    z.strictObject({ body: z.enum(roles), person: opaqueId, reason: freeText }),
    ['S-12'],
    ['Fin approuvée par l’instance qui avait validé', 'End approved by the body that had validated'],
  ),
  EndRefused: row(
    z.strictObject({ body: z.enum(roles), person: opaqueId, reason: freeText }),
    ['S-12', 'MDM-60'],
    ['Fin refusée par l’instance qui avait validé', 'End refused by the body that had validated'],
  ),
  ClosureInitiated: row(stated({ reason: freeText }), ['HFA-32'], ['Clôture engagée', 'Closure initiated']),
  PartnershipClosed: row(
    stated({
      /** Mean of the closing answers from 1 to 5, in hundredths; null where nothing was asked. Two figures, never one (AGI-10). */
      scores: z.strictObject({ network: closingScore, results: closingScore }).optional(),
    }),
    ['HFA-32', 'AGI-10'],
    ['Partenariat clos', 'Partnership closed'],
  ),
};
