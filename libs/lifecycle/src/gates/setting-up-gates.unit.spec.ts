import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal } from '@palabre/testing';
import type { Phase } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { closing } from './closing.gate.js';
import { followUp } from './follow-up.gate.js';
import type { Gate } from './gate.js';
import { introduced } from './introduced.gate.js';
import { officer } from './officer.gate.js';
import { presence } from './presence.gate.js';

/** A file under a charter that takes the sources at their strictest word. */
const strictFileIn = (phase: Phase): Rehearsal => {
  const policy = policyOfCharter('mdm', 'OP');
  const gates = { ...policy.gates, INTRODUCED: 'block', 'FOLLOW-UP': 'block', OFFICER: 'warn', PRESENCE: 'warn' } as const;
  return fileIn(phase, new Rehearsal({ ...policy, gates }));
};

const lacks = (gate: Gate, file: Rehearsal) => gate.missing(file.state, { now: file.state.calendar.now, person: null, party: null });

const meeting = (heldOn: string, inPerson: boolean) => ({
  heldOn,
  attendance: [
    { party: 'host', people: 1 },
    { party: 'partner', people: 1 },
  ],
  inPerson,
  minutes: 'Dit.',
});

const answeredEnd = (file: Rehearsal, side: 'host' | 'partner' = 'partner') =>
  ({ form: 'closing', answers: answersTo(file.policy, 'closing', side), place: 'field' }) as const;

const committee = (announcedToMembers: boolean) => ({
  members: [{ party: 'partner', person: 'person-representative' }],
  announcedToMembers,
});

const start = (file: Rehearsal) => file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null });

describe('gates of meetings and follow-up', () => {
  it('AGI-03: on paper alone no diligence begins', () => {
    const file = strictFileIn('search').must('officer', 'ShortlistCandidate', {
      party: 'partner',
      organisation: 'org-riviere',
      workingLanguage: 'wo',
      reason: 'Connue.',
    });
    expect(lacks(introduced, file)).toHaveLength(1);
    expect(file.ask('officer', 'EnterPhase', { phase: 'due-diligence', reason: null })).toMatchObject({
      refusal: { gates: ['INTRODUCED'] },
    });
    expect(file.state.phase).toBe('search');
    file.must('officer', 'HoldIntroduction', meeting('2027-01-04', true));
    expect(lacks(introduced, file)).toEqual([]);
  });

  it('HFA-25, HFA-30: implementation waits for a committee that its members know of', () => {
    const file = strictFileIn('setting-up');
    expect(lacks(followUp, file)).toMatchObject([{ en: expect.stringContaining('constituted') }]);
    expect(start(file)).toMatchObject({ refusal: { gates: expect.arrayContaining(['FOLLOW-UP']) } });
    file.must('direction', 'ConstituteCommittee', committee(false));
    expect(lacks(followUp, file)).toMatchObject([{ en: expect.stringContaining('announced') }]);
    file.must('direction', 'ConstituteCommittee', committee(true));
    expect(lacks(followUp, file)).toEqual([]);
  });

  it('HFA-17: an officer is asked for, and the President in that office is pointed out', () => {
    const file = strictFileIn('setting-up');
    expect(lacks(officer, file)).toHaveLength(1);
    const president = { person: 'person-direction', isPresident: true } as const;
    refusedAlone(file, () => file.ask('direction', 'DesignateOfficer', president), { code: 'reason-missing', rule: 'HFA-17' });
    const reason = 'Nous sommes trois.';
    expect(file.ask('direction', 'DesignateOfficer', { ...president, reason })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'president-as-officer', rule: 'HFA-17' }],
    });
    expect(file.last('PartnershipOfficerDesignated')).toMatchObject({ ...president, reason });
    expect(lacks(officer, file)).toMatchObject([{ en: expect.stringContaining('President') }]);
    expect(file.ask('direction', 'DesignateOfficer', { person: 'person-officer', isPresident: false })).toMatchObject({ warnings: [] });
    expect(lacks(officer, file)).toEqual([]);
  });

  it('AGI-25: planning at a distance leaves the gate open and lets the start through with a warning, which the step keeps', () => {
    const file = strictFileIn('setting-up');
    expect(lacks(presence, file)).toHaveLength(1);
    file
      .must('officer', 'HoldPlanningMeeting', meeting('2027-01-20', false))
      .must('direction', 'DesignateOfficer', { person: 'person-officer', isPresident: false })
      .must('direction', 'ConstituteCommittee', committee(true))
      .must('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null });
    expect(lacks(presence, file)).toMatchObject([{ en: expect.stringContaining('at a distance') }]);
    expect(start(file)).toMatchObject({ outcome: 'accepted', warnings: [{ gates: ['PRESENCE'] }] });
    expect(file.last('ImplementationStarted')['gates']).toContainEqual({
      gate: 'PRESENCE',
      strength: 'warn',
      state: 'open',
      reason: expect.objectContaining({ en: expect.stringContaining('at a distance') }),
    });
    file
      .must('officer', 'HoldPlanningMeeting', meeting('2027-01-20', true))
      .must('officer', 'HoldPlanningMeeting', meeting('2027-01-20', false));
    expect(lacks(presence, file)).toEqual([]);
  });

  it('MDM-09: nobody closes before the partner has said how this end is felt', () => {
    const file = strictFileIn('closing').must('officer', 'HoldClosingConversation', meeting('2027-01-20', true));
    file.must('officer', 'AnswerForm', answeredEnd(file, 'host'));
    expect(lacks(closing, file).map(({ en }) => en)).toEqual(['"partner" has not said how this end is felt.']);
    expect(file.ask('officer', 'ClosePartnership', {})).toMatchObject({ refusal: { gates: ['CLOSING'] } });
    expect(file.state.standing).toBe('open');
    file.must('representative', 'AnswerForm', answeredEnd(file));
    expect(lacks(closing, file)).toEqual([]);
  });

  it('MDM-09: nobody closes without having talked', () => {
    const file = strictFileIn('closing');
    file.must('representative', 'AnswerForm', answeredEnd(file)).must('officer', 'AnswerForm', answeredEnd(file, 'host'));
    expect(lacks(closing, file)).toHaveLength(1);
    expect(file.ask('officer', 'ClosePartnership', {})).toMatchObject({ refusal: { gates: expect.arrayContaining(['CLOSING']) } });
    expect(file.state.standing).toBe('open');
    file.must('officer', 'HoldClosingConversation', meeting('2027-01-20', true));
    expect(lacks(closing, file)).toEqual([]);
  });
});
