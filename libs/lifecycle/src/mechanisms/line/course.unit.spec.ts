import { after } from '../../calendar/span.js';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf, type PersonName, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { lapsedCases } from './lapsed.js';
import { confirmedRedLines, readableAmong } from './questions.js';

const at = '2027-01-20T09:00:00.000Z';

const words = 'Dit sous l’arbre.';

/** Words about a case, sealed as those on a protected line have to be. */
const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

const steps = [
  { owner: 'partner', dueOn: '2027-06-30', text: 'Former la comptabilité.' },
  { owner: 'host', dueOn: '2027-07-31', text: 'Relire les comptes.' },
];

const raise = (file: Rehearsal, line: string, about = 'partner', who: PersonName = 'officer'): string => {
  file.must(who, 'RaiseLine', { line, about, facts: null });
  return file.state.lines.cases.at(-1)?.case ?? 'case-none';
};

const heard = (file: Rehearsal, line: string): string => {
  const id = raise(file, line);
  file.must('representative', 'HearParty', { case: id, statement: sealed });
  return id;
};

const asked = (file: Rehearsal, kind: string) =>
  tasksOf(file, kind).map(({ party, about, askedBy, dueAt }) => ({ party, about, askedBy, dueAt }));

const waits = (file: Rehearsal, rule: string) =>
  file.state.deadlines.filter(one => one.rule === rule).map(({ dueAt, party, about }) => ({ dueAt, party, about }));

const reminded = (file: Rehearsal, about: string) =>
  file.events
    .filter(({ attributes, data }) => attributes.type === 'ReminderDue' && (data as { about?: string }).about === about)
    .map(({ attributes }) => attributes.factat);

/** Everything told since a moment, with its data. */
const since = (file: Rehearsal, version: number) =>
  file.events
    .filter(
      ({ attributes }) =>
        attributes.streamversion > version && !attributes.type.startsWith('Task') && !attributes.type.startsWith('Deadline'),
    )
    .map(({ attributes, data }) => [attributes.type, data]);

describe('a case as the file keeps it', () => {
  it('S-01: it tells line, colour, party and who raised it when, and nothing is heard, planned or confirmed yet', () => {
    const file = fileIn('implementation');
    const id = raise(file, 'staff_discrimination');
    const on = { case: id, line: 'staff_discrimination', about: 'partner' };
    expect(file.last('OrangeLineRaised')).toEqual({ ...on, facts: null });
    expect(file.state.lines).toMatchObject({
      cases: [
        {
          ...on,
          colour: 'orange',
          raisedBy: 'host',
          raisedByPerson: 'person-officer',
          raisedAt: at,
          heard: false,
          plan: null,
          planAgreedAt: null,
          confirmed: null,
        },
      ],
      lastRaised: [{ line: 'staff_discrimination', about: 'partner', at }],
      suspending: [],
      closed: 0,
    });
    const second = raise(file, 'staff_discrimination', 'host', 'representative');
    expect(file.state.lines.lastRaised.map(({ about }) => about)).toEqual(['partner', 'host']);
    file.must('officer', 'HearParty', { case: second, statement: words });
    expect(file.state.lines.cases.map(one => [one.case, one.heard])).toEqual([
      [id, false],
      [second, true],
    ]);
  });

  it('S-01: raised anew after it was closed, a line is remembered by its last day alone', () => {
    const file = fileIn('implementation');
    file.must('committee', 'DismissLine', { case: heard(file, 'gender_equality'), reason: words });
    expect(file.state.lines).toMatchObject({ cases: [], closed: 1, lastRaised: [{ line: 'gender_equality', at }] });
    file.advanceTo('2027-02-01');
    raise(file, 'gender_equality');
    expect(file.state.lines.lastRaised).toEqual([{ line: 'gender_equality', about: 'partner', at: '2027-02-01T09:00:00.000Z' }]);
  });

  it('PMP-26: each further limit of a party counts for it alone', () => {
    const file = fileIn('implementation').must('representative', 'DeclareLimit', { limit: words });
    file.must('officer', 'DeclareLimit', { limit: words }).must('representative', 'DeclareLimit', { limit: words });
    expect(file.state.lines.limits).toEqual([
      { party: 'host', count: 1 },
      { party: 'partner', count: 2 },
    ]);
  });
});

