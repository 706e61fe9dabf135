import { z } from 'zod';
import { freeText, label, opaqueId, textVersion } from '../fields.js';
import { decisionKinds } from '../events/sign-off.events.js';
import { gateIds, gateStrengths } from '../vocabulary/gates.js';
import { commandRows } from './command-definition.js';
import { anyMember, assembly, fileHolders, hierarchy, steeringCommittee } from './permissions.js';

const row = commandRows('sign-off');

export const signOffCommands = {
  ConfirmCoConstruction: row(
    z.strictObject({}),
    fileHolders,
    ['MDM-27'],
    ['Confirmer sa participation à la co-construction', 'Confirm participation in co-construction'],
  ),
  /**
   * Open to every member of a party on purpose: who has no mandate is refused by the gate SIGNATORY, and the attempt
   * stays in the history (HFA-15).
   */
  SignAgreement: row(z.strictObject(textVersion), anyMember, ['HFA-15'], ['Signer l’accord', 'Sign the agreement']),
  RefuseSignature: row(
    z.strictObject({ ...textVersion, reason: freeText }),
    hierarchy,
    ['HFA-15', 'MDM-25'],
    ['Refuser de signer', 'Refuse to sign'],
  ),
  RequestStrategicValidation: row(
    z.strictObject(textVersion),
    fileHolders,
    ['MDM-61'],
    ['Demander la validation stratégique', 'Request strategic validation'],
  ),
  GrantStrategicValidation: row(
    z.strictObject(textVersion),
    steeringCommittee,
    ['MDM-61'],
    ['Accorder la validation stratégique', 'Grant strategic validation'],
  ),
  RefuseStrategicValidation: row(
    z.strictObject({ ...textVersion, reason: freeText }),
    steeringCommittee,
    ['MDM-61'],
    ['Refuser la validation stratégique', 'Refuse strategic validation'],
  ),
  ProposeDecision: row(
    z.strictObject({
      kind: z.enum(decisionKinds),
      subject: label,
      text: freeText,
      override: z.strictObject({ gate: z.enum(gateIds), strength: z.enum(gateStrengths) }).nullable(),
    }),
    fileHolders,
    ['MDM-15', 'AGI-30', 'PMP-59'],
    ['Proposer une décision commune', 'Propose a joint decision'],
  ),
  AcceptDecision: row(
    z.strictObject({ decision: opaqueId }),
    fileHolders,
    ['MDM-15'],
    ['Accepter une décision commune', 'Accept a joint decision'],
  ),
  DeclineDecision: row(
    z.strictObject({ decision: opaqueId, reason: freeText }),
    fileHolders,
    ['MDM-15', 'MDM-25'],
    ['Décliner une décision commune', 'Decline a joint decision'],
  ),
  ApproveReports: row(z.strictObject(textVersion), assembly, ['HFA-34'], ['Approuver les rapports', 'Approve the reports']),
  ReturnReports: row(
    z.strictObject({ ...textVersion, reason: freeText }),
    assembly,
    ['HFA-34'],
    ['Renvoyer les rapports', 'Return the reports'],
  ),
  DeclareAccountRendered: row(
    z.strictObject({}),
    hierarchy,
    ['HFA-24', 'HFA-32'],
    ['Déclarer le compte rendu', 'Declare the account rendered'],
  ),
};
