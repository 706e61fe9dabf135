import { z } from 'zod';
import { day, freeText, label, money, opaqueId, partyId } from '../fields.js';
import { commandRows } from './command-definition.js';
import { fileHolders, followers } from './permissions.js';

const row = commandRows('money');

export const moneyCommands = {
  RequestTransfer: row(
    z.strictObject({ line: label, value: money, from: partyId, to: partyId }),
    fileHolders,
    ['ALE-12'],
    ['Demander un transfert', 'Request a transfer'],
  ),
  /** The payer tells that it sent the money; a payer who asked for the transfer itself has told it by that. */
  TellTransfer: row(
    z.strictObject({ transfer: opaqueId, sentOn: day }),
    fileHolders,
    ['ALE-12', 'C-08'],
    ['Dire un transfert envoyé', 'Tell a transfer sent'],
  ),
  /** As long as the money has not left: who asked for it takes the request back, who is to pay declines it. */
  CancelTransfer: row(
    z.strictObject({ transfer: opaqueId, reason: freeText }),
    fileHolders,
    ['ALE-12', 'MDM-25'],
    ['Annuler ou décliner un transfert demandé', 'Cancel or decline a transfer asked for'],
  ),
  ConfirmTransfer: row(
    z.strictObject({ transfer: opaqueId, receivedOn: day }),
    fileHolders,
    ['ALE-12'],
    ['Confirmer un transfert reçu', 'Confirm a transfer received'],
  ),
  JustifyExpenditure: row(
    z.strictObject({ transfer: opaqueId, value: money, vouchers: z.array(opaqueId).min(1) }),
    fileHolders,
    ['HFA-20', 'HFA-27'],
    ['Justifier une dépense', 'Justify expenditure'],
  ),
  FlagDiversion: row(
    z.strictObject({ transfer: opaqueId, line: label, value: money, reason: freeText }),
    followers,
    ['HFA-19'],
    ['Signaler un détournement d’usage', 'Flag a diversion'],
  ),
};
