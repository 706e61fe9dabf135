import { z } from 'zod';
import { day, freeText, opaqueId } from '../fields.js';
import { citedItem, processReview, staffMeans } from '../vocabulary/teams.js';
import { eventRows } from './event-definition.js';

const row = eventRows('organisation');

/** What an organisation's own people do to work better with partners: plans of country teams, lighter procedures, means. */
export const teamEvents = {
  ImprovementActionPlanned: row(
    z.strictObject({ action: opaqueId, team: opaqueId, what: freeText, dueOn: day, cites: citedItem }),
    ['ALE-40', 'MDM-07'],
    ['Action d’amélioration prévue', 'Improvement action planned'],
  ),
  ImprovementActionCompleted: row(
    z.strictObject({ action: opaqueId, team: opaqueId, result: freeText }),
    ['ALE-40'],
    ['Action d’amélioration faite', 'Improvement action completed'],
  ),
  ProcessReviewDue: row(
    z.strictObject({ deadline: opaqueId, year: processReview.year }),
    ['ALE-55'],
    ['Revue annuelle des procédures attendue', 'Yearly review of procedures due'],
  ),
  ProcessReviewCompleted: row(
    z.strictObject(processReview),
    ['ALE-55'],
    ['Revue des procédures faite, allégements décidés', 'Procedures reviewed, simplifications decided'],
  ),
  StaffMeansAnswered: row(
    z.strictObject({ ...staffMeans, round: z.int().min(1) }),
    ['ALE-61'],
    ['Moyens de l’équipe : réponse', 'Means of the team: answered'],
  ),
};
