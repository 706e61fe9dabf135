import { fileIn, refusedAlone } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

type File = ReturnType<typeof fileIn>;

const words = 'Dit sous l’arbre.';

const openTasks = (file: File, kind: string) => file.state.tasks.filter(task => task.kind === kind).map(task => task.party);

/** The case that was opened last. */
const caseOf = (file: File): string => {
  const opened = file.events.findLast(event => ['OrangeLineRaised', 'RedLineAlleged'].includes(event.attributes.type));
  return (opened?.data as { case: string } | undefined)?.case ?? 'case-none';
};

const raised = (line: string, about = 'partner', file = fileIn('implementation')): File =>
  file.must('officer', 'RaiseLine', { line, about, facts: null });

/** Words about a case, sealed as those on a protected line have to be. */
const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

const heard = (line: string, file = fileIn('implementation')): File =>
  raised(line, 'partner', file).must('representative', 'HearParty', { case: caseOf(file), statement: sealed });

const plan = (file: File) => ({ case: caseOf(file), steps: [{ owner: 'partner', dueOn: '2027-06-30', text: 'Former la comptabilité.' }] });

const reasonFor = (file: File) => ({ case: caseOf(file), reason: sealed });

describe('orange lines', () => {
  it('MDM-66: an orange line raised asks to be heard and for a plan, and suspends nothing', () => {
    const file = raised('staff_discrimination');
    expect(file.last('OrangeLineRaised')).toMatchObject({ line: 'staff_discrimination', about: 'partner' });
    expect(file.state.standing).toBe('open');
    expect(openTasks(file, 'be-heard')).toEqual(['partner']);
    expect(openTasks(file, 'propose-mitigation')).toEqual(['partner']);
    expect(file.state.tasks.find(task => task.kind === 'propose-mitigation')?.dueAt).toBe('2027-02-19T09:00:00.000Z');
  });

  it('C-08: the partner raises a line about the host as the host does about the partner', () => {
    const file = fileIn('implementation').must('representative', 'RaiseLine', { line: 'low_involvement', about: 'host', facts: null });
    expect(file.last('OrangeLineRaised')).toMatchObject({ about: 'host' });
    expect(openTasks(file, 'be-heard')).toEqual(['host']);
  });

  it('MDM-66: without an agreed plan the gate ORANGE stays shut; with one it opens, the steps become commitments, and the party is heard', () => {
    const file = fileIn('due-diligence');
    raised('financial_accountability', 'partner', file);
    const asked = () => file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    expect(asked()).toMatchObject({ refusal: { gates: expect.arrayContaining(['ORANGE']) } });

    file.must('representative', 'ProposeMitigation', plan(file));
    expect(openTasks(file, 'be-heard')).toEqual(['partner']);
    expect(asked()).toMatchObject({ refusal: { gates: expect.arrayContaining(['ORANGE']) } });
    expect(file.count('CommitmentMade')).toBe(0);

    file.must('officer', 'AcceptMitigation', { case: caseOf(file) });
    const answer = asked();
    expect(answer.outcome === 'refused' && answer.refusal.gates).not.toContain('ORANGE');
    expect(file.last('MitigationPlanAgreed')).toMatchObject({ acceptedBy: ['partner', 'host'] });
    expect(file.last('CommitmentMade')).toMatchObject({ owedBy: 'partner', owedTo: 'host', dueOn: '2027-06-30', origin: 'mitigation' });
    expect(file.state.commitments.open.map(open => open.origin)).toContain('mitigation');
    expect(openTasks(file, 'answer-mitigation')).toEqual([]);
    expect(openTasks(file, 'be-heard')).toEqual([]);
  });

  it.each([
    ['MDM-67', 'discriminatory_speech', ['DD9']],
    ['MDM-69', 'confidentiality', ['DD11', 'DD12', 'DD13']],
    ['MDM-72', 'gender_equality', ['DD17', 'DD18']],
  ])(
    '%s: on the line %s each party is asked, the one concerned is heard first, and agreed steps come back in the yearly review',
    (_id, line, asked) => {
      const file = fileIn('implementation');
      const ofEach = file.state.policy!.forms.dueDiligence.filter(({ answerer }) => answerer === 'each').map(({ id }) => id);
      expect(ofEach).toEqual(expect.arrayContaining(asked));

      file.must('officer', 'RaiseLine', { line, about: 'partner', facts: 'Le 12 janvier, en réunion, entendu par trois personnes.' });
      expect(openTasks(file, 'be-heard')).toEqual(['partner']);
      file.must('representative', 'HearParty', { case: caseOf(file), statement: words });
      expect(openTasks(file, 'be-heard')).toEqual([]);
      file.must('representative', 'ProposeMitigation', plan(file)).must('officer', 'AcceptMitigation', { case: caseOf(file) });
      expect(file.state.commitments.open.map(open => open.owedBy)).toContain('partner');
      expect(openTasks(file, 'review-orange-line')).toEqual([]);
      file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
      expect(openTasks(file, 'review-orange-line')).toEqual(['host']);
      file.must('officer', 'LiftOrangeLine', reasonFor(file));
      expect(openTasks(file, 'review-orange-line')).toEqual([]);
    },
  );

  it('MDM-66: a plan is accepted by the other party, never by the one that proposed it', () => {
    const file = raised('gender_equality');
    file.must('representative', 'ProposeMitigation', plan(file));
    for (const who of ['representative', 'secondRepresentative'] as const) {
      expect(file.ask(who, 'AcceptMitigation', { case: caseOf(file) })).toMatchObject({ refusal: { code: 'already-accepted' } });
    }
    expect(file.count('MitigationPlanAgreed')).toBe(0);
    expect(openTasks(file, 'answer-mitigation')).toEqual(['host']);
  });

  it('MDM-66: a line is lifted by another party than the one concerned, and only once a plan is agreed', () => {
    const file = raised('gender_equality');
    const lift = (who: 'officer' | 'representative') => file.ask(who, 'LiftOrangeLine', reasonFor(file));
    expect(lift('officer')).toMatchObject({ refusal: { code: 'no-plan' } });
    file.must('representative', 'ProposeMitigation', plan(file)).must('officer', 'AcceptMitigation', { case: caseOf(file) });
    expect(lift('representative')).toMatchObject({ refusal: { code: 'not-lifted-by-the-concerned' } });
    expect(file.count('OrangeLineLifted')).toBe(0);
    expect(lift('officer')).toMatchObject({ outcome: 'accepted' });
    expect(file.state.lines.cases).toEqual([]);
  });

  it('S-01: an agreed plan is reviewed after ninety days', () => {
    const file = raised('gender_equality');
    file.must('representative', 'ProposeMitigation', plan(file)).must('officer', 'AcceptMitigation', { case: caseOf(file) });
    file.advanceTo('2027-04-19');
    expect(openTasks(file, 'review-orange-line')).toEqual([]);
    file.advanceTo('2027-04-21');
    expect(openTasks(file, 'review-orange-line')).toEqual(['host']);
    file.must('officer', 'LiftOrangeLine', reasonFor(file));
    expect(openTasks(file, 'review-orange-line')).toEqual([]);
  });

  it('S-01: the same line is not opened twice about the same party, and an unknown line not at all', () => {
    const file = raised('gender_equality');
    expect(file.ask('fieldTeam', 'RaiseLine', { line: 'gender_equality', about: 'partner', facts: null })).toMatchObject({
      refusal: { code: 'line-already-open' },
    });
    expect(file.ask('fieldTeam', 'RaiseLine', { line: 'made_up', about: 'partner', facts: null })).toMatchObject({
      refusal: { code: 'unknown-line' },
    });
    expect(file.count('OrangeLineRaised')).toBe(1);
  });

  it('MDM-68: what is told of a protected line never stands in clear in the file', () => {
    const file = fileIn('implementation');
    expect(file.ask('fieldTeam', 'RaiseLine', { line: 'harassment', about: 'partner', facts: 'Récit en clair.' })).toMatchObject({
      refusal: { code: 'protected-facts', rule: 'MDM-68' },
    });
    expect(JSON.stringify(file.events)).not.toContain('Récit en clair.');
    file.must('fieldTeam', 'RaiseLine', { line: 'harassment', about: 'partner', facts: null });
    expect(file.last('OrangeLineRaised')).toMatchObject({ facts: null });
  });
});

