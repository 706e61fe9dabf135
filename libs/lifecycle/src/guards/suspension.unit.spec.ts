import { fileIn } from '@palabre/testing';
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
});
