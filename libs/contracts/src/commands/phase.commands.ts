import { z } from 'zod';
import { calendarStart, freeText, language, opaqueId, partyId } from '../fields.js';
import { existingChecked, idea } from '../events/phase.events.js';
import { phases } from '../vocabulary/phases.js';
import { commandRows } from './command-definition.js';
import { fileHolders, followers, hostHolders } from './permissions.js';

const row = commandRows('phase');

/** Bodies that may have validated a beginning. */
const endingBodies = { roles: ['steering-committee', 'signatory-authority', 'general-assembly'], sides: fileHolders.sides } as const;

export const phaseCommands = {
  OpenPartnership: row(
    z.strictObject({
      ...idea,
      /** Left out, it is what the type has by default (MDM-42, MDM-56). */
      financialFlows: idea.financialFlows.optional(),
      charter: z.string(),
      workingLanguage: language,
      calendar: z.enum(['real', 'rehearsal']),
      calendarStartsAt: calendarStart,
      /** Other founders, when several open it together (C-15, PMP-21). */
      founders: z
        .array(z.strictObject({ party: partyId, organisation: opaqueId, workingLanguage: language }))
        .max(40)
        .optional(),
      /** The partnership lies outside the charter's scope: there its rules warn and do not block (MDM-04). */
      outsideScope: z.boolean().optional(),
    }),
    hostHolders,
    ['PMP-03', 'PMP-09'],
    ['Ouvrir un partenariat', 'Open a partnership'],
  ),
  AssessNeed: row(
    z.strictObject({ objective: freeText, partnershipIsRightMethod: z.boolean(), argument: freeText }),
    hostHolders,
    ['PMP-07'],
    ['Examiner le besoin et la méthode', 'Assess need and method'],
  ),
  CheckExistingPartnerships: row(
    z.strictObject(existingChecked),
    hostHolders,
    ['PMP-08'],
    ['Vérifier les partenariats existants', 'Check existing partnerships'],
  ),
  ProposeType: row(
    z.strictObject({
      coConstruction: z.boolean(),
      moneyForServices: z.boolean(),
      beyondProject: z.boolean(),
      sharedGovernance: z.boolean(),
      chosen: z.string(),
      reason: freeText.nullable(),
    }),
    hostHolders,
    ['MDM-33'],
    ['Proposer le type', 'Propose the type'],
  ),
  DiscardIdea: row(z.strictObject({ reason: freeText }), hostHolders, ['PMP-07'], ['Écarter l’idée', 'Discard the idea']),
  /** Asks to go on to the next phase: the gates of the transition decide. `reason` is required for closing and continuing. */
  EnterPhase: row(
    z.strictObject({ phase: z.enum(phases), reason: freeText.nullable() }),
    followers,
    ['PMP-29'],
    ['Passer à une phase', 'Enter a phase'],
  ),
  /** With more than two parties, `about` names the one that the others are asked to exclude (C-15). */
  FailDueDiligence: row(
    z.strictObject({ reason: freeText, about: partyId.optional() }),
    fileHolders,
    ['MDM-64', 'C-15'],
    ['Arrêter à la diligence', 'Stop at due diligence'],
  ),
  /** Of the body that validated the beginning: the rule looks at who sits in it, not at the side (S-12, MDM-61). */
  ApproveEnd: row(
    z.strictObject({ reason: freeText }),
    endingBodies,
    ['S-12'],
    ['Approuver la fin du partenariat', 'Approve the end of the partnership'],
  ),
  RefuseEnd: row(
    z.strictObject({ reason: freeText }),
    endingBodies,
    ['S-12', 'MDM-60'],
    ['Refuser la fin du partenariat', 'Refuse the end of the partnership'],
  ),
  /** Before implementation starts, and as long as there are two: with more, a party withdraws and the others go on. */
  StopNegotiation: row(
    z.strictObject({ reason: freeText }),
    { roles: [...fileHolders.roles, 'signatory-authority'], sides: fileHolders.sides },
    ['MDM-25', 'S-06'],
    ['Arrêter la négociation', 'Stop the negotiation'],
  ),
  ClosePartnership: row(z.strictObject({}), fileHolders, ['HFA-32', 'MDM-09'], ['Clore le partenariat', 'Close the partnership']),
};

export const shortlistedCandidate = { party: partyId, organisation: opaqueId, workingLanguage: language };
