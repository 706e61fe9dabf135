import { contentHash, fact, type Command, type Fact, type QuestionPolicy } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { unknownLine, unknownParty } from '../../refusals.js';
import { chartersLine, openCaseOn } from '../line/questions.js';
import { partyOf } from '../parties/questions.js';
import { checkAnswers, checkWeight } from './answers.js';
import { alreadyKnown, questionsLeft, quotaReached } from './burden.js';
import { questionsFor, templateOf } from './asked.js';
import { addFormQuestion, withdrawFormQuestion } from './own-questions.js';
import { openRound, twoSided, type TwoSidedKind } from './questions.js';
import { aboutOneself, alreadyAnswered, evidenceToCome, noRoundOpen, notAnsweredBefore, partnerOnly, saltMissing } from './refusals.js';
import { answerQuestions, askQuestions, declineQuestions } from './requests.js';
import { givenSoFar, isOpened, revealed, type Given } from './reveal.js';
import { putNow, stageOwed } from './stage.js';
import { commentStageAnswer } from './stage-comments.js';
import { hasAnswered, isFormOpen } from './put.js';
import { clearQuotation, confirmAnswer, contestAnswer } from './revealed.js';

type Answered = Command<'AnswerForm'>['data'];

/** The last party's answers open everybody's seal at once: the reveal carries all of them. */
function revealOrSeal(state: PartnershipState, kind: TwoSidedKind, round: number, mine: Given): Fact[] {
  const others = givenSoFar(state, kind).filter(one => one.party !== mine.party);
  const sealed = fact('FormAnswered', {
    form: kind,
    round,
    party: mine.party,
    answersHash: contentHash({ salt: mine.salt, answers: mine.answers, unchanged: mine.unchanged }),
    ...(kind === 'annual-review' ? { template: templateOf(state, kind) } : {}),
  });
  return [sealed, ...revealed(state, kind, round, [...others, mine])];
}

function answerTwoSided(state: PartnershipState, kind: TwoSidedKind, data: Answered, moment: Moment): Decision {
  const round = openRound(state, kind);
  if (round === null) return refuse(noRoundOpen(kind));
  const { party } = moment.party;
  if (twoSided(state, kind).sealed.some(one => one.party === party && isOpened(one))) return refuse(alreadyAnswered(kind));
  const unchanged = data.unchanged ?? [];
  const mine = questionsFor(state, kind, moment.party);
  const unheard = unchanged.find(id => !alreadyKnown(state, party, mine).includes(id));
  if (unheard !== undefined) return refuse(notAnsweredBefore(unheard));
  const asked = mine.filter(question => !unchanged.includes(question.id));
  const wrong = checkAnswers(kind, asked, data.answers) ?? checkWeight(data.answers);
  if (wrong !== null) return refuse(wrong);
  return data.salt === undefined
    ? refuse(saltMissing())
    : accept(...revealOrSeal(state, kind, round, { party, answers: data.answers, unchanged, salt: data.salt }));
}

/** The event that tells the answers to a form of one party alone. */
type OneSided = (state: PartnershipState, data: Answered, party: string) => Fact;

const selfAssessment: OneSided = ({ phase }, { answers }, party) =>
  fact(phase === 'closing' ? 'SelfAssessmentRepeated' : 'StrengthBaselineRecorded', { party, answers });

const stageReflection: OneSided = ({ phase }, { answers, place }, party) =>
  fact('StageReflectionRecorded', { phase, party, place: place ?? 'headquarters', answers });

const closing: OneSided = (_state, { answers }, party) => fact('ClosingQuestionAnswered', { party, answers });

/** True when an answer is to a question that is put to the partner alone. */
const answersForThePartner = (questions: readonly QuestionPolicy[], { answers }: Answered): boolean =>
  questions.some(({ id, answerer }) => answerer === 'partner' && Object.hasOwn(answers, id));

const oneSided = { 'self-assessment': selfAssessment, 'stage-reflection': stageReflection, closing };

/** The charter's own forms are always answered; beyond the year's quota it is said how much was asked (ALE-41). */
const answerForm: Decider<'AnswerForm'> = (state, command, moment) => {
  const decision = answered(state, command, moment);
  const { party } = moment.party;
  const left = questionsLeft(state, party, moment.now);
  if (decision.outcome === 'refused' || Object.keys(command.data.answers).length <= left) return decision;
  return { ...decision, warnings: [...decision.warnings, quotaReached(party, left, policyOf(state).questionQuota)] };
};

const answered: Decider<'AnswerForm'> = (state, command, moment) => {
  const { data } = command;
  const { forms } = policyOf(state);
  if (data.form === 'due-diligence' || data.form === 'annual-review') return answerTwoSided(state, data.form, data, moment);
  if (data.form === 'closing' && moment.party.side === 'host' && answersForThePartner(forms.closing, data)) return refuse(partnerOnly());
  const { party } = moment.party;
  const place = data.place ?? 'headquarters';
  if (!isFormOpen(state, data.form)) return refuse(noRoundOpen(data.form));
  if (hasAnswered(state, data.form, party, place)) return refuse(alreadyAnswered(data.form));
  const owed = data.form === 'stage-reflection' ? stageOwed(state, party, place) : null;
  const wrong = checkAnswers(data.form, putNow(owed, questionsFor(state, data.form, moment.party)), data.answers);
  return wrong === null ? accept(oneSided[data.form](state, data, party)) : refuse(wrong);
};

/** Weak accounting is orange and helped, never refused (MDM-71, C-19). */
const weakAccounting = 'financial_accountability';

function lineOfLowCapacity(state: PartnershipState, about: string, moment: Moment): Fact[] {
  const known = chartersLine(state, weakAccounting);
  if (known?.colour !== 'orange' || openCaseOn(state, weakAccounting, about) !== undefined) return [];
  return [fact('OrangeLineRaised', { case: moment.newId('case'), line: weakAccounting, about, facts: null })];
}

const recordFinding: Decider<'RecordFinding'> = (state, command, moment) => {
  const { about, line, result, evidenceOn } = command.data;
  if (partyOf(state, about) === undefined) return refuse(unknownParty(about));
  if (about === moment.party.party) return refuse(aboutOneself());
  if (line !== null && chartersLine(state, line) === undefined) return refuse(unknownLine(line));
  if (evidenceOn > dayOf(moment.factAt)) return refuse(evidenceToCome());
  const recorded = fact('DueDiligenceFindingRecorded', { ...command.data, finding: moment.newId('finding') });
  return accept(recorded, ...(result === 'low-capacity' ? lineOfLowCapacity(state, about, moment) : []));
};

export const formDeciders: Deciders = {
  AnswerForm: answerForm,
  AskQuestions: askQuestions,
  AnswerQuestions: answerQuestions,
  DeclineQuestions: declineQuestions,
  RecordFinding: recordFinding,
  ConfirmAnswer: confirmAnswer,
  ContestAnswer: contestAnswer,
  CommentStageAnswer: commentStageAnswer,
  ClearQuotation: clearQuotation,
  AddFormQuestion: addFormQuestion,
  WithdrawFormQuestion: withdrawFormQuestion,
  RefreshAnalysis: (_state, command) => accept(fact('StakeholderAnalysisRefreshed', command.data)),
};
