import { fileIn, openingIdea, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

/** An operational partnership at work whose type may rest. */
const restful = (): Rehearsal => {
  const policy = policyOfCharter('mdm', 'OP');
  return fileIn('implementation', new Rehearsal({ ...policy, columns: { ...policy.columns, dormancy: true } }));
};

/** What waits under a rule, and what it is about. */
const waits = (file: Rehearsal, rule: string) =>
  file.state.deadlines.filter(one => one.rule === rule).map(({ dueAt, party, about }) => ({ dueAt, party, about }));

const reminders = (file: Rehearsal, about: string) =>
  file.events.filter(event => event.attributes.type === 'ReminderDue' && (event.data as { about?: string }).about === about);

const taskList = (file: Rehearsal, kind: string) => tasksOf(file, kind).map(({ party, about, dueAt }) => ({ party, about, dueAt }));

const lastProposal = (file: Rehearsal): { proposal: string } => ({ proposal: file.state.frame.proposals.at(-1)?.proposal ?? 'none' });

describe('a relation at rest', () => {
  it('MDM-53: its contact is due each year from the day it went to rest, one at a time, and names nobody', () => {
    const file = restful();
    expect(waits(file, 'rest-contact')).toEqual([]);
    file.must('representative', 'ChangeIntensity', { to: 'dormant', reason: words });
    expect(file.state.frame.intensity).toEqual({ level: 'dormant', since: '2027-01-20T09:00:00.000Z' });
    expect(waits(file, 'rest-contact')).toEqual([{ dueAt: '2028-01-20T09:00:00.000Z', party: null, about: null }]);
    file.advanceTo('2028-01-21');
    expect(reminders(file, 'rest-contact').map(({ attributes }) => attributes.factat)).toEqual(['2028-01-20T09:00:00.000Z']);
    expect(waits(file, 'rest-contact')).toEqual([{ dueAt: '2029-01-20T09:00:00.000Z', party: null, about: null }]);
  });

  it('MDM-53: a low intensity is no rest, nor is one that stands suspended, and who works again is reminded of nothing', () => {
    const file = restful().must('officer', 'ChangeIntensity', { to: 'low', reason: words });
    expect(waits(file, 'rest-contact')).toEqual([]);
    file.must('officer', 'ChangeIntensity', { to: 'dormant', reason: words });
    expect(waits(file, 'rest-contact')).toHaveLength(1);
    const line = file.policy.lines.find(one => one.colour === 'red' && one.suspendsWhenAlleged && !one.protected)!;
    const suspended = restful().must('officer', 'ChangeIntensity', { to: 'dormant', reason: words });
    suspended.must('officer', 'RaiseLine', { line: line.code, about: 'partner', facts: null });
    expect(suspended.state.standing).toBe('suspended');
    expect(waits(suspended, 'rest-contact')).toEqual([]);
    file.must('officer', 'ChangeIntensity', { to: 'medium', reason: words });
    expect(waits(file, 'rest-contact')).toEqual([]);
  });

  it('MDM-53: each change tells who asked, from where to where and why; the middle that nobody has said yet may be said', () => {
    const file = restful().must('representative', 'ChangeIntensity', { to: 'medium', reason: 'Un rythme tranquille.' });
    expect(file.last('IntensityChanged')).toEqual({ party: 'partner', from: 'medium', to: 'medium', reason: 'Un rythme tranquille.' });
    refusedAlone(file, () => file.ask('officer', 'ChangeIntensity', { to: 'medium', reason: words }), { code: 'same-intensity' });
    file.must('officer', 'ChangeIntensity', { to: 'low', reason: words });
    expect(file.last('IntensityChanged')).toEqual({ party: 'host', from: 'medium', to: 'low', reason: words });
  });

  it('MDM-53: a type that does not rest may still slow down', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'ChangeIntensity', { to: 'dormant', reason: words }), {
      code: 'no-dormancy',
      rule: 'MDM-53',
    });
    file.must('officer', 'ChangeIntensity', { to: 'low', reason: words });
    expect(file.state.frame.intensity).toEqual({ level: 'low', since: file.state.calendar.now });
  });
});