describe('red lines', () => {
  it('S-01: an alleged red line suspends at once; before the party is heard nothing is decided', () => {
    const file = raised('patient_discrimination');
    expect(file.state.standing).toBe('suspended');
    expect(openTasks(file, 'decide-red-line')).toEqual([]);
    for (const type of ['ConfirmLine', 'DismissLine'] as const) {
      expect(file.ask('committee', type, reasonFor(file))).toMatchObject({ refusal: { code: 'party-not-heard', rule: 'S-01' } });
    }
    expect(file.count('RedLineBreachConfirmed') + file.count('LineDismissed')).toBe(0);
    file.must('representative', 'HearParty', { case: caseOf(file), statement: sealed });
    expect(openTasks(file, 'decide-red-line')).toEqual(['host']);
  });

  it('S-01: who stays silent until the decision is due is decided about all the same, and the file moves on', () => {
    const file = raised('patient_discrimination');
    const { days = 0 } = file.policy.timers.red_line_decision_in as { days?: number };
    const dayAfter = (count: number): string =>
      new Date(Date.parse(file.state.lines.cases[0]?.raisedAt ?? '') + count * 86_400_000).toISOString().slice(0, 10);
    file.advanceTo(dayAfter(days - 1));
    expect(file.ask('committee', 'DismissLine', reasonFor(file))).toMatchObject({ refusal: { code: 'party-not-heard' } });
    file.advanceTo(dayAfter(days));
    expect(openTasks(file, 'decide-red-line')).toEqual(['host']);
    file.must('committee', 'DismissLine', reasonFor(file));
    expect(file.count('PartyHeard')).toBe(0);
    expect(file.state.standing).toBe('open');
  });

  it('S-01: only the party concerned is heard, and once', () => {
    const file = raised('patient_discrimination');
    expect(file.ask('officer', 'HearParty', { case: caseOf(file), statement: sealed })).toMatchObject({
      refusal: { code: 'not-your-case' },
    });
    file.must('representative', 'HearParty', { case: caseOf(file), statement: sealed });
    expect(file.ask('representative', 'HearParty', { case: caseOf(file), statement: sealed })).toMatchObject({
      refusal: { code: 'already-heard' },
    });
    expect(file.count('PartyHeard')).toBe(1);
  });

  it('S-01: a dismissed allegation resumes the partnership and leaves no door shut', () => {
    const file = heard('patient_discrimination');
    file.must('committee', 'DismissLine', reasonFor(file));
    expect(file.last('PartnershipResumed')).toMatchObject({ case: file.last('LineDismissed')['case'] });
    expect(file.count('RedLineBreachConfirmed')).toBe(0);
    expect(file.state.standing).toBe('open');
    expect(file.state.lines.cases).toEqual([]);
    expect(openTasks(file, 'decide-red-line')).toEqual([]);
  });

  it('MDM-63: two cases hold the suspension; dismissing one does not resume, dismissing the other does', () => {
    const file = heard('patient_discrimination');
    const first = caseOf(file);
    heard('armed_violence', file);
    file.must('committee', 'DismissLine', { case: first, reason: words });
    expect(file.state.standing).toBe('suspended');
    expect(file.last('PartnershipResumed')).toMatchObject({ case: first, leaves: 'suspended' });
    file.must('committee', 'DismissLine', reasonFor(file));
    expect(file.last('PartnershipResumed')).not.toHaveProperty('leaves');
    expect(file.state.standing).toBe('open');
  });

  it('FOUR-EYES: who raised a line does not decide on it, even as a member of the deciding body', () => {
    const file = fileIn('implementation').must('committee', 'RaiseLine', { line: 'patient_discrimination', about: 'partner', facts: null });
    file.must('representative', 'HearParty', { case: caseOf(file), statement: sealed });
    expect(file.ask('committee', 'DismissLine', reasonFor(file))).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(file.state.standing).toBe('suspended');
  });

  it('S-01: the body named by the charter decides; a signatory authority does not take its place', () => {
    const file = heard('patient_discrimination');
    expect(file.ask('direction', 'ConfirmLine', reasonFor(file))).toMatchObject({ refusal: { code: 'not-the-deciding-body' } });
    expect(file.count('RedLineBreachConfirmed')).toBe(0);
  });

  it('MDM-63: confirmed discrimination stays suspended, and no money is asked for, until the deciding body resumes', () => {
    const file = heard('patient_discrimination');
    file.must('committee', 'ConfirmLine', reasonFor(file));
    expect(file.last('RedLineBreachConfirmed')).toMatchObject({ consequence: 'keep-suspended' });
    expect(file.state.standing).toBe('suspended');
    const transfer = { line: 'A.1', value: { amount: 100, currency: 'EUR' }, from: 'host', to: 'partner' };
    expect(file.ask('representative', 'RequestTransfer', transfer)).toMatchObject({ refusal: { code: 'suspended' } });
    expect(file.ask('officer', 'ResumePartnership', reasonFor(file))).toMatchObject({ outcome: 'refused' });
    expect(file.state.standing).toBe('suspended');
    file.must('committee', 'ResumePartnership', reasonFor(file));
    expect(file.state.standing).toBe('open');
    expect(file.state.lines.cases).toEqual([]);
  });

  it('MDM-65: confirmed corruption freezes the transfers, not the partnership, until the deciding body releases them', () => {
    const file = heard('corruption');
    file.must('committee', 'ConfirmLine', reasonFor(file));
    expect(file.state.standing).toBe('open');
    expect(file.state.money.frozenBy).toEqual([caseOf(file)]);
    expect(file.ask('committee', 'ResumePartnership', reasonFor(file))).toMatchObject({ refusal: { code: 'nothing-to-resume' } });
    file.must('committee', 'ReleaseTransfers', reasonFor(file));
    expect(file.state.money.frozenBy).toEqual([]);
    expect(file.ask('committee', 'ReleaseTransfers', reasonFor(file))).toMatchObject({ refusal: { code: 'nothing-frozen' } });
  });

  it('MDM-64: armed violence confirmed before signature ends the process', () => {
    const file = heard('armed_violence', fileIn('due-diligence'));
    file.must('committee', 'ConfirmLine', reasonFor(file));
    expect(file.count('DueDiligenceFailed')).toBe(1);
    expect(file.state.standing).toBe('failed');
    expect(file.state.tasks).toEqual([]);
  });

  it('MDM-62: confirmed doubt on the quality of care shuts the gate RED, and lets the file be talked about', () => {
    const file = heard('care_quality', fileIn('due-diligence'));
    file.must('committee', 'ConfirmLine', reasonFor(file));
    expect(file.state.standing).toBe('open');
    expect(file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null })).toMatchObject({
      refusal: { gates: expect.arrayContaining(['RED']) },
    });
    file.must('committee', 'ResumePartnership', reasonFor(file));
    const answer = file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    expect(answer.outcome === 'refused' && answer.refusal.gates).not.toContain('RED');
  });

  it('S-01: the deciding body is reminded after fifteen days, again and again, until it has decided', () => {
    const file = heard('patient_discrimination').advanceTo('2027-02-03');
    const told = () => file.events.filter(event => (event.data as { about?: string }).about === 'decide-red-line').length;
    expect(told()).toBe(0);
    file.advanceTo('2027-02-05');
    expect(told()).toBe(1);
    file.advanceTo('2027-02-20');
    expect(told()).toBe(2);
    file.must('committee', 'DismissLine', reasonFor(file)).advanceTo('2027-04-20');
    expect(told()).toBe(2);
  });
});

