import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf, type PersonName } from '@palabre/testing';
import type { CommandData } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { writtenAmount } from './amount.js';

/** Words about a protected case never stand in clear. */
const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const request = { line: 'A.1', value: euros(3_000_000), from: 'host', to: 'partner' };

/** The host's officer asks for the transfer of 30 000 EUR on line A.1; its id beside the file. */
function requested(
  more: Partial<CommandData<'RequestTransfer'>> = {},
  file = fileIn('implementation'),
): [file: Rehearsal, transfer: string] {
  file.must('officer', 'RequestTransfer', { ...request, ...more });
  return [file, String(file.last('FundTransferRequested')['transfer'])];
}

/** The partner asks for the same. */
function askedByPartner(): [file: Rehearsal, transfer: string] {
  const file = fileIn('implementation').must('representative', 'RequestTransfer', request);
  return [file, String(file.last('FundTransferRequested')['transfer'])];
}

function received(file = fileIn('implementation')): [file: Rehearsal, transfer: string] {
  const [, transfer] = requested({}, file);
  file.must('representative', 'ConfirmTransfer', { transfer, receivedOn: '2027-01-20' });
  return [file, transfer];
}

const corruption = (file: Rehearsal): string => {
  file.must('officer', 'RaiseLine', { line: 'corruption', about: 'partner', facts: null });
  return String(file.last('RedLineAlleged')['case']);
};

const justify = (transfer: string, amount: number) => ({ transfer, value: euros(amount), vouchers: ['voucher-1'] });

describe('asking for money', () => {
  it('ALE-12: a request on a line of the agreed budget asks the receiver to confirm, within the charter’s delay', () => {
    const [file, transfer] = requested();
    expect(file.last('FundTransferRequested')).toMatchObject(request);
    expect(tasksOf(file, 'confirm-transfer')).toMatchObject([{ party: 'partner', about: transfer, askedBy: 'person-officer' }]);
    const dueAt = '2027-02-10T09:00:00.000Z';
    const [asked, byPartner] = askedByPartner();
    for (const [one, about] of [
      [file, transfer],
      [asked, byPartner],
    ] as const) {
      expect(one.state.deadlines).toContainEqual(expect.objectContaining({ rule: 'transfer_received_in', about, party: 'host', dueAt }));
    }
    asked.must('officer', 'TellTransfer', { transfer: byPartner, sentOn: '2027-01-20' });
    expect(tasksOf(asked, 'confirm-transfer')).toMatchObject([{ party: 'partner', dueAt }]);
  });

  it('HFA-19: an expense points to a line of the budget, in its currency, to the party that spends it', () => {
    const file = fileIn('implementation');
    const ask = (more: object) => () => file.ask('officer', 'RequestTransfer', { ...request, ...more });
    refusedAlone(file, ask({ line: 'Z.9' }), { code: 'outside-the-budget', rule: 'HFA-19' });
    refusedAlone(file, ask({ value: { amount: 1, currency: 'XOF' } }), { code: 'other-currency' });
    refusedAlone(file, ask({ from: 'partner', to: 'host' }), { code: 'wrong-parties' });
    refusedAlone(file, ask({ from: 'partner' }), { code: 'wrong-parties' });
    refusedAlone(file, ask({ from: 'nobody' }), { code: 'wrong-parties' });
    refusedAlone(file, ask({ value: euros(0) }), { code: 'amount-is-zero' });
    expect(file.state.money.totals).toEqual([]);
  });

  it('MDM-11: what is requested and paid on a line never exceeds what was agreed; the refusal says what is left', () => {
    const [file] = requested({ value: euros(8_000_000) });
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', { ...request, value: euros(1_000_001) }), {
      code: 'beyond-the-line',
    });
    expect(file.last('CommandRefused')['reason']).toEqual({
      fr: expect.stringContaining('10000.00 EUR'),
      en: expect.stringContaining('10000.00 EUR'),
    });
    file.must('officer', 'RequestTransfer', { ...request, value: euros(1_000_000) });
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) }), { code: 'beyond-the-line' });
    expect(file.state.money.totals).toEqual([{ line: 'A.1', currency: 'EUR', committed: 9_000_000, paid: 0, justified: 0 }]);
  });

  it('HFA-15: before signature and without financial flows no money moves', () => {
    const early = fileIn('setting-up');
    refusedAlone(early, () => early.ask('officer', 'RequestTransfer', request), { code: 'not-in-this-phase' });

    const file = fileIn('implementation');
    file.state = { ...file.state, steps: { ...file.state.steps, financialFlows: false } };
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', request), { code: 'no-financial-flows' });
  });
});

