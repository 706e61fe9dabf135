import { z } from 'zod';
import { day, freeText, instant, label, opaqueId } from '../fields.js';
import { beginning } from '../stream-settings.js';
import { surveyCell, surveyDimension, surveyQuestion, surveyScale } from '../vocabulary/campaigns.js';
import { eventRows } from './event-definition.js';

const row = eventRows('campaign');

export const campaignEvents = {
  SurveyCampaignOpened: row(
    z.strictObject({
      title: label,
      owner: opaqueId,
      scale: surveyScale,
      questions: z.array(surveyQuestion).min(1).max(40),
      dimensions: z.array(surveyDimension).max(6),
      closesAt: instant,
      ...beginning,
    }),
    ['MDM-08', 'ALE-39', 'C-27'],
    ['Campagne d’écoute ouverte', 'Survey campaign opened'],
  ),
  /** How many may answer; neither whom nor with which token. */
  SurveyInvitationsIssued: row(
    z.strictObject({ count: z.int().min(1), total: z.int().min(1) }),
    ['ALE-39'],
    ['Invitations émises', 'Survey invitations issued'],
  ),
  /**
   * Answers came in: how many, told in lots, by Palabre. What they say is told when the campaign closes, as results of
   * groups; so neither the moment nor the order of an answer says whose it is.
   */
  SurveyResponseReceived: row(
    z.strictObject({ responses: z.int().min(1), total: z.int().min(1) }),
    ['MDM-08', 'ALE-39'],
    ['Réponses reçues', 'Survey responses received'],
  ),
  /** A conversation is no anonymous answer: it is kept apart. */
  ListeningConversationHeld: row(
    z.strictObject({ conversation: opaqueId, on: day, organisation: opaqueId, themes: z.array(label).min(1), note: freeText }),
    ['ALE-39'],
    ['Conversation d’écoute tenue', 'Listening conversation held'],
  ),
  SurveyResultReleased: row(
    z.strictObject({
      question: z.string(),
      cells: z.array(surveyCell),
      /** Groups that are not shown, because they are too small or give a small one away. */
      withheld: z.int().min(0),
      /** Answers in words, in an order that says nothing; none when fewer than the minimum answered. */
      texts: z.array(freeText),
    }),
    ['MDM-07', 'MDM-08', 'MDM-12', 'ALE-39'],
    ['Résultat d’une question rendu', 'Result of a question released'],
  ),
  SurveyCampaignClosed: row(
    z.strictObject({
      invited: z.int().min(0),
      responses: z.int().min(0),
      conversations: z.int().min(0),
      minimumShown: z.int().min(2),
      deadline: opaqueId.nullable(),
      /** Day from which the next survey of the partners is due, by the charter's rhythm (S-11). */
      nextFrom: day.optional(),
    }),
    ['MDM-08', 'ALE-39'],
    ['Campagne d’écoute terminée', 'Survey campaign closed'],
  ),
  /** A survey of before Palabre, as its report tells it: campaign zero. What the report does not say is said not to be stated. */
  SurveyBaselineRecorded: row(
    z.strictObject({
      title: label,
      owner: opaqueId,
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'a month such as 2018-05' }),
      scale: surveyScale,
      meanHundredths: z.int().min(0).max(10_000),
      responses: z.int().min(1),
      countries: z.int().min(1).nullable(),
      respondents: z.enum(['partners', 'teams', 'both', 'not-stated']),
      ...beginning,
    }),
    ['MDM-08', 'C-27'],
    ['Enquête de référence enregistrée', 'Baseline of the survey recorded'],
  ),
};
