import { agreeText, fileIn, refusedAlone, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const request = { line: 'A.1', value: euros(3_000_000), from: 'host', to: 'partner' };

const receivedToday = { receivedOn: '2027-01-20' };

/** The partner asks for the money of its line; nobody has sent anything yet. */
function askedByReceiver() {
  const file = fileIn('implementation').must('representative', 'RequestTransfer', request);
  return { file, transfer: String(file.last('FundTransferRequested')['transfer']) };
}

describe('telling that money was sent', () => {
  it('ALE-12, C-08: the receiver alone never makes money move: the payer tells that it was sent, the receiver confirms', () => {
    const { file, transfer } = askedByReceiver();
    refusedAlone(file, () => file.ask('secondRepresentative', 'ConfirmTransfer', { transfer, ...receivedToday }), { code: 'not-sent' });
    expect(tasksOf(file, 'send-transfer')).toMatchObject([{ party: 'host', about: transfer }]);
    expect(tasksOf(file, 'confirm-transfer')).toEqual([]);
    refusedAlone(file, () => file.ask('secondRepresentative', 'TellTransfer', { transfer, sentOn: '2027-01-20' }), {
      code: 'said-by-the-payer',
    });
    refusedAlone(file, () => file.ask('officer', 'TellTransfer', { transfer, sentOn: '2027-01-21' }), { code: 'impossible-day' });

    file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
    expect(file.last('FundTransferSent')).toEqual({ transfer, sentOn: '2027-01-20' });
    expect(tasksOf(file, 'send-transfer')).toEqual([]);
    expect(tasksOf(file, 'confirm-transfer')).toMatchObject([{ party: 'partner', about: transfer }]);
    refusedAlone(file, () => file.ask('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' }), { code: 'already-sent' });
    refusedAlone(file, () => file.ask('secondRepresentative', 'ConfirmTransfer', { transfer, receivedOn: '2027-01-19' }), {
      code: 'impossible-day',
    });
    file.must('secondRepresentative', 'ConfirmTransfer', { transfer, ...receivedToday });
    expect(file.count('FundTransferCompleted')).toBe(1);
  });

  it('ALE-12: a payer who asks for the transfer tells by this that it pays', () => {
    const file = fileIn('implementation').must('officer', 'RequestTransfer', request);
    const transfer = String(file.last('FundTransferRequested')['transfer']);
    expect(tasksOf(file, 'send-transfer')).toEqual([]);
    file.must('representative', 'ConfirmTransfer', { transfer, ...receivedToday });
    expect(file.count('FundTransferSent')).toBe(0);
    expect(file.count('FundTransferCompleted')).toBe(1);
  });
});

describe('a budget that is discussed again', () => {
  const smaller = {
    ...sampleBodies.budget!,
    lines: sampleBodies.budget!.lines.map(line => ({ ...line, cost: euros(1_000_000) })),
    total: euros(2_000_000),
  };

  it('MDM-11: transfers go on under the agreed budget until the new one is agreed, and then count under the new one', () => {
    const file = fileIn('implementation').must('officer', 'ProposeText', { kind: 'budget', body: smaller });
    file.must('representative', 'RequestTransfer', request);
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons: 'Trop peu.', about: [] });
    file.must('representative', 'RequestTransfer', { ...request, value: euros(1_000_000) });
    expect(file.state.money.totals).toMatchObject([{ line: 'A.1', committed: 4_000_000 }]);
    agreeText(file, 'budget', smaller);
    refusedAlone(file, () => file.ask('officer', 'RequestTransfer', { ...request, value: euros(1) }), { code: 'beyond-the-line' });
  });

  it('MDM-11: what was asked under the old budget leaves only within the new one', () => {
    const file = fileIn('implementation').must('representative', 'RequestTransfer', request);
    const transfer = String(file.last('FundTransferRequested')['transfer']);
    agreeText(file.must('officer', 'ProposeText', { kind: 'budget', body: smaller }), 'budget', smaller);
    refusedAlone(file, () => file.ask('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' }), { code: 'beyond-the-line' });
    expect(file.count('FundTransferSent')).toBe(0);
  });

  it('HFA-20: what was received is justified also after the last project: the delay runs on', () => {
    const file = fileIn('after');
    expect(
      file.ask('representative', 'JustifyExpenditure', { transfer: 'transfer-x', value: euros(1), vouchers: ['voucher-1'] }),
    ).toMatchObject({
      refusal: { code: 'no-open-transfer' },
    });
  });

  it('MDM-11: a contested agreed budget holds until another one is agreed', () => {
    const file = fileIn('implementation');
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons: 'À revoir.', about: [] });
    expect(file.ask('officer', 'RequestTransfer', request).outcome).toBe('accepted');
  });
});
