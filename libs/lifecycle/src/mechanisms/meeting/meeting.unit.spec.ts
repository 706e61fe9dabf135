import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import type { CommandData, EventType } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { belongsTo, expectedSlot } from './slots.js';

/** Words about a protected case never stand in clear. */
const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

const both = [
  { party: 'host', people: 2 },
  { party: 'partner', people: 3 },
];

const gathered = (heldOn: string, more: Partial<CommandData<'HoldPlanningMeeting'>> = {}) => ({
  heldOn,
  attendance: both,
  inPerson: true,
  minutes: 'Dit ensemble.',
  ...more,
});

const formal = (heldOn: string, more: Partial<CommandData<'HoldMeeting'>> = {}) =>
  ({ ...gathered(heldOn), kind: 'formal', purpose: 'exchange', ...more }) as const;

const slotsOf = (file: Rehearsal, type: EventType) =>
  file.events.filter(event => event.attributes.type === type).map(event => (event.data as { slot: string }).slot);

const waitsFor = (file: Rehearsal, rule: string) =>
  file.state.deadlines.filter(one => one.rule === rule).map(one => [one.about, one.dueAt]);

const withCandidate = () =>
  fileIn('search').must('officer', 'ShortlistCandidate', {
    party: 'partner',
    organisation: 'org-riviere',
    workingLanguage: 'wo',
    reason: 'Connue.',
  });

const suspended = (file: Rehearsal): string => {
  file.must('officer', 'RaiseLine', { line: 'corruption', about: 'partner', facts: null });
  return String(file.last('RedLineAlleged')['case']);
};

const resumed = (file: Rehearsal, opened: string): Rehearsal =>
  file
    .must('representative', 'HearParty', { case: opened, statement: sealed })
    .must('committee', 'DismissLine', { case: opened, reason: sealed });

describe('first encounters', () => {
  it('PMP-15: a contact is recorded with its route, never before it happened', () => {
    const file = fileIn('search');
    refusedAlone(file, () => file.ask('officer', 'RecordContact', { route: 'interview', heldOn: '2027-01-05', note: 'x' }), {
      code: 'held-in-the-future',
    });
    file.must('officer', 'RecordContact', { route: 'network', heldOn: '2027-01-04', note: 'Par le réseau.' });
    expect(file.last('ContactHeld')).toMatchObject({ route: 'network' });
  });

  it('AGI-03: an introduction brings people of every party together; with one party in the file there is nobody to meet', () => {
    const alone = fileIn('search');
    expect(tasksOf(alone, 'hold-introduction').map(task => task.party)).toEqual(['host']);
    refusedAlone(alone, () => alone.ask('officer', 'HoldIntroduction', gathered('2027-01-04')), { code: 'nobody-to-meet', rule: 'AGI-03' });

    const file = withCandidate();
    const ask = (attendance: typeof both) => () => file.ask('officer', 'HoldIntroduction', gathered('2027-01-04', { attendance }));
    const [host, partner] = both as [(typeof both)[number], (typeof both)[number]];
    refusedAlone(file, ask([host]), { code: 'one-side-only' });
    refusedAlone(file, ask([host, { party: 'partner', people: 0 }]), { code: 'one-side-only' });
    refusedAlone(file, ask([host, partner, partner]), { code: 'counted-twice', rule: 'MDM-31' });
    refusedAlone(file, ask([host, partner, { party: 'nobody', people: 1 }]), { code: 'unknown-party' });
    expect(file.state.meetings.introduced).toBe(false);

    file.must('representative', 'HoldIntroduction', gathered('2027-01-04'));
    expect(tasksOf(file, 'hold-introduction')).toEqual([]);
    expect(file.state.meetings.years).toMatchObject([{ year: '2027', held: 1, attended: { host: 1, partner: 1 } }]);
  });
});

