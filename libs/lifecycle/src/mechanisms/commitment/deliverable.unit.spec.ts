import { fileIn, refusedAlone } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

/** A partnership of a type in which money follows accepted deliverables. */
function servicesFile() {
  const file = fileIn('implementation');
  const policy = file.state.policy!;
  file.state = { ...file.state, policy: { ...policy, columns: { ...policy.columns, deliverables: true } } };
  return file;
}

const promise = { owedBy: 'partner', owedTo: 'host', what: 'Cartes des points d’eau', dueOn: '2027-06-30', origin: 'deliverable' } as const;

const request = { line: 'A.1', value: { amount: 1_000_000, currency: 'EUR' }, from: 'host', to: 'partner' };

describe('a deliverable', () => {
  it('MDM-36: is accepted by the party it is owed to, and money follows acceptance, once for each', () => {
    const file = servicesFile().must('representative', 'MakeCommitment', promise);
    const commitment = String(file.last('CommitmentMade')['commitment']);
    refusedAlone(file, () => file.ask('representative', 'RequestTransfer', request), { code: 'no-deliverable-accepted', rule: 'MDM-36' });
    refusedAlone(file, () => file.ask('representative', 'ConfirmCommitment', { commitment, note: null }), {
      code: 'said-by-the-other-party',
    });
    file.must('officer', 'ConfirmCommitment', { commitment, note: null });
    expect(file.last('DeliverableAccepted')).toMatchObject({ commitment, confirmedBy: 'host' });
    expect(file.count('CommitmentKept')).toBe(0);
    file.must('representative', 'RequestTransfer', request);
    refusedAlone(file, () => file.ask('representative', 'RequestTransfer', request), { code: 'no-deliverable-accepted' });
  });

  it('MDM-36: where the type does not ask for it, money follows the budget alone', () => {
    expect(fileIn('implementation').ask('representative', 'RequestTransfer', request).outcome).toBe('accepted');
  });
});
