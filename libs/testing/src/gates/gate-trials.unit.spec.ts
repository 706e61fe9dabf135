import { gateIds, type CommandAnswer, type GateStrength, type Refusal } from '@palabre/contracts';
import { allGates, lifecycle, type Step } from '@palabre/lifecycle';
import { describe, expect, it } from 'vitest';
import { gateTrials, heldBackAt, policyWithGate, stepOf, type GateTrial, type HeldBack } from '../index.js';

const nameOf = ({ gate, from, by }: GateTrial): string => `${gate} in ${from}${by === undefined ? '' : ` (${by})`}`;

const rows = gateTrials.map(trial => [nameOf(trial), trial] as const);

const held = (trial: GateTrial, strength: GateStrength): HeldBack =>
  heldBackAt(trial, policyWithGate(trial.charter, trial.type, trial.gate, strength));

/** How strong the gate is at this step: a step may soften it (CAPACITY before signature). */
const atThisStep = (trial: GateTrial, strength: GateStrength): GateStrength =>
  strength === 'block' ? (stepOf(trial).gates.find(asked => asked.gate === trial.gate)?.atMost ?? 'block') : strength;

/** The step back to the work that a step back to a transfer under way stands beside. */
const twinOf = ({ to, from, event }: Step): Step | undefined =>
  to === 'transfer' ? lifecycle.find(row => row.to === 'implementation' && row.from === from && row.event === event) : undefined;

const refusedIn = (file: HeldBack) =>
  file.events
    .filter(event => ['CommandRefused', 'SignatureAttemptRefused'].includes(event.attributes.type))
    .map(event => event.data as Refusal & { commandType: string });

const refusedAnswers = (file: HeldBack) => file.script.flatMap(({ answer }) => (answer.outcome === 'refused' ? [answer.refusal] : []));

const verdictOf = (file: HeldBack, trial: GateTrial) =>
  (file.last(stepOf(trial).event)['gates'] as { gate: string; strength: string; state: string }[]).find(one => one.gate === trial.gate);

const otherVerdicts = (file: HeldBack, trial: GateTrial) =>
  (file.last(stepOf(trial).event)['gates'] as { gate: string; state: string }[]).filter(
    one => one.gate !== trial.gate && one.state !== 'passed',
  );

const warnedOf = (answer: CommandAnswer): readonly Refusal[] => (answer.outcome === 'accepted' ? answer.warnings : []);

/** Said in both languages: what the gate asks, and what is missing now. No other gate speaks. */
function tellsThisGateAlone(said: Refusal, trial: GateTrial): void {
  expect(said.gates).toEqual([trial.gate]);
  expect(said.reason.fr).toContain(trial.told.fr);
  expect(said.reason.en).toContain(trial.told.en);
  for (const other of allGates.filter(gate => gate.id !== trial.gate)) {
    expect(said.reason.fr).not.toContain(other.asks.fr);
    expect(said.reason.en).not.toContain(other.asks.en);
  }
}

function goesThrough(file: HeldBack, trial: GateTrial): void {
  expect(file.passThrough().map(answer => answer.outcome)).not.toContain('refused');
  expect(file.count(stepOf(trial).event)).toBeGreaterThan(0);
}

describe('the table of gates', () => {
  it('has every gate, at every step that asks for it', () => {
    expect(new Set(gateTrials.map(({ gate }) => gate))).toEqual(new Set(gateIds));
    const asked = lifecycle
      .filter(step => twinOf(step) === undefined)
      .flatMap(step => step.gates.map(({ gate }) => `${gate} ${step.from} ${step.to} ${step.event}`));
    const tried = gateTrials.map(trial => {
      const { from, to, event } = stepOf(trial);
      return `${trial.gate} ${from} ${to} ${event}`;
    });
    expect(new Set(tried)).toEqual(new Set(asked));
    expect(new Set(tried).size).toBe(tried.length);
  });

  it('ALE-46: asks of who goes back to a transfer under way what it asks of who goes back to the work', () => {
    const twins = lifecycle.flatMap(step => (twinOf(step) === undefined ? [] : [{ step, twin: twinOf(step) }]));
    expect(twins.map(({ step }) => `${step.from} ${step.event}`)).toEqual([
      'annual-review AnnualReviewCompleted',
      'after RelationshipContinued',
      'after AgreementRenewed',
    ]);
    for (const { step, twin } of twins) expect(step.gates).toEqual(twin?.gates);
  });

  it('leaves out of each story just what its gate asks: told whole, every story goes on', () => {
    for (const trial of gateTrials) {
      const file = held(trial, 'block');
      file.meet();
      goesThrough(file, trial);
      expect(verdictOf(file, trial)?.state, nameOf(trial)).toBe('passed');
      expect(otherVerdicts(file, trial), nameOf(trial)).toEqual([]);
    }
  });
});

