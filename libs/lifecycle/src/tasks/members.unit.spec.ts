import type { Actor } from '@palabre/contracts';
import { fileIn, policyOfCharter, Rehearsal, tasksOf } from '@palabre/testing';
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
});