describe('receiving money', () => {
  it('ALE-12: the receiving party confirms, never the person who asked, and once', () => {
    const file = fileIn('implementation');
    file.must('representative', 'RequestTransfer', request);
    const transfer = String(file.last('FundTransferRequested')['transfer']);
    const confirm =
      (who: PersonName, receivedOn = '2027-01-20') =>
      () =>
        file.ask(who, 'ConfirmTransfer', { transfer, receivedOn });

    refusedAlone(file, confirm('officer'), { code: 'said-by-the-receiver' });
    refusedAlone(file, confirm('representative'), { code: 'four-eyes' });
    file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
    refusedAlone(file, confirm('secondRepresentative', '2027-01-21'), { code: 'impossible-day' });
    refusedAlone(file, confirm('secondRepresentative', '2027-01-19'), { code: 'impossible-day' });
    expect(confirm('secondRepresentative')()).toMatchObject({ outcome: 'accepted' });
    refusedAlone(file, confirm('secondRepresentative'), { code: 'already-received' });
    expect(file.count('FundTransferCompleted')).toBe(1);
    expect(file.state.money.totals).toEqual([{ line: 'A.1', currency: 'EUR', committed: 3_000_000, paid: 3_000_000, justified: 0 }]);
    expect(tasksOf(file, 'confirm-transfer')).toEqual([]);
  });

  it('ALE-12: beyond the delay the transfer is delayed, once, owed by who pays, and can still be confirmed', () => {
    const [file, transfer] = askedByPartner();
    file.advanceTo('2027-02-09');
    expect(file.count('FundTransferDelayed')).toBe(0);
    file.advanceTo('2027-04-01');
    expect(file.count('FundTransferDelayed')).toBe(1);
    expect(file.last('FundTransferDelayed')).toMatchObject({ transfer, owedBy: 'host' });
    file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-03-28' });
    file.must('secondRepresentative', 'ConfirmTransfer', { transfer, receivedOn: '2027-03-30' });
    expect(file.state.money.counts).toMatchObject({ requested: 1, delayed: 1 });
  });

  it('ALE-12: what who pays announced and never arrives is late too, on its own side alone: the partner owes no day', () => {
    const [file, transfer] = requested();
    expect(tasksOf(file, 'confirm-transfer')).toMatchObject([{ party: 'partner', about: transfer, dueAt: null }]);
    file.advanceTo('2027-02-11');
    expect(file.last('FundTransferDelayed')).toMatchObject({ transfer, owedBy: 'host' });
    file.advanceTo('2027-06-01');
    expect(file.count('FundTransferDelayed')).toBe(1);
    expect(tasksOf(file, 'confirm-transfer')).toMatchObject([{ party: 'partner', overdue: false, escalated: 0 }]);
  });
});

describe('justifying money', () => {
  it('HFA-20: only the party that received justifies, in parts, never more than what is left; then the transfer leaves the state', () => {
    const [file, transfer] = received();
    refusedAlone(file, () => file.ask('officer', 'JustifyExpenditure', justify(transfer, 1)), { code: 'said-by-the-receiver' });
    refusedAlone(file, () => file.ask('representative', 'JustifyExpenditure', justify(transfer, 3_000_001)), {
      code: 'more-than-unjustified',
    });
    refusedAlone(
      file,
      () => file.ask('representative', 'JustifyExpenditure', { ...justify(transfer, 1), value: { amount: 1, currency: 'USD' } }),
      { code: 'other-currency' },
    );

    file.must('representative', 'JustifyExpenditure', justify(transfer, 2_000_000));
    refusedAlone(file, () => file.ask('representative', 'JustifyExpenditure', justify(transfer, 1_000_001)), {
      code: 'more-than-unjustified',
    });
    expect(tasksOf(file, 'justify-expenditure')).toHaveLength(1);
    file.must('representative', 'JustifyExpenditure', justify(transfer, 1_000_000));
    expect(tasksOf(file, 'justify-expenditure')).toEqual([]);
    expect(file.state.money).toMatchObject({ transfers: [], counts: { settled: 1, lateJustifications: 0 } });
    expect(file.state.money.totals).toEqual([
      { line: 'A.1', currency: 'EUR', committed: 3_000_000, paid: 3_000_000, justified: 3_000_000 },
    ]);
    expect(file.last('ExpenditureJustified')).toMatchObject({ late: false });
  });

  it('HFA-20: what is not received is not justified', () => {
    const [file, transfer] = requested();
    refusedAlone(file, () => file.ask('representative', 'JustifyExpenditure', justify(transfer, 1)), { code: 'not-received' });
  });

  it('HFA-20: after thirty days the justification is overdue, what comes then is late, and a new request is warned about', () => {
    const [file, transfer] = received();
    file.advanceTo('2027-02-19');
    expect(file.count('JustificationOverdue')).toBe(0);
    file.advanceTo('2027-02-20');
    expect(file.last('JustificationOverdue')).toMatchObject({ transfer, owedBy: 'partner' });
    expect(file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'justification-overdue', rule: 'HFA-20' }],
    });

    file.must('representative', 'JustifyExpenditure', justify(transfer, 3_000_000));
    expect(file.last('ExpenditureJustified')).toMatchObject({ late: true });
    expect(file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) })).toMatchObject({ outcome: 'accepted', warnings: [] });
    file.advanceTo('2027-03-30');
    expect(file.count('JustificationOverdue')).toBe(1);
  });
});

