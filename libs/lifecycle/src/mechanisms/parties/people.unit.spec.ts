import type { Actor, Practices } from '@palabre/contracts';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { readsInClear } from './protection.js';
import { changesWith, hostOf, mandateOf, mandatesIn, partnersOf, successorOf, votersOf, workingLanguages } from './questions.js';
import type { PartyState } from './slice.js';

const words = 'Dit ensemble.';

/** A file at work whose charter asks officers to be available. */
function available(): Rehearsal {
  const policy = policyOfCharter('mdm', 'OP');
  const practices: Practices = { ...policy.switches.practices!, availability: 'required' };
  return fileIn('implementation', new Rehearsal({ ...policy, switches: { ...policy.switches, practices } }));
}

/** The same file, its members changed. */
function withMembers(file: Rehearsal, ...members: readonly Partial<PartyState>[]): Rehearsal {
  const [host, partner] = file.state.parties.members;
  const told = members.map((one, at) => ({ ...(at === 0 ? host! : partner!), ...one }));
  file.state = { ...file.state, parties: { ...file.state.parties, members: told } };
  return file;
}

const third = { party: 'third', organisation: 'org-third', workingLanguage: 'es' } as const;

describe('who can be reached', () => {
  it('AGI-28: what somebody else said of its hours is not the word of the officer, who is still asked', () => {
    const file = available().must('representative', 'StateAvailability', { hours: 'le matin', deputy: 'person-elder' });
    expect(tasksOf(file, 'state-availability').map(task => task.party)).toEqual(['host']);
    file.must('officer', 'StateAvailability', { hours: 'le matin', deputy: 'person-hq-ops' });
    expect(tasksOf(file, 'state-availability')).toEqual([]);
    expect(tasksOf(fileIn('implementation'), 'state-availability')).toEqual([]);
  });

  it('AGI-28: before an officer is designated, and once all is over, nobody is asked', () => {
    const before = available();
    before.state = { ...before.state, parties: { ...before.state.parties, officer: null } };
    before.must('representative', 'StateAvailability', { hours: 'le matin', deputy: 'person-elder' });
    expect(tasksOf(before, 'state-availability')).toEqual([]);
    const after = available();
    after.state = { ...after.state, phase: 'after' };
    after.must('officer', 'PostPalaverMessage', { object: 'text/budget', message: words });
    expect(tasksOf(after, 'state-availability')).toEqual([]);
  });
});

describe('what is asked while the work is set up', () => {
  const settingUp = (committee: boolean): Rehearsal => {
    const policy = policyOfCharter('mdm', 'OP');
    return fileIn('setting-up', new Rehearsal({ ...policy, columns: { ...policy.columns, followUpCommittee: committee } }));
  };

  it('HFA-17: the hierarchy of the host names its officer, once, within the delay of the charter', () => {
    const file = settingUp(true);
    expect(tasksOf(file, 'designate-officer')).toMatchObject([{ party: 'host', roles: ['signatory-authority'] }]);
    expect(tasksOf(file, 'designate-officer')[0]?.dueAt).not.toBeNull();
    file.must('direction', 'DesignateOfficer', { person: 'person-officer', isPresident: false });
    expect(tasksOf(file, 'designate-officer')).toEqual([]);
    expect(tasksOf(fileIn('validation'), 'designate-officer')).toEqual([]);
  });

  it('HFA-25, HFA-30: a committee is asked for where the type has one, until it is constituted, and not before the signature', () => {
    const file = settingUp(true);
    expect(tasksOf(file, 'constitute-committee')).toMatchObject([{ party: 'host' }]);
    expect(tasksOf(settingUp(false), 'constitute-committee')).toEqual([]);
    expect(tasksOf(fileIn('validation'), 'constitute-committee')).toEqual([]);
    const members = [{ party: 'host', person: 'person-officer' }];
    refusedAlone(
      file,
      () =>
        file.ask('direction', 'ConstituteCommittee', {
          members: [...members, { party: 'nobody', person: 'person-x' }],
          announcedToMembers: true,
        }),
      { code: 'unknown-party', rule: 'HFA-25' },
    );
    file.must('direction', 'ConstituteCommittee', { members, announcedToMembers: false });
    expect(file.state.parties.committee).toEqual({ members: 1, announced: false });
    expect(tasksOf(file, 'constitute-committee')).toEqual([]);
  });

  it('PMP-19: a candidate is asked for in the search alone, and as long as there is none', () => {
    const file = fileIn('search');
    expect(tasksOf(file, 'shortlist-candidate')).toMatchObject([{ party: 'host' }]);
    expect(tasksOf(fileIn('mapping'), 'shortlist-candidate')).toEqual([]);
    expect(tasksOf(fileIn('due-diligence'), 'shortlist-candidate')).toEqual([]);
  });
});