describe('setting up', () => {
  it('AGI-25: planning at a distance goes through with a warning; in person there is none', () => {
    const policy = policyOfCharter('mdm', 'OP');
    const file = fileIn('setting-up', new Rehearsal({ ...policy, gates: { ...policy.gates, PRESENCE: 'warn' } }));
    expect(tasksOf(file, 'hold-planning-meeting').map(task => task.party)).toEqual(['host', 'partner']);
    expect(file.ask('officer', 'HoldPlanningMeeting', gathered('2027-01-20', { inPerson: false }))).toMatchObject({
      outcome: 'accepted',
      warnings: [{ gates: ['PRESENCE'] }],
    });
    expect(tasksOf(file, 'hold-planning-meeting')).toEqual([]);
    expect(file.ask('officer', 'HoldPlanningMeeting', gathered('2027-01-20'))).toMatchObject({ outcome: 'accepted', warnings: [] });
  });

  it('AGI-25: under a charter that does not ask for presence nobody is warned', () => {
    const file = fileIn('setting-up');
    expect(file.ask('officer', 'HoldPlanningMeeting', gathered('2027-01-20', { inPerson: false }))).toMatchObject({
      outcome: 'accepted',
      warnings: [],
    });
  });

  it('AGI-23: the calendar moves on and its first meeting is to come', () => {
    const file = fileIn('setting-up');
    const agree = (more: object) => () =>
      file.ask('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null, ...more });
    refusedAlone(file, agree({ every: { days: 0 } }), { code: 'no-rhythm' });
    refusedAlone(file, agree({ firstOn: '2027-01-19' }), { code: 'starts-in-the-past' });
    expect(agree({})()).toMatchObject({ outcome: 'accepted' });
    expect(tasksOf(file, 'agree-meeting-calendar')).toEqual([]);
    expect(waitsFor(file, 'meeting-slot')).toEqual([]);
  });
});

describe('regular meetings', () => {
  it('AGI-23: once implementation runs the next meeting always exists, and a meeting held brings the one after', () => {
    const file = fileIn('implementation');
    expect(waitsFor(file, 'meeting-slot')).toEqual([['2027-02-15', '2027-03-14T23:59:59.999Z']]);
    expect(tasksOf(file, 'hold-meeting').map(task => task.party)).toEqual(['host', 'partner']);
    file.advanceTo('2027-02-16').must('officer', 'HoldMeeting', formal('2027-02-16'));
    expect(waitsFor(file, 'meeting-slot')).toEqual([['2027-03-15', '2027-04-14T23:59:59.999Z']]);
    expect(file.count('MeetingMissed')).toBe(0);
  });

  it('MDM-18: a missed slot is told once with its own date, and the next one follows', () => {
    const file = fileIn('implementation').advanceTo('2027-03-15');
    expect(slotsOf(file, 'MeetingMissed')).toEqual(['2027-02-15']);
    expect(file.events.find(event => event.attributes.type === 'MeetingMissed')?.attributes.factat).toBe('2027-03-14T23:59:59.999Z');
    file.advanceTo('2027-04-10').must('officer', 'HoldMeeting', formal('2027-04-10'));
    expect(slotsOf(file, 'MeetingMissed')).toEqual(['2027-02-15']);
    expect(file.state.meetings.years).toMatchObject([{ missed: 1 }]);
    expect(tasksOf(file, 'hold-meeting').every(task => !task.overdue)).toBe(true);
  });

  it('PMP-44: an informal meeting needs no minutes and closes no slot; a formal one needs them', () => {
    const file = fileIn('implementation').advanceTo('2027-02-16');
    refusedAlone(file, () => file.ask('officer', 'HoldMeeting', formal('2027-02-16', { minutes: null })), { code: 'minutes-missing' });
    file.must('officer', 'HoldMeeting', formal('2027-02-16', { kind: 'informal', minutes: null, purpose: 'trust' }));
    expect(waitsFor(file, 'meeting-slot')).toEqual([['2027-02-15', '2027-03-14T23:59:59.999Z']]);
    file.advanceTo('2027-03-15');
    expect(slotsOf(file, 'MeetingMissed')).toEqual(['2027-02-15']);
  });

  it('MDM-18: a meeting of one side alone is none, and a second one in the month does not stand for the next', () => {
    const file = fileIn('implementation').advanceTo('2027-02-16');
    refusedAlone(file, () => file.ask('officer', 'HoldMeeting', formal('2027-02-16', { attendance: [{ party: 'host', people: 4 }] })), {
      code: 'one-side-only',
    });
    file.must('officer', 'HoldMeeting', formal('2027-02-16')).must('officer', 'HoldMeeting', formal('2027-02-16'));
    expect(waitsFor(file, 'meeting-slot')).toEqual([['2027-03-15', '2027-04-14T23:59:59.999Z']]);
  });

  it('MDM-63: while suspended no meeting is missed, and afterwards the present slot is expected again', () => {
    const file = fileIn('implementation').advanceTo('2027-02-16');
    const opened = suspended(file);
    expect(waitsFor(file, 'meeting-slot')).toEqual([]);
    file.advanceTo('2027-05-20');
    resumed(file, opened);
    expect(file.count('MeetingMissed')).toBe(0);
    expect(file.count('StatusReportOverdue')).toBe(0);
    expect(waitsFor(file, 'meeting-slot')).toEqual([['2027-05-15', '2027-06-14T23:59:59.999Z']]);
  });

  it('MDM-70: two meetings missed in a row ask every party to talk about the causes, and raise no line by themselves', () => {
    const file = fileIn('implementation').advanceTo('2027-03-16');
    expect(tasksOf(file, 'talk-about-involvement')).toEqual([]);
    file.advanceTo('2027-04-16');
    expect(tasksOf(file, 'talk-about-involvement').map(task => task.party)).toEqual(['host', 'partner']);
    expect(file.count('OrangeLineRaised')).toBe(0);
    file.must('representative', 'HoldMeeting', formal('2027-04-16'));
    expect(tasksOf(file, 'talk-about-involvement')).toEqual([]);
  });

  it('MDM-31: who took part is counted for each party and year, the planning meeting included, and the figures stay small', () => {
    const file = fileIn('implementation');
    for (let month = 1; month <= 24; month += 1) {
      const day = new Date(Date.UTC(2027, month, 15)).toISOString().slice(0, 10);
      file.advanceTo(day).must('officer', 'HoldMeeting', formal(day));
    }
    expect(file.count('MeetingMissed')).toBe(0);
    expect(file.state.meetings.years.map(year => [year.year, year.attended['host'], year.attended['partner']])).toEqual([
      ['2027', 13, 13],
      ['2028', 12, 12],
      ['2029', 1, 1],
    ]);
    expect(JSON.stringify(file.state.meetings).length).toBeLessThan(1_000);
  });
});

describe('status points', () => {
  it('HFA-26, HFA-21: one is expected every quarter from the start; one that fails to come is overdue and told', () => {
    const file = fileIn('implementation');
    expect(waitsFor(file, 'status_point_every')).toEqual([['2027-04-20', '2027-04-20T23:59:59.999Z']]);
    file
      .advanceTo('2027-04-19')
      .must('officer', 'RecordStatusPoint', { heldOn: '2027-04-19', clauses: [{ number: '1', state: 'kept' }], note: 'Bien.' });
    file.advanceTo('2027-07-21');
    expect(slotsOf(file, 'StatusReportOverdue')).toEqual(['2027-07-20']);
    file.must('officer', 'RecordStatusPoint', { heldOn: '2027-07-21', clauses: [], note: 'En retard.' });
    expect(file.state.meetings.status).toEqual({ next: 2, overdue: false });
    expect(waitsFor(file, 'status_point_every')).toEqual([['2027-10-20', '2027-10-20T23:59:59.999Z']]);
  });

  it('HFA-18: a clause has one state in a status point', () => {
    const file = fileIn('implementation');
    const clauses = [
      { number: '1', state: 'kept' },
      { number: '1', state: 'late' },
    ] as const;
    refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', { heldOn: '2027-01-20', clauses: [...clauses], note: 'x' }), {
      code: 'clause-twice',
    });
  });
});

