import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId, takingPart, textVersion } from '../fields.js';
import { assemblySession } from '../vocabulary/assembly.js';
import { decisionKinds } from '../vocabulary/decisions.js';
import { chosenAreas, informs } from '../vocabulary/party-notes.js';
import { policyOverride } from '../policy-overrides.js';
import { roles } from '../vocabulary/roles.js';
import { textKinds } from '../vocabulary/texts.js';
import { eventRows } from './event-definition.js';

const row = eventRows('sign-off');

/** What a proposed decision may say of itself, beside its subject and text. */
export const decisionFields = {
  /** Its name in the table of decisions: who decides there is asked, and nobody else (AGI-19). */
  matter: label.optional(),
  /** The area it falls into, where no matter of the table is named: who chose to decide there is asked (AGI-21). */
  area: z.enum(chosenAreas).optional(),
  /** For a change: what changes, and the clauses it touches; none, and it needs no new signature (AGI-30). */
  change: z
    .strictObject({ of: z.enum(['activities', 'schedule', 'task-sharing']), touches: z.array(z.string().regex(/^\d+(\.\d+)*$/)).max(60) })
    .optional(),
  /** For a change: the need that it answers (AGI-31). */
  need: freeText.optional(),
  /** The decision of one party that this one overrules (AGI-22). */
  overrules: opaqueId.optional(),
  /** Limits that it crosses: whose, the how-manieth of that party, and when the party was asked; none is an empty list (PMP-26). */
  crosses: z
    .array(z.strictObject({ party: partyId, limit: z.int().min(1).max(1000), askedOn: day }))
    .max(50)
    .optional(),
} as const;

/** What the engine adds: who decides by the table; whether the hierarchy has to accept. */
const engineSays = { deciders: z.array(partyId).min(1).optional(), binding: z.literal(true).optional(), informs };

const decision = { decision: opaqueId, kind: z.enum(decisionKinds) };

const onText = { kind: z.enum(textKinds), ...textVersion };

/** As it is told, the count of a session is never missing. */
const heldSession = assemblySession.required().optional();

