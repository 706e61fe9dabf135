import { fileIn, refusedAlone } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { clauseStatuses } from './questions.js';

const point = (...clauses: { number: string; state: 'kept' | 'late' | 'breached' | 'not-due' }[]) => ({
  heldOn: '2027-01-20',
  clauses,
  note: 'Fait ensemble.',
});

describe('the clauses of the agreement', () => {
  it('HFA-18: each clause has a state, told by status points; one that none has looked at is pointed out', () => {
    const file = fileIn('implementation');
    expect(clauseStatuses(file.state).map(clause => clause.state)).toEqual(['not-due', 'not-due']);
    const answer = file.ask('officer', 'RecordStatusPoint', point({ number: '1', state: 'kept' }));
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'clauses-forgotten', rule: 'HFA-18' }] });
    expect(file.ask('officer', 'RecordStatusPoint', point({ number: '2', state: 'late' }))).toMatchObject({ warnings: [] });
    expect(clauseStatuses(file.state)).toEqual([
      { number: '1', state: 'kept', on: '2027-01-20' },
      { number: '2', state: 'late', on: '2027-01-20' },
    ]);
    file.must('officer', 'RecordStatusPoint', point({ number: '2', state: 'kept' }));
    expect(clauseStatuses(file.state).map(clause => clause.state)).toEqual(['kept', 'kept']);
  });

  it('HFA-14, HFA-18: a clause that the agreement does not have is refused', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', point({ number: '9', state: 'kept' })), { code: 'no-such-clause' });
    expect(file.state.meetings.clauses).toEqual({});
  });
});

describe('a meeting for everybody', () => {
  it('S-15: what was done so that everybody could take part is told and counted', () => {
    const file = fileIn('implementation');
    const attendance = [
      { party: 'host', people: 2 },
      { party: 'partner', people: 3 },
    ];
    const held = { heldOn: '2027-01-20', attendance, inPerson: true, minutes: 'Dit.', kind: 'formal', purpose: 'exchange' } as const;
    const accessible = () => file.state.meetings.years.find(year => year.year === '2027')?.accessible;
    file.must('officer', 'HoldMeeting', held);
    expect(accessible()).toBe(0);
    file.must('officer', 'HoldMeeting', { ...held, access: ['Rampe d’accès', 'Interprétation en langue des signes'] });
    expect(file.last('MeetingHeld')).toMatchObject({ access: ['Rampe d’accès', 'Interprétation en langue des signes'] });
    expect(accessible()).toBe(1);
  });
});
