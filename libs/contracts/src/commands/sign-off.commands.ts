import { z } from 'zod';
import { freeText, label, opaqueId, partyId, takingPart, textVersion } from '../fields.js';
import { decisionFields } from '../events/sign-off.events.js';
import { decisionKinds } from '../vocabulary/decisions.js';
import { assemblySession } from '../vocabulary/assembly.js';
import type { Role } from '../vocabulary/roles.js';
import { commandRows } from './command-definition.js';
import { anyMember, assembly, fileHolders, guarantor, hierarchy, steeringCommittee } from './permissions.js';

const row = commandRows('sign-off');

const holdersAndHierarchy = { roles: [...fileHolders.roles, ...hierarchy.roles], sides: fileHolders.sides };

/** Bodies that may decide by votes of their members. */
export const votingBodies = ['steering-committee', 'general-assembly', 'executive-bureau'] as const satisfies readonly Role[];

export const signOffCommands = {
  ConfirmCoConstruction: row(
    z.strictObject({ participants: takingPart }),
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
  /** A party names the members of one of its bodies, or of a governance shared with other parties, and its quorum. */
  ConstituteBody: row(
    z.strictObject({
      body: z.enum(votingBodies),
      members: z
        .array(z.strictObject({ party: partyId, person: opaqueId }))
        .min(1)
        .max(60),
      quorum: z.int().min(1).max(60),
    }),
    { roles: ['signatory-authority', ...fileHolders.roles], sides: fileHolders.sides },
    ['MDM-60', 'HFA-34'],
    ['Constituer une instance qui vote', 'Constitute a voting body'],
  ),
  ProposeDecision: row(
    z.strictObject({
      kind: z.enum(decisionKinds),
      subject: label,
      text: freeText,
      /** For a release outside: false while the result is not certain (PMP-36). */
      certain: z.boolean().optional(),
      ...decisionFields,
      /** One value of the policy: the closed list is `policyOverride`; another key is refused by the rule, on the record. */
      override: z.strictObject({ key: z.string().min(1).max(80), value: z.unknown() }).nullable(),
    }),
    fileHolders,
    ['MDM-15', 'AGI-30', 'PMP-59'],
    ['Proposer une décision commune', 'Propose a joint decision'],
  ),
  /** A change that touches a clause is accepted by the hierarchy alone: the rule says so (AGI-30, HFA-15). */
  AcceptDecision: row(
    z.strictObject({ decision: opaqueId }),
    holdersAndHierarchy,
    ['MDM-15'],
    ['Accepter une décision commune', 'Accept a joint decision'],
  ),
  DeclineDecision: row(
    z.strictObject({ decision: opaqueId, reason: freeText }),
    holdersAndHierarchy,
    ['MDM-15', 'MDM-25'],
    ['Décliner une décision commune', 'Decline a joint decision'],
  ),
  ApproveReports: row(
    z.strictObject({ ...textVersion, session: assemblySession.optional() }),
    assembly,
    ['HFA-34'],
    ['Approuver les rapports', 'Approve the reports'],
  ),
  ReturnReports: row(
    z.strictObject({ ...textVersion, reason: freeText, session: assemblySession.optional() }),
    assembly,
    ['HFA-34'],
    ['Renvoyer les rapports', 'Return the reports'],
  ),
  DeclareAccountRendered: row(
    z.strictObject({}),
    guarantor,
    ['HFA-24', 'HFA-32'],
    ['Déclarer le compte rendu', 'Declare the account rendered'],
  ),
};
