import { z } from 'zod';
import { campaignEvents } from '../events/campaign.events.js';
import { day, freeText, instant, label, opaqueId, sha256 } from '../fields.js';
import { beginningRequest } from '../stream-settings.js';
import { mostInvitations, surveyAnswers, surveyDimension, surveyQuestion, surveyScale, surveyTraits } from '../vocabulary/campaigns.js';
import { ask, ownPeople } from './stream-command.js';

const { title, month, scale, meanHundredths, responses, countries, respondents } = campaignEvents.SurveyBaselineRecorded.data.shape;

/** HQ ops opens, closes and publishes (ALE-21). */
const organisers = { roles: ['hq-ops'], from: ['own'] } as const;

/** Every command of a campaign. */
export const campaignCommands = {
  OpenSurveyCampaign: ask(
    z.strictObject({
      title: label,
      scale: surveyScale,
      questions: z.array(surveyQuestion).min(1).max(40),
      dimensions: z.array(surveyDimension).max(6),
      closesAt: instant,
      ...beginningRequest,
    }),
    organisers,
    ['MDM-08', 'ALE-39', 'C-27'],
    ['Ouvrir une campagne d’écoute', 'Open a survey campaign'],
  ),
  /** The hashes of the tokens that were handed out; a token itself never reaches a campaign. */
  IssueInvitations: ask(
    z.strictObject({ hashes: z.array(sha256).min(1).max(mostInvitations) }),
    organisers,
    ['ALE-39'],
    ['Émettre des invitations', 'Issue invitations'],
  ),
  AnswerSurvey: ask(
    z.strictObject({ invitation: sha256, answers: surveyAnswers, traits: surveyTraits }),
    { roles: ['respondent'], from: ['invited'] },
    ['MDM-08', 'MDM-12', 'ALE-39'],
    ['Répondre à l’enquête', 'Answer the survey'],
  ),
  RecordConversation: ask(
    z.strictObject({ on: day, organisation: opaqueId, themes: z.array(label).min(1).max(20), note: freeText }),
    { roles: ['hq-ops', 'partnership-officer', 'country-team'], from: ['own'] },
    ['ALE-39'],
    ['Noter une conversation d’écoute', 'Record a listening conversation'],
  ),
  CloseSurveyCampaign: ask(z.strictObject({}), organisers, ['MDM-08', 'ALE-39'], ['Clore la campagne', 'Close the campaign']),
  RecordSurveyBaseline: ask(
    z.strictObject({ title, month, scale, meanHundredths, responses, countries, respondents, ...beginningRequest }),
    organisers,
    ['MDM-08', 'C-27'],
    ['Enregistrer l’enquête de référence', 'Record the baseline survey'],
  ),
  AdvanceCalendar: ask(
    z.strictObject({ to: instant }),
    ownPeople,
    ['PMP-29'],
    ['Avancer le calendrier de répétition', 'Advance the rehearsal calendar'],
  ),
};
