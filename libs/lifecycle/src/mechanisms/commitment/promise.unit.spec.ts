import { fileIn, refusedAlone, type Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { commitmentCountsOf, commitmentOf, deliveredByEach, latePromises, partiesOverdueInARow } from './questions.js';

const report = { owedBy: 'partner', owedTo: 'host', what: 'Rapport', dueOn: '2027-03-31', origin: 'status-report' } as const;

/** A promise of the partner to the host, by its reference. */
function promise(file: Rehearsal, more: { dueOn?: string; origin?: 'milestone' | 'deliverable' } = {}): string {
  file.must('representative', 'MakeCommitment', { ...report, ...more });
  return String(file.last('CommitmentMade')['commitment']);
}

/** A promise of the host to the partner. */
function ours(file: Rehearsal, dueOn: string): string {
  file.must('officer', 'MakeCommitment', { ...report, owedBy: 'host', owedTo: 'partner', dueOn });
  return String(file.last('CommitmentMade')['commitment']);
}

describe('an adjustment that both sides agree on', () => {
  it('MDM-24: it names two parties of the file and a day to come, like any promise; nothing else is agreed', () => {
    const file = fileIn('annual-review');
    const { origin: _origin, ...whole } = report;
    const adjust = (more: object) => () => file.ask('officer', 'AgreeAdjustment', { ...whole, ...more });
    refusedAlone(file, adjust({ owedTo: 'partner' }), { code: 'owed-to-itself', rule: 'MDM-24' });
    refusedAlone(file, adjust({ owedTo: 'nobody' }), { code: 'unknown-party', rule: 'MDM-24' });
    refusedAlone(file, adjust({ owedBy: 'nobody' }), { code: 'unknown-party', rule: 'MDM-24' });
    refusedAlone(file, adjust({ dueOn: '2027-01-19' }), { code: 'due-in-the-past', rule: 'MDM-24' });
    expect(file.count('AdjustmentAgreed')).toBe(0);
    expect(adjust({ dueOn: '2027-01-20' })().outcome).toBe('accepted');
    expect(file.last('AdjustmentAgreed')).toMatchObject({ ...whole, dueOn: '2027-01-20', origin: 'adjustment' });
  });
});

describe('one promise among others', () => {
  it('MDM-24: a promise for the same day is one, and it is in time until that day is over', () => {
    const file = fileIn('implementation');
    const today = promise(file, { dueOn: '2027-01-20' });
    expect(file.state.deadlines.find(({ about }) => about === today)).toMatchObject({ dueAt: '2027-01-20T23:59:59.999Z' });
    expect(file.count('CommitmentOverdue')).toBe(0);
    file.advanceTo('2027-01-21');
    expect(file.last('CommitmentOverdue')).toMatchObject({ commitment: today, owedBy: 'partner' });
  });

  it('MDM-24: what becomes of one promise leaves the others as they were, for either side', () => {
    const file = fileIn('implementation');
    const [kept, late, waits] = [promise(file), promise(file, { dueOn: '2027-01-25' }), promise(file)];
    const mine = ours(file, '2027-03-31');
    file.must('officer', 'ConfirmCommitment', { commitment: kept, note: null }).advanceTo('2027-01-26');
    expect(file.state.commitments.open.map(({ commitment, standing }) => [commitment, standing])).toEqual([
      [late, 'overdue'],
      [waits, 'open'],
      [mine, 'open'],
    ]);
    expect(commitmentCountsOf(file.state, 'partner')).toEqual({ kept: 1, late: 0, breached: 0, excused: 0 });
    expect(commitmentCountsOf(file.state, 'host')).toEqual({ kept: 0, late: 0, breached: 0, excused: 0 });
    expect(latePromises(file.state)).toEqual([{ party: 'partner', count: 1 }]);
    expect(tasksOf(file, 'keep-commitment').map(({ party, about }) => [party, about])).toEqual([
      ['partner', late],
      ['partner', waits],
      ['host', mine],
    ]);
    expect(tasksOf(file, 'confirm-commitment').map(({ party }) => party)).toEqual(['host', 'host', 'partner']);
    expect(file.state.deadlines.filter(({ rule }) => rule === 'commitment-due').map(({ about }) => about)).toEqual([waits, mine]);
  });

  it('HFA-24: a breach that is recorded is no more to be kept or confirmed; a delay is still', () => {
    const file = fileIn('implementation');
    const [broken, late] = [promise(file), promise(file, { dueOn: '2027-01-25' })];
    file.must('officer', 'RecordBreach', { commitment: broken, reason: 'Rien reçu.' }).advanceTo('2027-01-26');
    expect(tasksOf(file, 'keep-commitment').map(({ about }) => about)).toEqual([late]);
    expect(tasksOf(file, 'confirm-commitment').map(({ about }) => about)).toEqual([late]);
    expect(tasksOf(file, 'acknowledge-breach').map(({ about }) => about)).toEqual([broken, late]);
    expect(file.state.deadlines.some(({ about }) => about === broken)).toBe(false);
    file.must('presidency', 'AcknowledgeBreach', { commitment: late });
    refusedAlone(file, () => file.ask('presidency', 'AcknowledgeBreach', { commitment: late }), {
      code: 'nothing-to-acknowledge',
      rule: 'HFA-24',
    });
    expect(tasksOf(file, 'acknowledge-breach').map(({ about }) => about)).toEqual([broken]);
    expect(commitmentOf(file.state, broken)).toMatchObject({ standing: 'breached', acknowledged: false });
  });

  it('HFA-22: a delay of which note was taken asks for it again once it is recorded as a breach', () => {
    const file = fileIn('implementation');
    const late = promise(file, { dueOn: '2027-01-25' });
    file.advanceTo('2027-01-26').must('presidency', 'AcknowledgeBreach', { commitment: late });
    file.must('officer', 'RecordBreach', { commitment: late, reason: 'Toujours rien.' });
    expect(tasksOf(file, 'acknowledge-breach')).toMatchObject([{ party: 'partner', about: late }]);
    file.must('presidency', 'AcknowledgeBreach', { commitment: late });
    expect(commitmentOf(file.state, late)).toBeUndefined();
    expect(commitmentCountsOf(file.state, 'partner')).toEqual({ kept: 0, late: 0, breached: 1, excused: 0 });
  });

  it('MDM-24: nothing is said of a promise that was never made, by nobody', () => {
    const file = fileIn('implementation');
    promise(file);
    const none = { commitment: 'commitment-none' };
    const told = { code: 'no-open-commitment', rule: 'MDM-24' };
    refusedAlone(file, () => file.ask('officer', 'ConfirmCommitment', { ...none, note: null }), told);
    refusedAlone(file, () => file.ask('officer', 'RecordBreach', { ...none, reason: 'x' }), told);
    refusedAlone(file, () => file.ask('presidency', 'AcknowledgeBreach', none), told);
    refusedAlone(file, () => file.ask('representative', 'ExcuseCommitment', { ...none, decision: 'decision-x' }), told);
    expect(commitmentOf(file.state, 'commitment-none')).toBeUndefined();
  });
});

describe('promises that are late one after the other', () => {
  it('MDM-70: two make a row, one does not, and the other side has none of it', () => {
    const file = fileIn('implementation');
    promise(file, { dueOn: '2027-01-25' });
    promise(file, { dueOn: '2027-01-27' });
    ours(file, '2027-01-25');
    file.advanceTo('2027-01-26');
    expect(partiesOverdueInARow(file.state)).toEqual([]);
    file.advanceTo('2027-01-28');
    expect(partiesOverdueInARow(file.state).map(({ party }) => party)).toEqual(['partner']);
    const last = file.events.findLast(({ attributes }) => attributes.type === 'CommitmentOverdue');
    expect(partiesOverdueInARow(file.state)[0]?.lastVersion).toBe(last?.attributes.streamversion);
  });

  it('MDM-70: what is kept late does not end the row; what is kept in time ends that of its party alone', () => {
    const file = fileIn('implementation');
    const late = promise(file, { dueOn: '2027-01-25' });
    const inTime = promise(file, { dueOn: '2027-03-31' });
    ours(file, '2027-01-25');
    file.advanceTo('2027-01-26').must('officer', 'ConfirmCommitment', { commitment: late, note: null });
    const counted = () =>
      Object.fromEntries(Object.entries(file.state.commitments.overdueRuns).map(([party, { count }]) => [party, count]));
    expect(counted()).toEqual({ host: 1, partner: 1 });
    file.must('officer', 'ConfirmCommitment', { commitment: inTime, note: null });
    expect(counted()).toEqual({ host: 1 });
    expect(commitmentCountsOf(file.state, 'partner')).toEqual({ kept: 1, late: 1, breached: 0, excused: 0 });
  });
});

describe('what each side delivered', () => {
  it('ALE-45: both are told alike: kept, late, breached from the day it is recorded, and what is still owed', () => {
    const file = fileIn('implementation');
    const [kept, broken] = [promise(file), promise(file)];
    promise(file, { dueOn: '2027-01-25' });
    ours(file, '2027-03-31');
    file.must('officer', 'ConfirmCommitment', { commitment: kept, note: null });
    file.must('officer', 'RecordBreach', { commitment: broken, reason: 'Rien reçu.' }).advanceTo('2027-01-26');
    expect(deliveredByEach(file.state)).toEqual([
      { party: 'host', kept: 0, late: 0, breached: 0, excused: 0, open: 1, overdue: 0 },
      { party: 'partner', kept: 1, late: 0, breached: 1, excused: 0, open: 0, overdue: 1 },
    ]);
  });

  it('PMP-33, MDM-36: a milestone keeps the hour it was reached, a deliverable is counted, a report is neither', () => {
    const file = fileIn('implementation');
    const [milestone, deliverable, plain] = [
      promise(file, { origin: 'milestone' }),
      promise(file, { origin: 'deliverable' }),
      promise(file),
    ];
    file.must('officer', 'ConfirmCommitment', { commitment: plain, note: null });
    expect(file.state.commitments.milestoneAt).toBeUndefined();
    expect(file.state.commitments.deliverablesAccepted).toBe(0);
    file.must('officer', 'ConfirmCommitment', { commitment: deliverable, note: null });
    expect(file.last('DeliverableAccepted')).toMatchObject({ commitment: deliverable, confirmedBy: 'host' });
    expect(file.state.commitments.deliverablesAccepted).toBe(1);
    file.advanceTo('2027-02-01').must('officer', 'ConfirmCommitment', { commitment: milestone, note: null });
    expect(file.state.commitments.milestoneAt).toBe('2027-02-01T09:00:00.000Z');
    expect([file.count('CommitmentKept'), file.count('MilestoneReached'), file.count('DeliverableAccepted')]).toEqual([1, 1, 1]);
  });
});
