import { phases, type GateId, type PartnershipPolicy, type Phase, type Refusal } from '@palabre/contracts';
import { askGates, toRefusal } from '../../gates/index.js';
import type { GateVerdict, Knock } from '../../gates/gate.js';
import { lifecycle, type Step, type StepGate } from '../../lifecycle.js';
import type { PartnershipState } from '../../state.js';
import { stepConditions, type StepCondition } from '../phase/conditions.js';
import { underPolicy } from './questions.js';

const isForward = (from: Phase, to: Phase): boolean => phases.indexOf(from) < phases.indexOf(to);

/** Steps that the partnership has behind it: the gates and conditions that the new type would have asked on the way. */
const stepsBehind = (state: PartnershipState): readonly Step[] =>
  lifecycle.filter(({ from, to }) => isForward(from, to) && [from, to].every(phase => state.steps.visited.includes(phase)));

const nobody = (now: string): Knock => ({ now, person: null, party: null });

/** What a type itself needs, beside its gates. Every other condition speaks of one moment only. */
const needsOfTheType: readonly StepCondition[] = [
  'project-named',
  'candidate-shortlisted',
  'everybody-took-part',
  'meeting-calendar-agreed',
];

/** How every gate of the life so far stands under the rules of another type (MDM-32). Each gate once. */
export function gatesUnder(state: PartnershipState, policy: PartnershipPolicy, now: string): readonly GateVerdict[] {
  const asked = new Map<GateId, StepGate>();
  for (const { gates } of stepsBehind(state)) for (const one of gates) if (!asked.has(one.gate)) asked.set(one.gate, one);
  return askGates(underPolicy(state, policy), nobody(now), [...asked.values()]);
}

/** Conditions of the life so far that the rules of another type leave unmet. */
export function unmetUnder(state: PartnershipState, policy: PartnershipPolicy): readonly Refusal[] {
  const names = new Set(stepsBehind(state).flatMap(step => step.conditions));
  return [...names]
    .filter(name => needsOfTheType.includes(name))
    .map(name => stepConditions[name](underPolicy(state, policy), 'type'))
    .filter(refusal => refusal !== null);
}

const holds = (verdict: GateVerdict): boolean => verdict.state === 'open' && verdict.strength === 'block';

/** Blocking gates that are shut under the new rules, in words. */
export const missingUnder = (state: PartnershipState, policy: PartnershipPolicy, now: string): readonly Refusal[] =>
  gatesUnder(state, policy, now).filter(holds).map(toRefusal);
