import type { CommandData } from '@palabre/contracts';
import { agreeText, fileIn, organisations, refusedAlone, sampleBodies, tasksOf, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const note = 'Dit ensemble.';

const decisions = [
  { subject: 'Recrutement', decidedBy: ['partner'] },
  { subject: 'Calendrier', decidedBy: ['host', 'partner'] },
];

/** Work goes on under an agreed table: recruiting is the partner's, the calendar is everybody's. */
function withTable(): Rehearsal {
  const file = fileIn('implementation');
  agreeText(file, 'roles', { ...sampleBodies.roles!, decisions });
  return file;
}

const proposal = (more: Partial<CommandData<'ProposeDecision'>>): CommandData<'ProposeDecision'> => ({
  kind: 'joint',
  subject: 'Une décision',
  text: note,
  override: null,
  ...more,
});

const proposed = (file: Rehearsal): string => (file.last('JointDecisionProposed') as { decision: string }).decision;

describe('the table of decisions', () => {
  it('AGI-19: who decides a matter by the table is asked, and nobody else; its yes is enough', () => {
    const file = withTable();
    const third = { ...file.state.parties.members[1]!, party: 'third', organisation: organisations.stranger };
    file.state = { ...file.state, parties: { ...file.state.parties, members: [...file.state.parties.members, third] } };
    file.must('officer', 'ProposeDecision', proposal({ matter: 'Recrutement' }));
    expect(file.last('JointDecisionProposed')).toMatchObject({ matter: 'Recrutement', deciders: ['partner'] });
    expect(tasksOf(file, 'answer-decision').map(task => task.party)).toEqual(['partner']);
    const decision = proposed(file);
    refusedAlone(file, () => file.ask('outsider', 'AcceptDecision', { decision }), { code: 'decided-by-others', rule: 'AGI-19' });
    refusedAlone(file, () => file.ask('outsider', 'DeclineDecision', { decision, reason: note }), { code: 'decided-by-others' });
    file.must('representative', 'AcceptDecision', { decision });
    expect(file.count('JointDecisionTaken')).toBe(1);
  });

  it('AGI-19: a joint matter asks everybody that the table names; a matter that it does not name is refused', () => {
    const file = withTable();
    file.must('officer', 'ProposeDecision', proposal({ matter: 'Calendrier' }));
    expect(file.last('JointDecisionProposed')).toMatchObject({ deciders: ['host', 'partner'] });
    expect(file.count('JointDecisionTaken')).toBe(0);
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', proposal({ matter: 'Météo' })), {
      code: 'no-such-matter',
      rule: 'AGI-19',
    });
    refusedAlone(file, () => file.ask('representative', 'ProposeDecision', proposal({ matter: 'Recrutement' })), {
      code: 'decided-alone',
      rule: 'AGI-22',
    });
  });

  it('AGI-22: a decision of one party is recorded with its reason under a reference of its own; nobody records the decision of another', () => {
    const file = withTable();
    const recorded = { kind: 'DecisionRecorded', on: '2027-01-20', matter: 'Recrutement', note: 'Elle connaît les villages.' } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', recorded), { code: 'decided-by-others', rule: 'AGI-19' });
    file.must('representative', 'RecordNote', { ...recorded, decision: 'decision-of-mine' });
    const told = file.last('DecisionRecorded');
    expect(told).toMatchObject({ party: 'partner', note: 'Elle connaît les villages.' });
    expect(told['decision']).toMatch(/^decision-[0-9a-f]{12}$/);
    expect(file.state.journal.decisions).toEqual([{ decision: told['decision'], party: 'partner', matter: 'Recrutement' }]);
  });

  it('AGI-22: the others may comment, and no comment blocks it; a joint decision that overrules it does', () => {
    const file = withTable();
    file.must('representative', 'RecordNote', { kind: 'DecisionRecorded', on: '2027-01-20', matter: 'Recrutement', note });
    const decision = String(file.last('DecisionRecorded')['decision']);
    file.must('officer', 'PostPalaverMessage', { object: decision, message: 'Nous aurions attendu.' });
    refusedAlone(file, () => file.ask('officer', 'DeclineDecision', { decision, reason: note }), { code: 'no-such-decision' });
    expect(file.state.journal.decisions).toHaveLength(1);
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', proposal({ overrules: 'decision-unknown' })), {
      code: 'no-such-decision',
    });
    file.must('officer', 'ProposeDecision', proposal({ overrules: decision }));
    expect(file.state.journal.decisions).toHaveLength(1);
    file.must('representative', 'AcceptDecision', { decision: proposed(file) });
    expect(file.state.journal.decisions).toEqual([]);
  });
});

