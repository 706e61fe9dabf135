import { fileIn, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const reminders = (file: Rehearsal): number => file.events.filter(({ data }) => (data as { about?: string }).about === 'idea-draft').length;

const dayAfter = (file: Rehearsal, days: number): string =>
  new Date(Date.parse(file.state.calendar.now) + days * 86_400_000).toISOString().slice(0, 10);

describe('an idea that stays a draft', () => {
  it.each([90, 20])('PMP-01: is remembered after %i days, as the charter says, and again; no longer once it has moved on', days => {
    const plain = policyOfCharter('mdm', 'OP');
    const timers = { ...plain.timers, idea_draft_reminder_after: { days } };
    const file = fileIn('idea', new Rehearsal({ ...plain, timers }));
    const [first, second] = [dayAfter(file, days + 1), dayAfter(file, 2 * days + 1)];
    file.advanceTo(dayAfter(file, days - 1));
    expect(reminders(file)).toBe(0);
    file.advanceTo(first);
    expect(reminders(file)).toBe(1);
    file.advanceTo(second);
    expect(reminders(file)).toBe(2);
    const moved = fileIn('mapping', new Rehearsal({ ...plain, timers }));
    moved.advanceTo(dayAfter(moved, 3 * days));
    expect(reminders(moved)).toBe(0);
  });
});
