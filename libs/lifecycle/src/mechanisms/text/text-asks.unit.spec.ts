import { agreeText, fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, samplePlan, tasksOf } from '@palabre/testing';
import { textBodies } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { capacity } from '../../gates/capacity.gate.js';
import { livingCapacityLines } from './equity-questions.js';

const note = 'Dit ensemble.';

const building = (charter: string) => fileIn('co-construction', new Rehearsal(policyOfCharter(charter, 'OP')));

const plan = (change: Partial<typeof samplePlan>) => ({ kind: 'plan', body: { ...samplePlan, ...change } }) as const;

const roles = sampleBodies.roles!;

describe('a text that is not complete', () => {
  it('MDM-54: in an alliance the capacity plan strengthens each party in one line at least; in a type whose plan may go one way it need not', () => {
    const line = { line: 'C1', from: 'host', to: 'partner', need: note, method: note, objective: 'O1', why: null } as const;
    const back = { ...line, line: 'C2', from: 'partner', to: 'host' };
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'AL')));
    file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines: [line] } });
    const answer = file.ask('representative', 'AcceptText', file.text('capacity-plan'));
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'text-incomplete', rule: 'MDM-54' } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toBe('No line of the plan strengthens "host".');
    expect(file.count('CapacityPlanAgreed')).toBe(0);
    file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines: [line, back] } });
    file.must('representative', 'AcceptText', file.text('capacity-plan'));
    expect(file.count('CapacityPlanAgreed')).toBe(1);

    const oneWay = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'OP')));
    agreeText(oneWay, 'capacity-plan', { lines: [line] });
    expect(oneWay.count('CapacityPlanAgreed')).toBe(1);
  });

  it('MDM-40, MDM-41, MDM-43: four blocks, whole lines of capacity and a skill of each side are mandatory, and both sides agree', () => {
    const file = building('mdm');
    const evaluation = sampleBodies.evaluation!;
    for (const block of ['responsibilities', 'management', 'project-evaluation', 'partnership-evaluation'] as const) {
      const { [block]: _left, ...others } = evaluation;
      expect(textBodies.evaluation.safeParse(others).success).toBe(false);
    }
    const [capacityLine] = sampleBodies['capacity-plan']!.lines;
    for (const field of ['from', 'to', 'need', 'method', 'objective'] as const) {
      const { [field]: _left, ...others } = capacityLine!;
      expect(textBodies['capacity-plan'].safeParse({ lines: [others] }).success).toBe(false);
    }
    const onward = () => {
      const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });
      return answer.outcome === 'refused' ? answer.refusal : null;
    };
    file.must('officer', 'ProposeText', { kind: 'evaluation', body: evaluation });
    file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines: [{ ...capacityLine!, why: null }] } });
    const knock = { now: file.state.calendar.now, person: null, party: null };
    expect(capacity.missing(file.state, knock).map(({ en }) => en)).toContain(
      `1 line(s) wait for their "why": ${capacityLine!.line} (partner).`,
    );
    agreeText(file, 'roles', { ...roles, skills: roles.skills.filter(row => row.party === 'host') });
    expect(onward()?.gates).toEqual(expect.arrayContaining(['EVALUATION', 'ROLES']));
    expect(onward()?.reason.en).toContain('No technical skill of "partner" is named.');
    file.must('representative', 'AcceptText', file.text('evaluation'));
    expect(file.last('EvaluationModalitiesAgreed')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    agreeText(file, 'roles', roles);
    expect(onward()?.gates.filter(gate => gate === 'EVALUATION' || gate === 'ROLES')).toEqual([]);
    file.must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines: [{ ...capacityLine!, why: note }] } });
    expect(file.count('CapacityPlanAgreed')).toBe(0);
    file.must('officer', 'AcceptText', file.text('capacity-plan'));
    expect(file.last('CapacityPlanAgreed')).toMatchObject({ acceptedBy: ['partner', 'host'] });
  });

  it('MDM-20: the values of the charter are read in a partnership and changed by none; each side writes its own beside them', () => {
    const file = building('mdm');
    const { values } = file.state.policy!;
    expect(values).toEqual(policyOfCharter('mdm', 'OP').values);
    expect(values.length).toBeGreaterThan(0);
    const adapted = { kind: 'override', subject: 'Valeurs', text: note, override: { key: 'values', value: [] } } as never;
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', adapted), { code: 'not-adaptable' });
    file.must('representative', 'WriteExpectations', { expectations: note, values: ['La parole donnée'] });
    expect(file.last('ExpectationsRecorded')).toMatchObject({ party: 'partner', values: ['La parole donnée'] });
    agreeText(file, 'values');
    expect(file.state.policy!.values).toEqual(values);
  });

  it('MDM-26: objectives without one on rights are not recorded as agreed where the charter holds the gate; where it does not, they are', () => {
    const body = { objectives: [{ id: 'O1', text: note, aboutRights: false }] };
    const file = building('mdm').must('officer', 'ProposeText', { kind: 'objectives', body });
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('objectives')), {
      code: 'text-incomplete',
      rule: 'MDM-26',
    });
    expect(file.count('CommonObjectivesRecorded')).toBe(0);
    agreeText(file, 'objectives', { objectives: [...body.objectives, { id: 'O2', text: note, aboutRights: true }] });
    expect(file.count('CommonObjectivesRecorded')).toBe(1);

    const warned = building('mdm');
    warned.state = { ...warned.state, policy: { ...warned.policy, gates: { ...warned.policy.gates, OBJECTIVES: 'warn' } } };
    agreeText(warned, 'objectives', body);
    expect(warned.count('CommonObjectivesRecorded')).toBe(1);
  });

  it('HFA-08: a party that answers for no result keeps the roles from being agreed; it names its result, and they are', () => {
    const file = building('hfa');
    const [ours] = roles.results!;
    file.must('officer', 'ProposeText', { kind: 'roles', body: { ...roles, results: [ours!] } });
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('roles')), { code: 'text-incomplete', rule: 'HFA-08' });
    expect(file.ask('representative', 'AcceptText', file.text('roles'))).toMatchObject({
      refusal: { next: { en: 'Propose a version that says so in `results` (ProposeText).' } },
    });
    expect(file.count('RolesAgreed')).toBe(0);
    file.must('representative', 'ProposeText', { kind: 'roles', body: roles }).must('officer', 'AcceptText', file.text('roles'));
    expect(file.count('RolesAgreed')).toBe(1);
  });

  it('HFA-08: under a charter that asks for no results, the same roles are agreed without them', () => {
    const file = building('mdm');
    const { results: _results, ...without } = roles;
    agreeText(file, 'roles', without);
    expect(file.count('RolesAgreed')).toBe(1);
  });

  it('HFA-08, S-10: silence agrees to no incomplete text', () => {
    const file = building('hfa');
    file.state = { ...file.state, policy: { ...file.state.policy!, decisionRule: 'no-objection' } };
    const { results: _results, ...without } = roles;
    file.must('officer', 'ProposeText', { kind: 'roles', body: without }).advanceTo('2027-06-01');
    expect(file.count('RolesAgreed')).toBe(0);
  });

  it('ALE-44: where we fund, the plan has a rebalancing measure; where no money flows, none is asked', () => {
    const file = building('alert');
    file.must('officer', 'ProposeText', plan({ rebalancing: [] }));
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('plan')), { code: 'text-incomplete', rule: 'ALE-44' });
    const unfunded = building('alert');
    unfunded.state = { ...unfunded.state, steps: { ...unfunded.state.steps, financialFlows: false } };
    agreeText(unfunded, 'plan', plan({ rebalancing: [] }).body);
    expect(unfunded.count('PartnershipPlanAgreed')).toBe(1);
  });

  it('ALE-68: one form gathers six blocks and is agreed by both; a missing block is named', () => {
    const file = building('alert');
    const { aspirations: _left, ...five } = samplePlan.blocks;
    file.must('officer', 'ProposeText', plan({ blocks: five }));
    const answer = file.ask('representative', 'AcceptText', file.text('plan'));
    expect(answer).toMatchObject({ refusal: { rule: 'ALE-68', reason: { en: 'The block "aspirations" is empty.' } } });
    agreeText(file, 'plan', samplePlan);
    expect(file.last('PartnershipPlanAgreed')).toMatchObject({ kind: 'plan', acceptedBy: ['host', 'partner'] });
  });

  it('AGI-12: gaps in access to means, from the figure of the charter on, each have their measure in the plan', () => {
    const file = building('agiri');
    const states = (financial: number, technical: number) =>
      ({ kind: 'ResourceAccessStated', on: '2027-01-04', financial, technical, human: 3, note }) as const;
    file.must('officer', 'RecordNote', states(5, 4)).must('representative', 'RecordNote', states(2, 3));
    const [money, skills] = samplePlan.rebalancing;
    file.must('officer', 'ProposeText', plan({ rebalancing: [skills!] }));
    const answer = file.ask('representative', 'AcceptText', file.text('plan'));
    expect(answer).toMatchObject({ refusal: { rule: 'AGI-12', reason: { en: 'No measure answers the gap in financial resources.' } } });
    agreeText(file, 'plan', plan({ rebalancing: [money!] }).body);
    expect(file.count('PartnershipPlanAgreed')).toBe(1);
    const wider = { ...file.state.policy!, figures: { ...file.state.policy!.figures, resource_gap_points: 1 } };
    file.state = { ...file.state, policy: wider };
    file.must('officer', 'ProposeText', plan({ rebalancing: [money!] }));
    expect(file.ask('representative', 'AcceptText', file.text('plan')).outcome).toBe('refused');
  });
});

