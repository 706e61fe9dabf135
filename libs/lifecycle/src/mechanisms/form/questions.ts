import type { CommandData } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { hasCome } from '../../calendar/reminder.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { owedBy } from '../frame/questions.js';
import { partyNames } from '../parties/questions.js';
import type { FormSlice, TwoSidedForm } from './slice.js';

export type TwoSidedKind = 'due-diligence' | 'annual-review';

export const twoSided = (state: PartnershipState, kind: TwoSidedKind): TwoSidedForm =>
  kind === 'due-diligence' ? state.forms.dueDiligence : state.forms.annualReview;

/** When the due diligence done has to be looked at again (PMP-20); null before the first one is complete. */
export const refreshDueAt = (state: PartnershipState): string | null => {
  const { revealedAt } = state.forms.dueDiligence;
  return revealedAt === null ? null : after(revealedAt, policyOf(state).timers.due_diligence_refresh_every);
};

/** A partnership that comes to its end is not verified afresh. */
export const refreshes = (state: PartnershipState): boolean =>
  state.forms.dueDiligence.revealed > 0 && state.standing === 'open' && state.phase !== 'closing' && state.phase !== 'after';

const refreshIsDue = (state: PartnershipState): boolean => {
  const due = refreshDueAt(state);
  return due !== null && refreshes(state) && hasCome(due, state.calendar.now);
};

/** In its own phase, or as long as an emergency passed over the gate that asks for it (S-19). */
const isAsked = (state: PartnershipState, kind: TwoSidedKind): boolean => state.phase === kind || owedBy(state, gateOf[kind]) !== null;

const gateOf = { 'due-diligence': 'DILIGENCE', 'annual-review': 'REFLECTION' } as const;

/**
 * The round that waits for answers now, or null. Due diligence: the first in its phase, the next ones when a refresh
 * is due. Annual review: the round of the review that is open.
 */
export function openRound(state: PartnershipState, kind: TwoSidedKind): number | null {
  const form = twoSided(state, kind);
  if (kind === 'annual-review') {
    const round = state.steps.reviewRound;
    return isAsked(state, kind) && form.revealed < round ? round : null;
  }
  if (form.revealed === 0) return isAsked(state, kind) ? 1 : null;
  return refreshIsDue(state) ? form.revealed + 1 : null;
}

/** Parties whose answers the open round still waits for. */
export function silentParties(state: PartnershipState, kind: TwoSidedKind): readonly string[] {
  const { sealed } = twoSided(state, kind);
  return openRound(state, kind) === null ? [] : partyNames(state).filter(party => !sealed.some(one => one.party === party));
}

/** True when the latest round has the answers of every party (MDM-14). */
export const bothDirectionsAnswered = (state: PartnershipState, kind: TwoSidedKind): boolean =>
  kind === 'annual-review'
    ? state.forms.annualReview.revealed >= Math.max(1, state.steps.reviewRound)
    : state.forms.dueDiligence.revealed > 0;

/** Parties about which no other party has recorded a finding yet. */
export const partiesWithoutFinding = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(party => !state.forms.findings.some(finding => finding.about === party && finding.by !== party));

/** Concerns after which no line has been raised about that party yet. A charter without lines leaves none to raise. */
export const openConcerns = (state: PartnershipState): FormSlice['concerns'] =>
  state.forms.concerns.filter(
    concern =>
      policyOf(state).lines.length > 0 &&
      !state.lines.lastRaised.some(
        raised => raised.about === concern.about && (concern.line === null || raised.line === concern.line) && raised.at >= concern.at,
      ),
  );

const kindOf = (form: string): TwoSidedKind | null => (form === 'due-diligence' || form === 'annual-review' ? form : null);

/**
 * Lays the answers behind a seal into the state, once the command that gave them was accepted. The event tells their
 * hash alone, so `evolve` cannot do it. A round that the same command revealed keeps nothing.
 */
export function keepSealedAnswers(
  state: PartnershipState,
  answered: { readonly party: string } & Pick<CommandData<'AnswerForm'>, 'form' | 'answers' | 'unchanged' | 'salt'>,
): PartnershipState {
  const kind = kindOf(answered.form);
  if (kind === null) return state;
  const form = twoSided(state, kind);
  const sealed = form.sealed.map(one =>
    one.party === answered.party
      ? { ...one, answers: answered.answers, unchanged: answered.unchanged ?? [], salt: answered.salt ?? null }
      : one,
  );
  const slice = kind === 'due-diligence' ? { dueDiligence: { ...form, sealed } } : { annualReview: { ...form, sealed } };
  return { ...state, forms: { ...state.forms, ...slice } };
}

const withoutContent = (form: TwoSidedForm): TwoSidedForm => ({
  ...form,
  sealed: form.sealed.map(one => ({ ...one, answers: null, unchanged: null, salt: null })),
});

/** The state as events alone tell it: nobody reads sealed answers in it. What queries show and `verify` compares. */
export const withoutSealedAnswers = (state: PartnershipState): PartnershipState => ({
  ...state,
  forms: {
    ...state.forms,
    dueDiligence: withoutContent(state.forms.dueDiligence),
    annualReview: withoutContent(state.forms.annualReview),
  },
});