describe('a gate that blocks', () => {
  const blocking = rows.filter(([, trial]) => atThisStep(trial, 'block') === 'block');

  it.each(blocking)('%s: stops, tells its reason and no other, and lets through once it is met', (_name, trial) => {
    const file = held(trial, 'block');
    const before = file.state.phase;
    const answer = file.knock();
    if (answer.outcome === 'accepted') throw new Error(`${trial.gate} let somebody through`);
    tellsThisGateAlone(answer.refusal, trial);
    expect(file.state.phase).toBe(before);
    expect(file.told(answer.version - 1)).toHaveLength(1);
    file.meet();
    goesThrough(file, trial);
    expect(verdictOf(file, trial)).toEqual({ gate: trial.gate, strength: 'block', state: 'passed' });
    expect(refusedIn(file).filter(refused => refused.gates.length > 0)).toHaveLength(1);
  });

  it.each(blocking)('%s: every refused attempt is in the history, also the one that only came too early', (_name, trial) => {
    const file = held(trial, 'block');
    file.knock();
    file.knock();
    const early = trial.from === 'idea' || trial.by === 'JoinNetwork' ? 0 : 1;
    expect(refusedIn(file).map(({ code, rule, reason }) => ({ code, rule, reason }))).toEqual(
      refusedAnswers(file).map(({ code, rule, reason }) => ({ code, rule, reason })),
    );
    expect(refusedIn(file)).toHaveLength(early + 2);
    if (early === 1) expect(['no-such-step', 'not-in-this-phase', 'no-such-proposal']).toContain(refusedIn(file)[0]?.code);
  });
});

describe('a gate that warns', () => {
  it.each(rows.filter(([, { heldAnyway }]) => heldAnyway === undefined))(
    '%s: lets through, with its warning and no other, and is silent once it is met',
    (_name, trial) => {
      const file = held(trial, 'warn');
      const answer = file.knock();
      expect(answer.outcome).toBe('accepted');
      const warnings = warnedOf(answer);
      expect(warnings).toHaveLength(1);
      for (const warning of warnings) tellsThisGateAlone(warning, trial);
      expect(refusedIn(file).filter(refused => refused.gates.length > 0)).toEqual([]);
      const met = held(trial, 'warn');
      met.meet();
      expect(warnedOf(met.knock())).toEqual([]);
    },
  );
});

describe('a gate that only alerts', () => {
  it.each(rows.filter(([, { heldAnyway }]) => heldAnyway === undefined))(
    '%s: lets through without a word to who asks, and the step tells that it was open',
    (_name, trial) => {
      const file = held(trial, 'alert');
      const answers = file.passThrough();
      expect(answers.map(answer => answer.outcome)).not.toContain('refused');
      expect(answers.flatMap(warnedOf)).toEqual([]);
      expect(verdictOf(file, trial)).toEqual({ gate: trial.gate, strength: 'alert', state: 'open' });
      expect(otherVerdicts(file, trial)).toEqual([]);
    },
  );

  it.each(rows.filter(([, { heldAnyway }]) => heldAnyway === undefined))('%s: switched off it is not even asked', (_name, trial) => {
    const file = held(trial, 'off');
    goesThrough(file, trial);
    expect(verdictOf(file, trial)).toBeUndefined();
  });
});

describe('a door that another rule holds as well', () => {
  const heldTwice = rows.filter(([, { heldAnyway }]) => heldAnyway !== undefined);

  it('HFA-15, MDM-14: these are who signs, and the review of both sides', () => {
    expect(heldTwice.map(([, { gate, heldAnyway }]) => [gate, heldAnyway?.code])).toEqual([
      ['SIGNATORY', 'no-mandate'],
      ['SIGNATORY', 'no-mandate'],
      ['REFLECTION', 'one-direction-only'],
    ]);
  });

  it.each(heldTwice)('%s: softened to a warning or an alert, the door stays shut by the other rule', (_name, trial) => {
    for (const strength of ['warn', 'alert', 'off'] as const) {
      const file = held(trial, strength);
      const before = file.state.phase;
      expect(file.knock()).toMatchObject({ outcome: 'refused', refusal: trial.heldAnyway });
      expect(file.state.phase).toBe(before);
      file.meet();
      goesThrough(file, trial);
    }
  });

  it('ALE-46: softened to an alert, the reflection that is not held is told after the days that the policy gives it, and not before', () => {
    const trial = gateTrials.find(({ gate }) => gate === 'REFLECTION');
    if (trial === undefined) throw new Error('no trial of REFLECTION');
    const file = held(trial, 'alert');
    const wait = (days: number) => new Date(Date.parse(file.state.phaseSince) + days * 86_400_000).toISOString();
    const { days } = file.policy.timers.reflection_overdue_after as { days: number };
    expect(days).toBe(30);
    file.ask('officer', 'AdvanceCalendar', { to: wait(days - 1) });
    expect(file.count('AnnualReviewOverdue')).toBe(0);
    file.ask('officer', 'AdvanceCalendar', { to: wait(days + 1) });
    expect(file.count('AnnualReviewOverdue')).toBe(1);
    expect(file.state.phase).toBe('annual-review');
  });
});
