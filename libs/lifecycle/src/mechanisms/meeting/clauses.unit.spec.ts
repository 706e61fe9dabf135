import type { CommandData } from '@palabre/contracts';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { clauseStatuses } from './questions.js';

const point = (...clauses: CommandData<'RecordStatusPoint'>['clauses']) => ({
  heldOn: '2027-01-20',
  clauses,
  note: 'Fait ensemble.',
  rates: { activities: 40, finances: 35 },
});

describe('the clauses of the agreement', () => {
  it('HFA-18: each clause has a state, told by status points; one that none has looked at is pointed out', () => {
    const file = fileIn('implementation');
    expect(clauseStatuses(file.state).map(clause => clause.state)).toEqual(['not-due', 'not-due']);
    const answer = file.ask('officer', 'RecordStatusPoint', point({ number: '1', state: 'kept' }));
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'clauses-forgotten', rule: 'HFA-18' }] });
    expect(file.ask('officer', 'RecordStatusPoint', point({ number: '2', state: 'late' }))).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'clauses-left-out', rule: 'HFA-18', reason: { en: 'This status point says nothing of clause 1.' } }],
    });
    expect(clauseStatuses(file.state)).toEqual([
      { number: '1', state: 'kept', on: '2027-01-20' },
      { number: '2', state: 'late', on: '2027-01-20' },
    ]);
    const both = point({ number: '1', state: 'kept' }, { number: '2', state: 'kept' });
    expect(file.ask('officer', 'RecordStatusPoint', both)).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(clauseStatuses(file.state).map(clause => clause.state)).toEqual(['kept', 'kept']);
  });

  it('HFA-18: a clause at risk is told before it is late, with what shows it and who looks after it', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('hfa', 'OP')));
    const others = { number: '2', state: 'not-due' } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', point({ number: '1', state: 'at-risk' }, others)), {
      code: 'clause-unshown',
    });
    const shown = { number: '1', state: 'at-risk', evidence: 'La pompe fuit.', owner: 'partner' } as const;
    file.must('officer', 'RecordStatusPoint', point(shown, others));
    expect(clauseStatuses(file.state)[0]).toEqual({ number: '1', state: 'at-risk', on: '2027-01-20' });
  });

  it('HFA-18: the state of a clause comes with its evidence and with who looks after it, a party of the file', () => {
    const file = fileIn('implementation');
    const shown = { number: '1', state: 'late', evidence: 'Le relevé de juin manque.', owner: 'partner' } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', point({ ...shown, owner: 'nobody' })), { code: 'unknown-party' });
    expect(file.state.meetings.clauses).toEqual({});
    file.must('officer', 'RecordStatusPoint', point({ ...shown }));
    expect(file.last('StatusPointRecorded')).toMatchObject({ clauses: [shown] });
  });

  it.each([
    ['hfa', 'required'],
    ['palabre', 'required'],
    ['mdm', 'offered'],
  ] as const)('HFA-18: under %s evidence and owner of a clause are %s', (charter, offer) => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter(charter, 'OP')));
    const bare = point({ number: '1', state: 'kept' }, { number: '2', state: 'not-due' });
    if (offer === 'required')
      refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', bare), { code: 'clause-unshown', rule: 'HFA-18' });
    else file.must('officer', 'RecordStatusPoint', bare);
    const shown = point(
      { number: '1', state: 'kept', evidence: 'Le relevé de juin.', owner: 'partner' },
      { number: '2', state: 'not-due' },
    );
    file.must('officer', 'RecordStatusPoint', shown);
    expect(file.count('StatusPointRecorded')).toBe(offer === 'required' ? 1 : 2);
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
