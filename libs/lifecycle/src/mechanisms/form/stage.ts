import type { QuestionPolicy } from '@palabre/contracts';
import { hasCome, nextReminder } from '../../calendar/reminder.js';
import { figureOf } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { isDormant } from '../frame/questions.js';
import { partyNames } from '../parties/questions.js';
import type { Place } from './slice.js';

/* The questions of a stage: all of them once, at headquarters and in the field; those of the relation again while the stage lasts. */

const reflectionOf = (state: PartnershipState, party: string, place: Place) =>
  state.forms.reflections.find(one => one.phase === state.phase && one.party === party && one.place === place);

/** When the pulse of the relation is to be taken again in this stage (AGI-06); null before the stage was answered, or where none is. */
function pulseDueAt(state: PartnershipState, party: string, place: Place): string | null {
  const months = figureOf(state, 'relation_pulse_every_months');
  const at = reflectionOf(state, party, place)?.at;
  if (months === null || at === undefined || isDormant(state)) return null;
  return policyOf(state).forms.stageReflection.some(({ again }) => again) ? nextReminder(at, { months }, at) : null;
}

/** What a party still has to answer about this stage in a place: the stage itself, the pulse of the relation, or nothing. */
export function stageOwed(state: PartnershipState, party: string, place: Place): 'stage' | 'pulse' | null {
  if (reflectionOf(state, party, place) === undefined) return 'stage';
  const dueAt = pulseDueAt(state, party, place);
  return dueAt !== null && hasCome(dueAt, state.calendar.now) ? 'pulse' : null;
}

/** The questions put now, among those of the stage. */
export const putNow = (owed: 'stage' | 'pulse' | null, questions: readonly QuestionPolicy[]): readonly QuestionPolicy[] =>
  owed === 'pulse' ? questions.filter(({ again }) => again === true) : questions;

/** What tells one answer of a party about this stage from the next: the stage, and the day of the pulse. */
export const stageKey = (state: PartnershipState, party: string, place: Place): string =>
  stageOwed(state, party, place) === 'pulse' ? `${state.phase}-${pulseDueAt(state, party, place)?.slice(0, 10)}` : state.phase;

/** Days on which a pulse will be due, each once. */
export const pulsesToCome = (state: PartnershipState): readonly string[] => [
  ...new Set(
    partyNames(state)
      .flatMap(party => (['headquarters', 'field'] as const).map(place => pulseDueAt(state, party, place)))
      .flatMap(dueAt => (dueAt === null || hasCome(dueAt, state.calendar.now) ? [] : [dueAt])),
  ),
];
