import type { Actor, CommandData, CommandType, DecisionRule, Phase } from '@palabre/contracts';
import {
  answersTo,
  fileIn,
  policyOfCharter,
  refusedAlone,
  Rehearsal,
  sampleBodies,
  tasksOf,
  translated,
  withThird,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { partyNames } from './questions.js';

const words = 'Dit ensemble.';

const thirdHead: Actor = {
  person: 'person-third-head',
  organisation: 'org-third',
  roles: ['signatory-authority', 'partner-representative'],
};

const as = <T extends CommandType>(file: Rehearsal, type: T, data: CommandData<T>) => file.ask('officer', type, data, { actor: thirdHead });

/** The ordinary story, with a third party at the table from this phase on. */
function ofThree(phase: Phase, rule: DecisionRule = 'all'): Rehearsal {
  const file = fileIn(phase, new Rehearsal({ ...policyOfCharter('mdm', 'OP'), decisionRule: rule }));
  withThird(file);
  return file;
}

/** The third party gives notice, and its notice ends. */
function left(file: Rehearsal): Rehearsal {
  expect(as(file, 'AnnounceWithdrawal', { reason: words }).outcome).toBe('accepted');
  file.advanceTo('2027-05-10');
  expect(file.count('PartnerWithdrew')).toBe(1);
  return file;
}

const decision = { kind: 'joint', subject: 'Formation', text: 'On décale.', override: null } as const;

describe('what waited for the last silent party, once it has left', () => {
  it('C-15: a text that the others agreed to is agreed, and by majority one that half of them refuses goes back', () => {
    const file = ofThree('co-construction').must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    file.must('representative', 'AcceptText', file.text('values'));
    expect(file.count('SharedValuesAgreed')).toBe(0);
    expect(left(file).last('SharedValuesAgreed')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    expect(tasksOf(file, 'answer-text')).toEqual([]);

    const torn = ofThree('co-construction', 'majority').must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    torn.must('representative', 'ContestText', { ...torn.text('values'), reasons: words, about: [] });
    expect(torn.state.texts.heads.values?.status).toBe('proposed');
    expect(left(torn).state.texts.heads.values?.status).toBe('contested');
    expect(torn.last('TextContested')).toMatchObject({ party: 'partner', leaves: 'contested' });
    expect(torn.count('SharedValuesAgreed')).toBe(0);
  });

  it('C-15: a joint decision is taken by those who stay; one that nobody answered still waits', () => {
    const file = ofThree('implementation').must('officer', 'ProposeDecision', decision);
    file.must('representative', 'AcceptDecision', { decision: String(file.last('JointDecisionProposed')['decision']) });
    expect(file.count('JointDecisionTaken')).toBe(0);
    expect(left(file).last('JointDecisionTaken')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    const open = left(ofThree('implementation').must('officer', 'ProposeDecision', decision));
    expect(open.count('JointDecisionTaken')).toBe(0);
    expect(tasksOf(open, 'answer-decision').map(task => task.party)).toEqual(['partner']);
  });

  it('C-15, MDM-66: a mitigation plan that the others accepted is agreed, with its commitments', () => {
    const file = ofThree('implementation');
    const line = file.policy.lines.find(one => one.colour === 'orange' && !one.protected && one.whenConfirmed === 'mitigation-plan')!;
    file.must('officer', 'RaiseLine', { line: line.code, about: 'partner', facts: null });
    const on = { case: String(file.last('OrangeLineRaised')['case']) };
    file.must('representative', 'ProposeMitigation', { ...on, steps: [{ owner: 'partner', dueOn: '2027-12-31', text: words }] });
    file.must('officer', 'AcceptMitigation', on);
    expect(file.count('MitigationPlanAgreed')).toBe(0);
    left(file);
    expect(file.count('MitigationPlanAgreed')).toBe(1);
    expect(file.state.commitments.open.map(one => [one.owedBy, one.owedTo, one.origin])).toContainEqual(['partner', 'host', 'mitigation']);
  });

  it('C-15, MDM-14: a review that the others answered is revealed, without what the one that left had kept sealed', () => {
    const file = ofThree('annual-review');
    const answer = (who: 'officer' | 'representative', side: 'host' | 'partner') =>
      file.must(who, 'AnswerForm', { form: 'annual-review', answers: answersTo(file.policy, 'annualReview', side), place: 'headquarters' });
    answer('officer', 'host');
    answer('representative', 'partner');
    expect(file.count('JointReflectionHeld')).toBe(0);
    left(file);
    expect(file.count('JointReflectionHeld')).toBe(1);
    expect((file.last('JointReflectionHeld')['answers'] as { party: string }[]).map(one => one.party)).toEqual(['host', 'partner']);
  });

  it('C-15, HFA-15: an agreement that the others signed is signed, under the same gates as a last signature', () => {
    const file = ofThree('validation');
    translated(file.must('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! }), 'agreement');
    file.must('representative', 'AcceptText', file.text('agreement'));
    expect(as(file, 'AcceptText', file.text('agreement')).outcome).toBe('accepted');
    const { version, hash } = file.text('agreement');
    file
      .must('officer', 'ShareAgreement', { version, hash, with: ['executive-secretariat'] })
      .must('representative', 'ShareAgreement', { version, hash, with: ['executive-bureau'] });
    expect(as(file, 'ShareAgreement', { version, hash, with: ['executive-bureau'] }).outcome).toBe('accepted');
    for (const [who, person] of [
      ['officer', 'person-direction'],
      ['representative', 'person-presidency'],
    ] as const) {
      file.must(who, 'RecordMandate', { person, role: 'signatory-authority', from: '2026-01-01', until: null });
    }
    file
      .advanceTo('2027-01-20')
      .must('direction', 'SignAgreement', { version, hash })
      .must('presidency', 'SignAgreement', { version, hash });
    expect(file.count('AgreementSigned')).toBe(0);
    left(file);
    expect(file.last('AgreementSigned')).toMatchObject({ to: 'setting-up', version });
    expect(file.last('AgreementSigned')['gates']).toContainEqual({ gate: 'SIGNATORY', strength: 'block', state: 'passed' });
    expect(file.count('SignatureGiven')).toBe(2);
  });
});

describe('with more than two parties', () => {
  const clear = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;

  it('C-15, MDM-64: failed due diligence excludes one party by the decision of the others, and the file goes on', () => {
    const file = ofThree('due-diligence');
    refusedAlone(file, () => file.ask('officer', 'FailDueDiligence', { reason: words }), { code: 'party-not-named', rule: 'C-15' });
    refusedAlone(file, () => file.ask('officer', 'FailDueDiligence', { reason: words, about: 'host' }), { code: 'own-exclusion' });
    file.must('officer', 'FailDueDiligence', { reason: words, about: 'third' });
    refusedAlone(file, () => file.ask('representative', 'FailDueDiligence', { reason: words, about: 'third' }), {
      code: 'already-proposed',
    });
    const on = { proposal: String(file.last('PartyExclusionProposed')['proposal']) };
    expect(tasksOf(file, 'answer-proposal').map(task => task.party)).toEqual(['partner']);
    expect(as(file, 'DeclineProposal', { ...on, reason: words })).toMatchObject({ refusal: { code: 'no-vote' } });
    file.must('representative', 'AgreeToProposal', on);
    expect(file.last('PartyExcluded')).toMatchObject({ excluded: 'third', acceptedBy: ['host', 'partner'], dutiesTo: null });
    expect(partyNames(file.state)).toEqual(['host', 'partner']);
    expect(file.state.standing).toBe('open');
    expect(file.count('DueDiligenceFailed')).toBe(0);
    expect(as(file, 'RecordFinding', { about: 'host', ...clear })).toMatchObject({ refusal: { code: 'has-left' } });
  });

  it('C-15, C-08: the host itself may be excluded by the others; declined, everybody stays', () => {
    const file = ofThree('due-diligence').must('representative', 'FailDueDiligence', { reason: words, about: 'host' });
    const on = { proposal: String(file.last('PartyExclusionProposed')['proposal']) };
    expect(as(file, 'AgreeToProposal', on).outcome).toBe('accepted');
    expect(file.last('PartyExcluded')).toMatchObject({ excluded: 'host', dutiesTo: 'partner' });
    const kept = ofThree('due-diligence').must('representative', 'FailDueDiligence', { reason: words, about: 'host' });
    as(kept, 'DeclineProposal', { ...on, reason: words });
    expect(partyNames(kept.state)).toEqual(['host', 'partner', 'third']);
    expect(kept.count('PartyExcluded')).toBe(0);
  });

  it('C-15, PMP-07: nobody discards the idea of three; who gives it up announces that it leaves', () => {
    const file = ofThree('due-diligence');
    refusedAlone(file, () => file.ask('hqOps', 'DiscardIdea', { reason: words }), { code: 'others-go-on' });
    expect(file.state.standing).toBe('open');
    expect(file.ask('officer', 'AnnounceWithdrawal', { reason: words }).outcome).toBe('accepted');
  });

  it('C-15, S-01: a confirmed line that ends the process asks the others about that party; then they go on without it', () => {
    const file = ofThree('implementation');
    const line = file.policy.lines.find(one => one.whenConfirmed === 'end-process')!;
    const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };
    const told = line.protected ? sealed : words;
    file.must('officer', 'RaiseLine', { line: line.code, about: 'third', facts: null });
    const on = { case: String(file.last('RedLineAlleged')['case']) };
    expect(as(file, 'HearParty', { ...on, statement: told }).outcome).toBe('accepted');
    file.must('committee', 'ConfirmLine', { ...on, reason: told });
    expect(file.count('DueDiligenceFailed')).toBe(0);
    expect(file.state.standing).toBe('suspended');
    expect(file.last('PartyExclusionProposed')).toMatchObject({ excluded: 'third', because: 'line', party: 'host' });
    file.must('representative', 'AgreeToProposal', { proposal: String(file.last('PartyExclusionProposed')['proposal']) });
    expect(file.state).toMatchObject({ standing: 'open', lines: { cases: [], suspending: [] } });
    expect(partyNames(file.state)).toEqual(['host', 'partner']);
  });
});

/** The host gives notice, and its notice ends: the partner, there since the beginning, takes over its duties. */
function hostLeft(file: Rehearsal): Rehearsal {
  file
    .must('officer', 'AnnounceWithdrawal', { reason: words })
    .must('representative', 'AdvanceCalendar', { to: '2027-06-10T09:00:00.000Z' });
  expect(file.last('PartnerWithdrew')).toMatchObject({ party: 'host', dutiesTo: 'partner' });
  return file;
}

describe('what a party that left owed, or was owed', () => {
  const promise = (owedBy: string, owedTo: string) =>
    ({ owedBy, owedTo, what: 'Un rapport', dueOn: '2027-12-31', origin: 'status-report' }) as const;

  const between = (file: Rehearsal) => file.state.commitments.open.map(one => [one.owedBy, one.owedTo]);

  it('S-06, C-15: its promises and those made to it are dropped where nobody took over its duties; those between the others stand', () => {
    const file = ofThree('implementation').must('officer', 'MakeCommitment', promise('host', 'third'));
    expect(as(file, 'MakeCommitment', promise('third', 'partner')).outcome).toBe('accepted');
    file.must('representative', 'MakeCommitment', promise('partner', 'host'));
    const before = file.state.commitments.open.filter(one => [one.owedBy, one.owedTo].includes('third')).map(one => one.commitment);
    expect(before).toHaveLength(2);
    left(file);
    const dropped = file.events.filter(event => event.attributes.type === 'CommitmentDropped').map(event => event.data);
    expect(dropped).toEqual(before.map(commitment => ({ commitment, left: 'third' })));
    expect(file.count('CommitmentTransferred')).toBe(0);
    expect(between(file)).toContainEqual(['partner', 'host']);
    expect(between(file).flat()).not.toContain('third');
    expect(file.state.deadlines.filter(one => before.includes(one.about ?? ''))).toEqual([]);
    expect(file.count('CommitmentBreachRecorded')).toBe(0);
  });

  it('S-06, C-15: who took over its duties takes over its promises, but nobody owes anything to itself, and a breach stays with who broke it', () => {
    const file = ofThree('implementation').must('officer', 'MakeCommitment', promise('host', 'third'));
    const transferred = String(file.last('CommitmentMade')['commitment']);
    file.must('officer', 'MakeCommitment', promise('host', 'partner'));
    const toItself = String(file.last('CommitmentMade')['commitment']);
    file.must('officer', 'MakeCommitment', { ...promise('host', 'third'), dueOn: '2027-02-01' });
    const broken = String(file.last('CommitmentMade')['commitment']);
    file.advanceTo('2027-02-15');
    expect(as(file, 'RecordBreach', { commitment: broken, reason: words }).outcome).toBe('accepted');
    hostLeft(file);
    expect(file.last('CommitmentTransferred')).toEqual({ commitment: transferred, left: 'host', owedBy: 'partner', owedTo: 'third' });
    expect(file.count('CommitmentTransferred')).toBe(1);
    const dropped = file.events.filter(event => event.attributes.type === 'CommitmentDropped').map(event => event.data);
    expect(dropped).toEqual(expect.arrayContaining([toItself, broken].map(commitment => ({ commitment, left: 'host' }))));
    expect(between(file)).toContainEqual(['partner', 'third']);
    expect(tasksOf(file, 'keep-commitment').filter(task => task.about === transferred)).toMatchObject([{ party: 'partner' }]);
  });

  it('S-06: it is asked for nothing any more, but for the money that it still has to send', () => {
    const file = ofThree('implementation');
    const transfer = { line: 'A.1', value: { amount: 100_000, currency: 'EUR' }, from: 'host', to: 'partner' };
    file.must('representative', 'RequestTransfer', transfer).must('representative', 'ProposeText', {
      kind: 'values',
      body: sampleBodies.values!,
    });
    const asked = () => file.state.tasks.filter(task => task.party === 'host').map(task => task.kind);
    expect(asked()).toEqual(expect.arrayContaining(['send-transfer', 'answer-text']));
    hostLeft(file);
    expect(asked()).toEqual(['send-transfer']);
    const rules = file.state.deadlines.filter(one => one.party === 'host').map(one => one.rule);
    expect(rules.filter(rule => !['transfer_received_in', 'justification_due_in', 'task-reminder'].includes(rule))).toEqual([]);
  });
});

describe('a case about a party that has left', () => {
  const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

  it('S-06, S-01: it lapses, neither confirmed nor dismissed, with the suspension that it brought; another case goes on', () => {
    const file = ofThree('implementation').must('officer', 'RaiseLine', { line: 'armed_violence', about: 'third', facts: null });
    const lapsed = String(file.last('RedLineAlleged')['case']);
    file.must('officer', 'RaiseLine', { line: 'staff_discrimination', about: 'partner', facts: null });
    expect(file.state.standing).toBe('suspended');
    left(file);
    expect(file.last('LineLapsed')).toEqual({ case: lapsed, line: 'armed_violence', about: 'third' });
    expect([file.count('RedLineBreachConfirmed'), file.count('LineDismissed')]).toEqual([0, 0]);
    expect(file.state).toMatchObject({ standing: 'open', lines: { suspending: [], cases: [{ line: 'staff_discrimination' }] } });
    expect(file.state.tasks.filter(task => task.about === lapsed)).toEqual([]);
  });

  it('S-06, MDM-65: with a confirmed one the transfers that it froze are released', () => {
    const file = ofThree('implementation').must('officer', 'RaiseLine', { line: 'corruption', about: 'third', facts: null });
    const on = { case: String(file.last('RedLineAlleged')['case']) };
    expect(as(file, 'HearParty', { ...on, statement: sealed }).outcome).toBe('accepted');
    file.must('committee', 'ConfirmLine', { ...on, reason: sealed });
    expect(file.state.money.frozenBy).toEqual([on.case]);
    left(file);
    expect(file.count('FundTransfersReleased')).toBe(1);
    expect(file.count('LineLapsed')).toBe(1);
    expect(file.state).toMatchObject({ money: { frozenBy: [] }, lines: { cases: [] } });
  });
});
