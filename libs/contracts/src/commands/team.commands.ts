import { z } from 'zod';
import { day, freeText, opaqueId } from '../fields.js';
import { citedItem, processReview, staffMeans } from '../vocabulary/teams.js';
import { ask, ownRunners } from './stream-command.js';

const teamPeople = { roles: ['country-team', 'partnership-officer'], from: ['own'] } as const;

/** What country teams and officers ask of their own organisation. */
export const teamCommands = {
  /** An action without the item of a reflection or of a survey that it answers is not taken (ALE-40). */
  PlanImprovement: ask(
    z.strictObject({ team: opaqueId, what: freeText, dueOn: day, cites: citedItem }),
    teamPeople,
    ['ALE-40'],
    ['Prévoir une amélioration', 'Plan an improvement'],
  ),
  CompleteImprovement: ask(
    z.strictObject({ action: opaqueId, result: freeText }),
    teamPeople,
    ['ALE-40'],
    ['Dire une amélioration faite', 'Complete an improvement'],
  ),
  ReviewProcedures: ask(
    z.strictObject(processReview),
    ownRunners,
    ['ALE-55'],
    ['Revoir vérification, contrats et transferts', 'Review due diligence, contracting and transfers'],
  ),
  AnswerStaffMeans: ask(
    z.strictObject(staffMeans),
    { roles: ['partnership-officer'], from: ['own'] },
    ['ALE-61'],
    ['Dire si l’on a eu les moyens', 'Say whether the means were there'],
  ),
};
