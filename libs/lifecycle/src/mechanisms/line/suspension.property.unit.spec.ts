import type { EventEnvelope } from '@palabre/contracts';
import { fileIn, Rehearsal, type PersonName } from '@palabre/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmedRedLines } from './questions.js';

const lines = ['care_quality', 'patient_discrimination', 'armed_violence', 'corruption', 'gender_equality'] as const;

type Act =
  | { readonly does: 'raise'; readonly who: PersonName; readonly line: (typeof lines)[number]; readonly about: 'host' | 'partner' }
  | { readonly does: 'hear' | 'confirm' | 'dismiss' | 'resume' | 'release'; readonly who: PersonName; readonly nth: number }
  | { readonly does: 'pay'; readonly who: PersonName };

const who = fc.constantFrom<PersonName>('officer', 'representative', 'committee', 'direction', 'presidency');

/** Mostly the body that decides: it raises lines too, and must then leave the decision to another. */
const decider = fc.oneof({ weight: 4, arbitrary: fc.constant<PersonName>('committee') }, { weight: 1, arbitrary: who });

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constant('raise' as const),
    who: fc.constantFrom<PersonName>('officer', 'representative', 'committee'),
    line: fc.constantFrom(...lines),
    about: fc.constantFrom('host' as const, 'partner' as const),
  }),
  fc.record({ does: fc.constant('hear' as const), who: fc.constantFrom<PersonName>('officer', 'representative'), nth: fc.nat(4) }),
  fc.record({
    does: fc.constantFrom('confirm' as const, 'dismiss' as const, 'resume' as const, 'release' as const),
    who: decider,
    nth: fc.nat(4),
  }),
  fc.record({ does: fc.constant('pay' as const), who }),
);

const commandOf = { confirm: 'ConfirmLine', dismiss: 'DismissLine', resume: 'ResumePartnership', release: 'ReleaseTransfers' } as const;

const begun = fileIn('implementation');

function start(): Rehearsal {
  const file = new Rehearsal(begun.policy);
  file.state = begun.state;
  file.events.push(...begun.events);
  return file;
}

function play(file: Rehearsal, step: Act, turn: number): void {
  const id = { id: `turn-${turn}` };
  if (step.does === 'raise') {
    file.ask(step.who, 'RaiseLine', { line: step.line, about: step.about, facts: null }, id);
  } else if (step.does === 'pay') {
    file.ask(step.who, 'RequestTransfer', { line: 'A.1', value: { amount: 100, currency: 'EUR' }, from: 'host', to: 'partner' }, id);
  } else {
    const { cases } = file.state.lines;
    const open = cases[step.nth % Math.max(1, cases.length)]?.case ?? 'case-none';
    if (step.does === 'hear') file.ask(step.who, 'HearParty', { case: open, statement: 'Dit.' }, id);
    else file.ask(step.who, commandOf[step.does], { case: open, reason: 'Pesé.' }, id);
  }
}

const paid = (event: EventEnvelope): boolean => event.attributes.type === 'FundTransferRequested';

const decided = (event: EventEnvelope): boolean => ['RedLineBreachConfirmed', 'LineDismissed'].includes(event.attributes.type);

const raised = (event: EventEnvelope): boolean => ['RedLineAlleged', 'OrangeLineRaised'].includes(event.attributes.type);

const caseOf = (event: EventEnvelope): unknown => (event.data as { case?: unknown }).case;

const runs = { numRuns: 30, seed: 20260921 };

describe('whatever anybody does with lines', () => {
  it('MDM-63: the partnership is suspended exactly as long as a case holds it, and then nothing is paid, nor while a case freezes the transfers', () => {
    let payments = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 30 }), acts => {
        const file = start();
        acts.forEach((step, turn) => {
          const before = file.state;
          const since = file.events.length;
          play(file, step, turn);
          payments += file.events.slice(since).filter(paid).length;
          if (before.standing === 'suspended' || before.money.frozenBy.length > 0) expect(file.events.slice(since).some(paid)).toBe(false);
          expect(file.state.standing === 'suspended').toBe(file.state.lines.suspending.length > 0);
          expect(file.state.lines.suspending.every(id => file.state.lines.cases.some(open => open.case === id))).toBe(true);
          if (file.state.money.frozenBy.length > 0) expect(confirmedRedLines(file.state)).not.toEqual([]);
        });
        expect(file.replayed()).toEqual(file.state);
      }),
      runs,
    );
    expect(payments).toBeGreaterThan(0);
  });

  it('S-01: no line is confirmed or dismissed before its party was heard, nor by the person who raised it', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 30 }), acts => {
        const file = start();
        acts.forEach((step, turn) => play(file, step, turn));
        for (const decision of file.events.filter(decided)) {
          const earlier = file.events.filter(
            event => event.attributes.streamversion < decision.attributes.streamversion && caseOf(event) === caseOf(decision),
          );
          expect(earlier.some(event => event.attributes.type === 'PartyHeard')).toBe(true);
          expect(earlier.find(raised)?.attributes.actor).not.toBe(decision.attributes.actor);
        }
      }),
      runs,
    );
  });
});
