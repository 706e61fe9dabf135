import { readFileSync } from 'node:fs';
import { gateIds, partnershipPolicy, timerKeys } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import {
  builtInCharter,
  charters,
  loadCharterText,
  resolvePolicy,
  toPartnershipPolicy,
  typeMatrix,
  type Charter,
  type ResolvedPolicy,
} from './index.js';

const mdmText = readFileSync(new URL('../data/mdm.yaml', import.meta.url), 'utf8');
const smallText = readFileSync(new URL('../fixtures/small.yaml', import.meta.url), 'utf8');

function charterFrom(text: string): Charter {
  const loading = loadCharterText(text, 'charter.yaml');
  if (!loading.ok) throw new Error(JSON.stringify(loading.mistakes));
  return loading.charter;
}

const mdm = charterFrom(mdmText);

function policyOf(type: string, charter = mdm): ResolvedPolicy {
  const resolution = resolvePolicy(charter, type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
}

const mdmTypes = ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM'];

describe('the policy of an operational partnership under the MdM charter', () => {
  const policy = policyOf('OP');

  it('MDM-37, MDM-38, MDM-39, MDM-40, MDM-41, MDM-42, MDM-43: every column is set, and all that MdM states is marked stated', () => {
    const told = Object.entries(policy.columns).map(([name, { value, source }]) => [name, value, source]);
    expect(told).toEqual([
      ['projectRequired', true, ['MDM-37']],
      ['coConstruction', 'required', ['MDM-39']],
      ['commonValues', true, ['MDM-38']],
      ['capacityPlan', 'one-way-or-mutual', ['MDM-41']],
      ['skillsTable', true, ['MDM-43']],
      ['evaluationBlocks', ['responsibilities', 'management', 'project-evaluation', 'partnership-evaluation'], ['MDM-40']],
      ['financialFlows', 'optional', ['MDM-42']],
      ['budgetCoValidation', 'if-money', ['MDM-11']],
      ['translationGate', true, ['MDM-16']],
      ['followUpCommittee', true, ['HFA-25']],
      ['assembly', true, ['HFA-34', 'D']],
      ['transferPossible', false, ['MDM-32', 'D']],
      ['endsWithProject', false, ['MDM-37', 'ALE-18', 'D']],
      ['parties', 'two', ['C-15', 'D']],
      ['admission', 'joint-decision', ['D']],
      ['annualReview', 'full', ['ALE-46']],
      ['renewal', 'none', ['D']],
      ['dormancy', false, ['D']],
      ['deliverables', false, ['D']],
      ['leadershipLevels', [], ['D']],
      ['networkMandate', false, ['D']],
      ['firstPhaseMonths', null, ['D']],
    ]);
    expect(policy.columns.coConstruction).toMatchObject({ isDefault: false, setBy: 'charter', key: 'mdm:switches.co_construction.OP' });
    expect(policy.columns.assembly).toMatchObject({ isDefault: true, setBy: 'type-matrix', key: 'types.OP.columns.assembly' });
  });

  it('each gate has the strength of the table “Gates by charter”', () => {
    const strength = Object.fromEntries(gateIds.map(gate => [gate, policy.gates[gate].value]));
    expect(strength).toEqual({
      NEED: 'warn',
      'ADDED-VALUE': 'warn',
      MAPPING: 'warn',
      INTRODUCED: 'warn',
      DILIGENCE: 'block',
      RED: 'block',
      ORANGE: 'block',
      EXPECTATIONS: 'block',
      VALUES: 'block',
      OBJECTIVES: 'block',
      ROLES: 'block',
      BUDGET: 'block',
      CAPACITY: 'block',
      EVALUATION: 'block',
      LANGUAGE: 'block',
      CONTENT: 'warn',
      CD: 'off',
      SIGNATORY: 'block',
      OFFICER: 'warn',
      'FOLLOW-UP': 'warn',
      PRESENCE: 'off',
      REFLECTION: 'alert',
      READINESS: 'off',
      ACCOUNT: 'warn',
      CLOSING: 'block',
    });
  });

  it('what is stated and what is our default is told apart, gate by gate', () => {
    expect(policy.gates.BUDGET).toEqual({
      value: 'block',
      source: ['MDM-11'],
      setBy: 'charter',
      key: 'mdm:gates.BUDGET',
      isDefault: false,
    });
    expect(policy.gates.SIGNATORY.isDefault).toBe(true);
    expect(policy.gates.CLOSING.isDefault).toBe(true);
  });

  it('MDM-18, S-11: every timer is set; the cadence of meetings is the charter’s, the rest the engine’s, and all figures are defaults', () => {
    expect(Object.keys(policy.timers)).toEqual([...timerKeys]);
    expect(policy.timers.meeting_every).toMatchObject({ value: { months: 1 }, source: ['MDM-18', 'D'], setBy: 'charter' });
    expect(policy.timers.signature_reminder_every).toMatchObject({ value: { days: 14 }, setBy: 'engine-default' });
    expect(policy.timers.transfer_received_in.value).toEqual({ workingDays: 15 });
    for (const key of timerKeys) expect(policy.timers[key].isDefault).toBe(true);
  });

  it('S-01: an alleged red line is decided in 15 days; an orange line has its plan in 30 and its review in 90', () => {
    const { red_line_decision_in: decision, orange_line_plan_in: plan, orange_line_review_in: review } = policy.timers;
    expect([decision.value, plan.value, review.value]).toEqual([{ days: 15 }, { days: 30 }, { days: 90 }]);
    expect(policy.lines).toHaveLength(13);
    const corruption = policy.lines.find(line => line.value.code === 'corruption');
    expect(corruption?.value).toMatchObject({ whenConfirmed: 'freeze-transfers', suspendsWhenAlleged: true, protected: true });
    expect(corruption?.isDefault).toBe(false);
    expect(corruption?.effects.consequence).toMatchObject({ isDefault: true, source: ['S-01', 'D'] });
  });

  it('MDM-20: the values of the charter travel by their codes', () => {
    expect(policy.values.map(value => value.value)).toEqual(['social_justice', 'autonomy', 'balance', 'commitment', 'independence']);
  });

  it('the review keeps the general questions and the one for operational partnerships, and leaves out those of other types', () => {
    const others = ['stake-review', 'shared-review', 'decided-by-one-side'];
    const put = policy.forms.annualReview.filter(({ value: { askedWhen } }) => askedWhen === undefined || !others.includes(askedWhen));
    const asked = put.map(question => question.value.id);
    expect(asked).toHaveLength(27);
    expect(asked).toContain('MQ27');
    expect(asked).not.toContain('MQ28');
    expect(policy.forms.annualReview.find(question => question.value.id === 'MQ18')?.value.choices).toContain('mutual_as_chosen');
  });

  it('MDM-61: the hierarchy signs, the committee decides on lines, and nobody validates strategy for this type', () => {
    expect(policy.authorities.signature).toMatchObject({ value: 'signatory-authority', isDefault: true });
    expect(policy.authorities.lineDecision.value).toBe('steering-committee');
    expect(policy.authorities.strategicValidation.value).toBeNull();
  });

  it('the documents required are those of the type', () => {
    const documents = policy.documents.map(document => document.value);
    expect(documents).toContain('common_values');
    expect(documents).not.toContain('transfer_plan');
    expect(documents).toHaveLength(7);
  });

  it('becomes the policy that rules consume, with the charter’s hash', () => {
    const rules = toPartnershipPolicy(policy);
    expect(partnershipPolicy.safeParse(rules).success).toBe(true);
    expect(rules.charterHash).toBe(mdm.hash);
    expect(rules.typeName).toEqual({ fr: 'Partenariat opérationnel', en: 'Operational partnership' });
    expect(JSON.stringify(rules).length).toBeLessThan(16_384);
  });
});

describe('the other types', () => {
  it.each(mdmTypes)('%s resolves to a whole policy in which each value names a source', type => {
    const policy = policyOf(type);
    expect(partnershipPolicy.safeParse(toPartnershipPolicy(policy)).success).toBe(true);
    for (const table of [policy.gates, policy.timers, policy.figures, policy.columns, policy.authorities]) {
      for (const value of Object.values(table)) expect(value.source.length).toBeGreaterThan(0);
    }
  });

  it('MDM-35, MDM-36: a service provider has no co-construction, and none of its gates', () => {
    const { gates, columns } = policyOf('SP');
    expect(columns.coConstruction).toMatchObject({ value: 'none', source: ['MDM-35'] });
    expect(columns.financialFlows).toMatchObject({ value: 'required', source: ['MDM-36'] });
    for (const gate of ['EXPECTATIONS', 'VALUES', 'OBJECTIVES', 'ROLES', 'BUDGET', 'CAPACITY', 'EVALUATION'] as const) {
      expect(gates[gate].value).toBe('off');
    }
    expect(gates.RED.value).toBe('block');
  });

  it('MDM-48, MDM-54: only a transfer waits for readiness; an alliance strengthens both sides', () => {
    expect(mdmTypes.filter(type => policyOf(type).gates.READINESS.value === 'block')).toEqual(['TR']);
    expect(policyOf('AL').columns.capacityPlan).toMatchObject({ value: 'mutual', source: ['MDM-54'] });
  });

  it('the verification of another member of the network asks about red lines alone', () => {
    expect(policyOf('MM').forms.dueDiligence.map(question => question.value.id)).toEqual(['DD1', 'DD2', 'DD3', 'DD4', 'DD5', 'DD6', 'DD7']);
    expect(policyOf('OP').forms.dueDiligence).toHaveLength(23);
  });

  it('the verification for a transfer looks at the structure, that of a network at its charter and members; no other type is asked', () => {
    const askedOf = (question: string): string[] =>
      mdmTypes.filter(type => policyOf(type).forms.dueDiligence.some(({ value }) => value.id === question));
    expect([askedOf('DD24'), askedOf('DD25')]).toEqual([['TR'], ['NW']]);
    expect(policyOf('NW').forms.dueDiligence.map(({ value }) => value.id)).not.toContain('DD23');
  });

  it('the matrix has a row for each of the eight types', () => {
    expect(Object.keys(typeMatrix().types)).toEqual(['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM', 'MSP']);
  });
});

describe('C-05: to whom the rule of the steering committee applies is a switch', () => {
  const withSwitch = (types: readonly string[]): Charter => {
    const rows = types.map(type => `    ${type}: { value: required, source: [MDM-61, C-05] }\n`).join('');
    const text = mdmText.replace(/^ {2}cd_validation:\n( {4}[A-Z]+: .*\n)+/m, `  cd_validation:\n${rows}`);
    return charterFrom(text);
  };
  const sentToCommittee = (charter: Charter): string[] =>
    mdmTypes.filter(type => {
      const { gates, authorities } = policyOf(type, charter);
      expect(authorities.strategicValidation.value).toBe(gates.CD.value === 'block' ? 'steering-committee' : null);
      return gates.CD.value === 'block';
    });

  it('C-05, MDM-61: as delivered it names strategic partnerships, members of the network and networks', () => {
    expect(sentToCommittee(mdm)).toEqual(['ST', 'NW', 'MM']);
    expect(policyOf('ST').gates.CD.isDefault).toBe(false);
  });

  const readings = [
    { reading: 'strategic partnerships alone', types: ['ST'] },
    { reading: 'the heading under which the sentence is printed', types: ['ST', 'MM'] },
    { reading: 'the whole block, as the strategic family', types: ['ST', 'AL', 'NW', 'MM'] },
  ];

  it.each(readings)('C-05, MDM-61: the reading “$reading” works by the switch alone', ({ types }) => {
    const charter = withSwitch(types);
    expect(sentToCommittee(charter)).toEqual(mdmTypes.filter(type => types.includes(type)));
    expect(charter.hash).not.toBe(mdm.hash);
  });
});

describe('who has the last word', () => {
  it('the charter’s switch over the matrix: an alliance that wants no common values loses the gate with it', () => {
    const text = mdmText.replace('\nswitches:\n', '\nswitches:\n  common_values:\n    AL: { value: false, source: [D] }\n');
    const before = policyOf('AL').gates.VALUES;
    const after = policyOf('AL', charterFrom(text)).gates.VALUES;
    expect(before).toMatchObject({ value: 'warn', setBy: 'type-matrix' });
    expect(after).toMatchObject({ value: 'off', setBy: 'charter', key: 'mdm:switches.common_values.AL' });
  });

  it('the charter’s timer over the engine’s', () => {
    const text = mdmText.replace('\ntimers:\n', '\ntimers:\n  set_up_in: { value: { workingDays: 20 }, source: [D] }\n');
    expect(policyOf('OP').timers.set_up_in).toMatchObject({ value: { days: 30 }, setBy: 'engine-default' });
    expect(policyOf('OP', charterFrom(text)).timers.set_up_in).toMatchObject({ value: { workingDays: 20 }, setBy: 'charter' });
  });

  it('where a charter is silent on everything, each value is the matrix’s or the engine’s', () => {
    const policy = policyOf('OP', charterFrom(smallText));
    expect(policy.gates.NEED).toMatchObject({ value: 'block', setBy: 'engine-default' });
    expect(policy.columns.coConstruction).toMatchObject({ value: 'required', setBy: 'type-matrix' });
    expect(policy.authorities.signature).toMatchObject({ value: 'signatory-authority', setBy: 'engine-default' });
    expect(policy.gates.CD.value).toBe('off');
    expect(policy.lines).toEqual([]);
    expect(toPartnershipPolicy(policy).charter).toBe('small');
  });
});

describe('a type for which there is no policy', () => {
  it('an unknown type is refused with a reason in both languages', () => {
    for (const type of ['XX', '', 'op', '__proto__', 'constructor']) {
      const resolution = resolvePolicy(mdm, type);
      expect(resolution).toMatchObject({ ok: false, refusal: { code: 'type-unknown', rule: 'MDM-33' } });
      expect(resolution.ok ? '' : resolution.refusal.reason.en).toContain('Known types: SP, OP, TR, ST, AL, NW, MM, MSP');
    }
  });

  it('a type that exists but that the charter does not offer is refused', () => {
    expect(resolvePolicy(mdm, 'MSP')).toMatchObject({ ok: false, refusal: { code: 'type-not-offered' } });
    expect(resolvePolicy(charterFrom(smallText), 'MSP').ok).toBe(true);
  });

  it('the charters that come with Palabre are those of its data folder; the first is for an organisation that brings none', () => {
    expect(charters().get('mdm')?.hash).toBe(mdm.hash);
    expect([...charters().keys()]).toEqual(['palabre', 'mdm', 'pmp', 'alert', 'hfa', 'agiri']);
    expect(builtInCharter('../mdm')).toBeNull();
  });
});
