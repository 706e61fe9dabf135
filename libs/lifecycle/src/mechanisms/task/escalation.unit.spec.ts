import { fileIn, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

/** A challenge of the partner that the host leaves unacknowledged: due five working days after 20 January 2027. */
const unacknowledged = () => fileIn('implementation').must('representative', 'RaiseChallenge', { text: 'Les réponses tardent.' });

const rolesOf = (file: ReturnType<typeof unacknowledged>) => tasksOf(file, 'acknowledge-challenge')[0]?.roles ?? [];

describe('a task that stays undone', () => {
  it('PMP-29, HFA-24: is taken higher up in steps, and stays with whom it was asked of', () => {
    const file = unacknowledged().advanceTo('2027-02-10');
    expect(rolesOf(file).filter(role => role.endsWith('-authority'))).toEqual([]);
    file.advanceTo('2027-03-01');
    expect(rolesOf(file).filter(role => role.endsWith('-authority'))).toEqual(['signatory-authority', 'first-authority']);
    expect(rolesOf(file)).toContain('partnership-officer');
    const told = file.events.filter(event => event.attributes.type === 'TaskEscalated').map(event => event.data);
    const task = tasksOf(file, 'acknowledge-challenge')[0]?.task;
    expect(told.filter(data => (data as { task: string }).task === task)).toHaveLength(1);
    file.advanceTo('2027-06-01');
    expect(
      file.events.filter(event => (event.data as { task?: string }).task === task && event.attributes.type === 'TaskEscalated'),
    ).toHaveLength(1);
    expect(file.replayed().tasks).toEqual(file.state.tasks);
  });

  it('PMP-29: done in time it is never taken higher up', () => {
    const file = unacknowledged();
    file.must('officer', 'AcknowledgeChallenge', { challenge: String(file.last('ChallengeRaised')['challenge']) });
    const tasks = file.state.tasks.filter(task => task.kind === 'acknowledge-challenge');
    expect(tasks).toEqual([]);
    file.advanceTo('2027-03-01');
    const kinds = file.state.deadlines.filter(deadline => deadline.rule === 'task-escalation').map(deadline => deadline.about);
    expect(kinds).not.toContain('acknowledge-challenge');
  });
});
