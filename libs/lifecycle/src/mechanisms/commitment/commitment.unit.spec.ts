import type { Actor } from '@palabre/contracts';
import { fileIn, people, refusedAlone, type Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const report = { owedBy: 'partner', owedTo: 'host', what: 'Rapport trimestriel', dueOn: '2027-03-31', origin: 'status-report' } as const;

/** The partner promises a report to the host; the id of the promise beside the file. */
function promised(
  more: Partial<Record<keyof typeof report, string>> = {},
  file = fileIn('implementation'),
): [file: Rehearsal, commitment: string] {
  file.must('representative', 'MakeCommitment', { ...report, ...more } as typeof report);
  return [file, String(file.last('CommitmentMade')['commitment'])];
}

/** The partner agrees with the host on a change, and its reference. */
function changeAgreed(file: Rehearsal, kind: 'change' | 'joint' = 'change'): string {
  const need = kind === 'change' ? { need: 'La piste est coupée.' } : {};
  file.must('representative', 'ProposeDecision', { kind, subject: 'Calendrier', text: 'Un trimestre de plus.', override: null, ...need });
  const decision = String(file.last(kind === 'change' ? 'ChangeProposed' : 'JointDecisionProposed')['decision']);
  if (kind === 'joint') file.must('officer', 'AcceptDecision', { decision });
  else file.must('direction', 'AcceptDecision', { decision }).must('presidency', 'AcceptDecision', { decision });
  return decision;
}

describe('a commitment', () => {
  it('MDM-24: who owes what to whom by when is recorded, the debtor is asked to keep it and the creditor to confirm', () => {
    const [file, commitment] = promised();
    expect(file.last('CommitmentMade')).toMatchObject(report);
    expect(file.state.deadlines).toContainEqual(
      expect.objectContaining({ rule: 'commitment-due', dueAt: '2027-03-31T23:59:59.999Z', party: 'partner', about: commitment }),
    );
    expect(tasksOf(file, 'keep-commitment')).toMatchObject([{ party: 'partner', about: commitment }]);
    expect(tasksOf(file, 'confirm-commitment')).toMatchObject([
      { party: 'host', about: commitment, verdicts: { grant: 'ConfirmCommitment', refuse: 'RecordBreach' } },
    ]);
  });

  it('C-08: both sides commit themselves, and neither commits the other', () => {
    const file = fileIn('implementation');
    file.must('officer', 'MakeCommitment', { ...report, owedBy: 'host', owedTo: 'partner' });
    expect(file.last('CommitmentMade')).toMatchObject({ owedBy: 'host', owedTo: 'partner' });
    refusedAlone(file, () => file.ask('officer', 'MakeCommitment', report), { code: 'binds-another-party', rule: 'C-08' });
    refusedAlone(file, () => file.ask('representative', 'MakeCommitment', { ...report, owedBy: 'host', owedTo: 'partner' }), {
      code: 'binds-another-party',
    });
  });

  it('MDM-24: a promise to oneself, to a stranger or for yesterday is refused', () => {
    const file = fileIn('implementation');
    const ask = (more: object) => () => file.ask('representative', 'MakeCommitment', { ...report, ...more });
    refusedAlone(file, ask({ owedTo: 'partner' }), { code: 'owed-to-itself' });
    refusedAlone(file, ask({ owedTo: 'nobody' }), { code: 'unknown-party' });
    refusedAlone(file, ask({ dueOn: '2027-01-19' }), { code: 'due-in-the-past' });
    expect(file.count('CommitmentMade')).toBe(0);
  });

  it('C-08: kept is said by the party it is owed to; the debtor’s own word is refused', () => {
    const [file, commitment] = promised();
    refusedAlone(file, () => file.ask('representative', 'ConfirmCommitment', { commitment, note: null }), {
      code: 'said-by-the-other-party',
      rule: 'C-08',
    });

    file.must('officer', 'ConfirmCommitment', { commitment, note: 'Reçu et lu.' });
    expect(file.last('CommitmentKept')).toMatchObject({ commitment, confirmedBy: 'host' });
    expect(file.state.commitments).toMatchObject({ open: [], counts: { partner: { kept: 1, late: 0, breached: 0, excused: 0 } } });
    expect(tasksOf(file, 'keep-commitment')).toEqual([]);
    expect(file.state.deadlines.filter(one => one.about === commitment)).toEqual([]);
    refusedAlone(file, () => file.ask('officer', 'ConfirmCommitment', { commitment, note: null }), { code: 'no-open-commitment' });
  });

  it('MDM-24: an unmet commitment is overdue once, on the evening it was due, whichever side owes it, and stays open', () => {
    const [file, commitment] = promised();
    file.must('officer', 'MakeCommitment', { ...report, owedBy: 'host', owedTo: 'partner' });
    file.advanceTo('2027-03-31');
    expect(file.count('CommitmentOverdue')).toBe(0);

    file.advanceTo('2027-06-01');
    expect(file.count('CommitmentOverdue')).toBe(2);
    const overdue = file.events.filter(event => event.attributes.type === 'CommitmentOverdue');
    expect(overdue.map(event => event.attributes.factat)).toEqual(['2027-03-31T23:59:59.999Z', '2027-03-31T23:59:59.999Z']);
    expect(overdue.map(event => (event.data as { owedBy: string }).owedBy).sort()).toEqual(['host', 'partner']);
    expect(file.state.commitments.open.map(one => one.standing)).toEqual(['overdue', 'overdue']);

    file.must('officer', 'ConfirmCommitment', { commitment, note: null });
    expect(file.state.commitments.counts['partner']).toEqual({ kept: 0, late: 1, breached: 0, excused: 0 });
  });

  it('PMP-35: a milestone is reached or missed under its own name', () => {
    const [file, reached] = promised({ origin: 'milestone', dueOn: '2027-02-28' });
    file.must('officer', 'ConfirmCommitment', { commitment: reached, note: null });
    const [, missed] = promised({ origin: 'milestone', dueOn: '2027-03-31' }, file);
    file.advanceTo('2027-04-02');

    expect(file.last('MilestoneReached')).toMatchObject({ commitment: reached, confirmedBy: 'host' });
    expect(file.last('MilestoneMissed')).toMatchObject({ commitment: missed, owedBy: 'partner' });
    expect(file.count('CommitmentKept') + file.count('CommitmentOverdue')).toBe(0);
  });
});

describe('a breach', () => {
  it('HFA-22: it is recorded by the party the commitment is owed to, once', () => {
    const [file, commitment] = promised();
    refusedAlone(file, () => file.ask('representative', 'RecordBreach', { commitment, reason: 'x' }), { code: 'said-by-the-other-party' });
    file.must('officer', 'RecordBreach', { commitment, reason: 'Rien reçu.' });
    expect(file.last('CommitmentBreachRecorded')).toMatchObject({ commitment, recordedBy: 'host' });
    refusedAlone(file, () => file.ask('officer', 'RecordBreach', { commitment, reason: 'x' }), { code: 'breach-already-recorded' });
  });

  it('HFA-24: the first authority of the party that owes acknowledges it, and nobody else', () => {
    const [file, commitment] = promised();
    expect(tasksOf(file, 'acknowledge-breach')).toEqual([]);
    refusedAlone(file, () => file.ask('presidency', 'AcknowledgeBreach', { commitment }), { code: 'nothing-to-acknowledge' });
    file.must('officer', 'RecordBreach', { commitment, reason: 'Rien reçu.' });
    expect(tasksOf(file, 'acknowledge-breach')).toMatchObject([
      { party: 'partner', roles: ['first-authority'], verdicts: { grant: 'AcknowledgeBreach' } },
    ]);

    refusedAlone(file, () => file.ask('direction', 'AcknowledgeBreach', { commitment }), { code: 'other-guarantor', rule: 'HFA-24' });
    refusedAlone(file, () => file.ask('representative', 'AcknowledgeBreach', { commitment }), { code: 'not-permitted' });
    file.must('presidency', 'AcknowledgeBreach', { commitment });
    expect(tasksOf(file, 'acknowledge-breach')).toEqual([]);
    expect(file.state.commitments).toMatchObject({ open: [], counts: { partner: { breached: 1, kept: 0 } } });
  });

  it('HFA-24: the first authority guarantees by office, without a mandate; who signs does not, unless its organisation gives that person both roles', () => {
    const [file, commitment] = promised();
    file.must('officer', 'RecordBreach', { commitment, reason: 'Rien reçu.' });
    const acknowledge = (...roles: Actor['roles']) =>
      file.ask('presidency', 'AcknowledgeBreach', { commitment }, { actor: { ...people.presidency, roles } });
    expect(file.events.filter(({ data }) => (data as { role?: string }).role === 'first-authority')).toEqual([]);
    expect(people.presidency.roles).toEqual(['signatory-authority', 'first-authority']);
    refusedAlone(file, () => acknowledge('signatory-authority'), { code: 'not-permitted' });
    expect(file.count('GuarantorAcknowledged')).toBe(0);
    expect(acknowledge('first-authority').outcome).toBe('accepted');
    expect(file.events.findLast(({ attributes }) => attributes.type === 'GuarantorAcknowledged')?.attributes.actorrole).toBe(
      'first-authority',
    );
  });

  it('HFA-24: a delay reaches the first authority too, and its acknowledgement leaves the commitment open', () => {
    const [file, commitment] = promised();
    file.advanceTo('2027-04-02');
    expect(tasksOf(file, 'acknowledge-breach')).toMatchObject([{ party: 'partner', about: commitment }]);
    file.must('presidency', 'AcknowledgeBreach', { commitment });
    expect(tasksOf(file, 'acknowledge-breach')).toEqual([]);
    expect(file.state.commitments.open).toMatchObject([{ commitment, standing: 'overdue' }]);
  });

  it('C-06: an agreed change excuses, and nothing less does', () => {
    const [file, commitment] = promised();
    refusedAlone(file, () => file.ask('representative', 'ExcuseCommitment', { commitment, decision: 'decision-none' }), {
      code: 'change-not-agreed',
      rule: 'C-06',
    });
    const joint = changeAgreed(file, 'joint');
    refusedAlone(file, () => file.ask('representative', 'ExcuseCommitment', { commitment, decision: joint }), {
      code: 'change-not-agreed',
    });

    file.must('representative', 'ExcuseCommitment', { commitment, decision: changeAgreed(file) });
    expect(file.state.commitments).toMatchObject({ open: [], counts: { partner: { excused: 1, breached: 0, late: 0 } } });
    file.advanceTo('2027-04-02');
    expect(file.count('CommitmentOverdue')).toBe(0);
  });

  it('MDM-25: a request declined is noted and counts as no breach', () => {
    const [file] = promised();
    file.must('representative', 'RecordNote', { kind: 'RequestDeclined', on: '2027-01-20', note: 'Pas cette enquête-là.' });
    expect(file.count('CommitmentBreachRecorded')).toBe(0);
    expect(file.state.commitments).toMatchObject({ open: [{ standing: 'open' }], counts: {} });
  });
});

describe('adjustments of the yearly review', () => {
  it('AGI-24: in the review either side’s part is adjusted, with owner and date; outside it no party is bound by another', () => {
    const file = fileIn('annual-review');
    const { origin: _origin, ...adjustment } = report;
    file.must('officer', 'AgreeAdjustment', adjustment);
    expect(file.last('AdjustmentAgreed')).toMatchObject({ owedBy: 'partner', dueOn: '2027-03-31', origin: 'adjustment' });
    expect(file.state.commitments.open).toHaveLength(1);

    const running = fileIn('implementation');
    refusedAlone(running, () => running.ask('officer', 'AgreeAdjustment', adjustment), {
      code: 'adjustment-not-discussed',
      rule: 'AGI-24',
    });
  });
});

describe('lack of involvement', () => {
  it('MDM-70: two commitments overdue in a row ask every party to talk about the causes; a meeting answers', () => {
    const [file] = promised({ dueOn: '2027-01-25' });
    promised({ dueOn: '2027-01-27' }, file);
    file.advanceTo('2027-01-26');
    expect(tasksOf(file, 'talk-about-involvement')).toEqual([]);
    file.advanceTo('2027-01-28');
    expect(tasksOf(file, 'talk-about-involvement').map(task => task.party)).toEqual(['host', 'partner']);
    expect(file.count('OrangeLineRaised')).toBe(0);

    const attendance = [
      { party: 'host', people: 1 },
      { party: 'partner', people: 1 },
    ];
    file.must('officer', 'HoldMeeting', {
      heldOn: '2027-01-28',
      attendance,
      inPerson: true,
      minutes: null,
      kind: 'informal',
      purpose: 'trust',
    });
    expect(tasksOf(file, 'talk-about-involvement')).toEqual([]);
  });

  it('MDM-70: a commitment kept in time ends the row', () => {
    const [file] = promised({ dueOn: '2027-01-25' });
    const [, kept] = promised({ dueOn: '2027-01-27' }, file);
    promised({ dueOn: '2027-01-29' }, file);
    file.advanceTo('2027-01-26').must('officer', 'ConfirmCommitment', { commitment: kept, note: null });
    file.advanceTo('2027-02-01');
    expect(file.count('CommitmentOverdue')).toBe(2);
    expect(tasksOf(file, 'talk-about-involvement')).toEqual([]);
  });
});