describe('strengths that a plan offers', () => {
  it('ALE-57: the plan lists them with who offers them; the partner marks which it used, and nobody its own', () => {
    const file = building('alert');
    agreeText(file, 'plan', samplePlan);
    const used = (strength: string) => ({ kind: 'StrengthsUsed', on: '2027-01-04', strengths: [strength], note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', used('S1')), { code: 'strength-not-offered', rule: 'ALE-57' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', used('S9')), { code: 'strength-not-offered' });
    file.must('representative', 'RecordNote', used('S1'));
    expect(file.state.journal.strengthsUsed).toEqual(['S1']);
    refusedAlone(
      file,
      () => file.ask('officer', 'ProposeText', plan({ strengths: [{ ...samplePlan.strengths[0]!, offeredBy: 'nobody' }] })),
      {
        code: 'unknown-party',
      },
    );
  });
});

describe('the capacity plan after the project', () => {
  const lines = [
    { line: 'C1', from: 'host', to: 'partner', need: note, method: note, objective: 'O1', why: note, accompaniment: 'training' as const },
    {
      line: 'C2',
      from: 'host',
      to: 'partner',
      need: note,
      method: note,
      objective: 'O1',
      why: note,
      accompaniment: 'mentoring' as const,
      track: 'organisational' as const,
    },
  ];

  it('ALE-17: without a line of the organisational track the plan is not agreed', () => {
    const file = building('alert');
    file.must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines: [lines[0]!] } });
    refusedAlone(file, () => file.ask('officer', 'AcceptText', file.text('capacity-plan')), { code: 'text-incomplete', rule: 'ALE-17' });
    file
      .must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines } })
      .must('officer', 'AcceptText', file.text('capacity-plan'));
    expect(file.count('CapacityPlanAgreed')).toBe(1);
  });

  it('ALE-17: its lines belong to the partnership and survive the end of the project; the others end with it', () => {
    const file = fileIn('implementation');
    file
      .must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines } })
      .must('officer', 'AcceptText', file.text('capacity-plan'));
    expect(livingCapacityLines(file.state)).toEqual(['C1', 'C2']);
    file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
    expect(livingCapacityLines(file.state)).toEqual(['C2']);
    file
      .must('officer', 'EnterPhase', { phase: 'implementation', reason: note })
      .must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    const progress = (line: string) =>
      ({ kind: 'CapacityPlanProgressAssessed', on: '2027-01-20', lines: [{ line, state: 'going-on' }], note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', progress('C1')), { code: 'lines-without-state' });
    expect(file.ask('officer', 'RecordNote', progress('C2')).outcome).toBe('accepted');
  });
});

