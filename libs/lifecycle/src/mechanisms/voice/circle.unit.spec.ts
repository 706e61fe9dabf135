import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { phases, type Phase } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

const text = 'Nous n’y arrivons pas ainsi.';

const challengeIn = (file: Rehearsal): string => String(file.last('ChallengeRaised')['challenge']);

describe('difficulties of the circle', () => {
  it('PMP-50: a difficulty about resources says which: money, time or staff, and may be raised in any phase', () => {
    const lived: readonly Phase[] = [
      'idea',
      'mapping',
      'search',
      'due-diligence',
      'co-construction',
      'validation',
      'setting-up',
      'implementation',
    ];
    for (const phase of [...lived, 'annual-review', 'closing'] as const) {
      const file = fileIn(phase);
      const ask = (resources?: object) =>
        file.ask('officer', 'RaiseChallenge', { text, kind: 'resources', ...(resources && { resources }) } as never);
      refusedAlone(file, () => ask(), { code: 'which-resources', rule: 'PMP-50' });
      refusedAlone(file, () => ask({ money: null, time: null, staff: null }), { code: 'which-resources' });
      expect([phase, ask({ money: 'Le second versement.', time: null, staff: 'Une comptable à mi-temps.' }).outcome]).toEqual([
        phase,
        'accepted',
      ]);
      expect(file.last('ChallengeRaised')).toMatchObject({
        kind: 'resources',
        resources: { time: null, staff: 'Une comptable à mi-temps.' },
      });
      expect(phases).toContain(phase);
    }
  });

  it('PMP-50: money, time and staff go with no other kind of difficulty', () => {
    const file = fileIn('implementation');
    const resources = { money: text, time: null, staff: null };
    refusedAlone(file, () => file.ask('officer', 'RaiseChallenge', { text, kind: 'trust', resources }), { code: 'not-about-resources' });
  });

  it('PMP-51: a difficulty about whom to address points at the map, and is resolved by naming who is added or dropped', () => {
    const file = fileIn('implementation').must('representative', 'RaiseChallenge', { text, kind: 'stakeholders', stakeholders: ['s-1'] });
    const challenge = challengeIn(file);
    expect(file.last('ChallengeRaised')).toMatchObject({ stakeholders: ['s-1'] });
    const resolve = (circle?: { added: string[]; dropped: string[] }) =>
      file.ask('representative', 'ResolveChallenge', { challenge, solution: text, ...(circle && { circle }) });
    refusedAlone(file, () => resolve(), { code: 'who-is-in-the-circle', rule: 'PMP-51' });
    refusedAlone(file, () => resolve({ added: [], dropped: [] }), { code: 'who-is-in-the-circle' });
    expect(resolve({ added: ['s-7'], dropped: ['s-1'] }).outcome).toBe('accepted');
    expect(file.last('ChallengeResolved')).toMatchObject({ circle: { added: ['s-7'], dropped: ['s-1'] } });
    expect(file.state.voices.challenges).toEqual([]);
  });

  it('PMP-52: a difficulty about the organisation offers to appoint a neutral secretariat; none is offered where one is there', () => {
    const file = fileIn('implementation').must('representative', 'RaiseChallenge', { text, kind: 'organisation' });
    expect(tasksOf(file, 'appoint-secretariat')).toMatchObject([
      { party: 'host', about: challengeIn(file), verdicts: { grant: 'ProposeSecretariat' } },
      { party: 'partner' },
    ]);
    expect(tasksOf(fileIn('implementation').must('officer', 'RaiseChallenge', { text }), 'appoint-secretariat')).toEqual([]);
    const secretariat = { party: null, organisation: 'org-tiers', person: 'person-tiers', voteThrough: null };
    file.must('officer', 'ProposeSecretariat', { secretariat, reason: text });
    const { proposal } = file.last('NeutralSecretariatProposed');
    file.must('representative', 'AgreeToProposal', { proposal: String(proposal) });
    expect(file.count('NeutralSecretariatAppointed')).toBe(1);
    expect(tasksOf(file, 'appoint-secretariat')).toEqual([]);
    expect(file.state.voices.challenges).toHaveLength(1);
  });
});

