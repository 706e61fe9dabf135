import type { PartnershipPolicy } from '@palabre/contracts';
import { agreeEnd, fileIn, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

function withGates(gates: Partial<PartnershipPolicy['gates']>): PartnershipPolicy {
  const policy = policyOfCharter('mdm', 'OP');
  return { ...policy, gates: { ...policy.gates, ...gates } };
}

/** Closing with money asked for, sent and received, and a promise whose day is over. */
function leftOpen(policy: Rehearsal['policy']): Rehearsal {
  const file = fileIn('implementation', new Rehearsal(policy));
  const ask = (amount: number): string => {
    file.must('representative', 'RequestTransfer', { line: 'A.1', value: euros(amount), from: 'host', to: 'partner' });
    return String(file.last('FundTransferRequested')['transfer']);
  };
  const [sent, received] = [ask(200_000), ask(300_000)];
  for (const transfer of [sent, received]) file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
  file.must('secondRepresentative', 'ConfirmTransfer', { transfer: received, receivedOn: '2027-01-20' });
  ask(100_050);
  const promise = { owedBy: 'host', owedTo: 'partner', what: 'Former deux comptables', dueOn: '2027-02-28', origin: 'resource' } as const;
  file.must('officer', 'MakeCommitment', promise).advanceTo('2027-06-01');
  if (file.policy.authorities.strategicValidation !== null) file.must('committee', 'ApproveEnd', { reason: 'Fini.' });
  return agreeEnd(file).must('officer', 'EnterPhase', { phase: 'closing', reason: 'Fini.' });
}

const figures = [
  '1 request(s) for money without an answer: 1000.50 EUR.',
  '1 transfer(s) sent whose receipt is not confirmed: 2000.00 EUR.',
  '1 transfer(s) received whose use is not justified: 3000.00 EUR.',
  '"host" has 1 promise(s) that are late.',
];

describe('closing with something left open', () => {
  it('HFA-32, MDM-24: where the account only warns, the answer and the recorded end tell the open money and the late promises in figures', () => {
    const file = leftOpen(withGates({ ACCOUNT: 'warn', CLOSING: 'off' }));
    const answer = file.ask('officer', 'ClosePartnership', {});
    const warned = answer.outcome === 'accepted' ? answer.warnings.filter(({ gates }) => gates.includes('ACCOUNT')) : [];
    expect(warned).toHaveLength(1);
    const told = (file.last('PartnershipClosed')['gates'] as { gate: string; reason?: { en: string } }[]).find(
      one => one.gate === 'ACCOUNT',
    );
    for (const figure of figures) {
      expect(warned[0]?.reason.en).toContain(figure);
      expect(told?.reason?.en).toContain(figure);
    }
    expect(told).toMatchObject({ strength: 'warn', state: 'open', reason: warned[0]?.reason });
  });

  it('HFA-32: where the account blocks, nobody closes over open money, and each figure leaves the reason once it is settled', () => {
    const file = leftOpen(withGates({ ACCOUNT: 'block' }));
    const reason = () => {
      const answer = file.ask('officer', 'ClosePartnership', {});
      return answer.outcome === 'refused' ? answer.refusal.reason.en : '';
    };
    for (const figure of figures) expect(reason()).toContain(figure);
    const [sent, , asked] = file.state.money.transfers.map(({ transfer }) => transfer);
    file.must('secondRepresentative', 'ConfirmTransfer', { transfer: sent ?? '', receivedOn: '2027-06-01' });
    file.must('officer', 'CancelTransfer', { transfer: asked ?? '', reason: 'Plus besoin.' });
    expect(reason()).toContain('2 transfer(s) received whose use is not justified: 5000.00 EUR.');
    expect(reason()).not.toContain('receipt is not confirmed');
    expect(reason()).not.toContain('without an answer');
    expect(file.count('PartnershipClosed')).toBe(0);
  });
});