describe('a justification that does not come', () => {
  const charter = policyOfCharter('hfa', 'OP');
  const under = (days: number): Rehearsal =>
    new Rehearsal({ ...policyOfCharter('mdm', 'OP'), figures: { ...charter.figures, breach_of_justification_after_days: days } });

  it('HFA-20: a delay beyond the days of the charter is a breach, and the next transfer is held until it is justified', () => {
    expect(charter.figures?.['breach_of_justification_after_days']).toBe(30);
    const [file, transfer] = received(fileIn('implementation', under(10)));
    file.must('representative', 'RequestTransfer', { ...request, value: euros(1) });
    const next = String(file.last('FundTransferRequested')['transfer']);
    file.advanceTo('2027-02-28');
    expect(file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'justification-overdue' }],
    });
    file.advanceTo('2027-03-02');
    const held = { code: 'justification-breach', rule: 'HFA-20' };
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) }), held);
    refusedAlone(file, () => file.ask('officer', 'TellTransfer', { transfer: next, sentOn: '2027-03-02' }), held);
    file.must('representative', 'JustifyExpenditure', justify(transfer, 3_000_000));
    expect(file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) })).toMatchObject({ outcome: 'accepted', warnings: [] });
    file.must('officer', 'TellTransfer', { transfer: next, sentOn: '2027-03-02' });
  });

  it('HFA-20: under a charter that bears a longer delay the same day only warns', () => {
    const [file] = received(fileIn('implementation', under(60)));
    file.advanceTo('2027-03-02');
    expect(file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'justification-overdue' }],
    });
  });
});

describe('money held back', () => {
  it('MDM-63: a suspended partnership asks for no money, pays none, and lets no delay of payment run', () => {
    const [file, transfer] = askedByPartner();
    const opened = corruption(file);
    expect(file.state.standing).toBe('suspended');
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', request), { code: 'suspended' });
    refusedAlone(file, () => file.ask('representative', 'ConfirmTransfer', { transfer, receivedOn: '2027-01-20' }), { code: 'suspended' });
    file.advanceTo('2027-03-01');
    expect(file.count('FundTransferDelayed')).toBe(0);

    file
      .must('representative', 'HearParty', { case: opened, statement: sealed })
      .must('committee', 'DismissLine', { case: opened, reason: sealed });
    file.advanceTo('2027-03-19');
    expect(file.count('FundTransferDelayed')).toBe(0);
    file.advanceTo('2027-03-23');
    expect(file.last('FundTransferDelayed')).toMatchObject({ transfer });
  });

  it('MDM-65: a confirmed freeze holds transfers until they are released, while justifying goes on', () => {
    const [file, paid] = received();
    const [, waiting] = requested({ value: euros(500) }, file);
    const opened = corruption(file);
    file
      .must('representative', 'HearParty', { case: opened, statement: sealed })
      .must('committee', 'ConfirmLine', { case: opened, reason: sealed });
    expect(file.state).toMatchObject({ standing: 'open', money: { frozenBy: [opened] } });
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', request), { code: 'transfers-held', rule: 'MDM-65' });
    refusedAlone(file, () => file.ask('representative', 'ConfirmTransfer', { transfer: waiting, receivedOn: '2027-01-20' }), {
      code: 'transfers-held',
    });
    file.must('representative', 'JustifyExpenditure', justify(paid, 3_000_000));

    file.must('committee', 'ReleaseTransfers', { case: opened, reason: sealed });
    file.must('representative', 'ConfirmTransfer', { transfer: waiting, receivedOn: '2027-01-20' });
    expect(file.state.money.frozenBy).toEqual([]);
  });

  it('HFA-19: a diversion found afterwards is told and opens the case; C-19: it is no red line by itself', () => {
    const [file, transfer] = received();
    const diverted = { transfer, line: 'A.1', value: euros(500_000), reason: 'Véhicule acheté.' };
    refusedAlone(file, () => file.ask('officer', 'FlagDiversion', { ...diverted, value: euros(3_000_001) }), { code: 'more-than-paid' });
    refusedAlone(file, () => file.ask('officer', 'FlagDiversion', { ...diverted, line: 'B.1' }), { code: 'other-line' });
    refusedAlone(file, () => file.ask('officer', 'FlagDiversion', { ...diverted, transfer: 'transfer-none', line: 'Z.9' }), {
      code: 'outside-the-budget',
    });

    file.must('representative', 'JustifyExpenditure', justify(transfer, 3_000_000)).must('officer', 'FlagDiversion', diverted);
    expect(file.count('RedLineAlleged')).toBe(0);
    expect(tasksOf(file, 'examine-diversion')).toMatchObject([{ party: 'host', about: transfer, verdicts: { grant: 'RaiseLine' } }]);
    corruption(file);
    expect(tasksOf(file, 'examine-diversion')).toEqual([]);
  });
});

describe('amounts for people', () => {
  it('are written in the digits of their currency', () => {
    expect([writtenAmount(1250, 'EUR'), writtenAmount(5, 'EUR'), writtenAmount(1250, 'XOF'), writtenAmount(1250, 'TND')]).toEqual([
      '12.50 EUR',
      '0.05 EUR',
      '1250 XOF',
      '1.250 TND',
    ]);
  });
});
