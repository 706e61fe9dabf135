import type { CommandData } from '@palabre/contracts';
import { fileIn, meeting, policyOfCharter, refusedAlone, Rehearsal, tasksOf, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const held = (heldOn: string, more: Partial<CommandData<'HoldMeeting'>> = {}): CommandData<'HoldMeeting'> => ({
  ...meeting(heldOn),
  kind: 'formal',
  purpose: 'exchange',
  ...more,
});

const point = (heldOn: string, ...numbers: readonly string[]): CommandData<'RecordStatusPoint'> => ({
  heldOn,
  clauses: numbers.map(number => ({ number, state: 'kept' })),
  note: 'Fait ensemble.',
});

const waits = (file: Rehearsal, rule: string) =>
  file.state.deadlines.filter(one => one.rule === rule).map(({ dueAt, party, about }) => ({ dueAt, party, about }));

const asked = (file: Rehearsal, kind: string) => tasksOf(file, kind).map(({ party, dueAt, about }) => ({ party, dueAt, about }));

const data = (file: Rehearsal, type: string) =>
  file.events.filter(({ attributes }) => attributes.type === type).map(event => event.data as Record<string, unknown>);

const nothing = { held: 0, informal: 0, missed: 0, statusPoints: 0, statusOverdue: 0, accessible: 0, attended: {} };

const codes = (answer: ReturnType<Rehearsal['ask']>): readonly string[] =>
  answer.outcome === 'accepted' ? answer.warnings.map(({ code }) => code) : ['refused'];

describe('the figures of a year', () => {
  it('MDM-31: each meeting counts in the year of its day, with who had people there; an informal one counts as both', () => {
    const file = fileIn('implementation');
    expect(file.state.meetings.years).toEqual([{ ...nothing, year: '2027', held: 2, attended: { host: 2, partner: 2 } }]);
    file.must('officer', 'HoldMeeting', held('2027-01-20', { kind: 'informal', minutes: null }));
    const three = { ...nothing, year: '2027', held: 3, informal: 1, attended: { host: 3, partner: 3 } };
    expect(file.state.meetings.years).toEqual([three]);
    file.advanceTo('2028-01-05').must('officer', 'HoldMeeting', held('2028-01-05', { access: ['Rampe'] }));
    expect(file.state.meetings.years.find(({ year }) => year === '2028')).toEqual({
      ...nothing,
      year: '2028',
      held: 1,
      accessible: 1,
      attended: { host: 1, partner: 1 },
    });
    expect(file.state.meetings.years).toHaveLength(2);
  });

  it('MDM-31: a party that is listed without people took no part', () => {
    const file = fileIn('implementation');
    withThird(file);
    const attendance = [
      { party: 'host', people: 1 },
      { party: 'partner', people: 1 },
      { party: 'third', people: 0 },
    ];
    file.must('officer', 'HoldMeeting', held('2027-01-20', { attendance }));
    expect(file.state.meetings.years[0]?.attended).toEqual({ host: 3, partner: 3 });
  });

  it('MDM-18, HFA-21: what was missed and what is overdue counts one by one, in its year and in a row, until it is made up for', () => {
    const file = fileIn('implementation').advanceTo('2027-08-01');
    expect(data(file, 'MeetingMissed').map(({ slot }) => slot)).toEqual([
      '2027-02-15',
      '2027-03-15',
      '2027-04-15',
      '2027-05-15',
      '2027-06-15',
    ]);
    expect(data(file, 'StatusReportOverdue').map(({ slot }) => slot)).toEqual(['2027-04-20', '2027-07-20']);
    expect(file.state.meetings).toMatchObject({
      missedInARow: 5,
      calendar: { firstOn: '2027-02-15', every: { months: 1 }, next: 5 },
      status: { next: 2, overdue: true },
      years: [{ year: '2027', held: 2, missed: 5, statusPoints: 0, statusOverdue: 2 }],
    });
    file.must('officer', 'HoldMeeting', held('2027-08-01')).must('officer', 'RecordStatusPoint', point('2027-08-01', '1', '2'));
    expect(file.state.meetings).toMatchObject({
      missedInARow: 0,
      lastHeldVersion: file.events.findLast(({ attributes }) => attributes.type === 'MeetingHeld')?.attributes.streamversion,
      status: { next: 2, overdue: false },
      years: [{ held: 3, missed: 5, statusPoints: 1, statusOverdue: 2 }],
    });
    expect(file.count('MeetingMissed')).toBe(5);
  });
});

describe('what is expected next', () => {
  it('AGI-23, HFA-26: the meeting is due until the eve of the next one, the status point on its day; both sides are asked', () => {
    const file = fileIn('implementation');
    expect(waits(file, 'meeting-slot')).toEqual([{ dueAt: '2027-03-14T23:59:59.999Z', party: null, about: '2027-02-15' }]);
    expect(waits(file, 'status_point_every')).toEqual([{ dueAt: '2027-04-20T23:59:59.999Z', party: null, about: '2027-04-20' }]);
    expect(asked(file, 'hold-meeting')).toEqual(
      ['host', 'partner'].map(party => ({ party, dueAt: '2027-03-15T00:00:00.000Z', about: null })),
    );
    expect(asked(file, 'record-status-point').map(({ party }) => party)).toEqual(['host', 'partner']);
    file.advanceTo('2027-04-21');
    expect(data(file, 'StatusReportOverdue')).toMatchObject([{ slot: '2027-04-20' }]);
    expect(data(file, 'MeetingMissed')[0]).toMatchObject({ slot: '2027-02-15' });
  });

  it('MDM-63: a slot that nobody was asked for is left out; the one missed afterwards moves the calendar past itself', () => {
    const file = fileIn('implementation').advanceTo('2027-02-16');
    const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };
    file.must('officer', 'RaiseLine', { line: 'corruption', about: 'partner', facts: null });
    const opened = String(file.last('RedLineAlleged')['case']);
    file.advanceTo('2027-05-20').must('representative', 'HearParty', { case: opened, statement: sealed });
    file.must('committee', 'DismissLine', { case: opened, reason: sealed });
    expect(file.state.meetings.calendar?.next).toBe(0);
    file.advanceTo('2027-06-16');
    expect(data(file, 'MeetingMissed').map(({ slot }) => slot)).toEqual(['2027-05-15']);
    expect(file.state.meetings.calendar?.next).toBe(4);
    expect(waits(file, 'meeting-slot').map(({ about }) => about)).toEqual(['2027-06-15']);
    file.must('officer', 'RecordStatusPoint', point('2027-06-16', '1', '2'));
    expect(file.state.meetings.status).toEqual({ next: 2, overdue: false });
    expect(waits(file, 'status_point_every').map(({ about }) => about)).toEqual(['2027-10-20']);
  });

  it('MDM-53: at rest neither meetings nor status points are expected; once it works again they are', () => {
    const policy = policyOfCharter('mdm', 'OP');
    const file = fileIn('implementation', new Rehearsal({ ...policy, columns: { ...policy.columns, dormancy: true } }));
    const expected = () => ['meeting-slot', 'status_point_every'].flatMap(rule => waits(file, rule)).length;
    expect(expected()).toBe(2);
    file.must('officer', 'ChangeIntensity', { to: 'dormant', reason: 'Trêve.' });
    expect([expected(), asked(file, 'hold-meeting').length, asked(file, 'record-status-point').length]).toEqual([0, 0, 0]);
    file.must('officer', 'ChangeIntensity', { to: 'low', reason: 'Reprise.' });
    expect(expected()).toBe(2);
  });

  it('MDM-18: the yearly review is work too; after the end of the actions nothing is expected', () => {
    const file = fileIn('annual-review');
    expect(waits(file, 'meeting-slot')).toHaveLength(1);
    expect(waits(fileIn('setting-up'), 'meeting-slot')).toEqual([]);
    const after = fileIn('implementation').must('officer', 'EnterPhase', { phase: 'after', reason: null });
    expect([...waits(after, 'meeting-slot'), ...waits(after, 'status_point_every'), ...asked(after, 'hold-meeting')]).toEqual([]);
  });

  it('AGI-23: the first meeting may be today, and the rhythm is one that moves', () => {
    const file = fileIn('setting-up');
    const agree = (firstOn: string, every: NonNullable<CommandData<'AgreeMeetingCalendar'>['every']>) => () =>
      file.ask('officer', 'AgreeMeetingCalendar', { firstOn, every, resources: null });
    refusedAlone(file, agree('2027-02-15', { months: 0 }), { code: 'no-rhythm', rule: 'AGI-23' });
    refusedAlone(file, agree('2027-01-19', { days: 7 }), { code: 'starts-in-the-past', rule: 'AGI-23' });
    expect(agree('2027-01-20', { workingDays: 5 })().outcome).toBe('accepted');
    expect(file.state.meetings.calendar).toEqual({ firstOn: '2027-01-20', every: { workingDays: 5 }, next: 0 });
  });
});