describe('a case takes its course once', () => {
  it('S-01: nothing is said about a case that was never opened', () => {
    const file = fileIn('implementation');
    const on = { case: 'case-none' };
    const [reason, said] = [
      { ...on, reason: words },
      { code: 'no-such-case', rule: 'S-01' },
    ];
    for (const type of [
      'ConfirmLine',
      'DismissLine',
      'ResumePartnership',
      'RefuseResumption',
      'ReleaseTransfers',
      'RefuseRelease',
    ] as const)
      refusedAlone(file, () => file.ask('committee', type, reason), said);
    refusedAlone(file, () => file.ask('officer', 'LiftOrangeLine', reason), said);
    refusedAlone(file, () => file.ask('representative', 'HearParty', { ...on, statement: sealed }), said);
    refusedAlone(file, () => file.ask('representative', 'ProposeMitigation', { ...on, steps: plan(file).steps }), said);
    refusedAlone(file, () => file.ask('officer', 'AcceptMitigation', on), said);
  });

  it('S-01: an orange line is not confirmed by the body, and a red one is neither planned away nor lifted', () => {
    const orange = heard('gender_equality');
    refusedAlone(orange, () => orange.ask('committee', 'ConfirmLine', reasonFor(orange)), { code: 'not-a-red-line', rule: 'S-01' });
    const red = heard('patient_discrimination');
    refusedAlone(red, () => red.ask('representative', 'ProposeMitigation', plan(red)), { code: 'not-an-orange-line', rule: 'S-01' });
    refusedAlone(red, () => red.ask('officer', 'LiftOrangeLine', reasonFor(red)), { code: 'not-an-orange-line', rule: 'S-01' });
    expect([orange.state.standing, red.state.standing]).toEqual(['open', 'suspended']);
  });

  it('S-01: what the body has confirmed it neither confirms again nor dismisses', () => {
    const file = heard('patient_discrimination');
    file.must('committee', 'ConfirmLine', reasonFor(file));
    for (const type of ['ConfirmLine', 'DismissLine'] as const)
      refusedAlone(file, () => file.ask('committee', type, reasonFor(file)), { code: 'already-confirmed', rule: 'S-01' });
    expect(file.count('RedLineBreachConfirmed')).toBe(1);
  });

  it('MDM-66: a plan has steps of parties, none in the past, within its length; agreed, it is proposed no more', () => {
    const file = raised('gender_equality');
    const proposed = (step: object) =>
      file.ask('representative', 'ProposeMitigation', { case: caseOf(file), steps: [{ ...plan(file).steps[0]!, ...step }] });
    refusedAlone(file, () => proposed({ owner: 'nobody' }), { code: 'unknown-party' });
    refusedAlone(file, () => proposed({ dueOn: '2027-01-19' }), { code: 'step-in-the-past', rule: 'MDM-66' });
    refusedAlone(file, () => proposed({ text: 'a'.repeat(8_193) }), { code: 'plan-too-long', rule: 'MDM-66' });
    expect(proposed({ dueOn: '2027-01-20' }).outcome).toBe('accepted');
    file.must('officer', 'AcceptMitigation', { case: caseOf(file) });
    refusedAlone(file, () => proposed({}), { code: 'plan-agreed', rule: 'MDM-66' });
    refusedAlone(file, () => file.ask('officer', 'AcceptMitigation', { case: caseOf(file) }), { code: 'plan-agreed', rule: 'MDM-66' });
    expect(file.count('MitigationPlanAgreed')).toBe(1);
  });

  it('MDM-63, MDM-65: the body may say that it is not over yet: what was suspended or frozen stays so, and the refusal is told', () => {
    const shut = heard('patient_discrimination');
    shut.must('committee', 'ConfirmLine', reasonFor(shut)).must('committee', 'RefuseResumption', reasonFor(shut));
    expect(shut.last('ResumptionRefused')).toMatchObject({ case: caseOf(shut), about: 'partner' });
    expect([shut.state.standing, shut.count('PartnershipResumed')]).toEqual(['suspended', 0]);
    const frozen = heard('corruption');
    frozen.must('committee', 'ConfirmLine', reasonFor(frozen)).must('committee', 'RefuseRelease', reasonFor(frozen));
    expect(frozen.last('ReleaseRefused')).toMatchObject({ case: caseOf(frozen), about: 'partner' });
    expect([frozen.state.money.frozenBy, frozen.count('FundTransfersReleased')]).toEqual([[caseOf(frozen)], 0]);
  });
});

