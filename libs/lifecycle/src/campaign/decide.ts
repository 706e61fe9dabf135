import { fact, mostInvitations, type StreamCommand } from '@palabre/contracts';
import { accept, refuse } from '../decision.js';
import type { OwnedDeciders, OwnedStream } from '../streams/owned-tables.js';
import { settingsOf } from '../streams/stream-state.js';
import { misfits, withRow } from './answers.js';
import { closingFacts } from './closing.js';
import * as refusals from './refusals.js';
import { shortHash, type CampaignState } from './state.js';
import { mostCarried } from './weight.js';

const twice = (names: readonly string[]): string[] => names.filter((name, place) => names.indexOf(name) !== place);

/** Ids that stand twice, and choices without anything to choose. */
function unfit({ questions, dimensions }: StreamCommand<'campaign', 'OpenSurveyCampaign'>['data']): string[] {
  const unchoosable = questions.filter(({ kind, choices }) => (kind === 'choice') !== (choices !== undefined)).map(({ id }) => id);
  return [...twice(questions.map(({ id }) => id)), ...twice(dimensions.map(({ name }) => name)), ...unchoosable];
}

export const campaignDeciders: OwnedDeciders<'campaign', CampaignState> = {
  OpenSurveyCampaign: (_state, { data, actor }, { now, settings }) => {
    if (settings === null) throw new Error('OpenSurveyCampaign: the workflow brought no settings');
    if (data.closesAt <= now) return refuse(refusals.closesInThePast());
    const wrong = unfit(data);
    if (wrong.length > 0) return refuse(refusals.questionsDoNotFit(wrong));
    const { calendarStartsAt: _asked, ...told } = data;
    return accept(fact('SurveyCampaignOpened', { ...told, settings, owner: actor.organisation }));
  },
  IssueInvitations: (state, { data }) => {
    const count = data.hashes.length;
    if (state.invited + count > mostInvitations) return refuse(refusals.tooManyInvitations());
    const carried = mostCarried(state);
    if (state.invited + count > carried) return refuse(refusals.tooHeavy(carried));
    const all = [...state.sealed.invitations, ...data.hashes.map(shortHash)];
    if (new Set(all).size < all.length) return refuse(refusals.invitationTwice());
    return accept(fact('SurveyInvitationsIssued', { count, total: state.invited + count }));
  },
  AnswerSurvey: (state, { data }, { now }) => {
    if (state.closesAt !== null && now >= state.closesAt) return refuse(refusals.campaignOver());
    // The invitation last: answers that cannot fit must not tell whether a token is good without spending it.
    const wrong = misfits(state, data.answers, data.traits);
    if (wrong.length > 0) return refuse(refusals.answersDoNotFit(wrong));
    if (!state.sealed.invitations.includes(shortHash(data.invitation))) return refuse(refusals.invitationSpent());
    const total = state.sealed.rows.length + 1;
    const responses = total - state.told;
    return responses < settingsOf(state).surveyMinimumShown ? accept() : accept(fact('SurveyResponseReceived', { responses, total }));
  },
  RecordConversation: (_state, { data }, { newId }) =>
    accept(fact('ListeningConversationHeld', { conversation: newId('conversation'), ...data })),
  CloseSurveyCampaign: (state, _command, { now }) => accept(...closingFacts(state, null, now)),
  RecordSurveyBaseline: (_state, { data, actor }, { settings }) => {
    if (settings === null) throw new Error('RecordSurveyBaseline: the workflow brought no settings');
    const { lowest, highest } = data.scale;
    if (data.meanHundredths < lowest * 100 || data.meanHundredths > highest * 100) return refuse(refusals.meanOffScale());
    const { calendarStartsAt: _asked, ...told } = data;
    return accept(fact('SurveyBaselineRecorded', { ...told, settings, owner: actor.organisation }));
  },
};

/** What invitations and answers leave in the campaign, and in no event. */
export const campaignSecrets: OwnedStream<'campaign', CampaignState>['keepsAside'] = {
  IssueInvitations: (state, { hashes }) => {
    const invitations = [...state.sealed.invitations, ...hashes.map(shortHash)].toSorted();
    return { ...state, sealed: { ...state.sealed, invitations } };
  },
  AnswerSurvey: (state, { invitation, answers, traits }) => ({
    ...state,
    sealed: {
      invitations: state.sealed.invitations.filter(one => one !== shortHash(invitation)),
      rows: withRow(state.sealed.rows, { answers, traits }),
    },
  }),
};
