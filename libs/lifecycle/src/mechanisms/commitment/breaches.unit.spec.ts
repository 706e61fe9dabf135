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

/** The same money, found used outside its line. */
function flagged(file: Rehearsal) {
  const flagging = { transfer: received(file), line: 'A.1', value: euros(50_000), reason: 'Payé hors de la ligne.' };
  file.must('officer', 'FlagDiversion', flagging);
  return flagging;
}

const words = 'Dit ensemble.';

const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

const raised = (file: Rehearsal, line: string, about = 'partner'): string => {
  file.must('officer', 'RaiseLine', { line, about, facts: null });
  return file.state.lines.cases.at(-1)?.case ?? '';
};

const dismissed = (file: Rehearsal, id: string, reason: typeof words | typeof sealed): Rehearsal =>
  file.must('representative', 'HearParty', { case: id, statement: reason }).must('committee', 'DismissLine', { case: id, reason });

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
    expect(tasksOf(file, 'acknowledge-breach')[0]?.roles).toEqual(['first-authority']);
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

  it('HFA-19, HFA-24: the case that looked into it being dismissed, the diversion is no breach any more; one flagged afterwards is', () => {
    const file = working();
    const flagging = flagged(file);
    const breach = `diversion-${flagging.transfer}-2027-01-20`;
    const unrelated = raised(file, 'refusal_to_report');
    expect(file.last('RedLineAlleged')).not.toHaveProperty('examines');
    expect(tasksOf(file, 'examine-diversion')).toHaveLength(1);
    dismissed(file, unrelated, words);
    expect(file.last('LineDismissed')).not.toHaveProperty('examined');
    expect(waiting(file)).toEqual([['partner', breach]]);

    const raisedNow = raised(file, 'fund_diversion');
    expect(file.last('RedLineAlleged')).toMatchObject({ examines: [breach] });
    expect(tasksOf(file, 'examine-diversion')).toEqual([]);
    file.advanceTo('2027-01-21').must('officer', 'FlagDiversion', flagging);
    expect(waiting(file).map(([, about]) => about)).toEqual([breach, `diversion-${flagging.transfer}-2027-01-21`]);
    dismissed(file, raisedNow, words);
    expect(file.last('LineDismissed')).toMatchObject({ examined: [breach] });
    expect(waiting(file)).toEqual([['partner', `diversion-${flagging.transfer}-2027-01-21`]]);
    expect(file.count('GuarantorAcknowledged')).toBe(0);
    raised(file, 'fund_diversion', 'host');
    expect(file.last('RedLineAlleged')).not.toHaveProperty('examines');
  });

  it('HFA-19, MDM-65: a protected case tells nobody of the diversion that it looks into, and leaves it to an open one to end it', () => {
    const file = fileIn('implementation');
    const breach = `diversion-${flagged(file).transfer}-2027-01-20`;
    const secret = raised(file, 'corruption');
    expect(file.last('RedLineAlleged')).not.toHaveProperty('examines');
    expect(tasksOf(file, 'examine-diversion')).toEqual([]);
    dismissed(file, secret, sealed);
    expect(file.last('LineDismissed')).not.toHaveProperty('examined');
    expect(waiting(file)).toEqual([['partner', breach]]);
    raised(file, 'financial_accountability');
    expect(file.last('OrangeLineRaised')).toMatchObject({ examines: [breach] });
  });

  it('HFA-19: however many were flagged a line can be raised: it takes up the latest sixty, each once', () => {
    const file = working();
    const flagging = flagged(file);
    file.must('officer', 'FlagDiversion', flagging);
    for (let day = 1; day <= 61; day += 1) {
      file.advanceTo(new Date(Date.UTC(2027, 0, 20 + day)).toISOString().slice(0, 10)).must('officer', 'FlagDiversion', flagging);
    }
    raised(file, 'fund_diversion');
    const examines = file.last('RedLineAlleged')['examines'] as readonly string[];
    expect(new Set(examines).size).toBe(60);
    expect(examines).toHaveLength(60);
    expect(examines.at(-1)).toBe(`diversion-${flagging.transfer}-2027-03-22`);
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
