import { isEventType, phases, type Phase } from '@palabre/contracts';
import { allGates } from './gates/index.js';
import type { Step } from './lifecycle.js';
import { stepConditions } from './mechanisms/phase/conditions.js';

const first: Phase = 'readiness';

/** Phases that the steps reach from the first one. */
function reachable(steps: readonly Pick<Step, 'from' | 'to'>[]): ReadonlySet<Phase> {
  const reached = new Set<Phase>([first]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const step of steps) if (reached.has(step.from)) reached.add(step.to);
  }
  return reached;
}

const named = ({ from, to, event }: Step): string => `${from} → ${to} (${event})`;

function mistakesOf(step: Step): readonly string[] {
  const gates = step.gates.filter(({ gate }) => !allGates.some(known => known.id === gate)).map(({ gate }) => gate);
  const conditions = step.conditions.filter(name => !Object.hasOwn(stepConditions, name));
  return [
    ...(isEventType(step.event) ? [] : [`${named(step)}: the published language has no event ${String(step.event)}.`]),
    ...gates.map(gate => `${named(step)}: there is no gate ${gate}.`),
    ...conditions.map(name => `${named(step)}: there is no condition ${name}.`),
  ];
}

/**
 * What is wrong with a transition table, as sentences for whoever changes it: phases that no step reaches, events, gates
 * and conditions that do not exist. Empty for a sound table.
 */
export function lifecycleMistakes(steps: readonly Step[]): readonly string[] {
  const reached = reachable(steps);
  const lost = phases.filter(phase => !reached.has(phase)).map(phase => `No step leads to the phase ${phase}.`);
  return [...lost, ...steps.flatMap(mistakesOf)];
}
