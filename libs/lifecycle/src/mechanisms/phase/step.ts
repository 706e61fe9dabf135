import type { Fact } from '@palabre/contracts';
import type { GateVerdict } from '../../gates/gate.js';
import type { Step } from '../../lifecycle.js';

/** The event of a step, with how each gate stood when it was taken. `extras` are the fields of that event's own. */
export function stepFact(step: Step, verdicts: readonly GateVerdict[], extras: Readonly<Record<string, unknown>> = {}): Fact {
  const gates = verdicts.map(({ gate, strength, state }) => ({ gate, strength, state }));
  return { type: step.event, data: { from: step.from, to: step.to, gates, ...extras } } as unknown as Fact;
}