describe('two handovers at one time', () => {
  const open = (file: Rehearsal, who: 'officer' | 'representative', outgoing: string, incoming: string): string => {
    file.must(who, 'OpenHandover', { outgoing, incoming, historyNote: words, pending: [] });
    return String(file.last('HandoverOpened')['handover']);
  };

  it('MDM-10: each is confirmed for itself; one that is done leaves the other waiting for both', () => {
    const file = fileIn('implementation');
    const theirs = open(file, 'representative', 'person-representative', 'person-second-representative');
    const ours = open(file, 'officer', 'person-officer', 'person-hq-ops');
    file.must('officer', 'ConfirmHandover', { handover: theirs });
    expect(file.state.parties.handovers.map(one => one.confirmedBy)).toEqual([['other-party'], []]);
    expect(tasksOf(file, 'confirm-handover').map(({ party, about }) => [party, about])).toEqual([
      ['partner', theirs],
      ['host', ours],
      ['partner', ours],
    ]);
    file.must('secondRepresentative', 'ConfirmHandover', { handover: theirs });
    expect(file.state.parties.handovers.map(one => one.handover)).toEqual([ours]);
    expect(file.state.parties.handedOverOn).toEqual(['2027-01-20']);
    expect(tasksOf(file, 'confirm-handover').map(({ about }) => about)).toEqual([ours, ours]);
  });

  it('MDM-10: changes count for as many months as the charter says, the last day no more, and none where it counts none', () => {
    const { state } = fileIn('implementation');
    const figures = { ...state.policy!.figures, handover_window_months: 12 };
    const changed = (months: number) => ({
      ...state,
      policy: { ...state.policy!, figures: { ...figures, handover_window_months: months } },
      parties: { ...state.parties, handedOverOn: ['2027-01-20', '2027-06-01'] },
    });
    expect(changesWith(changed(12), '2028-01-19T23:59:59.999Z')).toEqual({ changes: 3, months: 12 });
    expect(changesWith(changed(12), '2028-01-20T00:00:00.000Z')).toEqual({ changes: 2, months: 12 });
    expect(changesWith(changed(12), '2029-01-01T00:00:00.000Z')).toEqual({ changes: 1, months: 12 });
    expect(changesWith(changed(0), '2027-07-01T00:00:00.000Z')).toBeNull();
  });
});

