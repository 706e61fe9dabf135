import { z } from 'zod';
import { day, freeText, money, opaqueId, partyId } from '../fields.js';
import { eventRows } from './event-definition.js';

const row = eventRows('money');

const one = { transfer: opaqueId };

export const moneyEvents = {
  FundTransferRequested: row(
    z.strictObject({ ...one, line: z.string(), value: money, from: partyId, to: partyId }),
    ['ALE-12'],
    ['Transfert demandé', 'Fund transfer requested'],
  ),
  /** Said by who pays, when somebody else asked for the transfer. Palabre moves no money: it records (ALE-12). */
  FundTransferSent: row(z.strictObject({ ...one, sentOn: day }), ['ALE-12'], ['Transfert envoyé', 'Fund transfer sent']),
  /** Before it was sent: taken back by who asked, or declined by who was to pay. It counts nowhere any more. */
  FundTransferCancelled: row(
    z.strictObject({ ...one, party: partyId, reason: freeText }),
    ['ALE-12', 'MDM-25'],
    ['Demande de transfert annulée', 'Transfer request cancelled'],
  ),
  FundTransferCompleted: row(z.strictObject({ ...one, receivedOn: day }), ['ALE-12'], ['Transfert reçu', 'Fund transfer completed']),
  FundTransferDelayed: row(
    z.strictObject({ ...one, deadline: opaqueId, owedBy: partyId }),
    ['ALE-12'],
    ['Transfert en retard', 'Fund transfer delayed'],
  ),
  ExpenditureJustified: row(
    z.strictObject({ ...one, value: money, vouchers: z.array(opaqueId).min(1), late: z.boolean() }),
    ['HFA-20', 'HFA-27'],
    ['Dépense justifiée', 'Expenditure justified'],
  ),
  JustificationOverdue: row(
    z.strictObject({ ...one, deadline: opaqueId, owedBy: partyId }),
    ['HFA-20'],
    ['Justification en retard', 'Justification overdue'],
  ),
  FundDiversionFlagged: row(
    /** `about`: the party that spends, filled in by the engine. */
    z.strictObject({ ...one, line: z.string(), value: money, reason: freeText, about: partyId.optional() }),
    ['HFA-19'],
    ['Détournement d’usage signalé', 'Fund diversion flagged'],
  ),
  FundTransfersFrozen: row(z.strictObject({ case: opaqueId }), ['MDM-65'], ['Transferts gelés', 'Fund transfers frozen']),
  FundTransfersReleased: row(
    z.strictObject({ case: opaqueId, reason: freeText }),
    ['MDM-65'],
    ['Transferts dégelés', 'Fund transfers released'],
  ),
};
