import { fact, type SetDeadline } from '@palabre/contracts';
import { hasCome, nextReminder } from '../calendar/reminder.js';
import { after } from '../calendar/span.js';
import { say } from '../decision.js';
import type { DeadlineRow, TaskRow } from '../mechanism.js';
import { ownParty, settingsOf } from '../streams/stream-state.js';
import { askOf } from '../tasks/task-state.js';
import { consultationEnds } from './consulting.js';
import { livingClauses, revisionSteps, type CharterState, type ClauseState } from './state.js';

const by = (grant: string, refuse: string | null = null): TaskRow<CharterState>['verdicts'] => ({ grant, refuse, contest: null });

/** Clauses that the committee may decide now: consulted, and not decided. */
const awaitsCommittee = (state: CharterState): readonly ClauseState[] =>
  livingClauses(state).filter(({ consulted, standing }) => consulted !== null && (standing === 'proposed' || standing === 'adopted'));

/** When the next course is due; null where the charter counts on none. */
function trainingDueAt({ settings, trainedAt }: CharterState): string | null {
  const every = settings?.trainingEvery;
  return every === undefined || trainedAt === undefined ? null : nextReminder(trainedAt, every, trainedAt);
}

/** Everybody who may speak for a body: which one it is, the task says. */
const bodies = ['hq-ops', 'country-team', 'partner-representative', 'steering-committee', 'executive-bureau', 'general-assembly'] as const;

const stepCommands = {
  listening: 'CloseListening',
  position: 'StatePosition',
  tools: 'PrepareTools',
  publication: 'PublishRevision',
} as const;
const stepEvents = {
  listening: 'ListeningClosed',
  position: 'CharterPositionStated',
  tools: 'CharterToolsPrepared',
  publication: 'CharterRevised',
} as const;
const stepTitles = {
  listening: say('Écouter, et nommer qui a été écouté', 'Listen, and name who was listened to'),
  position: say('Poser la position', 'State the position'),
  tools: say('Préparer les outils', 'Prepare the tools'),
  publication: say('Publier la charte révisée', 'Publish the revised charter'),
} as const;

const revisionTasks = revisionSteps.map((step): TaskRow<CharterState> => ({
  kind: `revision-${step}`,
  title: stepTitles[step],
  roles: ['hq-ops', 'partnership-officer'],
  doneBy: [stepEvents[step]],
  verdicts: by(stepCommands[step]),
  requirements: ['ALE-26', 'MDM-77'],
  asks: ({ revision }) => (revision === step ? [askOf(ownParty)] : []),
}));

export const charterTasks: readonly TaskRow<CharterState>[] = [
  {
    kind: 'answer-consultation',
    title: say('Répondre à la consultation sur la charte', 'Answer the consultation on the charter'),
    roles: bodies,
    doneBy: ['CharterConsultationAnswered'],
    verdicts: by('AnswerConsultation'),
    requirements: ['MDM-76', 'ALE-26'],
    asks: ({ consultation }) =>
      (consultation?.bodies ?? [])
        .filter(body => consultation?.answered.includes(body) === false)
        .map(body => askOf(ownParty, { key: `${consultation?.consultation}/${body}`, about: body, dueAt: consultation?.dueAt ?? null })),
  },
  {
    kind: 'validate-clause',
    title: say('Valider la clause, ou la remettre en discussion', 'Validate the clause, or return it for discussion'),
    roles: ['steering-committee'],
    doneBy: ['CharterClauseValidated', 'CharterClauseReturned', 'CharterClauseRetired'],
    verdicts: by('ValidateClause', 'ReturnClause'),
    requirements: ['MDM-05', 'MDM-76'],
    asks: state =>
      awaitsCommittee(state).map(({ clause, version, proposedBy }) =>
        askOf(ownParty, { key: `${clause}/${version}`, about: clause, askedBy: proposedBy }),
      ),
  },
  {
    kind: 'write-guidance-sheet',
    title: say('Écrire la fiche pratique demandée', 'Write the guidance sheet that was asked for'),
    roles: ['hq-ops', 'partnership-officer', 'country-team'],
    doneBy: ['GuidanceSheetWritten'],
    verdicts: by('WriteGuidanceSheet'),
    requirements: ['MDM-78'],
    asks: ({ sheetsAsked }) => sheetsAsked.map(task => askOf(ownParty, { key: task, about: task })),
  },
  {
    kind: 'hold-training',
    title: say('Tenir une formation au partenariat, partenaires compris', 'Hold a course on partnership, partners included'),
    roles: ['hq-ops'],
    doneBy: ['TrainingRecorded'],
    verdicts: by('RecordTraining'),
    requirements: ['MDM-80'],
    asks: state => {
      const dueAt = trainingDueAt(state);
      return dueAt !== null && hasCome(dueAt, state.calendar.now) ? [askOf(ownParty, { key: dueAt })] : [];
    },
  },
  ...revisionTasks,
];

/** Clauses to which the group may still object. */
const awaitsObjection = (state: CharterState): readonly ClauseState[] =>
  livingClauses(state).filter(({ standing, objected }) => standing === 'proposed' && !objected);

const adopted = (state: CharterState, { about, deadline }: SetDeadline) =>
  awaitsObjection(state)
    .filter(({ clause }) => clause === about)
    .map(({ clause, version, hash }) => fact('CharterClauseAdopted', { clause, version, hash, deadline }));

export const charterDeadlines: readonly DeadlineRow<CharterState>[] = [
  {
    rule: 'adopted-without-objection',
    outcome: 'CharterClauseAdopted',
    says: say('Personne n’a objecté : le groupe adopte la clause', 'Nobody has objected: the group adopts the clause'),
    requirements: ['MDM-75'],
    asks: state =>
      awaitsObjection(state).map(({ clause, version, proposedAt }) => ({
        key: `${clause}/${version}`,
        dueAt: after(proposedAt, settingsOf(state).adoptionWithoutObjection),
        party: null,
        about: clause,
      })),
    fire: adopted,
  },
  {
    rule: 'training-due',
    outcome: 'ReminderDue',
    says: say('Une formation au partenariat est attendue', 'A course on partnership is due'),
    requirements: ['MDM-80'],
    asks: state => {
      const dueAt = trainingDueAt(state);
      return dueAt === null || hasCome(dueAt, state.calendar.now) ? [] : [{ key: dueAt, dueAt, party: null, about: null }];
    },
    fire: (_state, { deadline }) => [fact('ReminderDue', { deadline, about: 'hold-training' })],
  },
  {
    rule: 'consultation-over',
    outcome: 'CharterConsultationClosed',
    says: say('La consultation se termine ; les silences sont dits', 'The consultation ends; silences are told'),
    requirements: ['MDM-76'],
    asks: ({ consultation }) =>
      consultation === null ? [] : [{ key: consultation.consultation, dueAt: consultation.dueAt, party: null, about: null }],
    fire: ({ consultation }, { deadline }) => (consultation === null ? [] : [consultationEnds(consultation, deadline)]),
  },
];
