import { agreeEnd, agreeText, answerAsked, answersTo, fileIn, openingIdea, policyOfCharter, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

const ofType = (type: string): Rehearsal => new Rehearsal(policyOfCharter('mdm', type));

/** Due diligence done both ways: the next step is asked for by the test. */
function checked(type: string): Rehearsal {
  const file = fileIn('due-diligence', ofType(type));
  const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;
  for (const [who, side, other] of [
    ['officer', 'host', 'partner'],
    ['representative', 'partner', 'host'],
  ] as const) {
    file.must(who, 'AnswerForm', { form: 'due-diligence', answers: answersTo(file.policy, 'dueDiligence', side), place: 'field' });
    file.must(who, 'RecordFinding', { about: other, ...finding });
  }
  return file;
}

/** Signed by both hierarchies, whatever the type asks before. */
function signed(type: string): Rehearsal {
  const built = policyOfCharter('mdm', type).columns.coConstruction !== 'none';
  const file = built
    ? fileIn('validation', ofType(type))
    : checked(type).must('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
  agreeText(file, 'agreement');
  const { version, hash } = file.text('agreement');
  for (const [who, person, bureau] of [
    ['officer', 'person-direction', 'executive-secretariat'],
    ['representative', 'person-presidency', 'executive-bureau'],
  ] as const) {
    file.must(who, 'ShareAgreement', { version, hash, with: [bureau] });
    file.must(who, 'RecordMandate', { person, role: 'signatory-authority', from: '2026-01-01', until: null });
  }
  file.advanceTo('2027-01-20');
  answerAsked(file);
  if (file.policy.authorities.strategicValidation !== null) {
    file.must('officer', 'RequestStrategicValidation', { version, hash }).must('committee', 'GrantStrategicValidation', { version, hash });
  }
  return file.must('direction', 'SignAgreement', { version, hash }).must('presidency', 'SignAgreement', { version, hash });
}

describe('types and the procedure', () => {
  it('MDM-35: a provider builds nothing with us: that step is skipped, with the reason, and no confirmation is asked', () => {
    const file = checked('SP').must('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    expect(file.last('CoConstructionSkipped')).toMatchObject({ from: 'co-construction', to: 'validation', because: 'type' });
    expect(file.state.phase).toBe('validation');
    expect(file.count('CoConstructionOpened') + file.count('CoConstructionConfirmed')).toBe(0);
  });

  it('MDM-39: where a type is built together, co-construction opens and is not skipped', () => {
    const file = fileIn('co-construction');
    expect(file.count('CoConstructionOpened')).toBe(1);
    expect(file.count('CoConstructionSkipped')).toBe(0);
  });

  it('MDM-34: a service ends with its project: closing begins on its last day; every other type decides', () => {
    const { columns } = policyOfCharter('mdm', 'SP');
    const service = new Rehearsal({
      ...policyOfCharter('mdm', 'OP'),
      columns: { ...policyOfCharter('mdm', 'OP').columns, endsWithProject: columns.endsWithProject },
    });
    const ended = (file: Rehearsal): Rehearsal => {
      fileIn('implementation', file).must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
      file.state = { ...file.state, phase: 'implementation', steps: { ...file.state.steps, reviewsSince: null } };
      return file.advanceTo('2030-01-02');
    };
    expect(ended(service).last('ClosureInitiated')).toMatchObject({ to: 'closing' });
    const project = ended(ofType('OP'));
    expect(project.state.phase).toBe('after');
    expect(project.count('ClosureInitiated')).toBe(0);
    expect(tasksOf(project, 'decide-continuation')).toHaveLength(2);
  });

  it('ALE-18: nothing ends by default: two years after the end of actions the decision still waits, and the file is open', () => {
    const file = fileIn('implementation').must('officer', 'EnterPhase', { phase: 'after', reason: null }).advanceTo('2029-02-01');
    expect(file.state).toMatchObject({ phase: 'after', standing: 'open' });
    expect(file.count('ClosureInitiated')).toBe(0);
    expect(tasksOf(file, 'decide-continuation')).toHaveLength(2);
  });
});

describe('a network', () => {
  const membership = {
    stake: words,
    delegate: 'person-delegate',
    mandate: 'Voter sur la santé des femmes',
    reviewOn: '2028-01-15',
    fee: { amount: 50_000, currency: 'EUR' },
  };

  const settingUp = (): Rehearsal => signed('NW').must('direction', 'DesignateOfficer', { person: 'person-officer', isPresident: false });

  it('MDM-57: it is joined with a stake, a mandate of our delegate and a day of review, and by no other step', () => {
    const file = settingUp();
    expect(file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null }).outcome).toBe('refused');
    file.must('officer', 'JoinNetwork', membership);
    expect(file.last('NetworkMembershipJoined')).toMatchObject({
      delegate: 'person-delegate',
      reviewOn: '2028-01-15',
      to: 'implementation',
    });
    expect(file.count('ImplementationStarted') + file.count('CoConstructionConfirmed')).toBe(0);
  });

  it('MDM-57: another type joins nothing', () => {
    expect(fileIn('setting-up').ask('officer', 'JoinNetwork', membership)).toMatchObject({ refusal: { code: 'no-network' } });
  });

  it('MDM-58: once a year the hierarchy renews the membership with its fee; until the year is over nobody is asked', () => {
    const file = settingUp().must('officer', 'JoinNetwork', membership).advanceTo('2027-12-31');
    expect(tasksOf(file, 'renew-membership')).toEqual([]);
    file.advanceTo('2028-01-21');
    expect(tasksOf(file, 'renew-membership')).toHaveLength(1);
    expect(file.ask('officer', 'RenewMembership', { stakeStillServed: true, fee: membership.fee })).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    file.must('direction', 'RenewMembership', { stakeStillServed: true, fee: membership.fee });
    expect(file.last('MembershipFeeRenewed')).toMatchObject({ year: 1, fee: membership.fee });
    expect(tasksOf(file, 'renew-membership')).toEqual([]);
    file.advanceTo('2029-01-21');
    expect(tasksOf(file, 'renew-membership')).toHaveLength(1);
  });
});

describe('the relation itself', () => {
  it('MDM-53: a type that may rest lies dormant with a reason: meetings pause, one contact a year stays, nothing is missed', () => {
    const columns = { ...policyOfCharter('mdm', 'OP').columns, dormancy: policyOfCharter('mdm', 'AL').columns.dormancy };
    const file = fileIn('implementation', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), columns }));
    file.must('representative', 'ChangeIntensity', { to: 'dormant', reason: 'Trêve de la campagne.' }).advanceTo('2027-12-01');
    expect(file.last('IntensityChanged')).toMatchObject({ party: 'partner', from: 'medium', to: 'dormant' });
    expect(file.count('MeetingMissed')).toBe(0);
    file.advanceTo('2028-01-22');
    expect(file.events.filter(event => (event.data as { about?: string }).about === 'rest-contact')).toHaveLength(1);
    file.must('officer', 'ChangeIntensity', { to: 'high', reason: 'La campagne reprend.' });
    expect(file.state.frame.intensity?.level).toBe('high');
  });

  it('MDM-53: a type that does not rest is told so', () => {
    const file = fileIn('implementation');
    expect(file.ask('officer', 'ChangeIntensity', { to: 'dormant', reason: words })).toMatchObject({ refusal: { code: 'no-dormancy' } });
    expect(file.count('IntensityChanged')).toBe(0);
  });

  it('ALE-63: a bridge between two grants keeps the relation open, asks for no decision, and closes when it goes on', () => {
    const file = fileIn('implementation').must('officer', 'EnterPhase', { phase: 'after', reason: null });
    file.must('representative', 'OpenBridge', { reason: 'Entre deux bailleurs.', expectedUntil: '2027-09-01' });
    expect(tasksOf(file, 'decide-continuation')).toEqual([]);
    expect(file.ask('officer', 'OpenBridge', { reason: words, expectedUntil: null })).toMatchObject({ refusal: { code: 'bridge-open' } });
    file.must('officer', 'EnterPhase', { phase: 'implementation', reason: words });
    expect(file.state.frame.bridgeSince).toBeNull();
  });

  it('S-12: what a body approved, it also ends: closing waits for its word', () => {
    const file = signed('ST');
    file.state = { ...file.state, phase: 'implementation' };
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: words })).toMatchObject({ refusal: { rule: 'S-12' } });
    expect(file.ask('direction', 'ApproveEnd', { reason: words })).toMatchObject({ refusal: { code: 'not-the-deciding-body' } });
    file.must('committee', 'ApproveEnd', { reason: words }).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(file.state.phase).toBe('closing');
  });

  it('S-12: a partnership that no body validated closes once its parties have decided so together', () => {
    const file = fileIn('implementation');
    expect(file.ask('committee', 'ApproveEnd', { reason: words })).toMatchObject({ refusal: { code: 'end-not-to-approve' } });
    expect(agreeEnd(file).ask('officer', 'EnterPhase', { phase: 'closing', reason: words }).outcome).toBe('accepted');
  });
});