describe('a bridge', () => {
  it('ALE-63: it tells who opened it, why and until when, and stands from that moment on; a second one is refused', () => {
    const file = fileIn('implementation').must('representative', 'OpenBridge', { reason: words, expectedUntil: '2027-09-01' });
    expect(file.last('BridgeOpened')).toEqual({ reason: words, expectedUntil: '2027-09-01', party: 'partner' });
    expect(file.state.frame.bridgeSince).toBe(file.state.calendar.now);
    refusedAlone(file, () => file.ask('officer', 'OpenBridge', { reason: words, expectedUntil: null }), {
      code: 'bridge-open',
      rule: 'ALE-63',
    });
    expect(file.state.frame.bridgeSince).toBe('2027-01-20T09:00:00.000Z');
  });

  it('ALE-63, MDM-53: a renewed agreement ends the bridge and the rest at once', () => {
    const file = restful()
      .must('officer', 'ChangeIntensity', { to: 'dormant', reason: words })
      .must('officer', 'OpenBridge', { reason: words, expectedUntil: null })
      .must('direction', 'ProposeRenewal', { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: words, reason: words });
    expect(file.state.frame).toMatchObject({ bridgeSince: '2027-01-20T09:00:00.000Z', intensity: { level: 'dormant' } });
    file.must('presidency', 'AgreeToProposal', lastProposal(file));
    expect(file.state.frame).toMatchObject({ bridgeSince: null, intensity: null, proposals: [] });
  });
});

describe('a membership', () => {
  const fee = { amount: 50_000, currency: 'EUR' };

  /** A network at work, joined on the day the story begins its implementation. */
  const joined = (renewal?: 'none'): Rehearsal => {
    const { columns, ...policy } = policyOfCharter('mdm', 'OP');
    const network = policyOfCharter('mdm', 'NW').columns;
    const of = { networkMandate: network.networkMandate, renewal: renewal ?? network.renewal };
    return fileIn('implementation', new Rehearsal({ ...policy, columns: { ...columns, ...of } }));
  };

  it('MDM-57: the file keeps its delegate, the day it began and the day of review, and no year of it renewed', () => {
    const file = joined();
    const { membership } = file.state.frame;
    expect(membership).toEqual({
      delegate: 'person-representative',
      reviewOn: '2028-01-15',
      since: '2027-01-20T09:00:00.000Z',
      renewals: 0,
    });
  });

  it('MDM-58: its years are told one by one, each due a year after the one before, and the hierarchy of the host is asked', () => {
    const file = joined();
    expect(waits(file, 'membership-renewal')).toEqual([{ dueAt: '2028-01-20T09:00:00.000Z', party: null, about: null }]);
    file.advanceTo('2028-01-20');
    expect(reminders(file, 'renew-membership')).toHaveLength(1);
    expect(waits(file, 'membership-renewal')).toEqual([]);
    expect(taskList(file, 'renew-membership')).toEqual([{ party: 'host', about: null, dueAt: '2028-01-20T09:00:00.000Z' }]);
    file.must('direction', 'RenewMembership', { stakeStillServed: true, fee });
    const first = { stakeStillServed: true, fee, party: 'host', person: 'person-direction' };
    expect(file.last('MembershipFeeRenewed')).toEqual({ ...first, year: 1 });
    expect(waits(file, 'membership-renewal')).toEqual([{ dueAt: '2029-01-20T09:00:00.000Z', party: null, about: null }]);
    file.must('direction', 'RenewMembership', { stakeStillServed: false, fee: null });
    expect(file.last('MembershipFeeRenewed')).toEqual({ ...first, stakeStillServed: false, fee: null, year: 2 });
    expect(file.state.frame.membership?.renewals).toBe(2);
    expect(waits(file, 'membership-renewal')).toEqual([{ dueAt: '2030-01-20T09:00:00.000Z', party: null, about: null }]);
  });

  it('MDM-58: where a type renews nothing, nobody is asked and no day is counted', () => {
    const file = joined('none').advanceTo('2028-03-01');
    expect(file.state.frame.membership).not.toBeNull();
    expect(waits(file, 'membership-renewal')).toEqual([]);
    expect(tasksOf(file, 'renew-membership')).toEqual([]);
  });
});

