import { z } from 'zod';
import { day, freeText, partyId, textVersion } from '../fields.js';
import { transferObjects } from '../events/phase.events.js';
import { postTransferChecks, transferTracks } from '../events/transfer.events.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders, followers } from './permissions.js';

const row = commandRows('transfer');

export const transferCommands = {
  OpenTransfer: row(
    z.strictObject({ object: z.enum(transferObjects), recipient: partyId }),
    fileHolders,
    ['MDM-44', 'MDM-46'],
    ['Ouvrir un projet de transfert', 'Open a transfer project'],
  ),
  ReachTransferMilestone: row(
    z.strictObject({ track: z.enum(transferTracks), milestone: z.string().min(1).max(20), reachedOn: day, evidence: freeText }),
    followers,
    ['MDM-47'],
    ['Constater une étape du transfert', 'Record a transfer milestone'],
  ),
  AssessReadiness: row(
    z.strictObject({ capacity: z.boolean(), structure: z.boolean(), note: freeText }),
    fileHolders,
    ['MDM-48'],
    ['Évaluer la préparation au transfert', 'Assess readiness for the transfer'],
  ),
  /** Of the recipient alone, whichever side it is on: the rule looks at the party, not at the side. */
  AcceptReadiness: row(
    z.strictObject({}),
    fileHolders,
    ['MDM-48'],
    ['Accepter le constat de préparation', 'Accept the readiness assessment'],
  ),
  /** Open to every member on purpose: who has no mandate is refused, and the attempt stays in the history (HFA-15). */
  SignHandoverDeed: row(z.strictObject(textVersion), anyMember, ['HFA-15', 'S-04'], ['Signer l’acte de remise', 'Sign the handover deed']),
  AbandonTransfer: row(
    z.strictObject({ reason: freeText }),
    fileHolders,
    ['S-04', 'MDM-25'],
    ['Abandonner le transfert', 'Abandon the transfer'],
  ),
  RecordPostTransferCheck: row(
    z.strictObject({ check: z.enum(postTransferChecks), running: z.boolean(), on: day, note: freeText }),
    followers,
    ['MDM-48'],
    ['Noter une vérification après transfert', 'Record a check after the transfer'],
  ),
};
