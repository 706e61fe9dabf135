import { decisionRules, gateIds, type DecisionRule, type PartnershipPolicy } from '@palabre/contracts';
import {
  agreeText,
  answerAsked,
  fileIn,
  organisations,
  policyOfCharter,
  refusedAlone,
  Rehearsal,
  sampleModes,
  tasksOf,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

/** Everything else that could hold the way is out of it: what stops the step here is what the charter asks. */
function settingUp(charter = 'pmp', type = 'MSP'): Rehearsal {
  const file = fileIn('setting-up', new Rehearsal(policyOfCharter(charter, type)));
  const gates = Object.fromEntries(gateIds.map(gate => [gate, 'off' as const])) as PartnershipPolicy['gates'];
  const calendar = { every: { months: 1 }, firstOn: '2027-02-15', next: 0 };
  file.state = { ...file.state, policy: { ...file.state.policy!, gates }, meetings: { ...file.state.meetings, calendar } };
  return file;
}

/** The same file, with a third party at the table. */
function ofThree(): Rehearsal {
  const file = settingUp();
  const third = { ...file.state.parties.members[1]!, party: 'third', organisation: organisations.stranger };
  file.state = { ...file.state, parties: { ...file.state.parties, members: [...file.state.parties.members, third] } };
  return file;
}

const modes = (rule: DecisionRule) => ({ kind: 'operating-modes', body: { ...sampleModes, decisions: { rule, how: words } } }) as const;

const chosen = (file: Rehearsal, rule: DecisionRule): Rehearsal => {
  file.must('officer', 'ProposeText', modes(rule)).must('representative', 'AcceptText', file.text('operating-modes'));
  return file.must('outsider', 'AcceptText', file.text('operating-modes'));
};

const onward = (file: Rehearsal) => file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null });

const heldFor = (file: Rehearsal): string => {
  const answer = onward(file);
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'asked-by-the-charter' } });
  return answer.outcome === 'refused' ? answer.refusal.reason.en : '';
};

describe('operating modes', () => {
  it.each([
    ['the form of cooperation', { decisions: sampleModes.decisions }, 'The form that cooperation takes is not told.'],
    ['how decisions are taken', { cooperation: words }, 'How decisions are taken is not chosen.'],
  ])('PMP-28: without %s they are not agreed under the charter that asks for both', (_what, told, reason) => {
    const file = settingUp();
    const body = { sections: sampleModes.sections, ...told };
    file.must('officer', 'ProposeText', { kind: 'operating-modes', body });
    const answer = file.ask('representative', 'AcceptText', file.text('operating-modes'));
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'text-incomplete', rule: 'PMP-28', reason: { en: reason } } });
    expect(file.count('OperatingModesAgreed')).toBe(0);
    const unasked = settingUp('mdm', 'OP');
    agreeText(unasked, 'operating-modes', body);
    expect(unasked.count('OperatingModesAgreed')).toBe(1);
  });

  it('PMP-28: the work waits for them, each party is asked for its answer, and every party has to agree', () => {
    const file = ofThree();
    expect(heldFor(file)).toContain('The operating modes are not agreed.');
    file.must('officer', 'ProposeText', modes('majority')).must('representative', 'AcceptText', file.text('operating-modes'));
    expect(file.count('OperatingModesAgreed')).toBe(0);
    expect(tasksOf(file, 'asked-operating-modes').map(task => task.party)).toEqual(['third']);
    file.must('outsider', 'AcceptText', file.text('operating-modes'));
    expect(file.last('OperatingModesAgreed')).toMatchObject({ acceptedBy: ['host', 'partner', 'third'] });
    expect(heldFor(file)).not.toContain('operating modes');
  });

  it('PMP-28: a rule of majority or of silence never chooses its own successor: one objection sends the modes back, silence agrees to none', () => {
    const file = chosen(ofThree(), 'no-objection');
    file.must('representative', 'ProposeText', modes('majority')).advanceTo('2027-12-01');
    expect(file.count('OperatingModesAgreed')).toBe(1);
    expect(file.state.policy?.decisionRule).toBe('no-objection');
    file.must('outsider', 'ContestText', { ...file.text('operating-modes'), reasons: words, about: [] });
    expect(file.state.texts.heads['operating-modes']?.status).toBe('contested');
    expect(file.state.policy?.decisionRule).toBe('no-objection');
  });

  it('PMP-28: the rule that they choose counts the voices of every later decision, and not one before', () => {
    const decided = (rule: DecisionRule): boolean => {
      const file = chosen(ofThree(), rule);
      file.must('officer', 'ProposeDecision', { kind: 'joint', subject: 'Formation', text: words, override: null, crosses: [] });
      file.must('representative', 'AcceptDecision', { decision: String(file.last('JointDecisionProposed')['decision']) });
      return file.count('JointDecisionTaken') === 1;
    };
    expect(decisionRules.map(rule => [rule, decided(rule)])).toEqual([
      ['all', false],
      ['majority', true],
      ['no-objection', false],
    ]);
    const proposedOnly = ofThree().must('officer', 'ProposeText', modes('majority'));
    expect(proposedOnly.state.policy?.decisionRule).toBe('all');
  });

  it('PMP-28, PMP-59: the rule agreed last holds, be it by the modes or by an adaptation, and a change of type keeps it', () => {
    const file = chosen(ofThree(), 'majority');
    const adaptation = {
      kind: 'override',
      subject: 'Voix',
      text: words,
      override: { key: 'decisionRule', value: 'no-objection' },
      crosses: [],
    } as const;
    file.must('officer', 'ProposeDecision', adaptation);
    file.must('representative', 'AcceptDecision', { decision: String(file.last('JointDecisionProposed')['decision']) });
    expect(file.state.policy?.decisionRule).toBe('no-objection');
    chosen(file, 'all');
    expect(file.state.policy?.decisionRule).toBe('all');
    expect(file.state.signOffs.overrides).toEqual([{ key: 'decisionRule', value: 'all' }]);
  });
});

