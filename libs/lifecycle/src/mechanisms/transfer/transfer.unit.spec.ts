import { agreeEnd, agreeText, answersTo, fileIn, meeting, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { stepConditions } from '../phase/conditions.js';

const words = 'Écrit ensemble.';

const plan = {
  continuity: words,
  fundingAfterwards: words,
  budget: { total: { amount: 250_000, currency: 'EUR' } },
  capacity: [{ milestone: 'M1', text: words, dueOn: '2027-09-30' }],
  structure: [{ milestone: 'S1', text: words, dueOn: '2027-10-31' }],
};

const ready = { capacity: true, structure: true, note: words };

const opened = (): Rehearsal =>
  fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'TR'))).must('officer', 'OpenTransfer', {
    object: 'operational',
    recipient: 'partner',
  });

function planned(): Rehearsal {
  const file = opened();
  agreeText(file, 'transfer-plan', plan as never);
  return file;
}

const reach = (file: Rehearsal, track: 'capacity' | 'structure', milestone: string): Rehearsal =>
  file.must('officer', 'ReachTransferMilestone', { track, milestone, reachedOn: '2027-02-10', evidence: words });

const abandoning = { kind: 'abandon-transfer', subject: 'Abandonner le transfert', text: words, override: null } as const;

function abandonedTogether(file: Rehearsal): Rehearsal {
  file.must('officer', 'ProposeDecision', abandoning);
  return file.must('representative', 'AcceptDecision', { decision: file.state.signOffs.decisions.at(-1)?.decision ?? '' });
}

function assessed(): Rehearsal {
  const file = planned();
  reach(file, 'capacity', 'M1');
  reach(file, 'structure', 'S1');
  return file.must('officer', 'AssessReadiness', ready).must('representative', 'AssessReadiness', ready);
}

function deedAgreed(file: Rehearsal): { version: number; hash: string } {
  agreeText(file, 'handover-deed', { sections: [{ heading: 'Biens', text: words }] });
  const { version, hash } = file.text('handover-deed');
  return { version, hash };
}

function transferred(): Rehearsal {
  const file = assessed().must('representative', 'AcceptReadiness', {});
  const on = deedAgreed(file);
  return file
    .must('direction', 'SignHandoverDeed', on)
    .must('presidency', 'SignHandoverDeed', on)
    .must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
}

