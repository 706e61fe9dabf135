import { answersTo, fileIn, policyOfCharter, policyWithGate, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { partnershipTypes, type Phase } from '@palabre/contracts';
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

  it('AGI-25: without a planning in person the work waits until both sides agreed why; the reason of one is not enough', () => {
    const file = fileIn('setting-up', new Rehearsal(policyOfCharter('agiri', 'OP')))
      .must('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null })
      .must('officer', 'HoldPlanningMeeting', meeting('2027-01-20', false));
    const asked = () => tasksOf(file, 'asked-planning-in-person').map(({ party }) => party);
    const alone = () => file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: 'La piste est coupée.' });
    expect(asked()).toEqual(['host', 'partner']);
    refusedAlone(file, alone, { code: 'asked-by-the-charter', rule: 'AGI-25' });
    const why = { kind: 'plan-at-a-distance', subject: 'Planifier à distance', text: 'La piste est coupée.', override: null } as const;
    file.must('officer', 'ProposeDecision', why);
    refusedAlone(file, alone, { code: 'asked-by-the-charter', rule: 'AGI-25' });
    expect([asked(), file.count('JointDecisionTaken')]).toEqual([['host', 'partner'], 0]);
    file.must('representative', 'AcceptDecision', { decision: file.state.signOffs.decisions.at(-1)?.decision ?? '' });
    expect(file.last('JointDecisionTaken')).toMatchObject({ kind: 'plan-at-a-distance', acceptedBy: ['host', 'partner'] });
    expect(asked()).toEqual([]);
    expect(alone()).toMatchObject({ outcome: 'accepted' });
    expect(file.last('ImplementationStarted')['gates']).toContainEqual({
      gate: 'PRESENCE',
      strength: 'warn',
      state: 'open',
      reason: expect.objectContaining({ en: expect.stringContaining('agreed together not to plan in person') }),
    });
    expect(tasksOf(file, 'hold-planning-meeting')).toEqual([]);
  });

  it('AGI-25: nothing is asked beside the gate where they planned in person, or where it is switched off', () => {
    const asked = (file: Rehearsal) => tasksOf(file, 'asked-planning-in-person');
    const off = fileIn('setting-up', new Rehearsal(policyWithGate('agiri', 'OP', 'PRESENCE', 'off')));
    const met = fileIn('setting-up', new Rehearsal(policyOfCharter('palabre', 'OP')));
    expect(asked(met)).toHaveLength(2);
    met.must('officer', 'HoldPlanningMeeting', meeting('2027-01-20', true));
    expect([...asked(off), ...asked(met), ...asked(strictFileIn('setting-up'))]).toEqual([]);
  });

  const atADistance = { kind: 'plan-at-a-distance', subject: 'À distance', text: 'La piste est coupée.', override: null } as const;

  it('AGI-25: not to meet is agreed where the planning lies ahead, and never long before, after it, or where presence is not asked', () => {
    const under = (charter: string, phase: Phase) => fileIn(phase, new Rehearsal(policyOfCharter(charter, 'OP')));
    const met = under('agiri', 'setting-up').must('officer', 'HoldPlanningMeeting', meeting('2027-01-20', true));
    const others = [under('agiri', 'co-construction'), under('agiri', 'implementation'), under('mdm', 'setting-up'), met];
    for (const file of others) {
      refusedAlone(file, () => file.ask('officer', 'ProposeDecision', atADistance), { code: 'no-planning-ahead', rule: 'AGI-25' });
      expect(file.state.signOffs.decisions).toEqual([]);
    }
    for (const phase of ['validation', 'setting-up'] as const) {
      const file = under('agiri', phase).must('officer', 'ProposeDecision', atADistance);
      expect(file.last('JointDecisionProposed')).toMatchObject({ kind: 'plan-at-a-distance', party: 'host' });
    }
  });

  const inPresence = partnershipTypes.filter(type => policyOfCharter('palabre', type).gates.PRESENCE !== 'off');

  it.each(inPresence)('AGI-25: under Palabre a file of type %s, which asks for presence, asks for the word of both', type => {
    const file = fileIn('setting-up', new Rehearsal(policyOfCharter('palabre', type)));
    expect(tasksOf(file, 'asked-planning-in-person').map(({ party }) => party)).toEqual(['host', 'partner']);
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
