import { fileIn, people, refusedAlone } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const suspendedFile = (line: string) => {
  const file = fileIn('implementation').must('officer', 'RaiseLine', { line, about: 'partner', facts: null });
  return { file, id: String(file.last('RedLineAlleged')['case']) };
};

describe('a suspended partnership', () => {
  it('MDM-63: pays nothing, signs nothing and takes no step, but goes on talking', () => {
    const { file } = suspendedFile('patient_discrimination');
    expect(file.state.standing).toBe('suspended');
    const transfer = { line: 'A.1', value: { amount: 1, currency: 'EUR' }, from: 'host', to: 'partner' };
    expect(file.ask('representative', 'RequestTransfer', transfer)).toMatchObject({ refusal: { code: 'suspended', rule: 'MDM-63' } });
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: 'x' })).toMatchObject({ refusal: { code: 'suspended' } });
    expect(file.count('FundTransferRequested')).toBe(0);
    expect(file.ask('representative', 'PostPalaverMessage', { object: 'agreement', message: 'Parlons-en.' }).outcome).toBe('accepted');
  });

  it('MDM-64, S-01: whose charter ends it after signature may go to its closing, and nowhere else', () => {
    const { file, id } = suspendedFile('armed_violence');
    file
      .must('representative', 'HearParty', { case: id, statement: 'Nous répondons.' })
      .must('committee', 'ConfirmLine', { case: id, reason: 'Établi.' });
    expect(file.state.standing).toBe('suspended');
    expect(file.ask('officer', 'EnterPhase', { phase: 'annual-review', reason: null })).toMatchObject({ refusal: { code: 'suspended' } });
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: 'La charte y met fin.' }).outcome).toBe('accepted');
    expect(file.state.phase).toBe('closing');
    const transfer = { line: 'A.1', value: { amount: 1, currency: 'EUR' }, from: 'host', to: 'partner' };
    expect(file.ask('representative', 'RequestTransfer', transfer).outcome).toBe('refused');
  });

  it('MDM-63, MDM-58: renews no membership and abandons no transfer', () => {
    const { file } = suspendedFile('patient_discrimination');
    for (const [type, data] of [
      ['RenewMembership', { stakeStillServed: true, fee: null }],
      ['AbandonTransfer', { reason: 'x' }],
    ] as const) {
      expect(file.ask('direction', type, data, { actor: { ...people.direction, roles: ['signatory-authority', 'hq-ops'] } })).toMatchObject(
        {
          refusal: { code: 'suspended', rule: 'MDM-63' },
        },
      );
    }
    expect(file.count('MembershipFeeRenewed') + file.count('TransferAbandoned')).toBe(0);
  });

  it('S-01: a confirmed line that ends the process is not resumed, by nobody', () => {
    const { file, id } = suspendedFile('armed_violence');
    file
      .must('representative', 'HearParty', { case: id, statement: 'Nous répondons.' })
      .must('committee', 'ConfirmLine', { case: id, reason: 'Établi.' });
    refusedAlone(file, () => file.ask('committee', 'ResumePartnership', { case: id, reason: 'x' }), {
      code: 'process-ended',
      rule: 'S-01',
    });
    expect(file.state.standing).toBe('suspended');
  });

  it.each(['setting-up', 'annual-review'] as const)(
    'S-01: ended by its charter in %s, it closes from there; otherwise no such step exists',
    phase => {
      const untouched = fileIn(phase);
      expect(untouched.ask('officer', 'EnterPhase', { phase: 'closing', reason: 'x' })).toMatchObject({
        refusal: { code: 'process-goes-on' },
      });
      const file = fileIn(phase).must('officer', 'RaiseLine', { line: 'armed_violence', about: 'partner', facts: null });
      const on = { case: String(file.last('RedLineAlleged')['case']) };
      file.must('representative', 'HearParty', { ...on, statement: 'x' }).must('committee', 'ConfirmLine', { ...on, reason: 'Établi.' });
      file.must('officer', 'EnterPhase', { phase: 'closing', reason: 'La charte y met fin.' });
      expect(file.last('ClosureInitiated')).toMatchObject({ from: phase, to: 'closing' });
    },
  );
});