describe('the first phase of many', () => {
  const opened = (): Rehearsal => {
    const founder = { party: 'partner', organisation: 'org-riviere', workingLanguage: 'fr' };
    return new Rehearsal(policyOfCharter('pmp', 'MSP')).must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder] });
  };

  const proposed = (file: Rehearsal, outcome: 'prolong' | 'institutionalise', prolongedUntil: string | null) => () =>
    file.ask('officer', 'ProposeEstablishment', { outcome, prolongedUntil, reason: words });

  it('PMP-60: the warning and the decision wait together from the first day; each is told once', () => {
    const file = opened();
    expect(waits(file, 'establishment-warning')).toEqual([{ dueAt: '2029-07-04T08:00:00.000Z', party: null, about: null }]);
    expect(waits(file, 'establishment-decision')).toEqual([{ dueAt: '2030-01-04T08:00:00.000Z', party: null, about: null }]);
    file.advanceTo('2030-01-04');
    expect([reminders(file, 'establishment-warning').length, reminders(file, 'decide-establishment').length]).toEqual([1, 1]);
    expect([...waits(file, 'establishment-warning'), ...waits(file, 'establishment-decision')]).toEqual([]);
  });

  it('PMP-60: a prolongation needs a day to come, tomorrow at the soonest; institutionalising takes none', () => {
    const file = opened();
    const wrong = { code: 'prolonged-until-missing', rule: 'PMP-60' };
    refusedAlone(file, proposed(file, 'prolong', null), wrong);
    refusedAlone(file, proposed(file, 'prolong', '2027-01-04'), wrong);
    refusedAlone(file, proposed(file, 'institutionalise', '2027-01-05'), wrong);
    expect(proposed(file, 'prolong', '2027-01-05')().outcome).toBe('accepted');
    expect(file.last('EstablishmentDecisionProposed')).toEqual({
      ...lastProposal(file),
      party: 'host',
      reason: words,
      outcome: 'prolong',
      prolongedUntil: '2027-01-05',
    });
  });

  it('PMP-60, PMP-61: while a proposal waits nobody is asked to make one; agreed, it holds to the end of its last day, or for good', () => {
    const file = opened().advanceTo('2030-01-05');
    expect(taskList(file, 'decide-establishment').map(({ party }) => party)).toEqual(['host', 'partner']);
    proposed(file, 'prolong', '2030-06-30')();
    const { proposal } = lastProposal(file);
    expect(tasksOf(file, 'decide-establishment')).toEqual([]);
    file.must('representative', 'AgreeToProposal', { proposal });
    const acceptedBy = ['host', 'partner'];
    expect(file.last('EstablishmentDecided')).toEqual({ proposal, acceptedBy, outcome: 'prolong', prolongedUntil: '2030-06-30' });
    expect(file.state.frame).toMatchObject({ proposals: [], establishment: { outcome: 'prolong', until: '2030-06-30T23:59:59.999Z' } });
    expect(waits(file, 'establishment-decision')).toEqual([{ dueAt: '2030-06-30T23:59:59.999Z', party: null, about: null }]);
    file.advanceTo('2030-06-30');
    expect(tasksOf(file, 'decide-establishment')).toEqual([]);
    file.advanceTo('2030-07-01');
    expect(tasksOf(file, 'decide-establishment')).toHaveLength(2);
    proposed(file, 'institutionalise', null)();
    file.must('representative', 'AgreeToProposal', lastProposal(file));
    expect(file.state.frame.establishment).toEqual({ outcome: 'institutionalise', until: null });
    expect([...waits(file, 'establishment-warning'), ...waits(file, 'establishment-decision')]).toEqual([]);
  });
});

describe('what a partner prefers of the leadership', () => {
  const led = (): Rehearsal => {
    const policy = policyOfCharter('mdm', 'OP');
    return fileIn('implementation', new Rehearsal({ ...policy, columns: { ...policy.columns, leadershipLevels: ['LED', 'MANAGED'] } }));
  };

  it('ALE-35: a level is one that the type uses; none at all may be said too; only words of security stay unsaid', () => {
    const file = led();
    const told = (data: object) =>
      file.ask('representative', 'StateLeadershipPreference', { level: null, because: 'other', note: null, ...data } as never);
    refusedAlone(file, () => told({ level: 'IMPLEMENTED' }), { code: 'level-not-used', rule: 'ALE-34' });
    refusedAlone(file, () => told({ because: 'security', note: words }), { code: 'security-stays-unsaid', rule: 'ALE-35' });
    expect(file.count('LeadershipPreferenceStated')).toBe(0);
    expect(told({ level: 'LED', note: words }).outcome).toBe('accepted');
    expect(file.last('LeadershipPreferenceStated')).toEqual({ level: 'LED', because: 'other', note: words, party: 'partner' });
    const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };
    expect(told({ because: 'security', note: sealed }).outcome).toBe('accepted');
    expect(file.last('LeadershipPreferenceStated')).toEqual({ level: null, because: 'security', note: sealed, party: 'partner' });
  });
});
