import type { Command, EventEnvelope } from '@palabre/contracts';
import { followedFor, people } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { handle, passTime } from './handle.js';
import { hasEnded, type PartnershipState } from './state.js';

const recordedAt = '2026-11-21T08:00:00.000Z';
const inTenYears = '2038-03-01T09:00:00.000Z';
const inThreeYears = '2031-03-01T09:00:00.000Z';

/** A rehearsal in its second year. */
const { state: begun } = followedFor(1);

const advance: Command = {
  id: 'ten-years',
  type: 'AdvanceCalendar',
  data: { to: inTenYears },
  actor: people.officer,
  correlation: 'ten-years',
};

const causesOf = (events: readonly EventEnvelope[]): number => new Set(events.map(({ attributes }) => attributes.cause)).size;

/** Hands the command in until the calendar has arrived; the events of each step. */
function inSteps(atMost: number): { state: PartnershipState; steps: (readonly EventEnvelope[])[] } {
  const steps: (readonly EventEnvelope[])[] = [];
  let handled = handle(begun, advance, { recordedAt, atMost });
  steps.push(handled.envelopes);
  while (handled.unfinished) {
    handled = handle(handled.state, advance, { recordedAt, atMost, goesOn: true });
    steps.push(handled.envelopes);
  }
  return { state: handled.state, steps };
}

const stepped = inSteps(10);

describe('a calendar that passes a great many deadlines', () => {
  it('moves over ten rehearsed years in bounded steps: the same events, hash for hash, as in one go', () => {
    const whole = handle(begun, advance, { recordedAt });
    expect(whole.unfinished).toBeUndefined();
    const { state, steps } = stepped;
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(causesOf(step)).toBeLessThanOrEqual(11);
    expect(steps.flat().map(({ attributes }) => attributes.hash)).toEqual(whole.envelopes.map(({ attributes }) => attributes.hash));
    expect(state).toEqual(whole.state);
  });

  it('has not arrived until its last step: only that one says so', () => {
    const arrived = stepped.steps.map(step => step.some(({ attributes }) => attributes.type === 'CalendarAdvanced'));
    expect(arrived.filter(Boolean)).toHaveLength(1);
    expect(arrived.at(-1)).toBe(true);
  });

  it('moves no further in a file that has ended meanwhile', () => {
    const ended: PartnershipState = { ...begun, standing: 'closed', tasks: [], deadlines: [] };
    expect(hasEnded(ended)).toBe(true);
    expect(handle(ended, advance, { recordedAt, goesOn: true })).toMatchObject({
      envelopes: [],
      answer: { outcome: 'accepted', events: [] },
    });
  });

  it('of a real file fires in bounded steps too, after a long absence', () => {
    const real: PartnershipState = { ...begun, calendar: { ...begun.calendar, kind: 'real' } };
    const whole = passTime(real, { recordedAt: inThreeYears });
    let state = real;
    const told: EventEnvelope[] = [];
    for (let step = passTime(state, { recordedAt: inThreeYears, atMost: 10 }); step.envelopes.length > 0;) {
      expect(causesOf(step.envelopes)).toBeLessThanOrEqual(10);
      told.push(...step.envelopes);
      state = step.state;
      step = passTime(state, { recordedAt: inThreeYears, atMost: 10 });
    }
    expect(causesOf(told)).toBeGreaterThan(30);
    expect(told.map(({ attributes }) => attributes.hash)).toEqual(whole.envelopes.map(({ attributes }) => attributes.hash));
  });
});