describe('parting', () => {
  it('MDM-09: the closing conversation is asked of both sides and held with both present', () => {
    const file = fileIn('closing');
    expect(tasksOf(file, 'hold-closing-conversation').map(task => task.party)).toEqual(['host', 'partner']);
    const absent = [both[0]!, { party: 'partner', people: 0 }];
    refusedAlone(file, () => file.ask('officer', 'HoldClosingConversation', gathered('2027-01-20', { attendance: absent })), {
      code: 'one-side-only',
    });
    file.must('representative', 'HoldClosingConversation', gathered('2027-01-20'));
    expect(tasksOf(file, 'hold-closing-conversation')).toEqual([]);
  });
});

describe('slots', () => {
  const monthly = { firstOn: '2027-01-31', every: { months: 1 }, waits: 'until-the-next' } as const;

  it('count from the first day, so that months do not drift', () => {
    const days = [0, 1, 2, 3].map(next => expectedSlot(monthly, next, '2027-01-01T00:00:00.000Z', []).day);
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  it('that passed unasked are left out, unless they were being waited for', () => {
    const now = '2027-06-10T00:00:00.000Z';
    expect(expectedSlot(monthly, 0, now, []).day).toBe('2027-05-31');
    expect(expectedSlot(monthly, 0, now, ['2027-02-28']).day).toBe('2027-02-28');
  });

  it('take the days from half-way after the slot before', () => {
    const slot = expectedSlot(monthly, 2, '2027-03-01T00:00:00.000Z', []);
    expect([belongsTo(slot, '2027-03-10'), belongsTo(slot, '2027-03-20'), belongsTo(slot, '2027-04-10')]).toEqual([false, true, true]);
  });
});
