import { fileIn, meeting, policyOfCharter, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const held = { ...meeting('2027-01-20'), kind: 'formal', purpose: 'exchange' } as const;

const collaboration = 'Nous nous coupons la parole ; la prochaine fois, la partie partenaire ouvre.';

/** A file at work by the plain rules, and by the figures of a charter. */
const under = (charter: string): Rehearsal => {
  const plain = policyOfCharter('mdm', 'OP');
  const { figures = {} } = policyOfCharter(charter, 'OP');
  const file = fileIn('implementation', new Rehearsal({ ...plain, figures }));
  return file.must('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null });
};

const codes = (answer: ReturnType<Rehearsal['ask']>): readonly string[] =>
  answer.outcome === 'accepted' ? answer.warnings.map(({ code }) => code) : ['refused'];

const owed = (file: Rehearsal): readonly string[] => tasksOf(file, 'talk-about-collaboration').map(({ party }) => party);

describe('the collaboration itself as an item of the meetings', () => {
  it('AGI-24: of three meetings one speaks of it: the third is asked to, is warned when it does not, and the count begins anew', () => {
    const file = under('agiri');
    const meet = (more: object = {}) => codes(file.ask('officer', 'HoldMeeting', { ...held, ...more }));
    expect([meet(), owed(file), meet()]).toEqual([[], [], []]);
    expect(owed(file)).toEqual(['host', 'partner']);
    expect(meet({ kind: 'informal', minutes: null })).toEqual([]);
    expect(meet()).toEqual(['collaboration-not-spoken-of']);
    expect(owed(file)).toEqual(['host', 'partner']);
    expect(meet({ collaboration })).toEqual([]);
    expect(file.last('MeetingHeld')).toMatchObject({ collaboration });
    expect(owed(file)).toEqual([]);
    expect([meet(), owed(file)]).toEqual([[], []]);
  });

  it('a charter that asks for none warns of none', () => {
    const file = under('mdm');
    for (let month = 0; month < 4; month += 1) expect(codes(file.ask('officer', 'HoldMeeting', held))).toEqual([]);
    expect(owed(file)).toEqual([]);
  });
});

describe('the rhythm of the meetings', () => {
  it.each([[{ months: 1 }], [{ days: 40 }]])(
    'MDM-18: without a rhythm of their own the parties meet by the charter’s: %j',
    meeting_every => {
      const plain = policyOfCharter('mdm', 'OP');
      const file = fileIn('implementation', new Rehearsal({ ...plain, timers: { ...plain.timers, meeting_every } }));
      file.must('officer', 'AgreeMeetingCalendar', { firstOn: '2027-02-15', resources: null });
      expect(file.last('MeetingCalendarAgreed')).toMatchObject({ every: meeting_every });
      file.must('officer', 'AgreeMeetingCalendar', { every: { days: 7 }, firstOn: '2027-02-15', resources: null });
      expect(file.last('MeetingCalendarAgreed')).toMatchObject({ every: { days: 7 } });
    },
  );
});

describe('an organisation that was contacted', () => {
  it.each([30, 10])('PMP-15: has %i days for its answer, as the charter says; then it is remembered', days => {
    const plain = policyOfCharter('mdm', 'OP');
    const file = fileIn('search', new Rehearsal({ ...plain, timers: { ...plain.timers, contact_answer_in: { days } } }));
    const waits = () => file.state.deadlines.filter(({ rule }) => rule === 'contact-answer').map(({ dueAt }) => Date.parse(dueAt));
    const reminded = (): number => file.events.filter(({ data }) => (data as { about?: string }).about === 'hold-introduction').length;
    expect(waits()).toEqual([]);
    const now = Date.parse(file.state.calendar.now);
    file.must('officer', 'RecordContact', { route: 'interview', heldOn: file.state.calendar.now.slice(0, 10), note: 'Vue au marché.' });
    expect(waits()).toEqual([now + days * 86_400_000]);
    file.advanceTo(new Date(now + (days - 1) * 86_400_000).toISOString().slice(0, 10));
    expect(reminded()).toBe(0);
    file.advanceTo(new Date(now + (days + 1) * 86_400_000).toISOString().slice(0, 10));
    expect(reminded()).toBe(1);
  });
});
