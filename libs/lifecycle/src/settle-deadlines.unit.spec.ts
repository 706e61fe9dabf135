import { fileIn, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { after } from './calendar/span.js';
import { earliestDeadline } from './settle-deadlines.js';

const reminders = (file: ReturnType<typeof fileIn>, about: string): readonly string[] =>
  file.events
    .filter(({ attributes, data }) => attributes.type === 'ReminderDue' && (data as { about?: string }).about === about)
    .map(({ attributes }) => attributes.factat);

describe('two deadlines of one instant', () => {
  it('MDM-66, S-01: a task that turns overdue at the very instant of a reminder takes no turn away: both are told, each once', () => {
    const file = fileIn('implementation');
    file.must('officer', 'RaiseLine', { line: 'staff_discrimination', about: 'partner', facts: null });
    const raisedAt = file.state.lines.cases[0]?.raisedAt ?? '';
    const dueAt = after(raisedAt, file.policy.timers.orange_line_plan_in);
    expect(file.state.deadlines.filter(one => one.dueAt === dueAt).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['orange-line-plan', 'task-due']),
    );
    file.advanceTo('2028-01-20');
    const [task] = tasksOf(file, 'propose-mitigation');
    const overdue = file.events.filter(
      ({ attributes, data }) => attributes.type === 'TaskOverdue' && (data as { task?: string }).task === task?.task,
    );
    expect(overdue.map(({ attributes }) => attributes.factat)).toEqual([dueAt]);
    expect(reminders(file, 'agree-mitigation-plan').filter(at => at <= dueAt)).toEqual([dueAt]);
  });

  it('S-01: what is done before its instant comes is not told when it comes', () => {
    const file = fileIn('implementation');
    file.must('officer', 'RaiseLine', { line: 'staff_discrimination', about: 'partner', facts: null });
    const [raised] = file.state.lines.cases;
    const steps = [{ owner: 'partner', dueOn: '2027-06-30', text: 'Former la comptabilité.' }];
    file.must('representative', 'ProposeMitigation', { case: raised?.case ?? '', steps });
    file.must('officer', 'AcceptMitigation', { case: raised?.case ?? '' });
    file.advanceTo(after(raised?.raisedAt ?? '', file.policy.timers.orange_line_plan_in).slice(0, 10));
    expect(reminders(file, 'agree-mitigation-plan')).toEqual([]);
  });
});

describe('which deadline comes first', () => {
  const due = (deadline: string, dueAt: string) => ({
    deadline,
    dueAt,
    rule: 'task-due',
    outcome: 'TaskOverdue' as const,
    party: null,
    about: null,
  });

  it('S-01: the earliest, in whatever order they were set; of two at one instant, that with the lower id; of none, nothing', () => {
    const later = due('due-a', '2027-03-02T09:00:00.000Z');
    const first = due('due-b', '2027-03-01T09:00:00.000Z');
    const twin = due('due-c', '2027-03-01T09:00:00.000Z');
    for (const order of [
      [later, first, twin],
      [twin, first, later],
      [first, later, twin],
      [twin, later, first],
    ])
      expect(earliestDeadline(order)?.deadline).toBe('due-b');
    expect(earliestDeadline([later])).toBe(later);
    expect(earliestDeadline([])).toBeNull();
  });
});
