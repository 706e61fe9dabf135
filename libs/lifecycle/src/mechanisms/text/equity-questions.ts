import { resourceKinds, type CalendarSpan, type TextKind } from '@palabre/contracts';
import { policyOf, type PartnershipState } from '../../state.js';
import { partnersOf, partyNames } from '../parties/questions.js';
import { agreedBudget, headOf } from './questions.js';

/* What texts say about who decides, who gains and who leads. Heads keep it as short marks, never the texts. */

/** Names that a head keeps under a mark; none where the text is not written, or older than the mark. */
export const markedNames = (state: PartnershipState, kind: TextKind, mark: string): readonly string[] =>
  String(headOf(state, kind)?.marks[mark] ?? '')
    .split(' ')
    .filter(name => name !== '');

const pairs = (state: PartnershipState, kind: TextKind, mark: string): readonly (readonly [string, string])[] =>
  markedNames(state, kind, mark).map(pair => {
    const [name = '', party = ''] = pair.split('>');
    return [name, party];
  });

/** Measures of the plan that move power, each with the party it is for (ALE-44). */
export const rebalancingMeasures = (state: PartnershipState): readonly { readonly measure: string; readonly to: string }[] =>
  pairs(state, 'plan', 'measures').map(([measure, to]) => ({ measure, to }));

/** Lines of the capacity plan whose "why" waits, each with the party that alone may write it (MDM-19). */
export const whyAwaited = (state: PartnershipState): readonly { readonly line: string; readonly by: string }[] =>
  pairs(state, 'capacity-plan', 'whyAwaited').map(([line, by]) => ({ line, by }));

/** True for a measure of the agreed plan by which one party hands something to another (AGI-13). */
export const isPlannedBetween = (state: PartnershipState, measure: string, from: string, to: string): boolean =>
  headOf(state, 'plan')?.status === 'agreed' && markedNames(state, 'plan', 'measures').includes(`${measure}>${to}>${from}`);

/** What everybody agreed that a measure moves; undefined where the plan does not say (AGI-13). */
export const movedBy = (state: PartnershipState, measure: string): string | undefined =>
  pairs(state, 'plan', 'moves').find(([name]) => name === measure)?.[1];

/** A measure of the plan with the party that carries it through, the one it is for, and the day by which it is done (AGI-13). */
interface DatedMeasure {
  readonly measure: string;
  readonly owner: string;
  readonly to: string;
  readonly dueOn: string;
}

/** Measures of the plan that have an owner and a day. */
export const datedMeasures = (state: PartnershipState): readonly DatedMeasure[] =>
  markedNames(state, 'plan', 'dated').map(entry => {
    const [measure = '', owner = '', dueOn = ''] = entry.split('>');
    return { measure, owner, dueOn, to: rebalancingMeasures(state).find(one => one.measure === measure)?.to ?? owner };
  });

/** Measures of the agreed plan that nobody has told as completed. */
export const measuresToComplete = (state: PartnershipState): readonly DatedMeasure[] =>
  headOf(state, 'plan')?.status === 'agreed'
    ? datedMeasures(state).filter(({ measure }) => !(state.journal.completedMeasures ?? []).includes(measure))
    : [];

/** Strengths that the plan offers, each with the party that offers it (ALE-57). */
export const offeredStrengths = (state: PartnershipState): readonly { readonly strength: string; readonly by: string }[] =>
  pairs(state, 'plan', 'strengths').map(([strength, by]) => ({ strength, by }));

/** Kinds of resources to which one party has so much less access than another that the plan has to answer (AGI-12). */
export function resourceGaps(state: PartnershipState): readonly string[] {
  const from = policyOf(state).figures?.['resource_gap_points'];
  const stated = Object.values(state.journal.access ?? {});
  if (from === undefined || stated.length < 2) return [];
  return resourceKinds.filter(kind => {
    const points = stated.map(access => access[kind]);
    return Math.max(...points) - Math.min(...points) >= from;
  });
}

/** A milestone that everybody agreed, with who answers for it and by which day (PMP-35). */
export interface AgreedMilestone {
  readonly milestone: string;
  readonly owedBy: string;
  readonly dueOn: string;
}

export const agreedMilestones = (state: PartnershipState): readonly AgreedMilestone[] =>
  headOf(state, 'milestones')?.status === 'agreed'
    ? markedNames(state, 'milestones', 'planned').map(entry => {
        const [milestone = '', owedBy = '', dueOn = ''] = entry.split('>');
        return { milestone, owedBy, dueOn };
      })
    : [];

/** Agreed milestones that nobody has promised yet. */
export const unpromisedMilestones = (state: PartnershipState): readonly AgreedMilestone[] =>
  agreedMilestones(state).filter(one => !(state.commitments.milestones ?? []).includes(one.milestone));

/** Lines of the agreed budget, or of the one proposed, that the power map does not name (AGI-11). */
export const budgetLinesOffTheMap = (state: PartnershipState): readonly string[] => {
  const lines = agreedBudget(state) ?? headOf(state, 'budget')?.lines ?? [];
  const named = markedNames(state, 'power-map', 'lines');
  return lines.map(line => line.line).filter(line => !named.includes(line));
};

/** Purposes for which the budget, as it was written last, has no line and says why (AGI-38). */
export const purposesLeftEmpty = (state: PartnershipState): readonly string[] => markedNames(state, 'budget', 'leftEmpty');

/** Choices of the local strategy, by who proposed them. */
export const localChoices = (state: PartnershipState): readonly (readonly [string, string])[] => pairs(state, 'strategy', 'local');

/** Local choices that the organisations of the place neither proposed nor approved (AGI-08). */
export function localChoicesWithoutTheSouth(state: PartnershipState): readonly string[] {
  const ofThePlace = partnersOf(state);
  const head = headOf(state, 'strategy');
  const approved = head?.status === 'agreed' && head.acceptedBy.some(party => ofThePlace.includes(party));
  return approved
    ? []
    : localChoices(state)
        .filter(([, party]) => !ofThePlace.includes(party))
        .map(([choice]) => choice);
}

/**
 * Lines of the agreed capacity plan that still run: all of them while a project goes on, afterwards those of the
 * organisational track, which belongs to the partnership (ALE-17).
 */
export function livingCapacityLines(state: PartnershipState): readonly string[] {
  const head = headOf(state, 'capacity-plan');
  if (head?.status !== 'agreed') return [];
  return state.steps.project === null ? markedNames(state, 'capacity-plan', 'organisational') : head.parts;
}

/** Within which time an answer may be expected: as the agreed communication sheet says, else as the charter does (PMP-31). */
export function answerDelay(state: PartnershipState, timer: 'context_change_answer_in' | 'challenge_answer_in'): CalendarSpan {
  const head = headOf(state, 'communication-rules');
  const told = head?.status === 'agreed' ? head.marks['answerWithin'] : undefined;
  return told === undefined ? policyOf(state).timers[timer] : (JSON.parse(String(told)) as CalendarSpan);
}

/** Who decides a matter by the agreed table of decisions (AGI-19); null for a matter that the table does not name. */
export function decidersOf(state: PartnershipState, matter: string): readonly string[] | null {
  const head = headOf(state, 'roles');
  if (head?.status !== 'agreed') return null;
  const table = new Map(Object.entries(JSON.parse(String(head.marks['deciders'] ?? '{}')) as Record<string, readonly string[]>));
  const stillIn = (table.get(matter) ?? []).filter(party => partyNames(state).includes(party));
  return stillIn.length === 0 ? null : stillIn;
}
