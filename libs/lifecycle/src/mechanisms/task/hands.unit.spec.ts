import type { Refusal } from '@palabre/contracts';
import { fileIn, people, refusedAlone, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const body = { sections: [{ heading: 'Ensemble', text: 'x' }] };

/** Two texts wait for the partner's answer: a plan that the officer wrote, and a vision. */
const waiting = () => {
  const file = fileIn('co-construction')
    .must('officer', 'ProposeText', { kind: 'plan', body })
    .must('officer', 'ProposeText', { kind: 'vision', body });
  const taskOn = (kind: string): string =>
    file.state.tasks.find(open => open.kind === 'answer-text' && open.party === 'partner' && open.subject?.kind === kind)?.task ?? 'none';
  return { file, plan: taskOn('plan'), vision: taskOn('vision') };
};

const held = (file: Rehearsal, task: string) => {
  const found = file.state.tasks.find(open => open.task === task);
  return { claimedBy: found?.claimedBy, delegatedTo: found?.delegatedTo };
};

const until = '2027-12-01T00:00:00.000Z';
const free = { claimedBy: null, delegatedTo: null };

const refused = (file: Rehearsal, ask: () => ReturnType<Rehearsal['ask']>, told: Partial<Pick<Refusal, 'code' | 'rule'>>) =>
  refusedAlone(file, ask, told);

describe('a task in somebody’s hands', () => {
  it('PMP-43: is taken by itself: the other of the same kind stays free, and handing back frees the one', () => {
    const { file, plan, vision } = waiting();
    file.must('representative', 'ClaimTask', { task: plan });
    expect(file.last('TaskClaimed')).toEqual({ task: plan, person: 'person-representative' });
    expect([held(file, plan), held(file, vision)]).toEqual([{ claimedBy: 'person-representative', delegatedTo: null }, free]);
    file.must('secondRepresentative', 'ClaimTask', { task: vision }).must('representative', 'HandBackTask', { task: plan });
    expect(file.last('TaskHandedBack')).toEqual({ task: plan, person: 'person-representative' });
    expect([held(file, plan), held(file, vision)]).toEqual([free, { claimedBy: 'person-second-representative', delegatedTo: null }]);
  });

  it('PMP-43: what is done or was never asked is not open; what was not taken is not handed back', () => {
    const { file, plan } = waiting();
    const unknown = { code: 'no-such-task', rule: 'PMP-43' };
    refused(file, () => file.ask('representative', 'ClaimTask', { task: 'task-none' }), unknown);
    refused(file, () => file.ask('representative', 'HandBackTask', { task: plan }), { code: 'task-not-yours', rule: 'PMP-43' });
    file.must('representative', 'AcceptText', file.text('plan'));
    refused(file, () => file.ask('representative', 'ClaimTask', { task: plan }), unknown);
    refused(file, () => file.ask('representative', 'HandBackTask', { task: plan }), unknown);
    refused(file, () => file.ask('representative', 'DelegateTask', { task: plan, to: 'person-x', until }), unknown);
  });

  it('PMP-43: it waits for a function as well as for a party: neither another function of the party nor the function elsewhere takes it', () => {
    const { file, plan } = waiting();
    const own = { code: 'task-not-yours', rule: 'PMP-43' };
    refused(
      file,
      () => file.ask('assembly', 'ClaimTask', { task: plan }, { actor: { ...people.assembly, roles: ['community-leader'] } }),
      own,
    );
    refused(file, () => file.ask('officer', 'ClaimTask', { task: plan }), own);
    refused(file, () => file.ask('officer', 'DelegateTask', { task: plan, to: 'person-x', until }), own);
    expect(held(file, plan)).toEqual(free);
    const both = { ...people.representative, roles: ['community-leader' as const, 'partner-representative' as const] };
    file.must('representative', 'ClaimTask', { task: plan }, { actor: both });
  });

  it('S-16: is delegated to one person until a moment to come; the later word counts, and it alone', () => {
    const { file, plan, vision } = waiting();
    const backwards = { code: 'delegation-backwards', rule: 'S-16' };
    const { now } = file.state.calendar;
    refused(file, () => file.ask('representative', 'DelegateTask', { task: plan, to: 'person-x', until: now }), backwards);
    refused(
      file,
      () => file.ask('representative', 'DelegateTask', { task: plan, to: 'person-x', until: '2026-01-01T00:00:00.000Z' }),
      backwards,
    );
    file.must('representative', 'DelegateTask', { task: plan, to: 'person-x', until });
    expect(file.last('TaskDelegated')).toEqual({ task: plan, from: 'person-representative', to: 'person-x', until });
    file.must('secondRepresentative', 'DelegateTask', { task: plan, to: 'person-y', until });
    expect(held(file, plan).delegatedTo).toEqual({ person: 'person-y', until });
    expect(held(file, vision)).toEqual(free);
  });

  it('S-16: who has taken a task may delegate it; nobody else may while it is taken', () => {
    const { file, plan } = waiting();
    file.must('representative', 'ClaimTask', { task: plan });
    refused(file, () => file.ask('secondRepresentative', 'DelegateTask', { task: plan, to: 'person-x', until }), {
      code: 'task-taken',
      rule: 'PMP-43',
    });
    refused(file, () => file.ask('representative', 'ClaimTask', { task: plan }), { code: 'task-taken', rule: 'PMP-43' });
    file.must('representative', 'DelegateTask', { task: plan, to: 'person-x', until });
    expect(held(file, plan).delegatedTo?.person).toBe('person-x');
  });

  it('FOUR-EYES: who asked does not take the task to answer, in whatever function', () => {
    const { file, plan } = waiting();
    const writer = { ...people.representative, person: people.officer.person };
    const own = { code: 'four-eyes', rule: 'FOUR-EYES' };
    refused(file, () => file.ask('representative', 'ClaimTask', { task: plan }, { actor: writer }), own);
    refused(file, () => file.ask('representative', 'DelegateTask', { task: plan, to: people.officer.person, until }), own);
    expect(held(file, plan)).toEqual(free);
    expect(file.replayed().tasks).toEqual(file.state.tasks);
  });
});