describe('the transfer of a project', () => {
  it('MDM-44: it is a project of its own, opened where the type offers it, for another party of the file', () => {
    const elsewhere = fileIn('implementation');
    expect(elsewhere.ask('officer', 'OpenTransfer', { object: 'operational', recipient: 'partner' })).toMatchObject({
      refusal: { rule: 'MDM-44' },
    });
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'TR')));
    expect(file.ask('officer', 'OpenTransfer', { object: 'advocacy', recipient: 'nobody' })).toMatchObject({ refusal: { rule: 'MDM-46' } });
    expect(file.ask('officer', 'OpenTransfer', { object: 'advocacy', recipient: 'host' })).toMatchObject({ refusal: { rule: 'MDM-46' } });
    expect(file.state.phase).toBe('implementation');
    file.must('representative', 'OpenTransfer', { object: 'advocacy', recipient: 'partner' });
    expect(file.last('TransferProjectOpened')).toMatchObject({ object: 'advocacy', recipient: 'partner' });
    expect(tasksOf(file, 'plan-transfer')).toHaveLength(2);
  });

  it('MDM-48: who takes over accepts readiness once, and nobody in its place', () => {
    const file = assessed();
    refusedAlone(file, () => file.ask('officer', 'AcceptReadiness', {}), { rule: 'MDM-48' });
    file.must('representative', 'AcceptReadiness', {});
    refusedAlone(file, () => file.ask('representative', 'AcceptReadiness', {}), { code: 'readiness-accepted', rule: 'MDM-48' });
    expect(file.count('TransferReadinessAccepted')).toBe(1);
  });

  it('MDM-45: a plan that one side wrote stays proposed: no milestone counts before every party has agreed to it', () => {
    const file = opened().must('officer', 'ProposeText', { kind: 'transfer-plan', body: plan });
    expect(file.count('TransferPlanAgreed')).toBe(0);
    expect(
      file.ask('officer', 'ReachTransferMilestone', { track: 'capacity', milestone: 'M1', reachedOn: '2027-02-01', evidence: words }),
    ).toMatchObject({
      refusal: { code: 'no-such-milestone' },
    });
    file.must('representative', 'AcceptText', file.text('transfer-plan'));
    expect(file.count('TransferPlanAgreed')).toBe(1);
    expect(tasksOf(file, 'reach-transfer-milestone').map(task => [task.about, task.dueAt])).toEqual([
      ['capacity/M1', '2027-09-30T23:59:59.999Z'],
      ['structure/S1', '2027-10-31T23:59:59.999Z'],
    ]);
  });

  it('MDM-47: readiness needs both tracks; the refusal names the track that lacks', () => {
    const file = planned();
    reach(file, 'capacity', 'M1');
    file.must('officer', 'AssessReadiness', ready).must('representative', 'AssessReadiness', { ...ready, structure: false });
    const answer = file.ask('representative', 'AcceptReadiness', {});
    expect(answer).toMatchObject({ refusal: { code: 'not-ready', rule: 'MDM-48' } });
    const reason = answer.outcome === 'refused' ? answer.refusal.reason.en : '';
    expect(reason).toContain('S1 (structure)');
    expect(reason).toContain('"partner" does not find the track "structure" ready');
    expect(reason).not.toContain('M1 (capacity)');
    expect(file.count('TransferReadinessAccepted')).toBe(0);
  });

  it('MDM-48: the recipient alone accepts readiness, and the gate READINESS holds the transfer until then', () => {
    const file = assessed();
    expect(file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null })).toMatchObject({
      refusal: { gates: ['READINESS'] },
    });
    expect(file.ask('officer', 'AcceptReadiness', {})).toMatchObject({ refusal: { code: 'not-the-recipient' } });
    file.must('representative', 'AcceptReadiness', {});
    expect(file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null })).toMatchObject({ refusal: { rule: 'S-04' } });
    expect(file.count('ProjectTransferred')).toBe(0);
  });

  it('MDM-48: a later assessment that finds a track wanting takes the acceptance back', () => {
    const file = assessed().must('representative', 'AcceptReadiness', {});
    file.must('officer', 'AssessReadiness', { ...ready, capacity: false });
    expect(file.state.transfer?.accepted).toBe(false);
    expect(file.ask('representative', 'AcceptReadiness', {})).toMatchObject({ refusal: { code: 'not-ready' } });
  });

  it('S-04: the handover deed is signed by the hierarchy of each party, on its agreed version, and only by a mandate', () => {
    const file = assessed().must('representative', 'AcceptReadiness', {});
    expect(file.ask('direction', 'SignHandoverDeed', { version: 1, hash: 'ab'.repeat(32) })).toMatchObject({
      refusal: { code: 'deed-not-agreed' },
    });
    const on = deedAgreed(file);
    expect(file.ask('officer', 'SignHandoverDeed', on)).toMatchObject({ refusal: { code: 'no-mandate', gates: ['SIGNATORY'] } });
    expect(file.last('SignatureAttemptRefused')).toMatchObject({ commandType: 'SignHandoverDeed' });
    const withoutTheRole = { person: 'person-direction', organisation: 'org-horizon', roles: ['partnership-officer' as const] };
    expect(file.ask('direction', 'SignHandoverDeed', on, { actor: withoutTheRole })).toMatchObject({ refusal: { code: 'no-mandate' } });
    expect(file.ask('direction', 'SignHandoverDeed', { ...on, hash: 'ab'.repeat(32) })).toMatchObject({
      refusal: { code: 'stale-version' },
    });
    file.must('direction', 'SignHandoverDeed', on);
    expect(file.ask('direction', 'SignHandoverDeed', on)).toMatchObject({ refusal: { code: 'deed-signed' } });
    expect(tasksOf(file, 'sign-handover-deed').map(task => task.party)).toEqual(['partner']);
    file.must('presidency', 'SignHandoverDeed', on).must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
    expect(file.last('ProjectTransferred')['gates']).toContainEqual({ gate: 'READINESS', strength: 'block', state: 'passed' });
  });

  it('MDM-48: after 6 and 12 months the project is looked at again, not earlier, each once, and nothing closes before', () => {
    const file = transferred();
    const check = { running: true, on: '2027-02-01', note: words };
    expect(file.ask('officer', 'RecordPostTransferCheck', { check: 'first', ...check })).toMatchObject({
      refusal: { code: 'check-too-early' },
    });
    expect(tasksOf(file, 'check-after-transfer')).toEqual([]);
    file.advanceTo('2027-07-21');
    expect(tasksOf(file, 'check-after-transfer').map(task => task.about)).toEqual(['first']);
    file.must('officer', 'RecordPostTransferCheck', { check: 'first', ...check, on: '2027-07-21' });
    expect(file.ask('officer', 'RecordPostTransferCheck', { check: 'first', ...check, on: '2027-07-21' })).toMatchObject({
      refusal: { code: 'check-not-owed' },
    });
    agreeEnd(file).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(stepConditions['transfer-looked-back-on'](file.state, null)).toMatchObject({ code: 'post-transfer-check-owed' });
    expect(file.ask('officer', 'ClosePartnership', {}).outcome).toBe('refused');
    file.advanceTo('2028-01-25').must('representative', 'RecordPostTransferCheck', { check: 'second', ...check, on: '2028-01-25' });
    expect(stepConditions['transfer-looked-back-on'](file.state, null)).toBeNull();
    expect(file.count('PostTransferCheckRecorded')).toBe(2);
    expect(tasksOf(file, 'check-after-transfer')).toEqual([]);
  });

  it('FOUR-EYES, S-04: who wrote the deed does not sign it, and a signature is told in the role that signs', () => {
    const file = assessed().must('representative', 'AcceptReadiness', {});
    const both = {
      person: 'person-direction',
      organisation: 'org-horizon',
      roles: ['partnership-officer', 'signatory-authority'] as const,
    };
    const body = { sections: [{ heading: 'Biens', text: words }] };
    file.must('direction', 'ProposeText', { kind: 'handover-deed', body }, { actor: { ...both, roles: [...both.roles] } });
    file.must('representative', 'AcceptText', file.text('handover-deed'));
    const { version, hash } = file.text('handover-deed');
    const answer = file.ask('direction', 'SignHandoverDeed', { version, hash }, { actor: { ...both, roles: [...both.roles] } });
    expect(answer).toMatchObject({ refusal: { code: 'four-eyes' } });
    file.must('presidency', 'SignHandoverDeed', { version, hash });
    expect(file.events.findLast(event => event.attributes.type === 'HandoverDeedSigned')?.attributes.actorrole).toBe('signatory-authority');
    expect(file.state.transfer?.deedSignedBy.map(({ party }) => party)).toEqual(['partner']);
  });

  it('MDM-48: a second transfer keeps the checks that the first one owes; MDM-47, S-04: it is planned and signed afresh', () => {
    const file = transferred().must('officer', 'OpenTransfer', { object: 'advocacy', recipient: 'partner' });
    expect(file.state.transfer).toMatchObject({ status: 'open', earlier: [{ checks: [] }], usedUp: { plan: 1, deed: 1 } });
    expect(tasksOf(file, 'plan-transfer')).toHaveLength(2);
    expect(tasksOf(file, 'sign-handover-deed')).toEqual([]);
    const { version, hash } = file.text('handover-deed');
    expect(file.ask('direction', 'SignHandoverDeed', { version, hash })).toMatchObject({ refusal: { code: 'deed-not-agreed' } });
    refusedAlone(file, () => file.ask('officer', 'AssessReadiness', ready), { code: 'transfer-unplanned' });
    expect(file.ask('representative', 'AcceptReadiness', {})).toMatchObject({ refusal: { code: 'not-ready' } });
    file.advanceTo('2027-07-21');
    expect(tasksOf(file, 'check-after-transfer').map(task => task.about)).toEqual(['first']);
    file.must('officer', 'RecordPostTransferCheck', { check: 'first', running: true, on: '2027-07-21', note: words });
    expect(file.state.transfer?.earlier).toMatchObject([{ checks: ['first'] }]);
    expect(stepConditions['transfer-looked-back-on'](file.state, null)).toMatchObject({ code: 'post-transfer-check-owed' });
  });

  it('S-04: a transfer may be abandoned with its reason; the work goes on and nothing was transferred', () => {
    const file = abandonedTogether(planned()).must('representative', 'AbandonTransfer', { reason: 'L’équipe a changé.' });
    expect(file.last('TransferAbandoned')).toMatchObject({ reason: 'L’équipe a changé.', to: 'implementation' });
    expect(file.state).toMatchObject({ phase: 'implementation', transfer: { status: 'abandoned', transferredAt: null } });
    expect(tasksOf(file, 'reach-transfer-milestone')).toEqual([]);
    expect(file.count('ProjectTransferred')).toBe(0);
  });

  it('MDM-15, MDM-45: a plan that was agreed is abandoned by a proposal that the other side answers; one side alone ends nothing', () => {
    const file = planned();
    const leave = () => file.ask('officer', 'AbandonTransfer', { reason: words });
    refusedAlone(file, leave, { code: 'abandoning-not-agreed', rule: 'MDM-15' });
    file.must('officer', 'ProposeDecision', abandoning);
    refusedAlone(file, leave, { code: 'abandoning-not-agreed' });
    expect(tasksOf(file, 'answer-decision').map(({ party }) => party)).toEqual(['partner']);
    const { decision } = file.state.signOffs.decisions[0]!;
    file.must('representative', 'DeclineDecision', { decision, reason: words });
    refusedAlone(file, leave, { code: 'abandoning-not-agreed' });
    expect(file.state).toMatchObject({ phase: 'transfer', transfer: { status: 'open' } });
    expect(file.count('TransferAbandoned')).toBe(0);
    abandonedTogether(file);
    expect(leave().outcome).toBe('accepted');
  });

  it('MDM-15: a newer plan that one side only proposes gives it no right to leave alone', () => {
    const file = planned();
    file.must('officer', 'ProposeText', { kind: 'transfer-plan', body: { ...plan, continuity: 'Autrement.' } } as never);
    refusedAlone(file, () => file.ask('officer', 'AbandonTransfer', { reason: words }), { code: 'abandoning-not-agreed' });
    expect(file.state.transfer).toMatchObject({ status: 'open' });
  });

  it('MDM-15: a proposal to give up one transfer ends with it: no yes to it gives up the next', () => {
    const file = assessed().must('officer', 'ProposeDecision', abandoning).must('representative', 'AcceptReadiness', {});
    const [open] = file.state.signOffs.decisions;
    const on = deedAgreed(file);
    file.must('direction', 'SignHandoverDeed', on).must('presidency', 'SignHandoverDeed', on);
    file.must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
    expect(file.count('ProjectTransferred')).toBe(1);
    expect([file.state.signOffs.decisions, tasksOf(file, 'answer-decision')]).toEqual([[], []]);
    expect(file.ask('representative', 'AcceptDecision', { decision: open?.decision ?? '' })).toMatchObject({ outcome: 'refused' });
    expect(file.count('JointDecisionTaken')).toBe(0);
  });

  it('MDM-45: before a plan is agreed either side may leave the transfer; where none is under way, nothing is to abandon', () => {
    const file = opened().must('representative', 'AbandonTransfer', { reason: words });
    expect(file.state.transfer).toMatchObject({ status: 'abandoned' });
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', abandoning), { code: 'nothing-to-abandon' });
  });
});

