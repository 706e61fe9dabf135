import { textKinds, type GateId, type TextKind } from '@palabre/contracts';
import { openedBy } from '../gates/opened-by.js';
import { stillShut } from '../gates/still-shut.js';
import type { TaskRow } from '../mechanism.js';
import { textNames } from '../mechanisms/text/kinds.js';
import type { PartnershipState } from '../state.js';
import type { TaskAsk } from './task-state.js';

/* A gate that only warned is not forgotten: what meets it goes on being asked for, as in the phase that the step left. */

const textOpening = (gate: GateId): TextKind | undefined => textKinds.find(kind => openedBy[gate].includes(textNames[kind].agreed));

/** True for a row whose tasks meet the gate; a gate that asks for a text is met by writing it. */
function meets(row: TaskRow, gate: GateId): boolean {
  const text = textOpening(gate);
  return text === undefined ? row.doneBy.some(event => openedBy[gate].includes(event)) : row.doneBy.includes(textNames[text].proposed);
}

const isAbout = (ask: TaskAsk, gate: GateId): boolean => {
  const text = textOpening(gate);
  return text === undefined || ask.about === text;
};

const isSame = (one: TaskAsk, other: TaskAsk): boolean => one.party === other.party && one.key === other.key && one.about === other.about;

const asksAsThen = (row: TaskRow, state: PartnershipState): readonly TaskAsk[] =>
  (state.steps.warned ?? [])
    .filter(({ gate }) => meets(row, gate) && stillShut(state, [gate]).length > 0)
    .flatMap(({ gate, phase, since }) => row.asks({ ...state, phase, phaseSince: since }).filter(ask => isAbout(ask, gate)));

/** The row, whose tasks outlive the step that passed their gate with a warning: until it is met or the partnership ends. */
export const outlivesItsStep = (row: TaskRow): TaskRow => ({
  ...row,
  asks: state =>
    state.steps.warned === undefined
      ? row.asks(state)
      : asksAsThen(row, state).reduce((asks, ask) => (asks.some(one => isSame(one, ask)) ? asks : [...asks, ask]), row.asks(state)),
});
