import { z } from 'zod';
import { day, freeText, opaqueId, partyId, textVersion } from '../fields.js';
import { eventRows } from './event-definition.js';

const row = eventRows('transfer');

/** The two tracks of a transfer (MDM-47). */
export const transferTracks = ['capacity', 'structure'] as const;

/** The two looks back after a transfer (MDM-48). */
export const postTransferChecks = ['first', 'second'] as const;

export const transferEvents = {
  TransferMilestoneReached: row(
    z.strictObject({ track: z.enum(transferTracks), milestone: z.string(), party: partyId, reachedOn: day, evidence: freeText }),
    ['MDM-44', 'MDM-47'],
    ['Étape du transfert atteinte', 'Transfer milestone reached'],
  ),
  TransferReadinessAssessed: row(
    z.strictObject({ party: partyId, capacity: z.boolean(), structure: z.boolean(), note: freeText }),
    ['MDM-48'],
    ['Préparation au transfert évaluée', 'Transfer readiness assessed'],
  ),
  TransferReadinessAccepted: row(
    z.strictObject({ party: partyId, person: opaqueId }),
    ['MDM-48'],
    ['Préparation acceptée par la partie qui reprend', 'Readiness accepted by the recipient'],
  ),
  HandoverDeedSigned: row(
    z.strictObject({ party: partyId, person: opaqueId, ...textVersion }),
    ['HFA-15', 'S-04'],
    ['Acte de remise signé par une partie', 'Handover deed signed by one party'],
  ),
  PostTransferCheckRecorded: row(
    z.strictObject({ check: z.enum(postTransferChecks), party: partyId, running: z.boolean(), on: day, note: freeText }),
    ['MDM-48'],
    ['Vérification après transfert notée', 'Post-transfer check recorded'],
  ),
};