describe('a red line in time', () => {
  it('S-01: its decision is due a delay after it was raised, reminded of on that day, and asked once the party was heard', () => {
    const file = fileIn('implementation');
    const { red_line_decision_in: delay } = file.policy.timers;
    const id = raise(file, 'patient_discrimination');
    const dueAt = after(at, delay);
    expect(waits(file, 'red-line-decision')).toEqual([{ dueAt, party: null, about: id }]);
    expect(asked(file, 'be-heard')).toEqual([{ party: 'partner', about: id, askedBy: null, dueAt: null }]);
    expect(asked(file, 'decide-red-line')).toEqual([]);
    file.must('representative', 'HearParty', { case: id, statement: sealed });
    expect(file.last('PartyHeard')).toEqual({ case: id, line: 'patient_discrimination', about: 'partner', statement: sealed });
    expect(asked(file, 'decide-red-line')).toEqual([{ party: 'host', about: id, askedBy: 'person-officer', dueAt }]);
    file.must('committee', 'DismissLine', { case: id, reason: sealed });
    expect([...waits(file, 'red-line-decision'), ...asked(file, 'decide-red-line'), ...asked(file, 'be-heard')]).toEqual([]);
  });

  it('S-01: who stays unheard holds the decision up until its day; then the body is reminded, and again a delay later', () => {
    const file = fileIn('implementation');
    const id = raise(file, 'patient_discrimination');
    const dueAt = after(at, file.policy.timers.red_line_decision_in);
    file.advanceTo(dueAt.slice(0, 10));
    expect(reminded(file, 'decide-red-line')).toEqual([dueAt]);
    expect(asked(file, 'decide-red-line').map(({ party, about }) => [party, about])).toEqual([['host', id]]);
    expect(waits(file, 'red-line-decision')).toEqual([
      { dueAt: after(dueAt, file.policy.timers.red_line_decision_in), party: null, about: id },
    ]);
  });

  it('MDM-63: confirmed, it tells case, reason and consequence, and resumed, the breach is over and the case closed', () => {
    const file = fileIn('implementation');
    const id = heard(file, 'patient_discrimination');
    const on = { case: id, line: 'patient_discrimination', about: 'partner' };
    const before = file.state.head.version;
    file.must('committee', 'ConfirmLine', { case: id, reason: sealed });
    expect(since(file, before)).toContainEqual(['RedLineBreachConfirmed', { ...on, reason: sealed, consequence: 'keep-suspended' }]);
    expect([file.count('PartnershipSuspended'), file.count('PartnershipResumed')]).toEqual([1, 0]);
    expect(file.state.lines).toMatchObject({ suspending: [id], cases: [{ confirmed: 'keep-suspended' }], closed: 0 });
    refusedAlone(file, () => file.ask('committee', 'ReleaseTransfers', { case: id, reason: sealed }), { code: 'nothing-frozen' });
    file.must('committee', 'ResumePartnership', { case: id, reason: sealed });
    expect(file.last('PartnershipResumed')).toEqual({ ...on, reason: sealed });
    expect(file.state.lines).toMatchObject({ suspending: [], cases: [], closed: 1 });
    expect(file.state.standing).toBe('open');
  });

  it('MDM-65: confirmed corruption freezes the money in the place of the suspension; released, nothing of it stands', () => {
    const file = fileIn('implementation');
    const id = heard(file, 'corruption');
    expect(file.state.standing).toBe('suspended');
    const before = file.state.head.version;
    file.must('committee', 'ConfirmLine', { case: id, reason: sealed });
    const told = since(file, before).map(([type]) => type);
    expect(told.filter(type => ['PartnershipResumed', 'RedLineBreachConfirmed', 'FundTransfersFrozen'].includes(String(type)))).toEqual([
      'PartnershipResumed',
      'RedLineBreachConfirmed',
      'FundTransfersFrozen',
    ]);
    expect(file.last('FundTransfersFrozen')).toEqual({ case: id });
    expect(file.state).toMatchObject({ standing: 'open', money: { frozenBy: [id] }, lines: { suspending: [] } });
    expect(confirmedRedLines(file.state).map(one => one.case)).toEqual([id]);
    refusedAlone(file, () => file.ask('committee', 'ResumePartnership', { case: id, reason: sealed }), { code: 'nothing-to-resume' });
    file.must('committee', 'ReleaseTransfers', { case: id, reason: sealed });
    expect(file.last('FundTransfersReleased')).toEqual({ case: id, reason: sealed });
    expect(confirmedRedLines(file.state)).toEqual([]);
    expect(raise(file, 'corruption')).not.toBe(id);
  });

  it('MDM-65, MDM-68: of several cases those that may be named to anybody are the ones that no handler guards', () => {
    const file = fileIn('implementation');
    const guarded = file.policy.lines.find(one => one.protected && one.colour === 'orange')!.code;
    const [open, secret] = [raise(file, 'staff_discrimination'), raise(file, guarded)];
    expect(readableAmong(file.state, [open, secret, 'case-gone'])).toEqual([open, 'case-gone']);
    expect(readableAmong(file.state, [open])).toEqual([open]);
    expect(readableAmong(file.state, [secret])).toEqual([]);
  });
});

