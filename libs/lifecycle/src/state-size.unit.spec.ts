import { answersTo, followedFor } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

/** What a run may hand to the next one, in bytes, and the part of it that the answered commands may take. */
const passedOn = 64 * 1_024;
const answeredCommands = 24_000;

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const afterTenYears = followedFor(10);

describe('the state of a partnership', () => {
  it('stays within what one run hands to the next, after ten years of meetings, transfers, reviews and difficulties', () => {
    expect(afterTenYears.count('MeetingHeld')).toBe(120);
    expect(afterTenYears.count('ExpenditureJustified')).toBe(40);
    expect(afterTenYears.count('AnnualReviewCompleted')).toBe(10);
    expect(afterTenYears.count('CommandRefused')).toBe(0);
    expect(bytes(afterTenYears.state)).toBeLessThan(passedOn - answeredCommands);
  });

  it('stays within it while the answers of one side wait, sealed, for those of the other', () => {
    const file = followedFor(10).advanceTo('2038-02-20');
    expect(file.state.phase).toBe('annual-review');
    const before = bytes(file.state);
    for (const [form, kind] of [
      ['due-diligence', 'dueDiligence'],
      ['annual-review', 'annualReview'],
    ] as const)
      file.must('officer', 'AnswerForm', { form, answers: answersTo(file.policy, kind, 'host'), place: 'headquarters' });
    expect(bytes(file.state)).toBeGreaterThan(before);
    expect(bytes(file.state)).toBeLessThan(passedOn - answeredCommands);
  });

  it('hardly grows with the years: what people wrote stays in the events', () => {
    const growth = bytes(afterTenYears.state) - bytes(followedFor(1).state);
    expect(growth).toBeLessThan(4_096);
    expect(afterTenYears.events.length).toBeGreaterThan(2_000);
  });
});
