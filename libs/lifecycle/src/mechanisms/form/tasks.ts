import type { Role } from '@palabre/contracts';
import { after, endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { owedBy } from '../frame/questions.js';
import { otherParties, partyNames } from '../parties/questions.js';
import { silentAboutTheEnd } from './put.js';
import type { Place } from './slice.js';
import { stageKey, stageOwed } from './stage.js';
import { bothDirectionsAnswered, openConcerns, openRound, partiesWithoutFinding, refreshDueAt, silentParties } from './questions.js';

const holders: readonly Role[] = ['partnership-officer', 'hq-ops', 'partner-representative'];

const none = { grant: null, refuse: null, contest: null } as const;

const fills = { grant: 'AnswerForm', refuse: null, contest: null } as const;

function diligenceAsks(state: PartnershipState): readonly TaskAsk[] {
  const round = openRound(state, 'due-diligence');
  if (round === null) return [];
  const since = round === 1 ? state.phaseSince : (refreshDueAt(state) ?? state.phaseSince);
  const madeUpBy = round === 1 ? owedBy(state, 'DILIGENCE') : null;
  const dueAt = madeUpBy ?? after(since, policyOf(state).timers.due_diligence_complete_in);
  return silentParties(state, 'due-diligence').map(party => askOf(party, { key: `round-${round}`, about: 'due-diligence', dueAt }));
}

function reviewAsks(state: PartnershipState): readonly TaskAsk[] {
  const round = openRound(state, 'annual-review');
  if (round === null) return [];
  const dueAt = after(state.phaseSince, policyOf(state).timers.reflection_overdue_after);
  return silentParties(state, 'annual-review').map(party => askOf(party, { key: `round-${round}`, about: 'annual-review', dueAt }));
}

/** Who has not looked at whom yet: any other party may record the finding. */
const findingAsks = (state: PartnershipState): readonly TaskAsk[] =>
  (state.phase === 'due-diligence' || owedBy(state, 'DILIGENCE') !== null) && bothDirectionsAnswered(state, 'due-diligence')
    ? partiesWithoutFinding(state).flatMap(about => otherParties(state, about).map(party => askOf(party, { key: about, about })))
    : [];

const reflectionAsks =
  (place: Place) =>
  (state: PartnershipState): readonly TaskAsk[] =>
    state.phase === 'readiness' || policyOf(state).forms.stageReflection.length === 0
      ? []
      : partyNames(state)
          .filter(party => stageOwed(state, party, place) !== null)
          .map(party => askOf(party, { key: stageKey(state, party, place), about: place }));

const assessmentAsks = (state: PartnershipState, phase: 'setting-up' | 'closing', done: readonly string[]): readonly TaskAsk[] =>
  state.phase === phase && policyOf(state).forms.selfAssessment.length > 0
    ? partyNames(state)
        .filter(party => !done.includes(party))
        .map(party => askOf(party, { about: 'self-assessment' }))
    : [];

export const formTasks: readonly TaskRow[] = [
  {
    kind: 'answer-due-diligence',
    title: say('Répondre au questionnaire de diligence', 'Answer the due-diligence form'),
    roles: holders,
    doneBy: ['FormAnswered', 'DueDiligenceAnswersRevealed'],
    verdicts: fills,
    requirements: ['PMP-19', 'MDM-14', 'PMP-20'],
    asks: diligenceAsks,
  },
  {
    kind: 'answer-questions',
    title: say('Répondre aux questions posées, ou les décliner', 'Answer the questions asked, or decline them'),
    roles: holders,
    doneBy: ['QuestionsAnswered', 'QuestionsDeclined'],
    verdicts: { grant: 'AnswerQuestions', refuse: 'DeclineQuestions', contest: null },
    requirements: ['C-28', 'MDM-25', 'ALE-13'],
    asks: state =>
      state.forms.requests.map(open =>
        askOf(open.to, { key: open.request, about: open.request, dueAt: open.answerBy === null ? null : endOfDay(open.answerBy) }),
      ),
  },
  {
    kind: 'record-finding',
    title: say('Enregistrer un constat sur l’autre partie', 'Record a finding about the other party'),
    roles: holders,
    doneBy: ['DueDiligenceFindingRecorded'],
    verdicts: none,
    requirements: ['PMP-19'],
    asks: findingAsks,
  },
  {
    kind: 'raise-line-on-finding',
    title: say('Signaler la ligne que le constat a montrée', 'Raise the line that the finding has shown'),
    roles: holders,
    doneBy: ['OrangeLineRaised', 'RedLineAlleged'],
    verdicts: none,
    requirements: ['MDM-66', 'MDM-62'],
    asks: state => openConcerns(state).map(concern => askOf(concern.by, { key: concern.finding, about: concern.finding })),
  },
  {
    kind: 'answer-annual-review',
    title: say('Répondre aux questions de la revue annuelle', 'Answer the questions of the annual review'),
    roles: holders,
    doneBy: ['FormAnswered', 'JointReflectionHeld'],
    verdicts: fills,
    requirements: ['ALE-46', 'MDM-14'],
    asks: reviewAsks,
  },
  {
    kind: 'confirm-answer',
    title: say('Confirmer ou contester ce que l’autre côté dit de vous', 'Confirm or contest what the other side says of you'),
    roles: holders,
    doneBy: ['AnswerConfirmed', 'AnswerContested'],
    verdicts: { grant: 'ConfirmAnswer', refuse: null, contest: 'ContestAnswer' },
    requirements: ['ALE-14'],
    asks: state =>
      state.forms.toConfirm.map(one =>
        askOf(one.by, { key: `${one.round}-${one.of}-${one.question}`, about: `${one.question}/${one.of}/${one.round}` }),
      ),
  },
  {
    kind: 'reflect-at-headquarters',
    title: say('Se poser les questions de l’étape, au siège', 'Ask yourselves the questions of the stage, at headquarters'),
    roles: holders,
    doneBy: ['StageReflectionRecorded'],
    verdicts: fills,
    requirements: ['MDM-81'],
    asks: reflectionAsks('headquarters'),
  },
  {
    kind: 'reflect-in-the-field',
    title: say('Se poser les questions de l’étape, sur le terrain', 'Ask yourselves the questions of the stage, in the field'),
    roles: ['country-team', 'community-leader', 'partner-representative'],
    doneBy: ['StageReflectionRecorded'],
    verdicts: fills,
    requirements: ['MDM-81'],
    asks: reflectionAsks('field'),
  },
  {
    kind: 'assess-own-strengths',
    title: say('Faire son auto-évaluation de départ', 'Record your baseline self-assessment'),
    roles: holders,
    doneBy: ['StrengthBaselineRecorded'],
    verdicts: fills,
    requirements: ['ALE-58'],
    asks: state => assessmentAsks(state, 'setting-up', state.forms.baselineOf),
  },
  {
    kind: 'repeat-self-assessment',
    title: say('Refaire son auto-évaluation', 'Repeat your self-assessment'),
    roles: holders,
    doneBy: ['SelfAssessmentRepeated'],
    verdicts: fills,
    requirements: ['ALE-58'],
    asks: state => assessmentAsks(state, 'closing', state.forms.repeatedBy),
  },
  {
    kind: 'answer-closing-question',
    title: say(
      'Répondre aux questions de la fin : ce qui a été, ce qui reste, comment elle se vit',
      'Answer the questions of the end: what was, what remains, how it is felt',
    ),
    roles: holders,
    doneBy: ['ClosingQuestionAnswered'],
    verdicts: fills,
    requirements: ['MDM-09', 'MDM-14', 'AGI-10'],
    asks: state => (state.phase === 'closing' ? silentAboutTheEnd(state).map(({ party }) => askOf(party, { about: 'closing' })) : []),
  },
];
