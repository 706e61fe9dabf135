import type { GateId, GateStrength, Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { StepGate } from '../lifecycle.js';
import { isPassedOver } from '../mechanisms/frame/questions.js';
import { policyOf, type PartnershipState } from '../state.js';
import { account } from './account.gate.js';
import { actsOf, doThen } from '../tasks/acts.js';
import { addedValue } from './added-value.gate.js';
import { budget } from './budget.gate.js';
import { capacity } from './capacity.gate.js';
import { cd } from './cd.gate.js';
import { closing } from './closing.gate.js';
import { content } from './content.gate.js';
import { diligence } from './diligence.gate.js';
import { evaluation } from './evaluation.gate.js';
import { expectations } from './expectations.gate.js';
import { followUp } from './follow-up.gate.js';
import type { Gate, GateStanding, GateVerdict, Knock } from './gate.js';
import { introduced } from './introduced.gate.js';
import { language } from './language.gate.js';
import { mapping } from './mapping.gate.js';
import { need } from './need.gate.js';
import { objectives } from './objectives.gate.js';
import { officer } from './officer.gate.js';
import { openedBy } from './opened-by.js';
import { orange } from './orange.gate.js';
import { presence } from './presence.gate.js';
import { readiness } from './readiness.gate.js';
import { red } from './red.gate.js';
import { reflection } from './reflection.gate.js';
import { roles } from './roles.gate.js';
import { signatory } from './signatory.gate.js';
import { values } from './values.gate.js';

/** The 25 gates in force. */
export const allGates: readonly Gate[] = [
  need,
  addedValue,
  mapping,
  introduced,
  diligence,
  red,
  orange,
  expectations,
  values,
  objectives,
  roles,
  budget,
  capacity,
  evaluation,
  language,
  content,
  cd,
  signatory,
  officer,
  followUp,
  presence,
  reflection,
  readiness,
  account,
  closing,
];

const order: readonly GateStrength[] = ['off', 'alert', 'warn', 'block'];

const softer = (one: GateStrength, other: GateStrength): GateStrength => (order.indexOf(one) <= order.indexOf(other) ? one : other);

/** Strength of a gate here and now: the charter's, or what the parties adapted in their policy (PMP-59), then what the step allows at most. Unknown means block. */
export function strengthOf(state: PartnershipState, asked: StepGate): GateStrength {
  const stated = policyOf(state).gates[asked.gate] ?? 'block';
  return softer(stated, asked.atMost ?? 'block');
}

const gateOf = (id: GateId): Gate => {
  const found = allGates.find(gate => gate.id === id);
  if (found === undefined) throw new Error(`gateOf: no gate ${id}`);
  return found;
};

/** How each of these gates stands for this knock. Gates that the charter switches off are not asked at all. */
export function askGates(state: PartnershipState, knock: Knock, asked: readonly StepGate[]): readonly GateVerdict[] {
  return asked
    .map(one => ({ one, strength: strengthOf(state, one) }))
    .filter(({ strength }) => strength !== 'off')
    .map(({ one, strength }) => {
      const missing = gateOf(one.gate).missing(state, knock);
      const shut = strength === 'block' && isPassedOver(state, one.gate) ? 'waived' : 'open';
      return { gate: one.gate, strength, state: missing.length === 0 ? 'passed' : shut, missing } as const;
    });
}

/** The refusal, warning or alert that an open gate speaks. */
export function toRefusal(verdict: GateVerdict): Refusal {
  const gate = gateOf(verdict.gate);
  const fr = verdict.missing.map(item => item.fr).join(' ');
  const en = verdict.missing.map(item => item.en).join(' ');
  return because(
    'gate-open',
    `gate ${verdict.gate}`,
    say(`${gate.asks.fr} ${fr}`, `${gate.asks.en} ${en}`),
    say('Compléter ce qui manque, puis redemander.', 'Complete what is missing, then ask again.'),
    [verdict.gate],
  );
}

const shutIn = (verdicts: readonly GateVerdict[]): readonly GateVerdict[] =>
  verdicts.filter(verdict => verdict.state === 'open' && verdict.strength === 'block');

/** Everything that blocking gates miss, each by itself, with the commands that bring it. */
export const missingIn = (verdicts: readonly GateVerdict[]): readonly Refusal[] =>
  shutIn(verdicts).flatMap(({ gate, missing }) =>
    missing.map(item => because('gate-open', `gate ${gate}`, item, doThen(actsOf(openedBy[gate])), [gate])),
  );

/** One refusal that names every blocking gate, or null. */
export function blockedBy(verdicts: readonly GateVerdict[]): Refusal | null {
  const [first, ...others] = shutIn(verdicts).map(toRefusal);
  if (first === undefined) return null;
  return others.reduce(
    (one, other) => ({
      ...one,
      rule: `${one.rule}, ${other.rule}`,
      reason: say(`${one.reason.fr} ${other.reason.fr}`, `${one.reason.en} ${other.reason.en}`),
      gates: [...one.gates, ...other.gates],
    }),
    first,
  );
}

const warns = ({ state, strength }: GateVerdict): boolean => state === 'waived' || (state === 'open' && strength === 'warn');

/** What goes through with a warning. */
export const warningsOf = (verdicts: readonly GateVerdict[]): readonly Refusal[] => verdicts.filter(warns).map(toRefusal);

/** How gates stood, as a step tells it: what went through with a warning keeps its reason. */
export const standingsOf = (verdicts: readonly GateVerdict[]): readonly GateStanding[] =>
  verdicts.map(verdict => {
    const { gate, strength, state } = verdict;
    return warns(verdict) ? { gate, strength, state, reason: toRefusal(verdict).reason } : { gate, strength, state };
  });
