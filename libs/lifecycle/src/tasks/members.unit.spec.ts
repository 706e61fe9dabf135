import type { Actor } from '@palabre/contracts';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

describe('members', () => {
  it('HFA-28: a member of the bureau takes a task and comments a text, without being president or officer', () => {
    const file = fileIn('closing', new Rehearsal(policyOfCharter('hfa', 'OP')));
    const [task] = tasksOf(file, 'submit-final-report');
    const member: Actor = { person: 'person-member', organisation: file.cast.officer.organisation, roles: ['executive-bureau'] };
    file
      .must('officer', 'ClaimTask', { task: task?.task ?? '' }, { actor: member })
      .must('bureau', 'CommentText', { ...file.text('agreement'), comment: 'Les membres demandent un point chaque mois.' });
    expect(file.last('TaskClaimed')).toMatchObject({ person: 'person-member' });
    expect(tasksOf(file, 'submit-final-report')).toMatchObject([{ claimedBy: 'person-member' }]);
    expect(file.last('TextCommented')).toMatchObject({ kind: 'agreement', party: 'partner' });
  });

  it('HFA-28: who holds no office takes what the own party promised and comments the agreement, and binds nobody', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('hfa', 'OP')));
    const actor: Actor = { person: 'person-member', organisation: file.cast.representative.organisation, roles: ['member'] };
    const promise = { owedTo: 'host', what: 'Nettoyer le puits', dueOn: '2027-06-30', origin: 'resource' } as const;
    file.must('representative', 'MakeCommitment', { ...promise, owedBy: 'partner' });
    const [task] = tasksOf(file, 'keep-commitment').filter(one => one.party === 'partner');
    file
      .must('representative', 'ClaimTask', { task: task?.task ?? '' }, { actor })
      .must('representative', 'CommentText', { ...file.text('agreement'), comment: 'Et les femmes du puits ?' }, { actor });
    expect(file.last('TaskClaimed')).toMatchObject({ person: 'person-member' });
    expect(file.last('TextCommented')).toMatchObject({ party: 'partner' });
    for (const ask of [
      () => file.ask('representative', 'MakeCommitment', { ...promise, owedBy: 'partner' }, { actor }),
      () => file.ask('representative', 'ContestText', { ...file.text('agreement'), reasons: 'Non.', about: [] }, { actor }),
    ])
      refusedAlone(file, ask, { code: 'not-permitted' });
  });
});
