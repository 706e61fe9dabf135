import type { Fact } from '@palabre/contracts';
import type { GateVerdict } from '../../gates/gate.js';
import type { Step, StepGate } from '../../lifecycle.js';
import type { PartnershipState } from '../../state.js';
import { standingsOf } from '../../gates/index.js';
import { overdueGates } from '../frame/questions.js';

/** Gates that a step asks: its own, and those that an emergency passed over and nobody made up for in time (S-19). */
export const gatesOf = (state: PartnershipState, step: Step): readonly StepGate[] => [
  ...step.gates,
  ...(step.to === 'closing' || step.ends !== undefined ? [] : overdueGates(state))
    .filter(gate => !step.gates.some(asked => asked.gate === gate))
    .map(gate => ({ gate })),
];

/** The event of a step, with how each gate stood when it was taken. `extras` are the fields of that event's own. */
export function stepFact(step: Step, verdicts: readonly GateVerdict[], extras: Readonly<Record<string, unknown>> = {}): Fact {
  return { type: step.event, data: { from: step.from, to: step.to, gates: standingsOf(verdicts), ...extras } } as unknown as Fact;
}
