import { z } from 'zod';
import { day, freeText, opaqueId, partyId } from '../fields.js';
import { lineConsequences } from '../policy.js';
import { eventRows } from './event-definition.js';

const row = eventRows('line');

const onCase = { case: opaqueId, line: z.string(), about: partyId };

export const mitigationSteps = z
  .array(z.strictObject({ step: opaqueId, owner: partyId, dueOn: day, text: freeText }))
  .min(1)
  .max(30);

/** Diversions that a case looks into, by what their first authority acknowledges them by; filled in by the engine (HFA-19). */
const diversions = z.array(opaqueId).min(1).max(60).optional();

export const lineEvents = {
  OwnLimitDeclared: row(z.strictObject({ party: partyId, limit: freeText }), ['PMP-26'], ['Limite propre déclarée', 'Own limit declared']),
  OrangeLineRaised: row(
    z.strictObject({ ...onCase, facts: freeText.nullable(), examines: diversions }),
    ['MDM-66'],
    ['Ligne orange signalée', 'Orange line raised'],
  ),
  RedLineAlleged: row(
    z.strictObject({ ...onCase, facts: freeText.nullable(), examines: diversions }),
    ['S-01', 'MDM-65'],
    ['Ligne rouge alléguée', 'Red line alleged'],
  ),
  PartyHeard: row(z.strictObject({ ...onCase, statement: freeText }), ['S-01'], ['Partie entendue', 'Party heard']),
  MitigationPlanProposed: row(
    z.strictObject({ ...onCase, proposedBy: partyId, steps: mitigationSteps, arrangement: freeText.nullable() }),
    ['MDM-66', 'MDM-73'],
    ['Plan de mesures proposé', 'Mitigation plan proposed'],
  ),
  /** With more than two parties (C-15), each acceptance before the last one is told by itself. */
  MitigationPlanAccepted: row(
    z.strictObject({ ...onCase, party: partyId }),
    ['MDM-66', 'C-15'],
    ['Plan de mesures accepté par une partie', 'Mitigation plan accepted by one party'],
  ),
  MitigationPlanAgreed: row(
    z.strictObject({ ...onCase, acceptedBy: z.array(partyId), steps: mitigationSteps }),
    ['MDM-66'],
    ['Plan de mesures convenu', 'Mitigation plan agreed'],
  ),
  OrangeLineLifted: row(z.strictObject({ ...onCase, reason: freeText }), ['MDM-66'], ['Ligne orange levée', 'Orange line lifted']),
  RedLineBreachConfirmed: row(
    z.strictObject({ ...onCase, reason: freeText, consequence: z.enum(lineConsequences) }),
    ['MDM-62', 'S-01'],
    ['Ligne rouge confirmée', 'Red line breach confirmed'],
  ),
  /** `examined`: with it, what was said of these diversions is over too. */
  LineDismissed: row(
    z.strictObject({ ...onCase, reason: freeText, examined: diversions }),
    ['S-01'],
    ['Signalement écarté', 'Allegation dismissed'],
  ),
  PartnershipSuspended: row(z.strictObject({ ...onCase }), ['MDM-63', 'S-01'], ['Partenariat suspendu', 'Partnership suspended']),
  /** `leaves`: said where this case holds nothing any more and another one still does; without it the partnership is open. */
  PartnershipResumed: row(
    z.strictObject({ ...onCase, reason: freeText, leaves: z.literal('suspended').optional() }),
    ['MDM-63'],
    ['Partenariat repris', 'Partnership resumed'],
  ),
  ResumptionRefused: row(
    z.strictObject({ ...onCase, reason: freeText }),
    ['MDM-63', 'MDM-60'],
    ['Reprise refusée par l’instance', 'Resumption refused by the body'],
  ),
  ReleaseRefused: row(
    z.strictObject({ ...onCase, reason: freeText }),
    ['MDM-65', 'MDM-60'],
    ['Dégel des transferts refusé par l’instance', 'Release of transfers refused by the body'],
  ),
  /** Neither confirmed nor dismissed: the party that the case is about has left, and nobody decides on it any more. */
  LineLapsed: row(
    z.strictObject({ ...onCase }),
    ['S-06', 'S-01', 'C-15'],
    ['Cas éteint : la partie concernée est partie', 'Case lapsed: the party concerned has left'],
  ),
};