describe('a challenge to a decision that one party took', () => {
  const recorded = { kind: 'DecisionRecorded', on: '2027-01-20', matter: 'Recrutement', note } as const;

  it('AGI-22: it blocks the matter until who raised it calls it resolved; a comment does not', () => {
    const file = withTable().must('representative', 'RecordNote', recorded);
    const decision = String(file.last('DecisionRecorded')['decision']);
    file.must('officer', 'PostPalaverMessage', { object: decision, message: note }).must('representative', 'RecordNote', recorded);
    file.must('officer', 'RaiseChallenge', { text: note, decision });
    expect(file.last('ChallengeRaised')).toMatchObject({ party: 'host', decision });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', recorded), { code: 'decision-challenged', rule: 'AGI-22' });
    expect(file.count('DecisionRecorded')).toBe(2);
    file.must('officer', 'ResolveChallenge', { challenge: String(file.last('ChallengeRaised')['challenge']), solution: note });
    file.must('representative', 'RecordNote', recorded);
    expect(file.count('DecisionRecorded')).toBe(3);
  });

  it('AGI-22: it names a decision that stands, and one of another party', () => {
    const file = withTable().must('representative', 'RecordNote', recorded);
    const decision = String(file.last('DecisionRecorded')['decision']);
    refusedAlone(file, () => file.ask('officer', 'RaiseChallenge', { text: note, decision: 'decision-unknown' }), {
      code: 'no-such-decision',
      rule: 'AGI-22',
    });
    refusedAlone(file, () => file.ask('representative', 'RaiseChallenge', { text: note, decision }), {
      code: 'own-decision',
      rule: 'AGI-22',
    });
    expect(file.count('ChallengeRaised')).toBe(0);
  });
});