describe('milestones', () => {
  const M1 = { milestone: 'M1', what: 'Deux puits sûrs', owedBy: 'partner', dueOn: '2027-09-30' };
  const M2 = { ...M1, milestone: 'M2', owedBy: 'host' };
  const body = { sections: sampleModes.sections, milestones: [M1, M2] };
  const promise = (more: object = {}) =>
    ({ owedBy: 'partner', owedTo: 'host', what: M1.what, dueOn: M1.dueOn, origin: 'milestone', milestone: 'M1', ...more }) as const;

  it('PMP-35: without a day and an owner none are agreed; the work waits until each owner has promised its own', () => {
    const file = settingUp();
    file.must('officer', 'ProposeText', { kind: 'milestones', body: { sections: body.sections } });
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('milestones')), {
      code: 'text-incomplete',
      rule: 'PMP-35',
    });
    refusedAlone(
      file,
      () => file.ask('officer', 'ProposeText', { kind: 'milestones', body: { ...body, milestones: [{ ...M1, owedBy: 'x' }] } }),
      {
        code: 'unknown-party',
      },
    );
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'milestones', body: { ...body, milestones: [M1, M1] } }), {
      code: 'repeated-entry',
    });
    agreeText(file, 'milestones', body);
    expect(file.count('MilestonesDefined')).toBe(1);
    expect(tasksOf(file, 'asked-milestones').map(task => task.party)).toEqual(['partner', 'host']);
    expect(heldFor(file)).toContain('"partner" has not promised milestone M1. "host" has not promised milestone M2.');
    file.must('representative', 'MakeCommitment', promise());
    expect(tasksOf(file, 'asked-milestones').map(task => task.party)).toEqual(['host']);
    file.must('officer', 'MakeCommitment', promise({ owedBy: 'host', owedTo: 'partner', milestone: 'M2' }));
    answerAsked(file);
    expect(onward(file).outcome).toBe('accepted');
  });

  it('PMP-35: a milestone is promised as it was agreed: by its owner, for its day, once', () => {
    const file = settingUp();
    refusedAlone(file, () => file.ask('representative', 'MakeCommitment', promise()), { code: 'no-such-milestone', rule: 'PMP-35' });
    agreeText(file, 'milestones', body);
    for (const wrong of [{ dueOn: '2027-10-01' }, { milestone: 'M2' }, { milestone: 'M9' }, { origin: 'clause' }]) {
      refusedAlone(file, () => file.ask('representative', 'MakeCommitment', promise(wrong)), { code: 'no-such-milestone' });
    }
    file.must('representative', 'MakeCommitment', promise());
    refusedAlone(file, () => file.ask('representative', 'MakeCommitment', promise()), { code: 'no-such-milestone' });
    expect(file.last('CommitmentMade')).toMatchObject({ milestone: 'M1', owedBy: 'partner' });
  });

  it('PMP-35: at its day a milestone that its counterpart has not confirmed is told as missed; one that was confirmed never is', () => {
    const file = settingUp();
    agreeText(file, 'milestones', body);
    file.must('representative', 'MakeCommitment', promise());
    const commitment = String(file.last('CommitmentMade')['commitment']);
    file.must('officer', 'MakeCommitment', promise({ owedBy: 'host', owedTo: 'partner', milestone: 'M2' }));
    file.must('officer', 'ConfirmCommitment', { commitment, note: null });
    expect(file.last('MilestoneReached')).toMatchObject({ commitment, confirmedBy: 'host' });
    file.advanceTo('2027-10-02');
    expect(file.count('MilestoneMissed')).toBe(1);
    expect(file.last('MilestoneMissed')).toMatchObject({ owedBy: 'host' });
  });
});
