import { agreeText, fileIn, policyOfCharter, refusedAlone, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const promised = (more: object = {}) => ({
  owedBy: 'host',
  owedTo: 'partner',
  what: 'Tenir la séance',
  dueOn: '2027-03-01',
  origin: 'milestone' as const,
  ...more,
});

const promise = (file: Rehearsal, more: object = {}) => file.ask('officer', 'MakeCommitment', promised(more));

/** Work under the lists that the charter of multi-stakeholder partnerships asks for. */
function working(): Rehearsal {
  const file = fileIn('implementation');
  const { workLists } = policyOfCharter('pmp', 'MSP').switches;
  expect(workLists).toBe('required');
  file.state = { ...file.state, policy: { ...file.state.policy!, switches: { ...file.state.policy!.switches, workLists: workLists! } } };
  return file;
}

describe('tasks of the work phase', () => {
  it('PMP-27: each stands in one of two lists, content or organisation, and serves an objective that was agreed', () => {
    const file = working();
    refusedAlone(file, () => promise(file), { code: 'work-list-missing', rule: 'PMP-27' });
    refusedAlone(file, () => promise(file, { list: 'content' }), { code: 'work-list-missing' });
    refusedAlone(file, () => promise(file, { list: 'content', objective: 'O9' }), { code: 'no-such-objective', rule: 'PMP-27' });
    expect(promise(file, { list: 'content', objective: 'O1' }).outcome).toBe('accepted');
    expect(promise(file, { list: 'organisation', objective: 'O2' }).outcome).toBe('accepted');
    expect(file.state.commitments.open.map(one => one.list)).toEqual(['content', 'organisation']);
    expect(file.last('CommitmentMade')).toMatchObject({ list: 'organisation', objective: 'O2' });
  });

  it('PMP-27: where the lists are only offered, a promise without them is one', () => {
    expect(promise(fileIn('implementation')).outcome).toBe('accepted');
  });

  it('PMP-42: what lies outside the scope needs a change of scope that all parties agreed', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => promise(file, { item: 'X1' }), { code: 'no-such-item', rule: 'PMP-42' });
    agreeText(file, 'scope', { in: [{ item: 'I1', text: 'Soigner' }], out: [{ item: 'X1', text: 'Bâtir' }] });
    expect(promise(file, { item: 'I1' }).outcome).toBe('accepted');
    refusedAlone(file, () => promise(file, { item: 'X1' }), { code: 'outside-scope', rule: 'PMP-42' });

    file.must('officer', 'ProposeDecision', { kind: 'joint', subject: 'Autre', text: 'x', override: null });
    const other = String(file.last('JointDecisionProposed')['decision']);
    file.must('representative', 'AcceptDecision', { decision: other });
    refusedAlone(file, () => promise(file, { item: 'X1', decision: other }), { code: 'outside-scope' });

    file.must('officer', 'ProposeDecision', { kind: 'scope', subject: 'Un toit', text: 'Le poste fuit.', override: null });
    const decision = String(file.last('JointDecisionProposed')['decision']);
    refusedAlone(file, () => promise(file, { item: 'X1', decision }), { code: 'outside-scope' });
    file.must('representative', 'AcceptDecision', { decision });
    expect(file.count('ScopeChanged')).toBe(1);
    expect(promise(file, { item: 'X1', decision }).outcome).toBe('accepted');
  });
});
