import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const working = (): Rehearsal => fileIn('implementation', new Rehearsal(policyOfCharter('hfa', 'OP')));

const waiting = (file: Rehearsal) => tasksOf(file, 'acknowledge-breach').map(({ party, about }) => [party, about]);

/** Money that the partner received on 20 January. */
function received(file: Rehearsal): string {
  file.must('representative', 'RequestTransfer', { line: 'A.1', value: euros(200_000), from: 'host', to: 'partner' });
  const transfer = String(file.last('FundTransferRequested')['transfer']);
  file.must('officer', 'TellTransfer', { transfer, sentOn: '2027-01-20' });
  file.must('secondRepresentative', 'ConfirmTransfer', { transfer, receivedOn: '2027-01-20' });
  return transfer;
}

describe('what the first authority takes note of besides promises', () => {
  it('HFA-21, HFA-24: a status point that was missed reaches the office of the first authority of each side, as one matter until it is acknowledged', () => {
    const file = working();
    expect(waiting(file)).toEqual([]);
    file.advanceTo('2027-05-01');
    const first = `status-point-${String(file.last('StatusReportOverdue')['slot'])}`;
    expect(waiting(file)).toEqual([
      ['host', first],
      ['partner', first],
    ]);
    expect(tasksOf(file, 'acknowledge-breach')[0]?.roles).toEqual(['signatory-authority']);
    file.advanceTo('2027-08-01');
    expect(file.count('StatusReportOverdue')).toBe(2);
    expect(waiting(file)).toHaveLength(2);

    refusedAlone(file, () => file.ask('representative', 'AcknowledgeBreach', { commitment: first }), { code: 'not-permitted' });
    file.must('presidency', 'AcknowledgeBreach', { commitment: first });
    expect(file.last('GuarantorAcknowledged')).toEqual({ commitment: first, party: 'partner', breach: 'status-point' });
    expect(waiting(file)).toEqual([['host', first]]);
    refusedAlone(file, () => file.ask('presidency', 'AcknowledgeBreach', { commitment: first }), { code: 'other-guarantor' });
    file.must('direction', 'AcknowledgeBreach', { commitment: first });
    refusedAlone(file, () => file.ask('direction', 'AcknowledgeBreach', { commitment: first }), { code: 'no-open-commitment' });
  });

  it('HFA-24, HFA-20: vouchers that are owed past their day reach the first authority of who spent, and of nobody else', () => {
    const file = working();
    const transfer = received(file);
    file.advanceTo('2027-02-25');
    expect(waiting(file)).toEqual([['partner', `justification-${transfer}`]]);
    refusedAlone(file, () => file.ask('direction', 'AcknowledgeBreach', { commitment: `justification-${transfer}` }), {
      code: 'other-guarantor',
      rule: 'HFA-24',
    });
    file.must('presidency', 'AcknowledgeBreach', { commitment: `justification-${transfer}` });
    expect(waiting(file)).toEqual([]);
    expect(tasksOf(file, 'justify-expenditure')).toHaveLength(1);
  });

  it('HFA-24, HFA-19: a use of funds outside their line reaches the first authority of who spent', () => {
    const file = working();
    const transfer = received(file);
    file.must('officer', 'FlagDiversion', { transfer, line: 'A.1', value: euros(50_000), reason: 'Payé hors de la ligne.' });
    expect(waiting(file)).toEqual([['partner', `diversion-${transfer}-${file.state.calendar.now.slice(0, 10)}`]]);
  });

  it('HFA-24, HFA-18: a clause found breached reaches the first authority of who looks after it, once', () => {
    const file = working();
    const [number = ''] = file.state.texts.heads.agreement?.parts ?? [];
    const heldOn = file.state.calendar.now.slice(0, 10);
    const point = (state: 'kept' | 'breached') =>
      file.must('officer', 'RecordStatusPoint', {
        heldOn,
        note: 'Dit ensemble.',
        rates: { activities: 40, finances: 35 },
        clauses: [{ number, state, evidence: 'Registre', owner: 'partner' }],
      });
    point('kept');
    expect(waiting(file)).toEqual([]);
    point('breached');
    point('breached');
    expect(waiting(file)).toEqual([['partner', `clause-${number}-${heldOn}`]]);
    file.must('presidency', 'AcknowledgeBreach', { commitment: `clause-${number}-${heldOn}` });
    point('breached');
    expect(waiting(file)).toEqual([]);
  });
});
