import type { CommandType, GateId, Phase } from '@palabre/contracts';
import { lifecycle, type Step } from '@palabre/lifecycle';
import type { Rehearsal } from '../rehearsal.js';
import type { Act } from '../scripted.js';

/** How a gate is met too soon: what the story leaves out, what is said then, and what opens the gate. */
export interface GateTrial {
  readonly gate: GateId;
  readonly from: Phase;
  /** The command that asks for the step, where the phase has several doors with this gate. */
  readonly by?: CommandType;
  readonly type: string;
  /** "palabre", in which nearly every gate blocks, unless another rule of that charter comes before the gate. */
  readonly charter: string;
  readonly story: (file: Rehearsal) => unknown;
  /** Acts of the story that are not done before the door; done afterwards, they meet the gate. */
  readonly leftOut?: (act: Act) => boolean;
  /** Something that happens before the door and shuts it. */
  readonly trouble?: (file: Rehearsal) => unknown;
  /** What else meets the gate. */
  readonly met?: (file: Rehearsal) => unknown;
  /** What is missing, as the person is told. */
  readonly told: { readonly fr: string; readonly en: string };
  /** Another rule that holds the same door whatever the strength of the gate. */
  readonly heldAnyway?: { readonly rule: string; readonly code: string };
}

/** Where a gate is asked: in a phase, by a command where several ask there. */
export interface Where {
  readonly gate: GateId;
  readonly from: Phase;
  readonly by?: CommandType | undefined;
}

/** The step at which the trial meets its gate. */
export function stepOf({ gate, from, by }: Where): Step {
  const step = lifecycle.find(row => row.from === from && row.by === (by ?? row.by) && row.gates.some(asked => asked.gate === gate));
  if (step === undefined) throw new Error(`stepOf: ${gate} is not asked in ${from}`);
  return step;
}
