import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId, sha256 } from '../fields.js';
import { noted } from './noted.js';
import { lineId } from './text-bodies.js';

/** Papers that an agreement is followed by (HFA-27). */
export const supportingDocuments = ['activity-report', 'financial-report', 'voucher'] as const;

/** Areas in which each party says how much it wants to know and to decide (AGI-21). */
export const chosenAreas = ['activities', 'money', 'people', 'communication', 'follow-up'] as const;

export type ChosenArea = (typeof chosenAreas)[number];

const access = z.int().min(1).max(5);

/** What each party says for itself: its role, its means, its choices, what it received and what it used. */
export const partyNotes = {
  RoleAndNeedsStated: noted(['PMP-25'], 'Rôle et besoins dits', 'Role and needs stated', { role: freeText, needs: freeText }),
  /** From 1, hardly any, to 5, as much as needed. */
  ResourceAccessStated: noted(['AGI-12'], 'Accès aux moyens dit', 'Access to resources stated', {
    financial: access,
    technical: access,
    human: access,
    note: freeText,
  }),
  /** Two questions for each area. An area that is left out is decided together and told in full. */
  LevelsChosen: noted(['AGI-21'], 'Niveaux d’information et de décision choisis', 'Levels of information and decision chosen', {
    areas: z
      .array(
        z.strictObject({
          area: z.enum(chosenAreas),
          information: z.enum(['none', 'summary', 'full']),
          decision: z.enum(['none', 'consulted', 'joint', 'sole']),
        }),
      )
      .min(1)
      .max(chosenAreas.length),
  }),
  ReciprocityNoted: noted(['MDM-51', 'MDM-14'], 'Reçu et donné notés', 'Given and received noted', { given: freeText, received: freeText }),
  /** How one's own expectations stand; those that are dropped have a reason. */
  ExpectationReviewed: noted(['PMP-33'], 'Attentes revues', 'Expectations reviewed', {
    status: z.enum(['shared', 'partly-met', 'met', 'dropped']),
    reason: freeText.nullable(),
  }),
  StrengthsUsed: noted(['ALE-57'], 'Forces mises à profit', 'Strengths used', {
    strengths: z.array(lineId).min(1).max(40),
    note: freeText,
  }),
  RebalancingEffectScored: noted(['ALE-44'], 'Effet d’un rééquilibrage noté', 'Effect of a rebalancing measure scored', {
    measure: lineId,
    score: z.int().min(1).max(5),
    note: freeText,
  }),
  /** The paper itself stays where it is; its hash and its day are kept. */
  SupportingDocumentFiled: noted(['HFA-27'], 'Pièce justificative déposée', 'Supporting document filed', {
    document: z.enum(supportingDocuments),
    file: sha256,
    about: label,
  }),
  /** Rules of a donor that come with a grant; only those needed become tasks. */
  DonorRequirementsListed: noted(['ALE-53'], 'Exigences d’un bailleur listées', 'Requirements of a donor listed', {
    grant: opaqueId,
    donor: opaqueId,
    requirements: z
      .array(z.strictObject({ requirement: lineId, what: label, needed: z.boolean(), dueOn: day.nullable() }))
      .min(1)
      .max(60),
  }),
  DonorRequirementMet: noted(['ALE-53'], 'Exigence d’un bailleur remplie', 'Requirement of a donor met', {
    grant: opaqueId,
    requirement: lineId,
    note: freeText,
  }),
  /** A course on partnership that people of the party followed. */
  TrainingFollowed: noted(['MDM-80'], 'Formation suivie', 'Training followed', { course: label, people: z.int().min(1), note: freeText }),
  ReportsReceived: noted(['HFA-35'], 'Réception des rapports confirmée', 'Receipt of the reports acknowledged', { hash: sha256 }),
};

/** Who is told of a decision, and how fully, as each party chose for the area: filled in by the engine (AGI-21). */
export const informs = z
  .array(z.strictObject({ party: partyId, information: z.enum(['summary', 'full']) }))
  .max(60)
  .optional();

/** Fields that notes of older kinds gained. */
export const told = {
  /** For the project, and beyond it (ALE-59). */
  needs: { forProject: freeText.optional(), wider: freeText.optional() },
  /** Line by line of the capacity plan (ALE-60). */
  progress: {
    lines: z
      .array(z.strictObject({ line: lineId, state: z.enum(['not-started', 'going-on', 'done', 'dropped']) }))
      .max(60)
      .optional(),
  },
  /** The matter, as the table of decisions names it, and the reference under which others speak of it (AGI-22). */
  decision: { matter: label.optional(), decision: opaqueId.optional(), area: z.enum(chosenAreas).optional(), informs },
  /** The very version that was sent: filled in by the engine with the approved one (HFA-35). */
  transmission: { version: z.int().min(1).optional(), hash: sha256.optional() },
  /** Where it appeared, what was said, and the decision by which every side cleared it (HFA-36). */
  media: { outlet: label.optional(), extract: freeText.optional(), decision: opaqueId.optional() },
} as const;
