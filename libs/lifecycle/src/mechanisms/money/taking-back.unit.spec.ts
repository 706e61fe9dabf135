import { agreeText, fileIn, refusedAlone, sampleBodies, tasksOf, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const asked = { line: 'A.1', value: euros(3_000_000), from: 'host', to: 'partner' };

/** The partner asks for money that the host is to pay. */
function requested(): [file: Rehearsal, transfer: string] {
  const file = fileIn('implementation').must('representative', 'RequestTransfer', asked);
  return [file, String(file.last('FundTransferRequested')['transfer'])];
}

const reason = 'Le chantier est repoussé.';

describe('money that has not left yet', () => {
  it.each(['representative', 'officer'] as const)(
    'ALE-12, MDM-25: the %s takes it back or declines it, and the line has its amount again',
    who => {
      const [file, transfer] = requested();
      expect(tasksOf(file, 'send-transfer')).toMatchObject([{ party: 'host', verdicts: { refuse: 'CancelTransfer' } }]);
      file.must(who, 'CancelTransfer', { transfer, reason });
      expect(file.last('FundTransferCancelled')).toMatchObject({ transfer, reason, party: who === 'officer' ? 'host' : 'partner' });
      expect(file.state.money).toMatchObject({ transfers: [], totals: [{ committed: 0, paid: 0 }], counts: { requested: 0 } });
      expect([...tasksOf(file, 'send-transfer'), ...tasksOf(file, 'confirm-transfer')]).toEqual([]);
      expect(file.state.deadlines.filter(one => one.about === transfer)).toEqual([]);
      expect(file.ask('representative', 'RequestTransfer', { ...asked, value: euros(9_000_000) }).outcome).toBe('accepted');
    },
  );

  it('ALE-12: once it was sent nobody cancels it', () => {
    const [file, transfer] = requested();
    file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
    refusedAlone(file, () => file.ask('representative', 'CancelTransfer', { transfer, reason }), { code: 'already-sent' });
    refusedAlone(file, () => file.ask('officer', 'CancelTransfer', { transfer, reason }), { code: 'already-sent' });
    expect(file.state.money.transfers).toHaveLength(1);
  });
});

describe('a budget after money has moved', () => {
  const budget = sampleBodies.budget!;

  const withLineA = (amount: number | null) => {
    const lines = budget.lines.flatMap(line => (line.line !== 'A.1' ? [line] : amount === null ? [] : [{ ...line, cost: euros(amount) }]));
    return { ...budget, lines, total: euros(lines.reduce((sum, line) => sum + line.cost.amount, 0)) };
  };

  const paid = (): Rehearsal => {
    const [file, transfer] = requested();
    file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
    return file.must('secondRepresentative', 'ConfirmTransfer', { transfer, receivedOn: '2027-01-20' });
  };

  it('HFA-19: a line on which money was paid stays, with what was paid at least; the refusal says how much', () => {
    const file = paid();
    const propose = (amount: number | null) => () => file.ask('officer', 'ProposeText', { kind: 'budget', body: withLineA(amount) });
    refusedAlone(file, propose(null), { code: 'line-spent-already', rule: 'HFA-19' });
    refusedAlone(file, propose(2_999_999), { code: 'line-spent-already' });
    const answer = propose(null)();
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('30000.00 EUR');
    agreeText(file, 'budget', withLineA(3_000_000));
    expect(file.count('BudgetCoValidated')).toBe(2);
  });

  it('HFA-19: what is on its way counts as paid; what was only asked for does not', () => {
    const [file, transfer] = requested();
    expect(file.ask('officer', 'ProposeText', { kind: 'budget', body: withLineA(null) }).outcome).toBe('accepted');
    file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'budget', body: withLineA(null) }), { code: 'line-spent-already' });
  });
});
