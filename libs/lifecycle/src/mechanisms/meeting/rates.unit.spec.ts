import { fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const working = (charter: string): Rehearsal => fileIn('implementation', new Rehearsal(policyOfCharter(charter, 'OP')));

const point = (file: Rehearsal, rates?: { activities: number; finances?: number }) => ({
  heldOn: file.state.calendar.now.slice(0, 10),
  clauses: [],
  note: 'Dit ensemble.',
  ...(rates === undefined ? {} : { rates }),
});

describe('how far execution has come', () => {
  it('HFA-26: a status point says how much of activities and of money is carried out, and the last one that told it counts', () => {
    const file = working('hfa');
    expect(file.state.steps.financialFlows).toBe(true);
    for (const rates of [undefined, { activities: 40 }])
      refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', point(file, rates)), { code: 'rates-untold', rule: 'HFA-26' });
    file.must('officer', 'RecordStatusPoint', point(file, { activities: 40, finances: 35 }));
    file.must('officer', 'RecordStatusPoint', point(file, { activities: 60, finances: 50 }));
    expect(file.last('StatusPointRecorded')).toMatchObject({ rates: { activities: 60, finances: 50 } });
    expect(file.state.meetings.rates).toEqual({ on: '2027-01-20', activities: 60, finances: 50 });
  });

  it('HFA-26: where no money flows there is no rate of it to tell', () => {
    const file = working('hfa');
    file.state = { ...file.state, steps: { ...file.state.steps, financialFlows: false } };
    file.must('officer', 'RecordStatusPoint', point(file, { activities: 40 }));
    expect(file.state.meetings.rates).toEqual({ on: '2027-01-20', activities: 40 });
  });

  it('HFA-26: a charter that does not ask takes a status point without rates, and keeps those told before', () => {
    const file = working('mdm');
    file.must('officer', 'RecordStatusPoint', point(file, { activities: 10 })).must('officer', 'RecordStatusPoint', point(file));
    expect(file.state.meetings.rates).toEqual({ on: '2027-01-20', activities: 10 });
  });

  it('HFA-33: the final report begins with the rates of the last status point, whoever writes it', () => {
    const begun = working('hfa');
    begun.must('officer', 'RecordStatusPoint', point(begun, { activities: 90, finances: 80 }));
    const file = fileIn('closing', begun);
    file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });
    expect(file.last('FinalReportSubmitted')).toMatchObject({
      body: { told: { rates: { on: '2027-01-20', activities: 90, finances: 80 } } },
    });
  });
});
