import { fact } from '@palabre/contracts';
import { after, dayOf } from '../calendar/span.js';
import { accept, refuse, say } from '../decision.js';
import type { DeadlineRow, TaskRow } from '../mechanism.js';
import type { Decided, OwnedDeciders, OwnedEvolvers } from '../streams/owned-tables.js';
import { ownParty, settingsOf } from '../streams/stream-state.js';
import { askOf } from '../tasks/task-state.js';
import { actionInThePast, meansNotSaid, noSuchAction, noSuchTeam, yearReviewed, yearToCome } from './refusals.js';
import type { CountryTeam, OrganisationState } from './state.js';

type Asked = 'PlanImprovement' | 'CompleteImprovement' | 'ReviewProcedures' | 'AnswerStaffMeans';

const teamNamed = (state: OrganisationState, name: string): CountryTeam | undefined => state.teams.find(({ team }) => team === name);

/** Plans of country teams, lighter procedures, and the means of those who carry the work. */
export const improvementDeciders: OwnedDeciders<'organisation', OrganisationState, Extract<Decided<'organisation'>, Asked>> = {
  PlanImprovement: (state, { data }, { now, newId }) => {
    if (teamNamed(state, data.team) === undefined) return refuse(noSuchTeam());
    if (data.dueOn < dayOf(now)) return refuse(actionInThePast(dayOf(now)));
    return accept(fact('ImprovementActionPlanned', { action: newId('action'), ...data }));
  },
  CompleteImprovement: (state, { data }) => {
    const found = state.improvements.find(({ action }) => action === data.action);
    return found === undefined ? refuse(noSuchAction()) : accept(fact('ImprovementActionCompleted', { ...data, team: found.team }));
  },
  ReviewProcedures: (state, { data }, { now }) => {
    if (data.year > Number(now.slice(0, 4))) return refuse(yearToCome(data.year, 'ALE-55'));
    if (state.procedures?.reviewed.includes(data.year)) return refuse(yearReviewed(data.year));
    return accept(fact('ProcessReviewCompleted', data));
  },
  AnswerStaffMeans: (state, { data }) => {
    const team = teamNamed(state, data.team);
    if (team === undefined) return refuse(noSuchTeam());
    if (!data.hadMeans && data.lacking === null) return refuse(meansNotSaid());
    return accept(fact('StaffMeansAnswered', { ...data, round: team.round }));
  },
};

const reviews = (state: OrganisationState, by: Partial<NonNullable<OrganisationState['procedures']>>): OrganisationState => ({
  ...state,
  procedures: { since: state.calendar.now, owed: [], reviewed: [], ...state.procedures, ...by },
});

export const improvementEvolvers: OwnedEvolvers<OrganisationState> = {
  ImprovementActionPlanned: (state, { action, team, dueOn }) => ({
    ...state,
    improvements: [...state.improvements, { action, team, dueOn }],
  }),
  ImprovementActionCompleted: (state, { action }) => ({ ...state, improvements: state.improvements.filter(one => one.action !== action) }),
  ProcessReviewDue: (state, { year }, { factat }) =>
    reviews(state, { since: factat, owed: (state.procedures?.reviewed ?? []).includes(year) ? [] : [year] }),
  ProcessReviewCompleted: (state, { year }) =>
    reviews(state, {
      owed: (state.procedures?.owed ?? []).filter(one => one !== year),
      reviewed: [...(state.procedures?.reviewed ?? []), year],
    }),
  StaffMeansAnswered: (state, { team }) => ({
    ...state,
    teams: state.teams.map(one => (one.team === team ? { ...one, owesMeans: false } : one)),
  }),
};

const by = (grant: string): TaskRow<OrganisationState>['verdicts'] => ({ grant, refuse: null, contest: null });

export const improvementTasks: readonly TaskRow<OrganisationState>[] = [
  {
    kind: 'carry-out-improvement',
    title: say('Mener l’action d’amélioration, et dire ce qu’elle a donné', 'Carry out the improvement, and say what came of it'),
    roles: ['country-team', 'partnership-officer'],
    doneBy: ['ImprovementActionCompleted'],
    verdicts: by('CompleteImprovement'),
    requirements: ['ALE-40'],
    asks: state =>
      state.improvements.map(({ action, dueOn }) => askOf(ownParty, { key: action, about: action, dueAt: `${dueOn}T23:59:59.999Z` })),
  },
  {
    kind: 'review-procedures',
    title: say(
      'Revoir vérification, contrats et transferts, et décider ce qui s’allège',
      'Review due diligence, contracting and transfers, and decide what becomes lighter',
    ),
    roles: ['hq-ops', 'partnership-officer'],
    doneBy: ['ProcessReviewCompleted'],
    verdicts: by('ReviewProcedures'),
    requirements: ['ALE-55'],
    asks: state => (state.procedures?.owed ?? []).map(year => askOf(ownParty, { key: String(year), about: String(year) })),
  },
  {
    kind: 'answer-staff-means',
    title: say('Dire si l’équipe a eu les moyens cette année', 'Say whether the team had the means this year'),
    roles: ['partnership-officer'],
    doneBy: ['StaffMeansAnswered'],
    verdicts: by('AnswerStaffMeans'),
    requirements: ['ALE-61'],
    asks: state =>
      state.teams.filter(({ owesMeans }) => owesMeans).map(({ team, round }) => askOf(ownParty, { key: `${team}/${round}`, about: team })),
  },
];

export const improvementDeadlines: readonly DeadlineRow<OrganisationState>[] = [
  {
    rule: 'procedure-review-due',
    outcome: 'ProcessReviewDue',
    says: say('La revue annuelle des procédures est attendue', 'The yearly review of procedures is due'),
    requirements: ['ALE-55'],
    asks: state => {
      const every = settingsOf(state).procedureReviewEvery;
      if (state.procedures === null || every === undefined) return [];
      const { since } = state.procedures;
      return [{ key: since, dueAt: after(since, every), party: null, about: null }];
    },
    fire: (_state, { deadline, dueAt }) => [{ type: 'ProcessReviewDue', data: { deadline, year: Number(dueAt.slice(0, 4)) } }],
  },
];