describe('the collaboration as an item', () => {
  it('AGI-24: it is counted how often it was spoken of, and it comes back after as many meetings as before', () => {
    const { figures = {} } = policyOfCharter('agiri', 'OP');
    const file = fileIn('implementation', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), figures }));
    const meet = (more: object = {}) => codes(file.ask('officer', 'HoldMeeting', held('2027-01-20', more)));
    const owed = () => asked(file, 'talk-about-collaboration').map(({ party }) => party);
    meet();
    expect(file.state.meetings.collaboration).toEqual({ since: 1, items: 0 });
    meet({ collaboration: 'Nous nous coupons la parole.' });
    expect(file.state.meetings.collaboration).toEqual({ since: 0, items: 1 });
    expect([meet(), owed(), meet(), owed()]).toEqual([[], [], [], ['host', 'partner']]);
    meet({ kind: 'informal', minutes: null });
    expect(file.state.meetings.collaboration).toEqual({ since: 2, items: 1 });
    expect(meet({ collaboration: 'Mieux.' })).toEqual([]);
    expect([file.state.meetings.collaboration, owed()]).toEqual([{ since: 0, items: 2 }, []]);
  });
});

describe('what low involvement asks of everybody', () => {
  const owes = (file: Rehearsal, owedBy: string, owedTo: string): void => {
    for (const dueOn of ['2027-02-01', '2027-02-02']) {
      file.must(owedBy === 'host' ? 'officer' : 'representative', 'MakeCommitment', {
        owedBy,
        owedTo,
        what: 'Liste',
        dueOn,
        origin: 'clause',
      });
    }
  };

  const talked = (file: Rehearsal) => tasksOf(file, 'talk-about-involvement').map(({ party }) => party);

  it('MDM-70: each run of what is overdue is talked about by both sides, and a meeting held afterwards ends the asking', () => {
    const one = fileIn('implementation');
    owes(one, 'partner', 'host');
    expect(talked(one)).toEqual([]);
    expect(talked(one.advanceTo('2027-02-03'))).toEqual(['host', 'partner']);
    const two = fileIn('implementation');
    owes(two, 'partner', 'host');
    owes(two, 'host', 'partner');
    expect(talked(two.advanceTo('2027-02-03')).sort()).toEqual(['host', 'host', 'partner', 'partner']);
    two.must('officer', 'HoldMeeting', held('2027-02-03'));
    expect(talked(two)).toEqual([]);
    expect(two.count('OrangeLineRaised')).toBe(0);
  });
});