describe('mandates', () => {
  it('S-16: one is in force from its first day to its last, for its party, person and role, and no other', () => {
    const { state } = fileIn('implementation');
    const role = 'signatory-authority' as const;
    const mandates = [{ party: 'host', person: 'person-direction', role, from: '2027-02-01', until: '2027-02-28' }];
    const held = { ...state, parties: { ...state.parties, mandates } };
    const days = ['2027-01-31', '2027-02-01', '2027-02-28', '2027-03-01'].map(day =>
      mandatesIn(held, 'host', role, `${day}T23:59:59.000Z`),
    );
    expect(days.map(({ length }) => length)).toEqual([0, 1, 1, 0]);
    const at = '2027-02-10T09:00:00.000Z';
    expect([mandatesIn(held, 'partner', role, at), mandatesIn(held, 'host', 'partnership-officer', at)]).toEqual([[], []]);
    expect(mandateOf(held, 'host', 'person-direction', role, at)).toEqual(mandates[0]);
    expect(mandateOf(held, 'host', 'person-other', role, at)).toBeUndefined();
    const endless = { ...held, parties: { ...held.parties, mandates: [{ ...mandates[0]!, until: null }] } };
    expect(mandatesIn(endless, 'host', role, '2099-01-01T00:00:00.000Z')).toHaveLength(1);
  });

  it('S-16: a mandate of one day is one; renewed, it takes the place of the same and of no other', () => {
    const file = fileIn('implementation');
    const before = file.state.parties.mandates.length;
    const mandate = { person: 'person-direction', role: 'signatory-authority' as const, from: '2027-03-01', until: '2027-03-01' };
    refusedAlone(file, () => file.ask('officer', 'RecordMandate', { ...mandate, until: '2027-02-28' }), {
      code: 'mandate-backwards',
      rule: 'S-16',
    });
    file.must('officer', 'RecordMandate', mandate);
    expect(file.state.parties.mandates).toHaveLength(before);
    expect(file.state.parties.mandates.at(-1)).toMatchObject({ party: 'host', ...mandate });
    file.must('officer', 'RecordMandate', { ...mandate, role: 'partnership-officer' });
    file.must('officer', 'RecordMandate', { ...mandate, person: 'person-hq-ops' });
    file.must('representative', 'RecordMandate', mandate);
    expect(file.state.parties.mandates).toHaveLength(before + 3);
  });
});

describe('who stands where', () => {
  it('C-15: languages, partners and voices are those of the parties that are in', () => {
    const file = fileIn('implementation');
    const { state } = withMembers(
      file,
      { party: 'host', workingLanguage: 'fr' },
      { party: 'partner', workingLanguage: 'wo' },
      { ...third, standing: 'left' },
      { party: 'fourth', workingLanguage: 'fr' },
    );
    expect(workingLanguages(state)).toEqual(['fr', 'wo']);
    expect(partnersOf(state)).toEqual(['partner', 'fourth']);
    expect(votersOf(state)).toEqual(['host', 'partner', 'fourth']);
    expect(hostOf(state)).toBe('host');
  });

  it('PMP-24: a party that holds the secretariat has no voice of its own, unless it named through whom it votes', () => {
    const { state } = fileIn('implementation');
    const secretariat = { party: 'partner', organisation: 'org-riviere', person: 'person-representative', voteThrough: null };
    const held = (more: object) => ({ ...state, frame: { ...state.frame, secretariat: { ...secretariat, ...more } } }) as typeof state;
    expect(votersOf(held({}))).toEqual(['host']);
    expect(votersOf(held({ voteThrough: 'person-elder' }))).toEqual(['host', 'partner']);
    expect(votersOf(held({ party: null }))).toEqual(['host', 'partner']);
  });

  it('S-06: duties go to who took them over, and on to the next one when that party leaves too; without one, to nobody', () => {
    const left = { standing: 'left', dutiesTo: 'partner' } as const;
    const once = withMembers(fileIn('implementation'), { party: 'host', ...left }, { party: 'partner' }).state;
    expect([successorOf(once, 'host'), successorOf(once, 'partner'), successorOf(once, 'nobody')]).toEqual(['partner', null, null]);
    const twice = withMembers(
      fileIn('implementation'),
      { party: 'host', ...left },
      { party: 'partner', standing: 'left', dutiesTo: 'third' },
      third,
    ).state;
    expect(successorOf(twice, 'host')).toBe('third');
    const ended = withMembers(fileIn('implementation'), { party: 'host', ...left }, { party: 'partner', standing: 'left' }).state;
    expect(successorOf(ended, 'host')).toBeNull();
  });

  it('PMP-30, HFA-04: days to decide and consent are those of the party that spoke, and of no other', () => {
    const file = fileIn('co-construction');
    file.must('representative', 'RecordConsent', { consents: false, note: null });
    file.must('representative', 'DeclareDecisionDelay', { days: 12 });
    expect(file.state.parties.members.map(({ consents, decisionDays }) => [consents, decisionDays])).toEqual([
      [null, 0],
      [false, 12],
    ]);
  });
});

