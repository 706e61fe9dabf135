import { canonicalJson, type FormAnswers, type QuestionPolicy, type Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';

/* What parties are asked to answer, counted: nobody is asked without end, or twice (C-28, ALE-41, ALE-54). */

/**
 * Tells an answer from another one to the same question (FNV-1a, twice). Neither a secret nor a proof hangs on it, and a
 * replay of ten years computes it for every answer: a cryptographic hash took a third of that time.
 */
function digest(answer: unknown): string {
  const text = typeof answer === 'string' ? `"${answer}` : canonicalJson(answer);
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return `${(one >>> 0).toString(16).padStart(8, '0')}${(other >>> 24).toString(16).padStart(2, '0')}`;
}

const yearOf = (instant: string): string => instant.slice(0, 4);

/** Questions that a party was asked in the year of an instant. */
export const askedInYear = (state: PartnershipState, party: string, at: string): number =>
  state.forms.asked.year === yearOf(at) ? (state.forms.asked.count[party] ?? 0) : 0;

/** How many more questions a party may be asked in the year of an instant. */
export const questionsLeft = (state: PartnershipState, party: string, at: string): number =>
  Math.max(0, policyOf(state).questionQuota - askedInYear(state, party, at));

/** The questions of a form whose answer a party has already given once: what a screen pre-fills (ALE-54). */
export const alreadyKnown = (state: PartnershipState, party: string, questions: readonly QuestionPolicy[]): readonly string[] =>
  questions.filter(question => state.forms.known[party]?.[question.id] !== undefined).map(question => question.id);

/** Adds questions to what a party was asked in the year. */
export function askedMore(state: PartnershipState, party: string, count: number, at: string): PartnershipState {
  const { asked } = state.forms;
  const year = yearOf(at);
  const before = asked.year === year ? asked.count : {};
  return { ...state, forms: { ...state.forms, asked: { year, count: { ...before, [party]: (before[party] ?? 0) + count } } } };
}

/** Answers that were told: new ones count as questions asked, and all of them are known from now on. */
export function toldAnswers(state: PartnershipState, party: string, answers: FormAnswers, at: string): PartnershipState {
  const before = state.forms.known[party];
  const told = Object.entries(answers).map(([id, answer]) => [id, digest(answer)] as const);
  const counted = askedMore(state, party, told.filter(([id, now]) => before?.[id] !== now).length, at);
  const known = { ...counted.forms.known, [party]: { ...before, ...Object.fromEntries(told) } };
  return { ...counted, forms: { ...counted.forms, known } };
}

/** The year's questions are used up: further ones wait, or take the place of others. */
export const quotaReached = (party: string, left: number, quota: number): Refusal =>
  because(
    'question-quota',
    'C-28',
    say(
      `« ${party} » peut recevoir ${quota} questions par an ; il en reste ${left} cette année.`,
      `"${party}" may be asked ${quota} questions a year; ${left} are left this year.`,
    ),
    say(
      'Reprendre ce qui est déjà connu, poser moins de questions, ou attendre l’an prochain.',
      'Use what is known already, ask fewer questions, or wait until next year.',
    ),
  );