describe('an orange line in time', () => {
  it('MDM-66: its plan is due a delay after it was raised, from the party concerned, and reviewed a delay after it was agreed', () => {
    const file = fileIn('implementation');
    const { orange_line_plan_in: planIn, orange_line_review_in: reviewIn } = file.policy.timers;
    const id = raise(file, 'staff_discrimination');
    const dueAt = after(at, planIn);
    const on = { case: id, line: 'staff_discrimination', about: 'partner' };
    expect(waits(file, 'orange-line-plan')).toEqual([{ dueAt, party: 'partner', about: id }]);
    expect(asked(file, 'propose-mitigation')).toEqual([{ party: 'partner', about: id, askedBy: null, dueAt }]);
    file.must('representative', 'ProposeMitigation', { case: id, steps });
    const { plan } = file.state.lines.cases[0]!;
    expect(file.last('MitigationPlanProposed')).toEqual({ ...on, proposedBy: 'partner', steps: plan?.steps, arrangement: null });
    expect(plan).toEqual({
      proposedBy: 'partner',
      proposedByPerson: 'person-representative',
      acceptedBy: ['partner'],
      steps: steps.map((step, nth) => ({ ...step, step: plan?.steps[nth]?.step })),
    });
    expect(plan?.steps.map(({ step }) => step.slice(-2))).toEqual(['-1', '-2']);
    expect(asked(file, 'propose-mitigation')).toEqual([]);
    expect(asked(file, 'answer-mitigation')).toEqual([{ party: 'host', about: id, askedBy: 'person-representative', dueAt }]);
    expect(waits(file, 'orange-line-plan')).toHaveLength(1);
    file.must('officer', 'AcceptMitigation', { case: id });
    expect(file.last('MitigationPlanAgreed')).toEqual({ ...on, acceptedBy: ['partner', 'host'], steps: plan?.steps });
    const promised = file.events.filter(({ attributes }) => attributes.type === 'CommitmentMade').slice(-2);
    expect(promised.map(event => event.data)).toMatchObject([
      { commitment: plan?.steps[0]?.step, owedBy: 'partner', owedTo: 'host', what: steps[0]?.text, dueOn: '2027-06-30' },
      { commitment: plan?.steps[1]?.step, owedBy: 'host', owedTo: 'partner', what: steps[1]?.text, dueOn: '2027-07-31' },
    ]);
    expect(waits(file, 'orange-line-plan')).toEqual([]);
    const reviewAt = after(at, reviewIn);
    expect(waits(file, 'orange-line-review')).toEqual([{ dueAt: reviewAt, party: null, about: id }]);
    expect(file.state.lines.cases).toMatchObject([{ plan: null, planAgreedAt: at }]);
    file.advanceTo(reviewAt.slice(0, 10));
    expect(reminded(file, 'review-orange-line')).toEqual([reviewAt]);
    expect(asked(file, 'review-orange-line').map(({ party, about }) => [party, about])).toEqual([['host', id]]);
    file.must('officer', 'LiftOrangeLine', { case: id, reason: words });
    expect(file.last('OrangeLineLifted')).toEqual({ ...on, reason: words });
    expect(waits(file, 'orange-line-review')).toEqual([]);
    expect(file.state.lines.closed).toBe(1);
  });

  it('MDM-66: of three parties each has to accept; a voice is told by itself until the last one', () => {
    const file = fileIn('implementation');
    withThird(file);
    const id = raise(file, 'staff_discrimination');
    file.must('officer', 'ProposeMitigation', { case: id, steps });
    file.must('representative', 'AcceptMitigation', { case: id });
    expect(file.last('MitigationPlanAccepted')).toEqual({ case: id, line: 'staff_discrimination', about: 'partner', party: 'partner' });
    expect(file.state.lines.cases[0]?.plan?.acceptedBy).toEqual(['host', 'partner']);
    expect(asked(file, 'answer-mitigation').map(({ party }) => party)).toEqual(['third']);
    expect(file.count('MitigationPlanAgreed')).toBe(0);
    file.must(
      'officer',
      'AcceptMitigation',
      { case: id },
      {
        actor: { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] },
      },
    );
    expect(file.last('MitigationPlanAgreed')['acceptedBy']).toEqual(['host', 'partner', 'third']);
  });

  it('MDM-66: no majority agrees a plan over the head of the party that it is about', () => {
    const file = fileIn('implementation', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), decisionRule: 'majority' }));
    withThird(file);
    const id = raise(file, 'staff_discrimination');
    file.must('officer', 'ProposeMitigation', { case: id, steps });
    const actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative' as const] };
    file.must('officer', 'AcceptMitigation', { case: id }, { actor });
    expect(file.count('MitigationPlanAgreed')).toBe(0);
    file.must('representative', 'AcceptMitigation', { case: id });
    expect(file.last('MitigationPlanAgreed')['acceptedBy']).toEqual(['host', 'third', 'partner']);
  });
});

describe('a case that nobody can answer any more', () => {
  it('S-06: its end is told with whether another case still holds the partnership; where nobody has left nothing lapses', () => {
    const file = fileIn('implementation');
    const [first, second] = [raise(file, 'patient_discrimination'), raise(file, 'armed_violence', 'host', 'representative')];
    expect(lapsedCases(file.state)).toEqual([]);
    const gone = file.state.parties.members.map(one => (one.party === 'partner' ? { ...one, standing: 'left' as const } : one));
    const told = lapsedCases({ ...file.state, parties: { ...file.state.parties, members: gone } });
    const on = { case: first, line: 'patient_discrimination', about: 'partner' };
    expect(told).toMatchObject([
      { type: 'LineLapsed', data: on },
      { type: 'PartnershipResumed', data: { ...on, leaves: 'suspended' } },
    ]);
    const alone = { ...file.state.lines, suspending: [first] };
    const [, resumed] = lapsedCases({ ...file.state, lines: alone, parties: { ...file.state.parties, members: gone } });
    expect(resumed?.data).not.toHaveProperty('leaves');
    expect(file.state.lines.suspending).toEqual([first, second]);
  });
});
