import type { EventData } from '@palabre/contracts';
import { after, startOfDay } from '../calendar/span.js';
import type { OwnedEvolvers } from '../streams/owned-tables.js';
import { settingsOf } from '../streams/stream-state.js';
import { improvementEvolvers } from './improvement.js';
import { fieldsToComplete } from './papers.js';
import type { CountryTeam, OrganisationState } from './state.js';

const profileOf = (data: EventData<'OrganisationProfileChanged'>): OrganisationState['profile'] => ({
  kind: data.kind,
  sector: data.sector,
  country: data.country,
  workingLanguages: data.workingLanguages,
  funding: data.funding,
  documents: Object.keys(data.documents) as (keyof typeof data.documents)[],
  toComplete: fieldsToComplete(data),
});

const settled = (state: OrganisationState, hit: string): OrganisationState => ({
  ...state,
  openHits: state.openHits.filter(open => open.hit !== hit),
});

const ofTeam = (state: OrganisationState, team: string, by: (one: CountryTeam) => CountryTeam): OrganisationState => ({
  ...state,
  teams: state.teams.map(one => (one.team === team ? by(one) : one)),
});

/** A screening against a list replaces what waited from the one before: the same names were looked at anew. */
const screened: NonNullable<OwnedEvolvers<OrganisationState>['NamesScreened']> = (state, data, attributes) => {
  const anew = new Set(data.hits.map(({ subject, entry }) => `${subject}/${entry}`));
  const before = state.openHits.filter(({ subject, entry }) => !anew.has(`${subject}/${entry}`));
  const hits = data.hits.map(({ hit, subject, entry }) => ({ hit, subject, entry, screenedBy: attributes.actor }));
  return { ...state, openHits: [...before, ...hits] };
};

const account = (state: OrganisationState, by: Partial<NonNullable<OrganisationState['account']>>): OrganisationState => ({
  ...state,
  account: { nextDueAt: null, owed: [], published: [], ...state.account, ...by },
});

export const organisationEvolvers: OwnedEvolvers<OrganisationState> = {
  OrganisationRegistered: (state, data, attributes) => ({
    ...state,
    settings: data.settings,
    calendar: { kind: data.calendar, now: attributes.factat },
    profile: profileOf(data),
  }),
  OrganisationProfileChanged: (state, data) => ({ ...state, profile: profileOf(data) }),
  DonorStandingJudged: (state, { donor }) => ({ ...state, donor }),
  OrganisationMandateRecorded: (state, data) => ({ ...state, mandates: [...state.mandates, data] }),
  OrganisationMandateEnded: (state, data) => ({ ...state, mandates: state.mandates.filter(({ mandate }) => mandate !== data.mandate) }),
  NamesScreened: screened,
  FalseMatchRemembered: (state, { hit, subject, entry, until }) => ({
    ...settled(state, hit),
    falseMatches: [...state.falseMatches.filter(one => one.subject !== subject || one.entry !== entry), { subject, entry, until }],
  }),
  ScreeningMatchConfirmed: (state, { hit, entry }) => ({
    ...settled(state, hit),
    confirmedMatches: [...state.confirmedMatches.filter(one => one !== entry), entry],
  }),
  DueDiligenceAnswersKept: (state, { answers, until }) => ({
    ...state,
    kept: [
      ...state.kept.filter(({ question }) => answers[question] === undefined),
      ...Object.keys(answers).map(question => ({ question, until })),
    ],
  }),
  KeptAnswersExpired: (state, { questions }) => ({ ...state, kept: state.kept.filter(({ question }) => !questions.includes(question)) }),
  PartnerProfileConsentGiven: (state, { level }) => ({ ...state, publicProfile: { ...state.publicProfile, consented: level } }),
  PartnerProfilePublished: (state, { level }) => ({ ...state, publicProfile: { ...state.publicProfile, published: level } }),
  PartnerProfileWithdrawn: state => ({ ...state, publicProfile: { consented: null, published: null } }),
  CountryTeamNamed: (state, { team }, { factat }) => ({
    ...state,
    teams: [...state.teams, { team, since: factat, round: 1, owes: false, owesMeans: false }],
    procedures: state.procedures ?? { since: factat, owed: [], reviewed: [] },
  }),
  TeamProgressReviewDue: (state, { team }) => ofTeam(state, team, one => ({ ...one, owes: true, owesMeans: true })),
  TeamProgressReviewCompleted: (state, { team }, { factat }) =>
    ofTeam(state, team, one => ({ ...one, since: factat, round: one.round + 1, owes: false })),
  PublicAccountPromised: (state, { firstDueOn }) => account(state, { nextDueAt: startOfDay(firstDueOn) }),
  PublicProgressReportDue: (state, { year }) =>
    account(state, {
      nextDueAt: after(state.account?.nextDueAt ?? state.calendar.now, settingsOf(state).publicAccountEvery),
      owed: [...(state.account?.owed ?? []), year].filter(one => !(state.account?.published ?? []).includes(one)),
    }),
  PublicProgressReportPublished: (state, { year }) =>
    account(state, {
      owed: (state.account?.owed ?? []).filter(one => one !== year),
      published: [...(state.account?.published ?? []), year],
    }),
  ...improvementEvolvers,
};
