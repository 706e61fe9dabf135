import type { EventAttributes, EventData, FormAnswers } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { askedMore, toldAnswers } from './burden.js';
import { addScores } from './closing-scores.js';
import { afterReveal, withCleared, withoutAwaited } from './revealed.js';
import type { FormSlice, TwoSidedForm } from './slice.js';

const withForms = (state: PartnershipState, forms: Partial<FormSlice>): PartnershipState => ({
  ...state,
  forms: { ...state.forms, ...forms },
});

const seal = (form: TwoSidedForm, data: EventData<'FormAnswered'>): TwoSidedForm => ({
  ...form,
  sealed: [
    ...form.sealed.filter(one => one.party !== data.party),
    { party: data.party, answersHash: data.answersHash, answers: null, unchanged: null, salt: null },
  ],
});

const reveal = (round: number, attributes: EventAttributes): TwoSidedForm => ({
  revealed: round,
  revealedAt: attributes.factat,
  sealed: [],
});

type Told = readonly { readonly party: string; readonly answers: FormAnswers }[];

const heard = (state: PartnershipState, told: Told, attributes: EventAttributes): PartnershipState =>
  told.reduce((before, { party, answers }) => toldAnswers(before, party, answers, attributes.factat), state);

const withoutRequest = (state: PartnershipState, request: string): PartnershipState =>
  withForms(state, { requests: state.forms.requests.filter(open => open.request !== request) });

const once = (names: readonly string[], name: string): readonly string[] => (names.includes(name) ? names : [...names, name]);

const findingRecorded = (
  state: PartnershipState,
  data: EventData<'DueDiligenceFindingRecorded'>,
  attributes: EventAttributes,
): PartnershipState => {
  const by = attributes.party;
  const known = state.forms.findings.some(one => one.by === by && one.about === data.about);
  const worries = data.result === 'concern' || data.result === 'breach';
  return withForms(state, {
    findings: known ? state.forms.findings : [...state.forms.findings, { by, about: data.about }],
    concerns: worries
      ? [
          ...state.forms.concerns.filter(one => one.about !== data.about || one.line !== data.line),
          { finding: data.finding, about: data.about, by, line: data.line, at: attributes.factat },
        ]
      : state.forms.concerns,
  });
};

export const formEvolvers: Evolvers = {
  FormAnswered: (state, data) =>
    data.form === 'due-diligence'
      ? withForms(state, { dueDiligence: seal(state.forms.dueDiligence, data) })
      : withForms(state, { annualReview: seal(state.forms.annualReview, data) }),
  DueDiligenceAnswersRevealed: (state, data, attributes) =>
    withForms(heard(state, data.answers, attributes), { dueDiligence: reveal(data.round, attributes) }),
  JointReflectionHeld: (state, data, attributes) =>
    withForms(heard(state, data.answers, attributes), {
      annualReview: reveal(data.round, attributes),
      ...afterReveal(state, data.round, data.answers),
    }),
  DueDiligenceFindingRecorded: findingRecorded,
  StageReflectionRecorded: (state, { phase, party, place }, { factat }) =>
    withForms(state, {
      reflections: [
        ...state.forms.reflections.filter(one => one.phase !== phase || one.party !== party || one.place !== place),
        { phase, party, place, at: factat },
      ],
    }),
  StageAnswerCommented: state => state,
  StrengthBaselineRecorded: (state, data, attributes) =>
    withForms(heard(state, [data], attributes), { baselineOf: once(state.forms.baselineOf, data.party) }),
  SelfAssessmentRepeated: (state, data, attributes) =>
    withForms(heard(state, [data], attributes), { repeatedBy: once(state.forms.repeatedBy, data.party) }),
  ClosingQuestionAnswered: (state, data, attributes) =>
    withForms(heard(state, [data], attributes), {
      closingAnsweredBy: once(state.forms.closingAnsweredBy, data.party),
      closingSums: addScores(state, data.answers),
    }),
  AnswerConfirmed: (state, data) => withForms(state, { toConfirm: withoutAwaited(state.forms.toConfirm, data) }),
  AnswerContested: (state, data) => withForms(state, { toConfirm: withoutAwaited(state.forms.toConfirm, data) }),
  QuotationCleared: (state, data) => withForms(state, { quotable: withCleared(state.forms.quotable, data) }),
  FormQuestionAdded: (state, { form, question: { id, answerer, kind } }) =>
    withForms(state, { own: [...state.forms.own, { form, id, answerer, kind }] }),
  FormQuestionWithdrawn: (state, { form, question }) =>
    withForms(state, { own: state.forms.own.filter(one => one.form !== form || one.id !== question) }),
  QuestionsAsked: (state, { request, party, to, questions, answerBy }, attributes) =>
    withForms(askedMore(state, to, questions.length, attributes.factat), {
      requests: [
        ...state.forms.requests,
        { request, by: party, to, count: questions.length, askedAt: attributes.factat, answerBy: answerBy ?? null },
      ],
    }),
  QuestionsAnswered: (state, data) => withoutRequest(state, data.request),
  QuestionsDeclined: (state, data) => withoutRequest(state, data.request),
  StakeholderAnalysisRefreshed: state => state,
};