describe('the first phase of many', () => {
  const opened = (): Rehearsal => {
    const file = new Rehearsal(policyOfCharter('pmp', 'MSP'));
    const third = { party: 'partner', organisation: 'org-riviere', workingLanguage: 'fr' };
    return file.must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [third] });
  };

  const reminders = (file: Rehearsal, about: string) =>
    file.events.filter(event => event.attributes.type === 'ReminderDue' && (event.data as { about?: string }).about === about);

  it('PMP-60: counted from the idea, it warns at 30 months and asks for a decision at 36', () => {
    const file = opened().advanceTo('2029-07-03');
    expect(reminders(file, 'establishment-warning')).toEqual([]);
    file.advanceTo('2029-07-05');
    expect(reminders(file, 'establishment-warning')).toHaveLength(1);
    expect(tasksOf(file, 'decide-establishment')).toEqual([]);
    file.advanceTo('2030-01-05');
    expect(tasksOf(file, 'decide-establishment').map(task => task.party)).toEqual(['host', 'partner']);
  });

  it('PMP-60: prolonged, it is asked again on the day agreed; PMP-61: institutionalised, never again', () => {
    const file = opened().advanceTo('2030-01-05');
    const propose = (outcome: 'prolong' | 'institutionalise', prolongedUntil: string | null) => {
      file.must('officer', 'ProposeEstablishment', { outcome, prolongedUntil, reason: words });
      file.must('representative', 'AgreeToProposal', { proposal: file.state.frame.proposals.at(-1)?.proposal ?? '' });
    };
    expect(file.ask('officer', 'ProposeEstablishment', { outcome: 'prolong', prolongedUntil: null, reason: words })).toMatchObject({
      refusal: { code: 'prolonged-until-missing' },
    });
    propose('prolong', '2030-06-30');
    expect(tasksOf(file, 'decide-establishment')).toEqual([]);
    file.advanceTo('2030-07-02');
    expect(tasksOf(file, 'decide-establishment')).toHaveLength(2);
    propose('institutionalise', null);
    file.advanceTo('2034-01-01');
    expect(tasksOf(file, 'decide-establishment')).toEqual([]);
  });

  it('PMP-60: a type without a first phase has nothing to decide here', () => {
    const asked = { outcome: 'institutionalise', prolongedUntil: null, reason: words } as const;
    expect(fileIn('implementation').ask('officer', 'ProposeEstablishment', asked)).toMatchObject({ refusal: { code: 'no-first-phase' } });
  });
});
