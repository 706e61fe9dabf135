import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { lineId } from '../vocabulary/text-bodies.js';
import { eventRows } from './event-definition.js';

const row = eventRows('commitment');

/** Where a commitment comes from: an agreement's clause, a milestone, a mitigation step, a review's adjustment … */
export const commitmentOrigins = ['clause', 'milestone', 'deliverable', 'mitigation', 'adjustment', 'status-report', 'resource'] as const;

/** What the first authority takes note of beside promises: a status point that was missed, vouchers that are owed, a use of funds outside their line, a clause that is not kept. */
export const breachKinds = ['status-point', 'justification', 'diversion', 'clause'] as const;

export type BreachKind = (typeof breachKinds)[number];

/** Where a task of the work phase stands (PMP-27), and what of the scope it belongs to (PMP-42). */
export const workFields = {
  list: z.enum(['content', 'organisation']).optional(),
  objective: lineId.optional(),
  item: lineId.optional(),
  /** The agreed milestone that this promise is for (PMP-35). */
  milestone: lineId.optional(),
  /** The agreed change of scope that lets a task in from outside. */
  decision: opaqueId.optional(),
} as const;

const made = z.strictObject({
  commitment: opaqueId,
  owedBy: partyId,
  owedTo: partyId,
  what: label,
  dueOn: day,
  origin: z.enum(commitmentOrigins),
  ...workFields,
});

const one = { commitment: opaqueId };

export const commitmentEvents = {
  CommitmentMade: row(made, ['MDM-24'], ['Engagement pris', 'Commitment made']),
  AdjustmentAgreed: row(made, ['AGI-24'], ['Ajustement convenu', 'Adjustment agreed']),
  CommitmentKept: row(
    z.strictObject({ ...one, confirmedBy: partyId, note: freeText.nullable() }),
    ['MDM-24'],
    ['Engagement tenu', 'Commitment kept'],
  ),
  MilestoneReached: row(
    z.strictObject({ ...one, confirmedBy: partyId, note: freeText.nullable() }),
    ['PMP-35'],
    ['Jalon atteint', 'Milestone reached'],
  ),
  /** Said by the party the deliverable is owed to; where the type asks for it, money follows (MDM-36). */
  DeliverableAccepted: row(
    z.strictObject({ ...one, confirmedBy: partyId, note: freeText.nullable() }),
    ['MDM-36'],
    ['Livrable accepté', 'Deliverable accepted'],
  ),
  CommitmentOverdue: row(
    z.strictObject({ ...one, deadline: opaqueId, owedBy: partyId }),
    ['MDM-24'],
    ['Engagement en retard', 'Commitment overdue'],
  ),
  MilestoneMissed: row(z.strictObject({ ...one, deadline: opaqueId, owedBy: partyId }), ['PMP-35'], ['Jalon manqué', 'Milestone missed']),
  CommitmentBreachRecorded: row(
    z.strictObject({ ...one, recordedBy: partyId, reason: freeText }),
    ['HFA-22'],
    ['Manquement constaté', 'Commitment breach recorded'],
  ),
  /** `commitment` is the reference of what was acknowledged: a promise or, where `breach` says of which kind, something else (HFA-24). */
  GuarantorAcknowledged: row(
    z.strictObject({ ...one, party: partyId, breach: z.enum(breachKinds).optional() }),
    ['HFA-24'],
    ['Première autorité informée', 'Guarantor acknowledged'],
  ),
  /** Who takes over the duties of a party that left takes over what it owed and what was owed to it. */
  CommitmentTransferred: row(
    z.strictObject({ ...one, left: partyId, owedBy: partyId, owedTo: partyId }),
    ['S-06', 'C-15'],
    ['Engagement repris par une autre partie', 'Commitment taken over by another party'],
  ),
  /** One of the two has left and nobody takes its place. A recorded breach stays one. */
  CommitmentDropped: row(
    z.strictObject({ ...one, left: partyId }),
    ['S-06', 'C-15'],
    ['Engagement éteint : l’une des deux parties est partie', 'Commitment dropped: one of the two parties has left'],
  ),
  /** An agreed change is not a breach (C-06). */
  CommitmentExcused: row(
    z.strictObject({ ...one, decision: opaqueId }),
    ['C-06'],
    ['Engagement levé par un changement convenu', 'Commitment excused by an agreed change'],
  ),
};