describe('a change of what was agreed', () => {
  /** The charter lets changes through without a new signature, or does not. */
  function under(changeWithoutResignature: boolean): Rehearsal {
    const file = fileIn('implementation');
    const { policy } = file.state;
    file.state = { ...file.state, policy: { ...policy!, switches: { ...policy!.switches, changeWithoutResignature } } };
    return file;
  }

  const change = (...touches: string[]) =>
    proposal({ kind: 'change', need: 'Les pluies ont coupé la piste.', change: { of: 'schedule', touches } });

  const changed = (file: Rehearsal): string => String(file.last('ChangeProposed')['decision']);

  it('AGI-30: a change of activities, schedule or tasks amends the plan by agreement, without a new signature', () => {
    const file = under(true).must('officer', 'ProposeDecision', change());
    expect(file.last('ChangeProposed')).toMatchObject({ change: { of: 'schedule', touches: [] } });
    file.must('representative', 'AcceptDecision', { decision: changed(file) });
    expect(file.last('ChangeAgreed')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    expect(file.count('SignatureGiven')).toBe(2);
  });

  it('AGI-30, HFA-15: one that touches a clause is accepted by the hierarchy of every party, the proposer’s too', () => {
    const file = under(true);
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', change('9')), { code: 'no-such-clause', rule: 'AGI-30' });
    file.must('officer', 'ProposeDecision', change('2'));
    const decision = changed(file);
    expect(tasksOf(file, 'sign-change').map(task => [task.party, task.roles])).toEqual([
      ['host', ['signatory-authority']],
      ['partner', ['signatory-authority']],
    ]);
    expect(tasksOf(file, 'answer-decision')).toEqual([]);
    refusedAlone(file, () => file.ask('representative', 'AcceptDecision', { decision }), { code: 'no-mandate', gates: ['SIGNATORY'] });
    file.must('presidency', 'AcceptDecision', { decision });
    expect(file.count('ChangeAgreed')).toBe(0);
    file.must('direction', 'AcceptDecision', { decision });
    expect(file.last('ChangeAgreed')).toMatchObject({ acceptedBy: ['partner', 'host'] });
  });

  it('AGI-30: one that does not say what it touches is signed by the hierarchy too; silence is no way round', () => {
    for (const lets of [true, false]) {
      const file = under(lets).must('officer', 'ProposeDecision', proposal({ kind: 'change', need: 'Les pluies ont coupé la piste.' }));
      refusedAlone(file, () => file.ask('representative', 'AcceptDecision', { decision: changed(file) }), { code: 'no-mandate' });
      expect(tasksOf(file, 'sign-change').map(task => task.party)).toEqual(['host', 'partner']);
      expect(file.count('ChangeAgreed')).toBe(0);
    }
  });

  it('AGI-30, C-06: under a charter that wants every change signed, one without a clause is signed too', () => {
    const file = under(false).must('officer', 'ProposeDecision', change());
    refusedAlone(file, () => file.ask('representative', 'AcceptDecision', { decision: changed(file) }), { code: 'no-mandate' });
    file.must('presidency', 'DeclineDecision', { decision: changed(file), reason: note });
    expect(file.state.signOffs.decisions).toEqual([]);
    expect(file.count('ChangeAgreed')).toBe(0);
  });
});

describe('a joint decision', () => {
  it('PMP-59: adapts a rule exactly where it says so, within the closed list, with a short reason', () => {
    const file = fileIn('implementation');
    const asked = (more: Partial<CommandData<'ProposeDecision'>>) => () => file.ask('officer', 'ProposeDecision', proposal(more));
    const override = { key: 'questionQuota', value: 7 } as const;
    refusedAlone(file, asked({ kind: 'override' }), { code: 'override-mismatch', rule: 'PMP-59' });
    refusedAlone(file, asked({ override }), { code: 'override-mismatch', rule: 'PMP-59' });
    refusedAlone(file, asked({ kind: 'override', override: { ...override, key: 'lines' } }), {
      code: 'not-adaptable',
      rule: 'PMP-59',
    });
    refusedAlone(file, asked({ kind: 'override', override, text: 'é'.repeat(2_048) }), { code: 'reason-too-long', rule: 'PMP-59' });
    expect(asked({ kind: 'override', override, text: 'é'.repeat(2_047) })().outcome).toBe('accepted');
    expect(file.count('PolicyOverrideAgreed')).toBe(0);
  });

  it('MDM-25: a party declines once, and nobody answers what is not asked', () => {
    const file = fileIn('implementation');
    const nothing = { code: 'no-such-decision' };
    refusedAlone(file, () => file.ask('representative', 'AcceptDecision', { decision: 'decision-none' }), nothing);
    refusedAlone(file, () => file.ask('representative', 'DeclineDecision', { decision: 'decision-none', reason: note }), nothing);
    const third = { ...file.state.parties.members[1]!, party: 'third', organisation: organisations.stranger };
    const policy = file.state.policy === null ? null : { ...file.state.policy, decisionRule: 'majority' as const };
    file.state = { ...file.state, policy, parties: { ...file.state.parties, members: [...file.state.parties.members, third] } };
    const decision = proposed(file.must('officer', 'ProposeDecision', proposal({})));
    file.must('representative', 'DeclineDecision', { decision, reason: note });
    refusedAlone(file, () => file.ask('representative', 'DeclineDecision', { decision, reason: note }), {
      code: 'already-declined',
      rule: 'MDM-25',
    });
    expect(file.count('JointDecisionTaken')).toBe(0);
  });

  it('MDM-27: a party confirms once that it took part in building', () => {
    const file = fileIn('co-construction');
    agreeText(file, 'values');
    file.must('officer', 'ConfirmCoConstruction', { participants: ['person-1'] });
    refusedAlone(file, () => file.ask('officer', 'ConfirmCoConstruction', { participants: ['person-1'] }), {
      code: 'already-confirmed',
      rule: 'MDM-27',
    });
    expect(file.count('CoConstructionConfirmed')).toBe(1);
  });

  it('MDM-27: each side names its own people, each once: nobody of the other side took part for it', () => {
    const file = fileIn('co-construction');
    agreeText(file, 'values');
    file.must('representative', 'ProposeText', { kind: 'roles', body: sampleBodies.roles! });
    const until = { from: '2026-01-01', until: '2027-12-31' };
    file.must('representative', 'RecordMandate', { person: 'person-presidency', role: 'signatory-authority', ...until });
    for (const participants of [
      ['person-officer', 'person-representative'],
      ['person-presidency', 'person-officer'],
      ['person-officer', 'person-officer'],
    ]) {
      refusedAlone(file, () => file.ask('officer', 'ConfirmCoConstruction', { participants }), {
        code: 'participants-misnamed',
        rule: 'MDM-27',
      });
    }
    expect(file.count('CoConstructionConfirmed')).toBe(0);
    file.must('officer', 'ConfirmCoConstruction', { participants: ['person-officer', 'person-nobody-wrote-of-yet'] });
    expect(file.state.signOffs.coConstructionBy).toEqual(['host']);
  });
});