describe('the year during a transfer', () => {
  const review = (file: Rehearsal): Rehearsal => {
    const answers = (side: 'host' | 'partner') =>
      ({ form: 'annual-review', answers: answersTo(file.policy, 'annualReview', side), place: 'headquarters' }) as const;
    return file.must('officer', 'AnswerForm', answers('host')).must('representative', 'AnswerForm', answers('partner'));
  };
  const inOrder = (file: Rehearsal): boolean =>
    file.events.every(({ attributes }, at) => at === 0 || attributes.factat >= (file.events[at - 1]?.attributes.factat ?? ''));

  it('ALE-46: the annual review opens by itself on the anniversary; when it is done the transfer goes on where it stood', () => {
    const file = planned();
    const { implementationAt } = file.state.steps;
    expect(file.state.deadlines.filter(({ rule }) => rule === 'annual-review-due').map(({ dueAt }) => dueAt)).toEqual([
      implementationAt?.replace(/^2027/, '2028'),
    ]);
    file.advanceTo('2028-02-01');
    expect(file.last('AnnualReviewOpened')).toMatchObject({ from: 'transfer', openedBy: 'deadline', round: 1 });
    expect(file.count('AnnualReviewOverdue')).toBe(0);
    review(file);
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null }), { code: 'transfer-under-way' });
    file.must('officer', 'EnterPhase', { phase: 'transfer', reason: null });
    expect(file.state).toMatchObject({ phase: 'transfer', transfer: { status: 'open', recipient: 'partner' } });
    expect(file.count('TransferAbandoned') + file.count('ProjectTransferred')).toBe(0);
    reach(file, 'capacity', 'M1');
  });

  it('ALE-46: where no transfer is under way, a review leads back to the work and to no transfer', () => {
    const file = fileIn('implementation').must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    review(file);
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', { phase: 'transfer', reason: null }), { code: 'no-transfer-under-way' });
    file.must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
  });

  it('MDM-18, HFA-21, HFA-26: meetings and status points are asked for and missed in a transfer as in the work', () => {
    const file = planned();
    expect(tasksOf(file, 'hold-meeting')).toHaveLength(2);
    expect(tasksOf(file, 'record-status-point')).toHaveLength(2);
    file.advanceTo('2027-12-01');
    expect(file.state.phase).toBe('transfer');
    expect(file.count('MeetingMissed')).toBeGreaterThan(0);
    expect(file.count('StatusReportOverdue')).toBeGreaterThan(0);
  });

  it('MDM-37: the project ends in a transfer too; the decision opens, and who continues takes the transfer up again', () => {
    const file = planned();
    const endsOn = file.state.steps.project?.endsOn ?? '';
    file.state = { ...file.state, steps: { ...file.state.steps, project: { reference: 'P-1', endsOn: '2027-06-30' } } };
    expect(endsOn).not.toBe('');
    file.must('officer', 'AssessReadiness', ready).advanceTo('2027-07-01');
    expect(file.last('ActionsEnded')).toMatchObject({ from: 'transfer', to: 'after' });
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: words }), {
      code: 'transfer-under-way',
    });
    file.must('officer', 'EnterPhase', { phase: 'transfer', reason: words });
    expect(file.state).toMatchObject({ phase: 'transfer', transfer: { status: 'open' } });
  });

  it('MDM-44, S-06: a transfer whose plan all agreed outlasts the term: neither side closes over it alone, all of them do', () => {
    const closing = { phase: 'closing', reason: words } as const;
    const onTerm = (file: Rehearsal): Rehearsal => {
      const project = { reference: 'P-1', endsOn: '2027-06-30' };
      file.state = { ...file.state, steps: { ...file.state.steps, project } };
      const talk = { ...meeting('2027-01-20'), kind: 'informal', purpose: 'exchange' } as const;
      return file.must('officer', 'HoldMeeting', talk).advanceTo('2027-07-01');
    };
    const file = onTerm(planned());
    expect(file.state).toMatchObject({ phase: 'after', transfer: { status: 'open' } });
    for (const who of ['officer', 'representative'] as const) {
      refusedAlone(file, () => file.ask(who, 'EnterPhase', closing), { code: 'transfer-not-ended', rule: 'S-06' });
      expect(file.ask(who, 'EnterPhase', closing)).toMatchObject({
        refusal: { next: { en: expect.stringContaining('AnnounceWithdrawal') } },
      });
    }
    expect(file.count('ClosureInitiated') + file.count('TransferAbandoned')).toBe(0);
    abandonedTogether(file).must('officer', 'EnterPhase', closing);
    expect(file.state.phase).toBe('closing');
    const decided = onTerm(planned()).must('officer', 'ProposeDecision', { ...abandoning, kind: 'end' });
    const { decision } = decided.state.signOffs.decisions.at(-1)!;
    decided.must('representative', 'AcceptDecision', { decision }).must('representative', 'EnterPhase', closing);
    expect(onTerm(opened()).must('representative', 'EnterPhase', closing).state.phase).toBe('closing');
  });

  it('ALE-46: a review that fell due while the file rested opens on the day it returns, with its whole delay, and history stays in order', () => {
    const file = fileIn('implementation').must('officer', 'EnterPhase', { phase: 'after', reason: null }).advanceTo('2028-08-04');
    file.must('officer', 'EnterPhase', { phase: 'implementation', reason: words });
    const back = file.state.phaseSince;
    file.advanceTo('2028-08-20');
    expect(file.count('AnnualReviewOpened')).toBe(1);
    expect(file.state).toMatchObject({ phase: 'annual-review', phaseSince: back });
    expect(file.count('AnnualReviewOverdue')).toBe(0);
    expect(inOrder(file)).toBe(true);
    file.advanceTo('2028-09-10');
    expect(file.count('AnnualReviewOverdue')).toBe(1);
    expect(inOrder(file)).toBe(true);
  });
});
