import { after, endOfDay } from '../calendar/span.js';
import { say } from '../decision.js';
import type { DeadlineRow, TaskRow } from '../mechanism.js';
import { ownParty, settingsOf } from '../streams/stream-state.js';
import { askOf } from '../tasks/task-state.js';
import { missingDocuments } from './papers.js';
import type { OrganisationState } from './state.js';

const by = (grant: string): TaskRow<OrganisationState>['verdicts'] => ({ grant, refuse: null, contest: null });

const speakers = ['partner-representative', 'executive-secretariat', 'hq-ops'] as const;

/** A representative and a deputy (S-09). */
const lacksSpeakers = ({ mandates }: OrganisationState): boolean => {
  const named = mandates.filter(({ role }) => role === 'partner-representative');
  return !named.some(({ deputy }) => !deputy) || !named.some(({ deputy }) => deputy);
};

export const organisationTasks: readonly TaskRow<OrganisationState>[] = [
  {
    kind: 'complete-documents',
    title: say('Joindre les pièces de l’organisation', 'Add the documents of the organisation'),
    roles: speakers,
    doneBy: ['OrganisationProfileChanged'],
    verdicts: by('ChangeProfile'),
    requirements: ['ALE-04'],
    asks: state => (missingDocuments(state).length > 0 ? [askOf(ownParty)] : []),
  },
  {
    kind: 'complete-profile',
    title: say(
      'Compléter la fiche : niveau d’action, nature dans le secteur',
      'Complete the profile: how far it reaches, its kind within the sector',
    ),
    roles: speakers,
    doneBy: ['OrganisationProfileChanged'],
    verdicts: by('ChangeProfile'),
    requirements: ['ALE-02', 'HFA-07'],
    asks: ({ profile }) => ((profile?.toComplete.length ?? 0) > 0 ? [askOf(ownParty)] : []),
  },
  {
    kind: 'name-representatives',
    title: say('Nommer une personne qui représente, et une suppléance', 'Name a representative and a deputy'),
    roles: speakers,
    doneBy: ['OrganisationMandateRecorded'],
    verdicts: by('RecordOrganisationMandate'),
    requirements: ['S-09'],
    asks: state => (lacksSpeakers(state) ? [askOf(ownParty)] : []),
  },
  {
    kind: 'examine-resemblance',
    title: say('Regarder une ressemblance avec une liste de sanctions', 'Look at a resemblance with a sanctions list'),
    roles: ['hq-ops', 'partnership-officer'],
    doneBy: ['FalseMatchRemembered', 'ScreeningMatchConfirmed'],
    verdicts: { grant: 'RememberFalseMatch', refuse: 'ConfirmScreeningMatch', contest: null },
    requirements: ['S-02'],
    asks: state => state.openHits.map(({ hit, screenedBy }) => askOf(ownParty, { key: hit, about: hit, askedBy: screenedBy })),
  },
  {
    kind: 'review-of-team',
    title: say('Faire l’examen annuel de l’équipe', 'Complete the yearly review of the team'),
    roles: ['country-team'],
    doneBy: ['TeamProgressReviewCompleted'],
    verdicts: by('CompleteTeamReview'),
    requirements: ['ALE-67'],
    asks: state =>
      state.teams.filter(({ owes }) => owes).map(({ team, round }) => askOf(ownParty, { key: `${team}/${round}`, about: team })),
  },
  {
    kind: 'publish-progress-report',
    title: say('Publier le rapport public de l’année', 'Publish the public report of the year'),
    roles: ['hq-ops'],
    doneBy: ['PublicProgressReportPublished'],
    verdicts: by('PublishProgressReport'),
    requirements: ['ALE-21'],
    asks: state => (state.account?.owed ?? []).map(year => askOf(ownParty, { key: String(year), about: String(year) })),
  },
];

const reviewedEvery = (state: OrganisationState) => settingsOf(state).teamReviewEvery ?? settingsOf(state).publicAccountEvery;

export const organisationDeadlines: readonly DeadlineRow<OrganisationState>[] = [
  {
    rule: 'kept-answers-expire',
    outcome: 'KeptAnswersExpired',
    says: say('Des réponses gardées sont à demander de nouveau', 'Kept answers are to be asked again'),
    requirements: ['PMP-20', 'ALE-54'],
    asks: state =>
      [...new Set(state.kept.map(({ until }) => until))].map(until => ({ key: until, dueAt: endOfDay(until), party: null, about: until })),
    fire: (state, { deadline, about }) => {
      const questions = state.kept.filter(({ until }) => until === about).map(({ question }) => question);
      return questions.length > 0 ? [{ type: 'KeptAnswersExpired', data: { deadline, questions } }] : [];
    },
  },
  {
    rule: 'team-review-due',
    outcome: 'TeamProgressReviewDue',
    says: say('L’examen annuel d’une équipe est attendu', 'The yearly review of a team is due'),
    requirements: ['ALE-67'],
    asks: state =>
      state.teams
        .filter(({ owes }) => !owes)
        .map(({ team, since, round }) => ({
          key: `${team}/${round}`,
          dueAt: after(since, reviewedEvery(state)),
          party: null,
          about: team,
        })),
    fire: (state, { deadline, about }) =>
      state.teams
        .filter(({ team }) => team === about)
        .map(({ team, round }) => ({ type: 'TeamProgressReviewDue', data: { deadline, team, round } })),
  },
  {
    rule: 'public-account-due',
    outcome: 'PublicProgressReportDue',
    says: say('Le rapport public de l’année est attendu', 'The public report of the year is due'),
    requirements: ['ALE-21'],
    asks: ({ account }) => {
      const dueAt = account?.nextDueAt ?? null;
      return dueAt === null ? [] : [{ key: dueAt, dueAt, party: null, about: null }];
    },
    fire: (_state, { deadline, dueAt }) => [{ type: 'PublicProgressReportDue', data: { deadline, year: Number(dueAt.slice(0, 4)) } }],
  },
];