describe('the communication sheet', () => {
  const sheet = (answerWithin: { days: number }) => ({
    channels: ['Téléphone'],
    languages: ['fr', 'wo'],
    answerWithin,
    informs: [{ about: 'Argent', from: 'host', to: ['partner'] }],
  });

  it('PMP-31: channels, languages, delay and who informs whom are agreed, and from then on set within which time an answer is due', () => {
    const file = fileIn('implementation');
    const due = () => {
      file.must('representative', 'RaiseChallenge', { text: note });
      return tasksOf(file, 'acknowledge-challenge').at(-1)?.dueAt;
    };
    const byTheCharter = due();
    agreeText(file, 'communication-rules', { sections: [{ heading: 'Se parler', text: note }], sheet: sheet({ days: 1 }) });
    expect(file.count('CommunicationRulesAgreed')).toBe(1);
    const bySheet = due();
    expect([byTheCharter?.slice(0, 10), bySheet?.slice(0, 10)]).toEqual(['2027-01-27', '2027-01-21']);
    refusedAlone(
      file,
      () =>
        file.ask('officer', 'ProposeText', {
          kind: 'communication-rules',
          body: {
            sections: [{ heading: 'x', text: note }],
            sheet: { ...sheet({ days: 1 }), informs: [{ about: 'x', from: 'nobody', to: ['host'] }] },
          },
        }),
      { code: 'unknown-party' },
    );
  });
});