export const signOffEvents = {
  CoConstructionConfirmed: row(
    z.strictObject({ party: partyId, person: opaqueId, participants: takingPart }),
    ['MDM-27', 'ALE-71'],
    ['Participation à la co-construction confirmée', 'Participation in co-construction confirmed'],
  ),
  SignatureGiven: row(
    z.strictObject({
      party: partyId,
      person: opaqueId,
      mandate: z.strictObject({ from: z.string(), until: z.string().nullable() }),
      ...textVersion,
    }),
    ['HFA-15', 'S-16'],
    ['Signature donnée par une partie', 'Signature given by one party'],
  ),
  SignatureRefused: row(
    z.strictObject({ party: partyId, person: opaqueId, reason: freeText, ...textVersion }),
    ['HFA-15'],
    ['Signature refusée par une partie', 'Signature refused by one party'],
  ),
  StrategicValidationRequested: row(
    z.strictObject({ ...textVersion }),
    ['MDM-61'],
    ['Validation stratégique demandée', 'Strategic validation requested'],
  ),
  StrategicValidationGranted: row(
    z.strictObject({ person: opaqueId, ...textVersion }),
    ['MDM-61'],
    ['Validation stratégique accordée', 'Strategic validation granted'],
  ),
  StrategicValidationRefused: row(
    z.strictObject({ person: opaqueId, reason: freeText, ...textVersion }),
    ['MDM-61'],
    ['Validation stratégique refusée', 'Strategic validation refused'],
  ),
  /** Who votes in a body, and how many voices it takes. Members of several parties make a shared governance (MDM-60). */
  BodyConstituted: row(
    z.strictObject({
      body: z.enum(roles),
      party: partyId,
      members: z
        .array(z.strictObject({ party: partyId, person: opaqueId }))
        .min(1)
        .max(60),
      quorum: z.int().min(1).max(60),
    }),
    ['MDM-60', 'HFA-34'],
    ['Instance constituée', 'Body constituted'],
  ),
  /** One member, one voice, each told by itself (MDM-60). `subject` names what is voted on. */
  VoteCast: row(
    z.strictObject({
      body: z.enum(roles),
      of: partyId,
      subject: label,
      party: partyId,
      person: opaqueId,
      verdict: z.enum(['grant', 'refuse']),
      reason: freeText.nullable(),
    }),
    ['MDM-60', 'HFA-34', 'MDM-61'],
    ['Vote exprimé', 'Vote cast'],
  ),
  /** The approved text changed afterwards: the approval no longer counts and has to be asked again. */
  SignOffBecameStale: row(
    z.strictObject({
      signOff: z.enum(['signature', 'strategic-validation', 'assembly', 'content-shared']),
      party: partyId.nullable(),
      ...onText,
    }),
    ['MDM-15'],
    ['Approbation périmée par un changement ultérieur', 'Approval made stale by a later change'],
  ),
  JointDecisionProposed: row(
    z.strictObject({
      ...decision,
      party: partyId,
      subject: label,
      text: freeText,
      override: policyOverride.nullable(),
      ...decisionFields,
      ...engineSays,
    }),
    ['MDM-15', 'PMP-59'],
    ['Décision commune proposée', 'Joint decision proposed'],
  ),
  /** A change of what was agreed, under its own name: agreed, it is no breach (C-06). */
  ChangeProposed: row(
    z.strictObject({
      ...decision,
      party: partyId,
      subject: label,
      text: freeText,
      override: policyOverride.nullable(),
      ...decisionFields,
      ...engineSays,
    }),
    ['AGI-30', 'C-06'],
    ['Changement proposé', 'Change proposed'],
  ),
  /** With more than two parties (C-15), each acceptance before the last one is told by itself. */
  JointDecisionAccepted: row(
    z.strictObject({ ...decision, party: partyId }),
    ['MDM-15', 'C-15'],
    ['Décision commune acceptée par une partie', 'Joint decision accepted by one party'],
  ),
  JointDecisionDeclined: row(
    z.strictObject({ ...decision, party: partyId, reason: freeText }),
    ['MDM-15', 'MDM-25'],
    ['Décision commune déclinée', 'Joint decision declined'],
  ),
  JointDecisionTaken: row(
    z.strictObject({ ...decision, acceptedBy: z.array(partyId) }),
    ['MDM-15'],
    ['Décision commune prise', 'Joint decision taken'],
  ),
  ChangeAgreed: row(
    z.strictObject({ ...decision, acceptedBy: z.array(partyId) }),
    ['AGI-30', 'C-06'],
    ['Changement convenu', 'Change agreed'],
  ),
  ScopeChanged: row(
    z.strictObject({ ...decision, acceptedBy: z.array(partyId) }),
    ['PMP-42'],
    ['Périmètre changé d’un commun accord', 'Scope changed by agreement'],
  ),
  PolicyOverrideAgreed: row(
    z.strictObject({ ...decision, acceptedBy: z.array(partyId), override: policyOverride, reason: freeText }),
    ['PMP-59'],
    ['Règle adaptée d’un commun accord', 'Rule adapted by agreement'],
  ),
  /** From inside to outside, by everybody's agreement (PMP-40). */
  ExternalReleaseApproved: row(
    z.strictObject({ ...decision, acceptedBy: z.array(partyId) }),
    ['PMP-40', 'C-07'],
    ['Diffusion externe approuvée', 'External release approved'],
  ),
  ReportsApprovedByAssembly: row(
    z.strictObject({ party: partyId, person: opaqueId, ...textVersion, session: heldSession }),
    ['HFA-34'],
    ['Rapports approuvés par l’assemblée', 'Reports approved by the assembly'],
  ),
  ReportsReturnedByAssembly: row(
    z.strictObject({ party: partyId, person: opaqueId, reason: freeText, ...textVersion, session: heldSession }),
    ['HFA-34'],
    ['Rapports renvoyés par l’assemblée', 'Reports returned by the assembly'],
  ),
  AccountRendered: row(
    z.strictObject({ party: partyId, person: opaqueId }),
    ['HFA-24', 'HFA-32'],
    ['Compte déclaré rendu', 'Account declared rendered'],
  ),
};
