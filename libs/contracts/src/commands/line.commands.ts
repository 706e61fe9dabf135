import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders } from './permissions.js';

const row = commandRows('line');

const steps = z
  .array(z.strictObject({ owner: partyId, dueOn: day, text: freeText }))
  .min(1)
  .max(30);

/** The body that decides on lines is named by the charter (`authorities.lineDecision`); the gate checks it. */
const lineDeciders = { roles: ['steering-committee', 'signatory-authority'], sides: ['host', 'partner'] } as const;

export const lineCommands = {
  DeclareLimit: row(z.strictObject({ limit: freeText }), fileHolders, ['PMP-26'], ['Déclarer sa limite', 'Declare an own limit']),
  RaiseLine: row(
    z.strictObject({ line: label, about: partyId, facts: freeText.nullable() }),
    anyMember,
    ['MDM-66', 'MDM-65'],
    ['Signaler une ligne', 'Raise a line'],
  ),
  HearParty: row(z.strictObject({ case: opaqueId, statement: freeText }), fileHolders, ['S-01'], ['Faire entendre sa partie', 'Be heard']),
  ProposeMitigation: row(
    /** `arrangement`: what is done for the people concerned where law or conviction forbids (MDM-73, MDM-74). */
    z.strictObject({ case: opaqueId, steps, arrangement: freeText.optional() }),
    fileHolders,
    ['MDM-66', 'MDM-73', 'MDM-74'],
    ['Proposer un plan de mesures', 'Propose a mitigation plan'],
  ),
  AcceptMitigation: row(
    z.strictObject({ case: opaqueId }),
    fileHolders,
    ['MDM-66'],
    ['Accepter le plan de mesures', 'Accept the mitigation plan'],
  ),
  LiftOrangeLine: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    fileHolders,
    ['MDM-66'],
    ['Lever une ligne orange', 'Lift an orange line'],
  ),
  ConfirmLine: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    lineDeciders,
    ['MDM-62', 'MDM-63'],
    ['Confirmer une ligne rouge', 'Confirm a red line'],
  ),
  DismissLine: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    lineDeciders,
    ['S-01'],
    ['Écarter un signalement', 'Dismiss an allegation'],
  ),
  ResumePartnership: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    lineDeciders,
    ['MDM-63'],
    ['Reprendre le partenariat', 'Resume the partnership'],
  ),
  ReleaseTransfers: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    lineDeciders,
    ['MDM-65'],
    ['Dégeler les transferts', 'Release the transfers'],
  ),
  /** A voice against: what the case brought stays as it is (MDM-60). */
  RefuseResumption: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    lineDeciders,
    ['MDM-63', 'MDM-60'],
    ['Refuser la reprise', 'Refuse to resume'],
  ),
  RefuseRelease: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    lineDeciders,
    ['MDM-65', 'MDM-60'],
    ['Refuser de dégeler les transferts', 'Refuse to release the transfers'],
  ),
};
