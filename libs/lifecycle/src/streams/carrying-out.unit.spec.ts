import type { Actor, StreamCommand } from '@palabre/contracts';
import { asRehearsal, openingIdea, Rehearsal, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { calendarDeciders } from '../mechanisms/calendar/index.js';

const ops: Actor = { person: 'person-ops', organisation: 'org-horizon', roles: ['hq-ops'] };

const drafting: StreamCommand<'charter', 'DraftCharter'>['data'] = {
  code: 'horizon',
  title: 'Charte',
  scope: { entities: ['org-horizon'], places: ['France'] },
  supersedes: null,
  horizonYears: 5,
  ...asRehearsal,
};

const drafted = () => new StreamRehearsal('charter', 'horizon').must(ops, 'DraftCharter', drafting);

const last = '2150-01-01T00:00:00.000Z';
const beyond = '2150-01-01T00:00:00.001Z';

describe('the calendar of a rehearsal', () => {
  it('goes as far as 2150 and no further, in a charter as in a partnership', () => {
    const file = drafted();
    for (const to of [beyond, '9999-12-31T23:59:59.999Z'])
      expect(file.ask(ops, 'AdvanceCalendar', { to })).toMatchObject({ refusal: { code: 'calendar-too-far', rule: 'CALENDAR' } });
    expect(file.count('CalendarAdvanced')).toBe(0);
    expect(calendarDeciders.AdvanceCalendar(file.state, { data: { to: last } })).toMatchObject({ outcome: 'accepted' });
    const partnership = new Rehearsal().must('hqOps', 'OpenPartnership', openingIdea);
    expect(partnership.ask('officer', 'AdvanceCalendar', { to: beyond })).toMatchObject({ refusal: { code: 'calendar-too-far' } });
    expect(partnership.count('CalendarAdvanced')).toBe(0);
  });

  it('is moved by the organisation that the stream belongs to, and by no other', () => {
    const file = drafted();
    const to = '2027-02-01T09:00:00.000Z';
    const other = { ...ops, organisation: 'org-riviere' };
    expect(file.ask(other, 'AdvanceCalendar', { to })).toMatchObject({ refusal: { code: 'not-permitted' } });
    expect(file.count('CalendarAdvanced')).toBe(0);
    file.must(ops, 'AdvanceCalendar', { to });
    expect(file.state.calendar.now).toBe(to);
  });

  it('stays where it is once the stream has ended, even for a command that was let in before the end, and leaves no trace', () => {
    const { rules, state } = drafted();
    const ended = { ...state, standing: 'closed' as const };
    const command = { id: 'late', type: 'AdvanceCalendar', data: { to: '2027-02-01T09:00:00.000Z' }, actor: ops, correlation: 'late' };
    const handled = rules.handle(ended, command, { recordedAt: '2026-11-21T08:00:00.000Z' });
    expect(handled).toMatchObject({ envelopes: [], answer: { outcome: 'refused', refusal: { code: 'stream-ended' } } });
    expect(handled.state).toEqual(ended);
  });
});
