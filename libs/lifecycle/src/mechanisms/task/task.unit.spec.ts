import { people } from '@palabre/testing';
import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Actor } from '@palabre/contracts';
import { handle } from '../../index.js';
import { taskTable } from '../../tasks/task-table.js';

const waiting = () => {
  const file = fileIn('co-construction').must('officer', 'ProposeText', {
    kind: 'plan',
    body: { sections: [{ heading: 'Plan', text: 'x' }] },
  });
  const task = file.state.tasks.find(open => open.kind === 'answer-text' && open.party === 'partner');
  if (task === undefined) throw new Error('the partner was not asked');
  return { file, task: task.task };
};

describe('tasks', () => {
  it('PMP-43: a task waits for a function of one party, says the version it decides on and who asked, and is done by the event it asks for', () => {
    const { file, task } = waiting();
    expect(file.state.tasks.find(open => open.task === task)).toMatchObject({
      party: 'partner',
      subject: file.text('plan'),
      askedBy: 'person-officer',
    });
    const version = file.state.head.version;
    file.must('representative', 'AcceptText', file.text('plan'));
    expect(file.told(version)).toEqual(['PartnershipPlanAgreed', 'TasksCompleted']);
    expect(file.state.tasks.some(open => open.task === task)).toBe(false);
  });

  it('PMP-43: is claimed once, handed back by who took it, and refused to other parties', () => {
    const { file, task } = waiting();
    expect(file.ask('officer', 'ClaimTask', { task })).toMatchObject({ refusal: { code: 'task-not-yours' } });
    file.must('representative', 'ClaimTask', { task });
    expect(file.ask('secondRepresentative', 'ClaimTask', { task })).toMatchObject({ refusal: { code: 'task-taken' } });
    expect(file.ask('secondRepresentative', 'HandBackTask', { task })).toMatchObject({ refusal: { code: 'task-not-yours' } });
    file.must('representative', 'HandBackTask', { task }).must('secondRepresentative', 'ClaimTask', { task });
    expect(file.count('TaskClaimed')).toBe(2);
  });

  it('S-16: a dated delegation opens the answer to one person, until its date, and to nobody else', () => {
    const { file, task } = waiting();
    const delegate: Actor = { ...people.bureau, person: 'person-delegate' };
    const accept = (id: string) =>
      handle(
        file.state,
        { id, type: 'AcceptText', data: file.text('plan'), actor: delegate, correlation: 'k' },
        { recordedAt: '2026-11-21T08:00:00.000Z' },
      ).answer;
    expect(accept('c-1')).toMatchObject({ outcome: 'refused', refusal: { rule: 'PERMISSION' } });
    file.must('representative', 'DelegateTask', { task, to: 'person-delegate', until: '2027-02-01T00:00:00.000Z' });
    expect(accept('c-2')).toMatchObject({ outcome: 'accepted' });
    file.advanceTo('2027-02-02');
    expect(accept('c-3')).toMatchObject({ outcome: 'refused', refusal: { rule: 'PERMISSION' } });
  });

  it('S-16: a delegation is good for its own text and its own side, and for nothing else', () => {
    const { file, task } = waiting();
    const delegate: Actor = { ...people.bureau, person: 'person-delegate' };
    const accept = (id: string, on: ReturnType<typeof file.text>, actor: Actor) =>
      handle(file.state, { id, type: 'AcceptText', data: on, actor, correlation: 'k' }, { recordedAt: '2026-11-21T08:00:00.000Z' }).answer;
    file.must('representative', 'DelegateTask', { task, to: 'person-delegate', until: '2027-02-01T00:00:00.000Z' });
    file.must('officer', 'ProposeText', { kind: 'vision', body: { sections: [{ heading: 'Vision', text: 'x' }] } });
    expect(accept('d-1', file.text('vision'), delegate)).toMatchObject({ refusal: { rule: 'PERMISSION' } });
    expect(accept('d-2', file.text('plan'), { ...delegate, organisation: people.officer.organisation })).toMatchObject({
      refusal: { rule: 'PERMISSION' },
    });
    expect(accept('d-3', file.text('plan'), delegate).outcome).toBe('accepted');
  });

  it('MDM-15: no delegation goes around four eyes: the asker gets no task to approve what was asked', () => {
    const { file, task } = waiting();
    expect(file.ask('representative', 'DelegateTask', { task, to: 'person-officer', until: '2027-12-01T00:00:00.000Z' })).toMatchObject({
      refusal: { code: 'four-eyes', rule: 'FOUR-EYES' },
    });
    expect(file.count('TaskDelegated')).toBe(0);
  });

  it('PMP-29: a task past its date is flagged overdue once, and stays open', () => {
    const file = fileIn('setting-up').advanceTo('2027-06-01');
    const late = file.state.tasks.filter(task => task.overdue).map(task => task.kind);
    expect(late).toContain('designate-officer');
    const flagged = file.count('TaskOverdue');
    file.advanceTo('2027-06-02');
    expect(file.count('TaskOverdue')).toBe(flagged);
  });

  it('PMP-29: a task that comes back after a suspension does not fall due a second time, and nothing is dated before its cause', () => {
    const file = fileIn('implementation').advanceTo('2028-06-01');
    file.must('officer', 'RaiseLine', { line: 'patient_discrimination', about: 'partner', facts: null });
    const id = String(file.last('RedLineAlleged')['case']);
    file
      .must('representative', 'HearParty', { case: id, statement: 'x' })
      .advanceTo('2028-07-01')
      .must('committee', 'DismissLine', { case: id, reason: 'x' })
      .advanceTo('2028-08-01');
    const overdue = file.events
      .filter(event => event.attributes.type === 'TaskOverdue')
      .map(event => (event.data as { deadline: string }).deadline);
    expect(new Set(overdue).size).toBe(overdue.length);
    const dates = file.events.map(event => event.attributes.factat);
    expect(dates).toEqual([...dates].sort());
  });

  it.each(taskTable().map(row => [row.kind, row] as const))(
    'the row %s speaks both languages, names its roles, and how it is done',
    (_kind, row) => {
      expect(row.title.fr).not.toBe(row.title.en);
      expect(row.roles.length).toBeGreaterThan(0);
      expect(row.doneBy.length).toBeGreaterThan(0);
      expect(row.requirements.length).toBeGreaterThan(0);
    },
  );

  it('design, Streams: an open task is small, so that hundreds of them travel on', () => {
    const { file } = waiting();
    const sizes = file.state.tasks.map(task => canonicalJson(task).length);
    expect(Math.max(...sizes)).toBeLessThan(520);
  });
});
