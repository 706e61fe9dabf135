import { fileIn, meeting, openingIdea, policyOfCharter, refusedAlone, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const handover = {
  outgoing: 'person-representative',
  incoming: 'person-second-representative',
  historyNote: 'Deux ans ensemble.',
  pending: [],
};

const candidate = { party: 'partner', organisation: 'org-riviere', workingLanguage: 'wo', reason: 'Présente sur place.' };

const will = { kind: 'will', cooperates: true, compromises: true, note: null } as const;

describe('parties and the people who act for them', () => {
  it('MDM-10: a handover is done when newcomer and another party have both confirmed, and not before', () => {
    const file = fileIn('implementation').must('representative', 'OpenHandover', handover);
    const id = String(file.last('HandoverOpened')['handover']);
    expect(file.state.tasks.filter(task => task.kind === 'confirm-handover')).toHaveLength(2);
    expect(file.ask('representative', 'ConfirmHandover', { handover: id })).toMatchObject({ refusal: { rule: 'MDM-10' } });
    file.must('officer', 'ConfirmHandover', { handover: id });
    expect(file.count('FocalPointHandedOver')).toBe(0);
    file.must('secondRepresentative', 'ConfirmHandover', { handover: id });
    expect(file.last('FocalPointHandedOver')).toMatchObject({ incoming: 'person-second-representative' });
    expect(file.state.tasks.filter(task => task.kind === 'confirm-handover')).toEqual([]);
  });

  it.each([
    [12, [1, 2, 2], [[], ['people-change-often'], ['people-change-often']]],
    [24, [1, 2, 3], [[], ['people-change-often'], ['people-change-often']]],
  ])('MDM-10: changes of contact persons over %i months, the charter’s figure, are counted and told', (months, changes, warned) => {
    const policy = policyOfCharter('mdm', 'OP');
    const file = fileIn('implementation', new Rehearsal({ ...policy, figures: { ...policy.figures, handover_window_months: months } }));
    const change = (day: string) => {
      file.advanceTo(day);
      file.must('representative', 'OpenHandover', handover);
      const id = String(file.last('HandoverOpened')['handover']);
      file.must('officer', 'ConfirmHandover', { handover: id });
      const answer = file.ask('secondRepresentative', 'ConfirmHandover', { handover: id });
      return { told: file.last('FocalPointHandedOver')['recently'], warnings: answer.outcome === 'accepted' ? answer.warnings : [] };
    };
    const three = ['2027-02-01', '2027-09-01', '2028-03-01'].map(change);
    expect(three.map(({ told }) => told)).toEqual(changes.map(count => ({ changes: count, months })));
    expect(three.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual(warned);
  });

  it('MDM-10: nobody hands over to themselves, and an unknown handover is told so', () => {
    const file = fileIn('implementation');
    expect(file.ask('representative', 'OpenHandover', { ...handover, incoming: handover.outgoing })).toMatchObject({
      refusal: { code: 'same-person' },
    });
    expect(file.ask('officer', 'ConfirmHandover', { handover: 'handover-x' })).toMatchObject({ refusal: { code: 'no-such-handover' } });
    expect(file.count('HandoverOpened')).toBe(0);
  });

  it('MDM-10: each side confirms a handover once, and two confirmations of one side hand nothing over', () => {
    const file = fileIn('implementation').must('representative', 'OpenHandover', handover);
    const on = { handover: String(file.last('HandoverOpened')['handover']) };
    file.must('officer', 'ConfirmHandover', on);
    refusedAlone(file, () => file.ask('hqOps', 'ConfirmHandover', on), { code: 'handover-not-yours', rule: 'MDM-10' });
    file.must('secondRepresentative', 'ConfirmHandover', on);
    refusedAlone(file, () => file.ask('secondRepresentative', 'ConfirmHandover', on), { code: 'no-such-handover', rule: 'MDM-10' });
    expect([file.count('HandoverConfirmed'), file.count('FocalPointHandedOver')]).toEqual([2, 1]);
  });

  it('C-15: an organisation enters a partnership once', () => {
    const file = fileIn('search');
    file.must('officer', 'ShortlistCandidate', candidate);
    expect(file.ask('officer', 'ShortlistCandidate', { ...candidate, party: 'partner-2' })).toMatchObject({ refusal: { rule: 'C-15' } });
    refusedAlone(file, () => file.ask('officer', 'ShortlistCandidate', { ...candidate, organisation: 'org-other' }), {
      code: 'party-exists',
      rule: 'C-15',
    });
    expect(file.state.parties.members).toHaveLength(2);
  });

  it('PMP-19: an organisation that the register does not know is not shortlisted, and the attempt is on record', () => {
    const file = fileIn('search');
    const told = file.events.length;
    const answer = file.ask('officer', 'ShortlistCandidate', candidate, { unregistered: ['org-riviere'] });
    expect(answer).toMatchObject({ refusal: { code: 'organisation-unknown', rule: 'PMP-19' } });
    expect(file.told(told)).toEqual(['CommandRefused']);
    expect(file.state.parties.members).toHaveLength(1);
    file.must('officer', 'ShortlistCandidate', candidate);
    expect(file.state.parties.members).toHaveLength(2);
  });

  it('PMP-21: an organisation that the register does not know is neither a founder nor proposed for accession', () => {
    const file = fileIn('implementation');
    const applicant = { party: 'third', organisation: 'org-inconnue', workingLanguage: 'fr', reason: 'Présente sur place.' };
    const answer = file.ask('officer', 'ProposeAccession', applicant, { unregistered: ['org-inconnue'] });
    expect(answer).toMatchObject({ refusal: { code: 'organisation-unknown' } });
    expect(file.count('PartnerAccessionProposed')).toBe(0);
    const { reason: _said, ...founder } = applicant;
    const opening = new Rehearsal();
    const data = { ...openingIdea, founders: [founder] };
    expect(opening.ask('hqOps', 'OpenPartnership', data, { unregistered: ['org-inconnue'] })).toMatchObject({
      refusal: { code: 'organisation-unknown' },
    });
    expect(opening.events).toEqual([]);
  });

  it('PMP-19: a candidate is set aside with a reason, acts no more, and another is retained, who is met anew', () => {
    const file = fileIn('search').must('officer', 'ShortlistCandidate', candidate);
    file.must('officer', 'HoldIntroduction', meeting('2027-01-04'));
    expect(file.state.meetings.introduced).toBe(true);
    file.must('officer', 'SetCandidateAside', { party: 'partner', reason: 'Retenue par erreur.' });
    expect(file.last('CandidateSetAside')).toEqual({ party: 'partner', reason: 'Retenue par erreur.' });
    refusedAlone(file, () => file.ask('representative', 'MakeDeclaration', will), { code: 'has-left', rule: 'S-06' });
    refusedAlone(file, () => file.ask('officer', 'SetCandidateAside', { party: 'partner', reason: 'Encore.' }), {
      code: 'no-such-candidate',
      rule: 'PMP-19',
    });
    expect(file.state.tasks.filter(task => task.kind === 'shortlist-candidate')).toHaveLength(1);
    const other = { ...candidate, party: 'partner-2', organisation: 'org-colline' };
    file.must('officer', 'ShortlistCandidate', other);
    expect(file.state.meetings.introduced).toBe(false);
    expect(file.state.tasks.filter(task => task.kind === 'shortlist-candidate')).toEqual([]);
    expect(file.replayed()).toEqual(file.state);
  });

  it('PMP-19: who was set aside may be retained again, as the party it was; a founding party is not set aside by another', () => {
    const file = fileIn('search').must('officer', 'ShortlistCandidate', candidate);
    file.must('officer', 'SetCandidateAside', { party: 'partner', reason: 'Retenue par erreur.' });
    for (const changed of [{ party: 'partner-2' }, { organisation: 'org-colline' }]) {
      refusedAlone(file, () => file.ask('officer', 'ShortlistCandidate', { ...candidate, ...changed }), {
        code: 'party-exists',
        rule: 'C-15',
      });
    }
    file.must('officer', 'ShortlistCandidate', candidate);
    expect(file.state.parties.members.map(member => member.standing)).toEqual(['in', 'in']);
    file.must('representative', 'MakeDeclaration', will);
    refusedAlone(file, () => file.ask('officer', 'SetCandidateAside', { party: 'host', reason: 'Non.' }), {
      code: 'no-such-candidate',
      rule: 'PMP-19',
    });
  });

  it('C-15: in a type for two a further candidate waits until the first is set aside; a type of many compares several in one file', () => {
    const further = { ...candidate, party: 'partner-2', organisation: 'org-colline' };
    const two = fileIn('search').must('officer', 'ShortlistCandidate', candidate);
    refusedAlone(two, () => two.ask('officer', 'ShortlistCandidate', further), { code: 'candidate-stands', rule: 'C-15' });
    two
      .must('officer', 'SetCandidateAside', { party: 'partner', reason: 'Plus disponible.' })
      .must('officer', 'ShortlistCandidate', further);
    const many = fileIn('search', new Rehearsal(policyOfCharter('pmp', 'MSP')));
    expect([two, many].map(file => file.policy.columns.parties)).toEqual(['two', 'many']);
    many.must('officer', 'ShortlistCandidate', candidate).must('officer', 'ShortlistCandidate', further);
    expect(many.state.parties.members.map(member => member.party)).toEqual(['host', 'partner', 'partner-2']);
    many.must('officer', 'SetCandidateAside', { party: 'partner-2', reason: 'L’autre est plus proche.' });
    expect(many.state.parties.members.map(member => member.standing)).toEqual(['in', 'in', 'left']);
  });

  it('S-16: a mandate that ends before it begins is refused; one that was renewed replaces the old', () => {
    const file = fileIn('implementation');
    const mandate = { person: 'person-direction', role: 'signatory-authority' as const, from: '2027-01-01', until: '2026-01-01' };
    expect(file.ask('officer', 'RecordMandate', mandate)).toMatchObject({ refusal: { rule: 'S-16' } });
    expect(file.ask('officer', 'RecordMandate', { ...mandate, person: 'person-officer', until: null })).toMatchObject({
      refusal: { rule: 'FOUR-EYES' },
    });
    file.must('officer', 'RecordMandate', { ...mandate, until: '2029-12-31' });
    expect(file.state.parties.mandates.filter(one => one.person === 'person-direction')).toHaveLength(1);
  });

  it('HFA-25: a committee has members of the parties only; HFA-04: each party says whether it consents', () => {
    const file = fileIn('setting-up');
    const stranger = { members: [{ party: 'nobody', person: 'person-x' }], announcedToMembers: true };
    expect(file.ask('direction', 'ConstituteCommittee', stranger)).toMatchObject({ refusal: { rule: 'HFA-25' } });
    expect(file.state.parties.committee).toBeNull();
    const early = fileIn('co-construction').must('representative', 'RecordConsent', { consents: true, note: null });
    expect(early.state.parties.members.map(member => member.consents)).toEqual([null, true]);
  });

  it('MDM-17: a restriction of access is told with its reason', () => {
    const file = fileIn('implementation').must('officer', 'RestrictAccess', {
      object: 'text-vision',
      restrictedFor: 'partner',
      reason: 'Personnes exposées.',
    });
    expect(file.last('AccessRestrictionRecorded')).toMatchObject({ restrictedFor: 'partner', reason: 'Personnes exposées.' });
    expect(file.ask('officer', 'RestrictAccess', { object: 'x', restrictedFor: 'nobody', reason: 'x' }).outcome).toBe('refused');
  });
});