describe('meetings of their phase', () => {
  it('AGI-25: one planning in person is enough, whichever comes first; at a distance alone it is held, and not in person', () => {
    const plan = (file: Rehearsal, inPerson: boolean) =>
      file.must('officer', 'HoldPlanningMeeting', { ...meeting('2027-01-20'), inPerson }).state.meetings.plannedInPerson;
    const file = fileIn('setting-up');
    expect(file.state.meetings.plannedInPerson).toBeNull();
    expect([plan(file, false), plan(file, true), plan(file, false)]).toEqual([false, true, true]);
    expect(file.state.meetings.years).toMatchObject([{ held: 4, attended: { host: 4, partner: 4 } }]);
  });

  it('MDM-09: the conversation of closing counts as a meeting and is held once it was', () => {
    const file = fileIn('closing');
    const before = file.state.meetings.years[0]?.held ?? 0;
    expect(file.state.meetings.closingHeld).toBe(false);
    file.must('representative', 'HoldClosingConversation', meeting('2027-01-20'));
    expect([file.state.meetings.closingHeld, file.state.meetings.years[0]?.held]).toEqual([true, before + 1]);
  });

  it('PMP-15: an organisation is waited for from the last contact on, until people have met or the search is over', () => {
    const file = fileIn('search');
    const contact = { route: 'network', heldOn: '2027-01-04', note: 'Par le réseau.' } as const;
    file.must('officer', 'RecordContact', contact);
    expect(file.state.meetings).toMatchObject({ contacts: 1, contactedAt: '2027-01-04T08:00:00.000Z' });
    const [first] = waits(file, 'contact-answer');
    expect(first).toMatchObject({ party: null, about: null });
    file.advanceTo('2027-01-06').must('officer', 'RecordContact', contact);
    expect(file.state.meetings).toMatchObject({ contacts: 2, contactedAt: '2027-01-06T09:00:00.000Z' });
    expect(waits(file, 'contact-answer')).toHaveLength(1);
    expect((waits(file, 'contact-answer')[0]?.dueAt ?? '') > (first?.dueAt ?? '')).toBe(true);
    file.must('officer', 'ShortlistCandidate', { party: 'partner', organisation: 'org-riviere', workingLanguage: 'wo', reason: 'Connue.' });
    expect(waits(file, 'contact-answer')).toHaveLength(1);
    file.must('officer', 'HoldIntroduction', meeting('2027-01-06'));
    expect(file.state.meetings.introduced).toBe(true);
    expect(waits(file, 'contact-answer')).toEqual([]);
  });

  it('AGI-05: the last word of each person on hours counts; hours that only touch, and means that nobody shares, suit nobody', () => {
    const told = (person: string, from: string, until: string, ...channels: string[]) => ({ person, from, until, channels });
    const agreed = (...preferences: ReturnType<typeof told>[]) => {
      const file = fileIn('setting-up');
      for (const one of preferences) file.must('officer', 'HoldIntroduction', { ...meeting('2027-01-20'), preferences: [one] });
      const answer = file.ask('officer', 'AgreeMeetingCalendar', { firstOn: '2027-02-15', resources: null });
      return [file.last('MeetingCalendarAgreed')['suits'], codes(answer)];
    };
    const officer = told('person-officer', '08:00', '12:00', 'Courriel', 'Téléphone');
    expect(agreed(officer, told('person-field', '12:00', '18:00', 'Téléphone'))).toEqual([undefined, ['no-common-hour']]);
    expect(agreed(officer, told('person-field', '09:00', '11:00', 'Radio'))).toEqual([undefined, ['no-common-hour']]);
    expect(
      agreed(officer, told('person-officer', '14:00', '18:00', 'Courriel'), told('person-field', '15:00', '20:00', 'Courriel')),
    ).toEqual([{ from: '15:00', until: '18:00', channels: ['Courriel'] }, []]);
    expect(agreed()).toEqual([undefined, []]);
  });
});

describe('a status point', () => {
  it('HFA-18: it warns of clauses never looked at and of those that it leaves out, each by number, and of nothing when all are told', () => {
    const file = fileIn('implementation');
    const record = (...numbers: string[]) => file.ask('officer', 'RecordStatusPoint', point('2027-01-20', ...numbers));
    expect(codes(record())).toEqual(['clauses-forgotten']);
    expect(codes(record('1'))).toEqual(['clauses-forgotten']);
    expect(codes(record())).toEqual(['clauses-forgotten', 'clauses-left-out']);
    expect(codes(record('2'))).toEqual(['clauses-left-out']);
    expect(codes(record('1', '2'))).toEqual([]);
    expect(file.state.meetings.clauses).toEqual({ '1': { state: 'kept', on: '2027-01-20' }, '2': { state: 'kept', on: '2027-01-20' } });
    refusedAlone(file, () => file.ask('officer', 'RecordStatusPoint', point('2027-01-21', '1')), { code: 'held-in-the-future' });
  });
});
