import { z } from 'zod';
import { freeText, label, opaqueId, partyId, textVersion } from '../fields.js';
import { gateIds, gateStrengths } from '../vocabulary/gates.js';
import { textKinds } from '../vocabulary/texts.js';
import { eventRows } from './event-definition.js';

const row = eventRows('sign-off');

/** What a joint decision is about. `override` changes the strength of one gate for one partnership (PMP-59). */
export const decisionKinds = ['joint', 'change', 'scope', 'override'] as const;

const decision = { decision: opaqueId, kind: z.enum(decisionKinds) };

const onText = { kind: z.enum(textKinds), ...textVersion };

export const signOffEvents = {
  CoConstructionConfirmed: row(
    z.strictObject({ party: partyId, person: opaqueId }),
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
      override: z.strictObject({ gate: z.enum(gateIds), strength: z.enum(gateStrengths) }).nullable(),
    }),
    ['MDM-15', 'PMP-59'],
    ['Décision commune proposée', 'Joint decision proposed'],
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
    z.strictObject({ ...decision, acceptedBy: z.array(partyId), gate: z.enum(gateIds), strength: z.enum(gateStrengths), reason: freeText }),
    ['PMP-59'],
    ['Règle adaptée d’un commun accord', 'Rule adapted by agreement'],
  ),
  ReportsApprovedByAssembly: row(
    z.strictObject({ party: partyId, person: opaqueId, ...textVersion }),
    ['HFA-34'],
    ['Rapports approuvés par l’assemblée', 'Reports approved by the assembly'],
  ),
  ReportsReturnedByAssembly: row(
    z.strictObject({ party: partyId, person: opaqueId, reason: freeText, ...textVersion }),
    ['HFA-34'],
    ['Rapports renvoyés par l’assemblée', 'Reports returned by the assembly'],
  ),
  AccountRendered: row(
    z.strictObject({ party: partyId, person: opaqueId }),
    ['HFA-24', 'HFA-32'],
    ['Compte déclaré rendu', 'Account declared rendered'],
  ),
};