describe('a file that is protected', () => {
  it('AGI-02: who is of no party reads nothing in clear; before it is protected everybody reads', () => {
    const file = fileIn('implementation');
    const stranger: Actor = { person: 'person-stranger', organisation: 'org-elsewhere', roles: ['partner-representative'] };
    expect(readsInClear(file.state, stranger)).toBe(true);
    refusedAlone(file, () => file.ask('representative', 'NameReaders', { readers: ['person-representative'] }), {
      code: 'not-protected',
      rule: 'AGI-02',
    });
    file.must('officer', 'ProtectFile', { reason: words, readers: ['person-officer'] });
    expect(readsInClear(file.state, stranger)).toBe(false);
    expect(readsInClear(file.state, file.cast.officer)).toBe(true);
    expect(readsInClear(file.state, file.cast.fieldTeam)).toBe(false);
    refusedAlone(file, () => file.ask('representative', 'ProtectFile', { reason: words, readers: ['person-representative'] }), {
      code: 'already-protected',
      rule: 'AGI-02',
    });
    expect(file.state.parties.protection?.by).toBe('host');
  });
});

describe('a notice that somebody gave', () => {
  it('S-06: a mediation is offered and answered once; refused, the notice runs on, and nobody is asked again', () => {
    const file = fileIn('implementation').must('representative', 'AnnounceWithdrawal', { reason: words });
    const on = { withdrawal: String(file.last('WithdrawalAnnounced')['withdrawal']) };
    const none = { withdrawal: 'withdrawal-none' };
    const unknown = { code: 'no-such-withdrawal', rule: 'S-06' };
    refusedAlone(file, () => file.ask('officer', 'OfferMediation', { ...none, mediator: words }), unknown);
    refusedAlone(file, () => file.ask('representative', 'AnswerMediation', { ...none, accepts: true, note: null }), unknown);
    refusedAlone(file, () => file.ask('representative', 'RevokeWithdrawal', { ...none, reason: words }), unknown);
    expect(tasksOf(file, 'offer-mediation')).toMatchObject([{ party: 'host', about: on.withdrawal, dueAt: '2027-04-20T09:00:00.000Z' }]);
    file.must('officer', 'OfferMediation', { ...on, mediator: words });
    const settled = { code: 'mediation-settled', rule: 'S-06' };
    refusedAlone(file, () => file.ask('officer', 'OfferMediation', { ...on, mediator: words }), settled);
    refusedAlone(file, () => file.ask('officer', 'AnswerMediation', { ...on, accepts: true, note: null }), {
      code: 'mediation-not-yours',
      rule: 'S-06',
    });
    expect(tasksOf(file, 'answer-mediation')).toMatchObject([
      { party: 'partner', about: on.withdrawal, dueAt: '2027-04-20T09:00:00.000Z' },
    ]);
    file.must('representative', 'AnswerMediation', { ...on, accepts: false, note: null });
    expect(file.state.parties.withdrawals).toMatchObject([{ ...on, party: 'partner', mediation: 'declined' }]);
    refusedAlone(file, () => file.ask('representative', 'AnswerMediation', { ...on, accepts: true, note: null }), settled);
    expect([...tasksOf(file, 'offer-mediation'), ...tasksOf(file, 'answer-mediation')]).toEqual([]);
    expect(file.state.deadlines.filter(({ rule }) => rule === 'withdrawal-notice')).toMatchObject([{ party: 'partner' }]);
  });

  it('S-06: of two notices the one that is revoked is over, and the other runs on', () => {
    const file = fileIn('implementation').must('representative', 'AnnounceWithdrawal', { reason: words });
    file.must('officer', 'AnnounceWithdrawal', { reason: words });
    const [theirs, ours] = file.state.parties.withdrawals.map(({ withdrawal }) => withdrawal);
    file.must('representative', 'OfferMediation', { withdrawal: ours!, mediator: words });
    expect(file.state.parties.withdrawals.map(({ mediation }) => mediation)).toEqual([null, 'offered']);
    file.must('representative', 'RevokeWithdrawal', { withdrawal: theirs!, reason: words });
    expect(file.state.parties.withdrawals).toMatchObject([{ withdrawal: ours, party: 'host', mediation: 'offered' }]);
  });
});
