import { say } from '../decision.js';
import type { DeadlineRow, TaskRow } from '../mechanism.js';
import { calendarDeciders } from '../mechanisms/calendar/index.js';
import type { OwnedEvolvers, OwnedStream } from '../streams/owned-tables.js';
import { ownParty } from '../streams/stream-state.js';
import { askOf } from '../tasks/task-state.js';
import { closingFacts } from './closing.js';
import { campaignDeciders, campaignSecrets } from './decide.js';
import { emptyCampaign, nothingSealed, type CampaignState } from './state.js';

const evolvers: OwnedEvolvers<CampaignState> = {
  SurveyCampaignOpened: (state, data, { factat }) => ({
    ...state,
    owner: data.owner,
    settings: data.settings,
    calendar: { kind: data.calendar, now: factat },
    scale: data.scale,
    questions: data.questions,
    dimensions: data.dimensions,
    closesAt: data.closesAt,
  }),
  SurveyInvitationsIssued: (state, { total }) => ({ ...state, invited: total }),
  SurveyResponseReceived: (state, { total }) => ({ ...state, told: total }),
  ListeningConversationHeld: state => ({ ...state, conversations: state.conversations + 1 }),
  SurveyCampaignClosed: (state, { responses }) => ({ ...state, standing: 'closed', told: responses, sealed: nothingSealed }),
  SurveyBaselineRecorded: (state, data, { factat }) => ({
    ...state,
    standing: 'closed',
    owner: data.owner,
    settings: data.settings,
    calendar: { kind: data.calendar, now: factat },
    scale: data.scale,
    told: data.responses,
  }),
};

const tasks: readonly TaskRow<CampaignState>[] = [
  {
    kind: 'issue-invitations',
    title: say('Émettre les invitations de la campagne', 'Issue the invitations of the campaign'),
    roles: ['hq-ops'],
    doneBy: ['SurveyInvitationsIssued'],
    verdicts: { grant: null, refuse: null, contest: null },
    requirements: ['ALE-39'],
    asks: ({ invited }) => (invited === 0 ? [askOf(ownParty)] : []),
  },
];

const deadlines: readonly DeadlineRow<CampaignState>[] = [
  {
    rule: 'campaign-closes',
    outcome: 'SurveyCampaignClosed',
    says: say('La campagne se termine et rend ses résultats', 'The campaign closes and releases its results'),
    requirements: ['MDM-08', 'ALE-39'],
    asks: ({ closesAt }) => (closesAt === null ? [] : [{ key: closesAt, dueAt: closesAt, party: null, about: null }]),
    fire: (state, { deadline, dueAt }) => closingFacts(state, deadline, dueAt),
  },
];

/**
 * One survey campaign: invitations that are good for one answer, answers that belong to nobody, conversations apart. When
 * it closes it releases, by question, the groups that give no small group away, and forgets the answers.
 */
export const campaign: OwnedStream<'campaign', CampaignState> = {
  kind: 'campaign',
  empty: emptyCampaign,
  deciders: { ...calendarDeciders, ...campaignDeciders },
  evolvers,
  tasks,
  deadlines,
  toldUnder: () => null,
  anonymous: ['AnswerSurvey'],
  keepsAside: campaignSecrets,
  shown: state => ({ ...state, sealed: nothingSealed }),
};