describe('own limits', () => {
  it('PMP-26: each party declares limits of its own; they are no line of the charter and shut nothing', () => {
    const file = fileIn('implementation').must('representative', 'DeclareLimit', { limit: words });
    expect(file.last('OwnLimitDeclared')).toEqual({ party: 'partner', limit: words });
    expect(file.state.lines).toMatchObject({ cases: [], suspending: [], limits: [{ party: 'partner', count: 1 }] });
    expect(file.state.standing).toBe('open');
  });
});

describe('a case about one’s own side', () => {
  const aboutHost = (line: string) => fileIn('implementation').must('representative', 'RaiseLine', { line, about: 'host', facts: null });

  it('S-01, C-08: a body does not dismiss a case about its own side; the other party’s hierarchy is asked and decides', () => {
    const file = aboutHost('patient_discrimination');
    file.must('officer', 'HearParty', { case: caseOf(file), statement: sealed });
    expect(openTasks(file, 'decide-red-line')).toEqual(['partner']);
    expect(file.ask('committee', 'DismissLine', reasonFor(file))).toMatchObject({ refusal: { code: 'own-case', rule: 'S-01' } });
    expect(file.count('LineDismissed')).toBe(0);
    expect(file.state.standing).toBe('suspended');
    file.must('presidency', 'DismissLine', reasonFor(file));
    expect(file.state.standing).toBe('open');
  });

  it('MDM-63: nor does it declare its own confirmed breach over; it may admit it', () => {
    const file = aboutHost('patient_discrimination');
    file.must('officer', 'HearParty', { case: caseOf(file), statement: sealed }).must('committee', 'ConfirmLine', reasonFor(file));
    expect(file.ask('committee', 'ResumePartnership', reasonFor(file))).toMatchObject({ refusal: { code: 'own-case' } });
    expect(file.state.standing).toBe('suspended');
    file.must('presidency', 'ResumePartnership', reasonFor(file));
    expect(file.state.standing).toBe('open');
  });
});

describe('a right that the law of a country forbids', () => {
  const arrangement = { sealed: 'YXJyYW5nZW1lbnQ', key: 'key-1' };

  it('MDM-73, MDM-74: a divergence on such a right needs a written working arrangement for the people concerned', () => {
    for (const line of ['abortion_right', 'sex_workers_rights']) {
      const file = raised(line);
      expect(file.ask('representative', 'ProposeMitigation', plan(file))).toMatchObject({
        refusal: { code: 'arrangement-missing', rule: 'MDM-73' },
      });
      expect(file.count('MitigationPlanProposed')).toBe(0);
      file
        .must('representative', 'ProposeMitigation', { ...plan(file), arrangement })
        .must('officer', 'AcceptMitigation', { case: caseOf(file) });
      expect(file.last('MitigationPlanProposed')).toMatchObject({ arrangement });
      expect(file.last('MitigationPlanAgreed')).toMatchObject({ line });
    }
  });

  it('MDM-66: any other orange line asks for a plan alone', () => {
    const file = raised('staff_discrimination');
    file.must('representative', 'ProposeMitigation', plan(file));
    expect(file.last('MitigationPlanProposed')).toMatchObject({ arrangement: null });
  });
});
