import { describe, expect, it } from 'vitest';
import { sampleTask, Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { inboxScope } from './inbox.query.js';
import { inboxHandles, inboxProjection } from './inbox.projection.js';

const tasksOf = (story: Story) => foldRows(inboxProjection, story.told);

const withTasks = (): Story => {
  const story = Story.opened();
  story.tell('TasksOpened', { tasks: [sampleTask('t-1'), sampleTask('t-2', { party: 'host' })] });
  return story;
};

describe('the inbox', () => {
  it('PMP-43: holds a task, with the one party that answers for it, from its opening to the event it asks for, and then no longer', () => {
    const story = withTasks();
    expect([...tasksOf(story).values()].map(({ part, party, roles }) => [part, party, roles])).toEqual([
      ['t-1', 'partner', ['partner-representative']],
      ['t-2', 'host', ['partner-representative']],
    ]);
    story.tell('TasksCompleted', { tasks: ['t-1'] });
    expect([...tasksOf(story).keys()]).toEqual(['t-2']);
    story.tell('TasksWithdrawn', { tasks: ['t-2'] });
    expect([...tasksOf(story).keys()]).toEqual([]);
  });

  it('S-16: shows who took a task and to whom it was lent until when; handed back, it is the group’s again', () => {
    const story = withTasks();
    story.tell('TaskClaimed', { task: 't-1', person: 'person-2' });
    story.tell('TaskDelegated', { task: 't-1', from: 'person-2', to: 'person-3', until: '2026-02-01T00:00:00.000Z' });
    expect(tasksOf(story).get('t-1')).toMatchObject({
      claimedBy: 'person-2',
      delegatedTo: 'person-3',
      delegatedUntil: '2026-02-01T00:00:00.000Z',
    });
    story.tell('TaskHandedBack', { task: 't-1', person: 'person-2' });
    expect(tasksOf(story).get('t-1')).toMatchObject({ claimedBy: null, delegatedTo: null, delegatedUntil: null });
    expect(tasksOf(story).get('t-2')).toMatchObject({ claimedBy: null, overdue: false });
  });

  it('PMP-29: marks a task as overdue; what happens to a task that is done changes nothing', () => {
    const story = withTasks();
    story.tell('TaskOverdue', { task: 't-1', deadline: 'd-1' });
    expect(tasksOf(story).get('t-1')).toMatchObject({ overdue: true });
    story.tell('TasksCompleted', { tasks: ['t-1'] });
    story.tell('TaskClaimed', { task: 't-1', person: 'person-2' });
    expect(tasksOf(story).has('t-1')).toBe(false);
  });

  it('HFA-24: shows an escalated task to the roles of the step as well, and to those it was asked of', () => {
    const story = withTasks();
    const before = tasksOf(story).get('t-1')?.roles ?? [];
    story.tell('TaskEscalated', { task: 't-1', deadline: 'd-1', step: 2, roles: ['signatory-authority'] });
    expect(tasksOf(story).get('t-1')?.roles).toEqual([...before, 'signatory-authority']);
    expect(tasksOf(story).get('t-2')?.roles).not.toContain('signatory-authority');
  });

  it('declares the events it handles, and they are task events alone', () => {
    expect(inboxHandles).toEqual([
      'TasksOpened',
      'TasksCompleted',
      'TasksWithdrawn',
      'TaskClaimed',
      'TaskHandedBack',
      'TaskDelegated',
      'TaskOverdue',
      'TaskEscalated',
    ]);
  });

  it('lets nobody but an auditor look into another person’s inbox', () => {
    const person = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops', 'auditor'] };
    expect(inboxScope(person, undefined)).toEqual(person);
    expect(inboxScope(person, 'hq-ops')).toEqual({ person: '', organisation: 'org-host', roles: ['hq-ops'] });
    expect(inboxScope(person, 'person-2')).toEqual({ person: 'person-2', organisation: null, roles: [] });
    expect(() => inboxScope({ ...person, roles: ['hq-ops'] }, 'person-2')).toThrow('only an auditor');
    expect(() => inboxScope({ ...person, roles: ['hq-ops'] }, 'signatory-authority')).toThrow('You do not hold this role');
  });
});
