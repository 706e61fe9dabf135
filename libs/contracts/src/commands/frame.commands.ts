import { z } from 'zod';
import { day, freeText, label, language, money, opaqueId, partyId } from '../fields.js';
import { leadershipLevels } from '../policy-settings.js';
import { answersOf } from '../vocabulary/forms.js';
import {
  establishmentOutcomes,
  intensities,
  leadershipPosition,
  preferenceReasons,
  renewedTerm,
  secretariat,
} from '../vocabulary/frame.js';
import { commandRows } from './command-definition.js';
import { fileHolders, guarantor, hierarchy } from './permissions.js';

const row = commandRows('frame');

const reason = freeText;

const holdersAndHierarchy = { roles: [...fileHolders.roles, ...hierarchy.roles], sides: fileHolders.sides };

export const frameCommands = {
  /** The policy of the new type is brought along by the gateway (`Command.policy`), never by the person. */
  ProposeTypeChange: row(
    z.strictObject({ type: z.string().min(2).max(12), reason }),
    fileHolders,
    ['MDM-32'],
    ['Proposer un changement de type', 'Propose a change of type'],
  ),
  ProposeLeadership: row(
    z.strictObject({ position: leadershipPosition, reason }),
    fileHolders,
    ['ALE-30', 'ALE-33', 'ALE-34'],
    ['Proposer un niveau de conduite', 'Propose a leadership level'],
  ),
  /** The one right that the partner alone holds here: its wish is its own (ALE-35). */
  StateLeadershipPreference: row(
    z.strictObject({ level: z.enum(leadershipLevels).nullable(), because: z.enum(preferenceReasons), note: freeText.nullable() }),
    { roles: fileHolders.roles, sides: ['partner'] },
    ['ALE-35', 'AGI-21'],
    ['Dire le niveau de conduite souhaité', 'State the preferred level'],
  ),
  ProposeAccession: row(
    z.strictObject({
      party: partyId,
      organisation: opaqueId,
      workingLanguage: language,
      reason,
      /** The idea that became this request (PMP-08). */
      idea: opaqueId.optional(),
    }),
    fileHolders,
    ['PMP-21'],
    ['Proposer l’entrée d’une partie', 'Propose the accession of a party'],
  ),
  AnswerAccession: row(
    z.strictObject({ answers: answersOf }),
    fileHolders,
    ['PMP-21', 'MDM-14'],
    ['Remplir le questionnaire d’entrée', 'Answer the accession form'],
  ),
  AcceptRules: row(z.strictObject({}), holdersAndHierarchy, ['PMP-21'], ['Accepter les règles en vigueur', 'Accept the rules in force']),
  ProposeSecretariat: row(
    z.strictObject({ secretariat, reason }),
    fileHolders,
    ['PMP-24'],
    ['Proposer un secrétariat neutre', 'Propose a neutral secretariat'],
  ),
  /** Without an account rendered, the guarantor alone proposes it, with a written reason (HFA-38, HFA-24). */
  ProposeRenewal: row(
    z.strictObject({ term: renewedTerm, guarantorReason: freeText.nullable(), reason }),
    { roles: [...holdersAndHierarchy.roles, ...guarantor.roles], sides: fileHolders.sides },
    ['HFA-38'],
    ['Proposer le renouvellement de l’accord', 'Propose the renewal of the agreement'],
  ),
  ProposeEmergency: row(z.strictObject({ reason }), fileHolders, ['S-19'], ['Proposer le chemin d’urgence', 'Propose the emergency path']),
  ProposeEstablishment: row(
    z.strictObject({ outcome: z.enum(establishmentOutcomes), prolongedUntil: day.nullable(), reason }),
    fileHolders,
    ['PMP-60', 'PMP-61'],
    ['Proposer la suite de la première phase', 'Propose what follows the first phase'],
  ),
  /** Protection came at once; it goes only when every party agrees (AGI-02). */
  ProposeLiftingProtection: row(
    z.strictObject({ reason }),
    holdersAndHierarchy,
    ['AGI-02'],
    ['Proposer de lever la protection du dossier', 'Propose to lift the protection of the file'],
  ),
  AgreeToProposal: row(
    z.strictObject({ proposal: opaqueId }),
    holdersAndHierarchy,
    ['MDM-15', 'PMP-28'],
    ['Accepter une proposition', 'Agree to a proposal'],
  ),
  DeclineProposal: row(
    z.strictObject({ proposal: opaqueId, reason }),
    holdersAndHierarchy,
    ['MDM-15', 'MDM-25'],
    ['Décliner une proposition', 'Decline a proposal'],
  ),
  OpenCatchUp: row(
    z.strictObject({ note: freeText }),
    fileHolders,
    ['ALE-34'],
    ['Rouvrir la co-construction après une offre hâtive', 'Reopen co-construction after a bid in haste'],
  ),
  ChangeIntensity: row(
    z.strictObject({ to: z.enum(intensities), reason }),
    fileHolders,
    ['MDM-53'],
    ['Changer l’intensité de la relation', 'Change the intensity of the relation'],
  ),
  OpenBridge: row(
    z.strictObject({ reason, expectedUntil: day.nullable() }),
    fileHolders,
    ['ALE-63'],
    ['Ouvrir un pont entre deux financements', 'Open a bridge between two grants'],
  ),
  JoinNetwork: row(
    z.strictObject({ stake: freeText, delegate: opaqueId, mandate: label, reviewOn: day, fee: money.nullable() }),
    fileHolders,
    ['MDM-57'],
    ['Adhérer au réseau', 'Join the network'],
  ),
  RenewMembership: row(
    z.strictObject({ stakeStillServed: z.boolean(), fee: money.nullable() }),
    hierarchy,
    ['MDM-58'],
    ['Renouveler l’adhésion', 'Renew the membership'],
  ),
};