describe('being there for each other', () => {
  /** A file whose charter asks officers to be available, and allows this many working days for an answer. */
  const available = (workingDays: number): Rehearsal => {
    const policy = policyOfCharter('mdm', 'OP');
    const practices = { ...policy.switches.practices!, availability: 'required' as const };
    const figures = { ...policy.figures, partner_message_answer_working_days: workingDays };
    return fileIn('implementation', new Rehearsal({ ...policy, figures, switches: { ...policy.switches, practices } }));
  };
  const speak = { object: 'text/budget', message: 'Quand partent les camions ?' };

  it('AGI-28: a message waits for the other side, and is listed as late after the working days of the charter', () => {
    const file = available(5).must('representative', 'PostPalaverMessage', speak);
    expect(tasksOf(file, 'answer-message')).toMatchObject([
      { party: 'host', about: 'text/budget', dueAt: '2027-01-27T09:00:00.000Z', overdue: false },
    ]);
    file.advanceTo('2027-01-26').must('representative', 'PostPalaverMessage', speak);
    expect(tasksOf(file, 'answer-message')).toMatchObject([{ dueAt: '2027-01-27T09:00:00.000Z', overdue: false }]);
    file.advanceTo('2027-01-28');
    expect(tasksOf(file, 'answer-message')).toMatchObject([{ party: 'host', overdue: true }]);
    file.must('fieldTeam', 'PostPalaverMessage', { ...speak, message: 'Jeudi.' });
    expect(tasksOf(file, 'answer-message').map(task => task.party)).toEqual(['partner']);
    expect(file.state.lines.cases).toEqual([]);
  });

  it('AGI-28: the delay is the charter’s; where it asks for no availability no message becomes a task', () => {
    const quick = available(2).must('representative', 'PostPalaverMessage', speak);
    expect(tasksOf(quick, 'answer-message')).toMatchObject([{ dueAt: '2027-01-22T09:00:00.000Z' }]);
    const plain = fileIn('implementation').must('representative', 'PostPalaverMessage', speak);
    expect(tasksOf(plain, 'answer-message')).toEqual([]);
    expect(policyOfCharter('agiri', 'OP').switches.practices?.availability).toBe('required');
    expect(policyOfCharter('agiri', 'OP').figures?.['partner_message_answer_working_days']).toBe(5);
  });

  it('AGI-28: the officer states hours and a deputy, who is somebody else', () => {
    const file = available(5);
    expect(tasksOf(file, 'state-availability')).toMatchObject([{ party: 'host' }]);
    const state = (deputy: string) => file.ask('officer', 'StateAvailability', { hours: 'du lundi au jeudi, 8 h–16 h UTC', deputy });
    refusedAlone(file, () => state('person-officer'), { code: 'own-deputy', rule: 'AGI-28' });
    expect(state('person-hq-ops').outcome).toBe('accepted');
    expect(file.last('AvailabilityStated')).toMatchObject({ person: 'person-officer', deputy: 'person-hq-ops' });
    expect(tasksOf(file, 'state-availability')).toEqual([]);
  });

  it('AGI-28: stated again, it takes the place of what the same person had said, and of nobody else’s', () => {
    const hours = 'du lundi au jeudi';
    const file = available(5)
      .must('officer', 'StateAvailability', { hours, deputy: 'person-hq-ops' })
      .must('representative', 'StateAvailability', { hours, deputy: 'person-elder' })
      .must('officer', 'StateAvailability', { hours, deputy: 'person-direction' });
    expect(file.state.parties.availability).toMatchObject([
      { person: 'person-representative', deputy: 'person-elder' },
      { person: 'person-officer', deputy: 'person-direction' },
    ]);
  });
});

describe('nothing is hidden', () => {
  it('ALE-42: a difficulty that was raised cannot be hidden from a party, while it is open or after', () => {
    const file = fileIn('implementation').must('representative', 'RaiseChallenge', { text });
    const challenge = challengeIn(file);
    const hide = () => file.ask('officer', 'RestrictAccess', { object: challenge, restrictedFor: 'partner', reason: text });
    refusedAlone(file, hide, { code: 'challenge-stays-visible', rule: 'ALE-42' });
    file.must('representative', 'ResolveChallenge', { challenge, solution: text });
    refusedAlone(file, hide, { code: 'challenge-stays-visible' });
    expect(file.count('AccessRestrictionRecorded')).toBe(0);
  });
});
