import type { EventData, FormAnswers, FreeText } from '@palabre/contracts';
import { changeWhere, filePart, told, type PartHandlers } from '../file-part.js';

type TwoSided = 'due-diligence' | 'annual-review';

/** Answers of both sides appear here only once they were revealed together (MDM-14). */
interface RoundView {
  readonly form: TwoSided;
  readonly round: number;
  readonly answeredBy: readonly { readonly party: string; readonly answersHash: string; readonly at: string }[];
  readonly revealed: readonly { readonly party: string; readonly answers: FormAnswers }[] | null;
}

type OneSided = {
  readonly form: string;
  readonly party: string;
  readonly answers: FormAnswers;
  readonly at: string;
  readonly phase?: string;
  readonly place?: string;
  /** What other parties say of an answer to the questions of a stage (MDM-83); absent until one has. */
  readonly comments?: readonly StageComment[];
};

type StageComment = Pick<EventData<'StageAnswerCommented'>, 'question' | 'party' | 'comment'> & { readonly at: string };

/** Questions that one party puts to another beside the forms, and what they are asked instead of (C-28). */
interface RequestView extends EventData<'QuestionsAsked'> {
  readonly askedAt: string;
  readonly state: 'open' | 'answered' | 'declined';
  readonly answers: readonly FreeText[];
  readonly declinedBecause: FreeText | null;
  readonly settledAt: string | null;
}

/** What the other side says of an answer, and who has cleared it to be quoted (ALE-14, AGI-09). */
interface AnswerView extends Pick<EventData<'QuotationCleared'>, 'round' | 'question' | 'of'> {
  readonly confirmed: readonly { readonly party: string; readonly isSo: boolean; readonly said: FreeText | null }[];
  readonly clearedBy: readonly string[];
  readonly clearedByAll: boolean;
}

export interface FormsDoc {
  readonly rounds: readonly RoundView[];
  readonly answers: readonly OneSided[];
  readonly requests: readonly RequestView[];
  readonly judged: readonly AnswerView[];
  /** Questions of the parties' own, beside the common ones (ALE-69). */
  readonly own: readonly EventData<'FormQuestionAdded'>[];
  readonly findings: readonly EventData<'DueDiligenceFindingRecorded'>[];
  readonly analysisRefreshed: readonly { readonly at: string; readonly version: number }[];
}

const inRound = (doc: FormsDoc, form: TwoSided, round: number, change: (view: RoundView) => RoundView): FormsDoc => {
  const found = doc.rounds.find(one => one.form === form && one.round === round) ?? { form, round, answeredBy: [], revealed: null };
  return { ...doc, rounds: [...doc.rounds.filter(one => one !== found), change(found)] };
};

const oneSided = (doc: FormsDoc, answers: OneSided): FormsDoc => ({ ...doc, answers: [...doc.answers, answers] });

/** A comment stays with the last answers of that party to that stage, in that place. */
function commented(doc: FormsDoc, data: EventData<'StageAnswerCommented'>, at: string): FormsDoc {
  const { phase, place, of, question, party, comment } = data;
  const last = doc.answers.findLast(
    one => one.form === 'stage-reflection' && one.phase === phase && one.place === place && one.party === of && question in one.answers,
  );
  return {
    ...doc,
    answers: doc.answers.map(one =>
      one === last ? { ...one, comments: [...(one.comments ?? []), { question, party, comment, at }] } : one,
    ),
  };
}

type Named = Pick<AnswerView, 'round' | 'question' | 'of'>;

const judges = (doc: FormsDoc, { round, question, of }: Named, change: (view: AnswerView) => Partial<AnswerView>): FormsDoc => {
  const found = doc.judged.find(one => one.round === round && one.question === question && one.of === of);
  const view = found ?? { round, question, of, confirmed: [], clearedBy: [], clearedByAll: false };
  return { ...doc, judged: [...doc.judged.filter(one => one !== found), { ...view, ...change(view) }] };
};

const settles = (doc: FormsDoc, request: string, fields: Partial<RequestView>): FormsDoc => ({
  ...doc,
  requests: changeWhere(
    doc.requests,
    one => one.request === request,
    one => ({ ...one, ...fields }),
  ),
});

const on: PartHandlers<FormsDoc> = {
  FormAnswered: (doc, { data, attributes }) =>
    inRound(doc, data.form, data.round, view => ({
      ...view,
      answeredBy: [...view.answeredBy, { party: data.party, answersHash: data.answersHash, at: attributes.factat }],
    })),
  DueDiligenceAnswersRevealed: (doc, { data }) => inRound(doc, 'due-diligence', data.round, view => ({ ...view, revealed: data.answers })),
  JointReflectionHeld: (doc, { data }) => inRound(doc, 'annual-review', data.round, view => ({ ...view, revealed: data.answers })),
  DueDiligenceFindingRecorded: (doc, { data }) => ({ ...doc, findings: [...doc.findings, data] }),
  StageReflectionRecorded: (doc, event) => oneSided(doc, { form: 'stage-reflection', ...event.data, at: told(event).at }),
  StageAnswerCommented: (doc, event) => commented(doc, event.data, told(event).at),
  StrengthBaselineRecorded: (doc, event) => oneSided(doc, { form: 'self-assessment', ...event.data, at: told(event).at }),
  SelfAssessmentRepeated: (doc, event) => oneSided(doc, { form: 'self-assessment', ...event.data, at: told(event).at }),
  ClosingQuestionAnswered: (doc, event) => oneSided(doc, { form: 'closing', ...event.data, at: told(event).at }),
  AccessionAnswersGiven: (doc, event) => oneSided(doc, { form: 'accession', ...event.data, at: told(event).at }),
  QuestionsAsked: (doc, event) => ({
    ...doc,
    requests: [
      ...doc.requests,
      { ...event.data, askedAt: told(event).at, state: 'open', answers: [], declinedBecause: null, settledAt: null },
    ],
  }),
  QuestionsAnswered: (doc, event) =>
    settles(doc, event.data.request, { state: 'answered', answers: event.data.answers, settledAt: told(event).at }),
  QuestionsDeclined: (doc, event) =>
    settles(doc, event.data.request, { state: 'declined', declinedBecause: event.data.reason, settledAt: told(event).at }),
  AnswerConfirmed: (doc, { data: { party, comment, ...named } }) =>
    judges(doc, named, one => ({ confirmed: [...one.confirmed, { party, isSo: true, said: comment }] })),
  AnswerContested: (doc, { data: { party, reason, ...named } }) =>
    judges(doc, named, one => ({ confirmed: [...one.confirmed, { party, isSo: false, said: reason }] })),
  QuotationCleared: (doc, { data: { party, clearedByAll, ...named } }) =>
    judges(doc, named, one => ({ clearedBy: [...one.clearedBy, party], clearedByAll })),
  FormQuestionAdded: (doc, { data }) => ({ ...doc, own: [...doc.own, data] }),
  FormQuestionWithdrawn: (doc, { data }) => ({
    ...doc,
    own: doc.own.filter(one => one.form !== data.form || one.question.id !== data.question),
  }),
  StakeholderAnalysisRefreshed: (doc, event) => ({ ...doc, analysisRefreshed: [...doc.analysisRefreshed, told(event)] }),
};

export const formsPart = filePart<FormsDoc>(
  'forms',
  { rounds: [], answers: [], requests: [], judged: [], own: [], findings: [], analysisRefreshed: [] },
  on,
);
