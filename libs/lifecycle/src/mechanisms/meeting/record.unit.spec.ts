import type { CalendarSpan, CommandData, Phase } from '@palabre/contracts';
import { fileIn, meeting, policyOfCharter, refusedAlone, Rehearsal, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { whatSuitsAll } from './preferences.js';
import { advances, belongsTo, expectedSlot } from './slots.js';
import type { Preference } from './slice.js';

const day = '2027-01-20';

const row = (party: string, people: number) => ({ party, people });

/** Three at the table. */
function ofThree(phase: Phase): Rehearsal {
  const file = fileIn(phase);
  withThird(file);
  return file;
}

describe('the record of a meeting', () => {
  const hold = (file: Rehearsal, more: Partial<CommandData<'HoldPlanningMeeting'>>) => () =>
    file.ask('officer', 'HoldMeeting', { ...meeting(day), kind: 'formal', purpose: 'exchange', ...more });

  it('MDM-31: each party is listed once, and every one is of the file', () => {
    const file = fileIn('implementation');
    refusedAlone(file, hold(file, { attendance: [row('host', 1), row('partner', 1), row('host', 2)] }), {
      code: 'counted-twice',
      rule: 'MDM-31',
    });
    refusedAlone(file, hold(file, { attendance: [row('host', 1), row('partner', 1), row('nobody', 2)] }), {
      code: 'unknown-party',
      rule: 'MDM-31',
    });
    refusedAlone(file, hold(file, { heldOn: '2027-01-21' }), { code: 'held-in-the-future', rule: 'MDM-18' });
    expect(file.count('MeetingHeld')).toBe(0);
    expect(hold(file, {})().outcome).toBe('accepted');
  });

  it('MDM-18: people of two parties make a meeting; who is listed without anybody does not count', () => {
    const file = ofThree('implementation');
    refusedAlone(file, hold(file, { attendance: [row('host', 3), row('partner', 0), row('third', 0)] }), {
      code: 'one-side-only',
      rule: 'MDM-18',
    });
    expect(hold(file, { attendance: [row('host', 3), row('third', 1)] })().outcome).toBe('accepted');
  });

  it('AGI-25, MDM-09: planning and the conversation of closing want every party, also the third', () => {
    const planning = ofThree('setting-up');
    const two = { ...meeting(day), attendance: [row('host', 1), row('partner', 1), row('third', 0)] };
    refusedAlone(planning, () => planning.ask('officer', 'HoldPlanningMeeting', two), { code: 'party-absent', rule: 'AGI-25' });
    const closing = ofThree('closing');
    refusedAlone(closing, () => closing.ask('officer', 'HoldClosingConversation', two), { code: 'party-absent', rule: 'MDM-09' });
    const all = { ...two, attendance: [row('host', 1), row('partner', 1), row('third', 1)] };
    expect(planning.ask('officer', 'HoldPlanningMeeting', all).outcome).toBe('accepted');
    expect(closing.ask('officer', 'HoldClosingConversation', all).outcome).toBe('accepted');
    expect([planning.count('PlanningMeetingHeld'), closing.count('ClosingConversationHeld')]).toEqual([1, 1]);
  });

  it('PMP-44: only a formal meeting is asked for minutes', () => {
    const file = fileIn('implementation');
    refusedAlone(file, hold(file, { minutes: null }), { code: 'minutes-missing', rule: 'PMP-44' });
    const informal = { ...meeting(day), kind: 'informal', purpose: 'exchange', minutes: null } as const;
    expect(file.ask('officer', 'HoldMeeting', informal).outcome).toBe('accepted');
  });
});

describe('what suits all', () => {
  /** A file in which these people told when and how they like to be met. */
  const told = (preferences?: { readonly [person: string]: Preference }) => {
    const { state } = fileIn('setting-up');
    return whatSuitsAll({ ...state, meetings: { ...state.meetings, ...(preferences === undefined ? {} : { preferences }) } });
  };
  const likes = (from: string, until: string, ...channels: readonly string[]): Preference => ({ from, until, channels });

  it('AGI-05: the latest beginning, the earliest end, the means that everybody named; one person alone has its own', () => {
    expect(told({ a: likes('08:00', '12:00', 'phone', 'mail') })).toEqual({ from: '08:00', until: '12:00', channels: ['phone', 'mail'] });
    expect(
      told({
        a: likes('08:00', '12:00', 'phone', 'mail'),
        b: likes('09:30', '16:00', 'mail', 'visit', 'phone'),
        c: likes('07:00', '11:00', 'mail'),
      }),
    ).toEqual({ from: '09:30', until: '11:00', channels: ['mail'] });
  });

  it('AGI-05: where hours do not meet, or means do not, or nobody told any, nothing is proposed', () => {
    expect(told({ a: likes('08:00', '10:00', 'mail'), b: likes('11:00', '12:00', 'mail') })).toBeNull();
    expect(told({ a: likes('08:00', '10:00', 'mail'), b: likes('08:00', '10:00', 'phone') })).toBeNull();
    expect([told({}), told()]).toEqual([null, null]);
  });
});

describe('a slot of the calendar', () => {
  const start = '2027-01-20T00:00:00.000Z';
  const slotOf = (every: CalendarSpan, waits: 'until-the-next' | 'that-day', next: number) =>
    expectedSlot({ firstOn: '2027-02-15', every, waits }, next, start, []);

  it('AGI-23: a day belongs to it from half-way after the slot before, and not a day earlier', () => {
    const slot = slotOf({ months: 1 }, 'until-the-next', 0);
    expect(['2027-01-31', '2027-02-01', '2027-02-15', '2027-03-20'].map(on => belongsTo(slot, on))).toEqual([false, true, true, true]);
  });

  it('AGI-23, HFA-26: it is waited for until the eve of the next one, or on its own day alone, in months and in days', () => {
    expect(slotOf({ months: 1 }, 'until-the-next', 1)).toEqual({
      number: 1,
      day: '2027-03-15',
      nextDay: '2027-04-15',
      dueAt: '2027-04-14T23:59:59.999Z',
    });
    expect(slotOf({ days: 10 }, 'that-day', 2)).toEqual({
      number: 2,
      day: '2027-03-07',
      nextDay: '2027-03-17',
      dueAt: '2027-03-07T23:59:59.999Z',
    });
  });

  it('AGI-23: a rhythm moves on when it is longer than nothing', () => {
    const spans: readonly CalendarSpan[] = [{ months: 0 }, { months: 1 }, { days: 0 }, { days: 1 }, { workingDays: 0 }, { workingDays: 5 }];
    expect(spans.map(advances)).toEqual([false, true, false, true, false, true]);
  });
});

describe('a charter that does not ask', () => {
  it('AGI-23: is agreed a calendar without preferences, and warned of none', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'OP')));
    expect(file.ask('officer', 'AgreeMeetingCalendar', { every: { months: 2 }, firstOn: '2027-02-01', resources: null })).toMatchObject({
      outcome: 'accepted',
      warnings: [],
    });
    refusedAlone(
      file,
      () => file.ask('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-01-19', resources: null }),
      { code: 'starts-in-the-past', rule: 'AGI-23' },
    );
    expect(file.state.meetings.calendar).toEqual({ every: { months: 2 }, firstOn: '2027-02-01', next: 0 });
  });
});
