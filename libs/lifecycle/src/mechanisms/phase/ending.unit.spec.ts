import type { Actor, CommandData, CommandType, DecisionRule } from '@palabre/contracts';
import { agreeEnd, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

const closing = { phase: 'closing', reason: words } as const;

const end = { kind: 'end', subject: 'Finir avant le terme', text: words, override: null } as const;

const thirdHead: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

const asThird = <T extends CommandType>(file: Rehearsal, type: T, data: CommandData<T>) =>
  file.ask('officer', type, data, { actor: thirdHead });

/** Three parties at work, deciding by this rule. */
function ofThree(rule: DecisionRule): Rehearsal {
  const file = fileIn('implementation', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), decisionRule: rule }));
  withThird(file);
  return file;
}

const proposed = (file: Rehearsal): Rehearsal => file.must('officer', 'ProposeDecision', end);

const onEnd = (file: Rehearsal) => ({ decision: String(file.last('JointDecisionProposed')['decision']) });

describe('an end before its term', () => {
  it('S-06: no party takes it alone, neither from the work nor round by the end of actions; a proposal is no decision yet', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', closing), { code: 'end-not-agreed', rule: 'S-06' });
    proposed(file);
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', closing), { code: 'end-not-agreed' });
    file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
    refusedAlone(file, () => file.ask('representative', 'EnterPhase', closing), { code: 'end-not-agreed' });
    expect(file.count('ClosureInitiated')).toBe(0);
    file.must('representative', 'AcceptDecision', onEnd(file)).must('officer', 'EnterPhase', closing);
    expect(file.last('ClosureInitiated')).toMatchObject({ from: 'after', reason: words });
  });

  it('S-06, PMP-28: the rule that the parties agreed decides it: by majority two of three are enough, all together each is asked', () => {
    const most = proposed(ofThree('majority')).must('representative', 'DeclineDecision', {
      ...onEnd(proposed(ofThree('majority'))),
      reason: words,
    });
    expect(most.count('JointDecisionTaken')).toBe(0);
    expect(asThird(most, 'AcceptDecision', onEnd(most)).outcome).toBe('accepted');
    expect(most.last('JointDecisionTaken')).toMatchObject({ kind: 'end', acceptedBy: ['host', 'third'] });
    expect(most.ask('officer', 'EnterPhase', closing).outcome).toBe('accepted');

    const all = proposed(ofThree('all')).must('representative', 'AcceptDecision', onEnd(proposed(ofThree('all'))));
    expect(tasksOf(all, 'answer-decision').map(task => task.party)).toEqual(['third']);
    refusedAlone(all, () => all.ask('officer', 'EnterPhase', closing), { code: 'end-not-agreed' });
    expect(asThird(all, 'DeclineDecision', { ...onEnd(all), reason: words }).outcome).toBe('accepted');
    refusedAlone(all, () => all.ask('officer', 'EnterPhase', closing), { code: 'end-not-agreed' });
    expect(all.count('JointDecisionTaken')).toBe(0);
  });

  it('S-06: whom a party named for one area decides nothing about the end of all', () => {
    const file = fileIn('implementation');
    const levels = { kind: 'LevelsChosen', on: '2027-01-20', areas: [{ area: 'money', information: 'full', decision: 'none' }] } as const;
    file.must('representative', 'RecordNote', levels).must('representative', 'ProposeDecision', { ...end, area: 'money' });
    expect(file.last('JointDecisionProposed')['deciders']).toBeUndefined();
    file.must('representative', 'ProposeDecision', { ...end, kind: 'joint', area: 'money' });
    expect(file.last('JointDecisionProposed')['deciders']).toEqual(['host']);
  });

  it('ALE-18, S-06: what was agreed about the end falls once the parties go on together', () => {
    const file = agreeEnd(fileIn('implementation')).must('officer', 'EnterPhase', { phase: 'after', reason: null });
    file.must('representative', 'EnterPhase', { phase: 'implementation', reason: words });
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', closing), { code: 'end-not-agreed' });
  });

  it('ALE-18: on its term the decision opens by itself, and each side may then say that it closes', () => {
    const file = fileIn('implementation');
    const { endsOn } = file.state.steps.project!;
    file.state = { ...file.state, steps: { ...file.state.steps, project: { reference: 'p', endsOn: '2027-06-30' } } };
    file.advanceTo('2027-07-01');
    expect([endsOn > '2027-07-01', file.state.phase, file.count('JointDecisionProposed')]).toEqual([true, 'after', 0]);
    expect(file.ask('representative', 'EnterPhase', closing).outcome).toBe('accepted');
  });

  it('ALE-18: actions that ended early end no term: before its last day no side closes alone, from then on each may', () => {
    const file = fileIn('implementation');
    file.state = { ...file.state, steps: { ...file.state.steps, project: { reference: 'p', endsOn: '2027-06-30' } } };
    file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
    refusedAlone(file, () => file.ask('representative', 'EnterPhase', closing), { code: 'end-not-agreed' });
    file.advanceTo('2027-07-01');
    expect(file.ask('representative', 'EnterPhase', closing).outcome).toBe('accepted');
  });

  it('S-06: who alone decides on an area proposes the end to all like everybody else', () => {
    const file = fileIn('implementation');
    const levels = { kind: 'LevelsChosen', on: '2027-01-20', areas: [{ area: 'money', information: 'full', decision: 'none' }] } as const;
    file.must('representative', 'RecordNote', levels);
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', { ...end, kind: 'joint', area: 'money' }), { code: 'decided-alone' });
    file.must('officer', 'ProposeDecision', { ...end, area: 'money' });
    expect(tasksOf(file, 'answer-decision').map(task => task.party)).toEqual(['partner']);
  });

  it.each(['validation', 'closing'] as const)('S-06: in %s there is nothing signed at work that could be ended', phase => {
    const file = fileIn(phase);
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', end), { code: 'nothing-to-end', rule: 'S-06' });
  });
});
