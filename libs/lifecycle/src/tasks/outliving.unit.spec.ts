import type { PartnershipPolicy } from '@palabre/contracts';
import { answerAsked, fileIn, meeting, policyOfCharter, policyWithGate, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const members = [
  { party: 'host', person: 'person-officer' },
  { party: 'partner', person: 'person-representative' },
];

const committee = { members, announcedToMembers: true };

/** At work after only what holds: nobody designated, no committee, no meeting at one table, and a charter that asks for nothing beside its gates. */
function startedAsItWas(policy: PartnershipPolicy): Rehearsal {
  const askedIn = { ...policy.switches.askedIn, 'setting-up': [] };
  const file = fileIn('setting-up', new Rehearsal({ ...policy, switches: { ...policy.switches, askedIn } }));
  file.must('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null });
  return answerAsked(file).must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
}

const standing = (file: Rehearsal, kind: string) => tasksOf(file, kind).map(({ task, party, dueAt }) => ({ task, party, dueAt }));

const withdrawn = (file: Rehearsal): readonly string[] =>
  file.events.filter(one => one.attributes.type === 'TasksWithdrawn').flatMap(one => (one.data as { tasks: string[] }).tasks);

describe('a gate that only warned', () => {
  it('HFA-25: the committee stays asked for after the step, with its date, until it is constituted', () => {
    const file = startedAsItWas(policyOfCharter('agiri', 'OP'));
    const [asked] = standing(file, 'constitute-committee');
    expect(asked).toMatchObject({ party: 'host', dueAt: expect.stringMatching(/^2027/) });
    expect(withdrawn(file)).not.toContain(asked?.task);
    file.advanceTo('2027-06-30').must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    expect(standing(file, 'constitute-committee')).toEqual([asked]);
    expect(file.events.filter(one => one.attributes.type === 'TaskOverdue').map(one => one.data)).toContainEqual(
      expect.objectContaining({ task: asked?.task }),
    );
    file.must('direction', 'ConstituteCommittee', committee);
    expect(standing(file, 'constitute-committee')).toEqual([]);
    expect(file.last('TasksCompleted')).toEqual({ tasks: [asked?.task] });
  });

  it('AGI-25: the meeting at one table stays asked of both, is held in a later phase, and only once', () => {
    const file = startedAsItWas(policyOfCharter('agiri', 'OP')).must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    expect(standing(file, 'hold-planning-meeting').map(({ party }) => party)).toEqual(['host', 'partner']);
    file.must('officer', 'HoldPlanningMeeting', meeting('2027-01-20'));
    expect(standing(file, 'hold-planning-meeting')).toEqual([]);
    refusedAlone(file, () => file.ask('officer', 'HoldPlanningMeeting', meeting('2027-01-20')), { code: 'not-in-this-phase' });
  });

  it('HFA-17: the officer whom nobody designated in time is still asked for at work, with the day of the charter', () => {
    const file = startedAsItWas(policyOfCharter('mdm', 'OP'));
    expect(standing(file, 'designate-officer')).toMatchObject([{ party: 'host', dueAt: expect.stringMatching(/^2027-0[12]/) }]);
    file.must('direction', 'DesignateOfficer', { person: 'person-officer', isPresident: false });
    expect(standing(file, 'designate-officer')).toEqual([]);
  });

  it('MDM-41: a plan of capacities that was not written is asked for again where the gate only warned, and only that text', () => {
    const file = fileIn('validation', new Rehearsal(policyWithGate('agiri', 'OP', 'CAPACITY', 'warn')));
    const { phaseSince: since, steps, texts } = file.state;
    const { 'capacity-plan': _unwritten, values: _lost, ...heads } = texts.heads;
    const warned = [{ gate: 'CAPACITY', phase: 'co-construction', since }] as const;
    file.state = { ...file.state, steps: { ...steps, warned }, texts: { ...texts, heads } };
    file.must('officer', 'RecordMandate', { person: 'person-direction', role: 'signatory-authority', from: '2026-01-01', until: null });
    expect(tasksOf(file, 'write-text').map(({ about }) => about)).toEqual(['agreement', 'capacity-plan']);
  });

  it.each(['alert', 'off'] as const)('HFA-25: a gate that is %s asks for nothing beyond its step', strength => {
    const file = startedAsItWas(policyWithGate('agiri', 'OP', 'FOLLOW-UP', strength));
    expect(standing(file, 'constitute-committee')).toEqual([]);
    expect(standing(file, 'hold-planning-meeting')).toHaveLength(2);
  });
});
