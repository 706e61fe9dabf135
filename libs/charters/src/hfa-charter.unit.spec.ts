import { gateIds } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { builtInCharter, clauses, label, notStated, resolvePolicy, type Charter, type ResolvedPolicy } from './index.js';

function hfaCharter(): Charter {
  const charter = builtInCharter('hfa');
  if (!charter) throw new Error('the HFA charter comes with Palabre');
  return charter;
}

const hfa = hfaCharter();
const { content } = hfa;

function policyOf(type: string): ResolvedPolicy {
  const resolution = resolvePolicy(hfa, type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
}

function stated<T>(part: typeof notStated | { items: T[] }): T[] {
  if (part === notStated) throw new Error('the HFA charter has this part');
  return part.items;
}

const strengthsOf = (type: string): Record<string, string> => {
  const { gates } = policyOf(type);
  return Object.fromEntries(gateIds.map(gate => [gate, gates[gate].value]));
};

describe('the HFA charter', () => {
  it('C-26: is teaching material, so every clause loads as validated, without a day that nobody knows', () => {
    expect(content.charter.standing?.value).toBe('teaching');
    expect(content.charter.validation).toEqual({ body: 'HFA-FOASPS', on: 'not-stated', source: ['C-26', 'D'] });
    expect(content.charter.document.date).toBe('not-stated');
    expect(new Set(clauses(hfa).map(clause => clause.status))).toEqual(new Set(['validated']));
  });

  it('lists seven notions that carry value, and says that the list is ours', () => {
    const values = stated(content.values);
    expect(values.map(value => value.code)).toEqual([
      'responsibility',
      'equality',
      'respect_of_commitments',
      'accountability',
      'credibility',
      'good_governance',
      'participation',
    ]);
    for (const { source } of values) {
      expect(source).toContain('D');
      expect(source[0]).toMatch(/^HFA-/);
    }
  });

  it('has nine principles, each stated by the document', () => {
    const principles = stated(content.principles);
    expect(principles.map(({ code, source }) => [code, source[0]])).toEqual([
      ['common_objective', 'HFA-04'],
      ['own_skills_and_responsibility', 'HFA-08'],
      ['equality_in_process', 'HFA-09'],
      ['relations_decide', 'HFA-10'],
      ['pool_resources', 'HFA-12'],
      ['sign_with_authority', 'HFA-15'],
      ['respect_clauses', 'HFA-18'],
      ['involve_members', 'HFA-28'],
      ['render_account', 'HFA-32'],
    ]);
    for (const { source } of principles) expect(source).not.toContain('D');
  });

  it('offers four types, suppliers among them, each of them our proposal; no other is offered', () => {
    expect(stated(content.typology).map(({ code, source }) => [code, source.includes('D')])).toEqual([
      ['SP', true],
      ['OP', true],
      ['ST', true],
      ['MSP', true],
    ]);
    expect(resolvePolicy(hfa, 'TR')).toMatchObject({ ok: false, refusal: { code: 'type-not-offered' } });
  });

  it('C-18: offers its natures, its three sectors and the parts of the final report as lists', () => {
    const itemsOf = (code: string) => content.lists?.find(list => list.code === code)?.items.map(item => item.code);
    expect(itemsOf('natures')).toEqual(['economic', 'financial', 'scientific', 'cultural', 'artistic', 'other']);
    expect(itemsOf('sectors')).toEqual(['public', 'private', 'civil_society']);
    expect(itemsOf('supporting_documents')).toEqual(['activity_report', 'financial_report', 'voucher']);
    expect(itemsOf('final_report_blocks')).toEqual(['activities', 'finances', 'difficulties', 'lessons']);
  });

  it('watches three things and makes no orange line of them', () => {
    expect(content.warnings?.map(warning => warning.code)).toEqual(['officer_is_president', 'few_people', 'status_point_missed']);
    expect(stated(content.lines).filter(line => line.colour === 'orange')).toEqual([]);
  });
});

describe('the four things to avoid under the HFA charter', () => {
  it('C-19: diversion and refusal load as breaches: alleging one suspends nothing, confirming it has consequences', () => {
    const lines = policyOf('OP').lines.map(({ value, effects }) => [
      value.code,
      value.suspendsWhenAlleged,
      value.whenConfirmed,
      effects.consequence.isDefault,
    ]);
    expect(lines).toEqual([
      ['fund_diversion', false, 'freeze-transfers', true],
      ['refusal_to_justify', false, 'freeze-transfers', true],
      ['refusal_to_report', false, 'mitigation-plan', true],
      ['broken_commitment', false, 'mitigation-plan', true],
    ]);
    expect(label(hfa, 'line', 'fund_diversion', 'fr')).toBe('Fonds employés à autre chose');
  });

  it('S-02, S-03: each is asked about in the verification, of each party', () => {
    const questions = content.questionnaires.due_diligence;
    const asked = new Set(questions.flatMap(({ about }) => ('line' in about ? [about.line] : [])));
    expect([...asked]).toEqual(['fund_diversion', 'refusal_to_justify', 'refusal_to_report', 'broken_commitment']);
    expect(new Set(questions.map(question => question.who))).toEqual(new Set(['each']));
  });
});

describe('the policy under the HFA charter', () => {
  it('each gate of an operational partnership has the strength of the table “Gates by charter”', () => {
    expect(strengthsOf('OP')).toEqual({
      NEED: 'warn',
      'ADDED-VALUE': 'warn',
      MAPPING: 'warn',
      INTRODUCED: 'off',
      DILIGENCE: 'block',
      RED: 'off',
      ORANGE: 'off',
      EXPECTATIONS: 'warn',
      VALUES: 'off',
      OBJECTIVES: 'block',
      ROLES: 'block',
      BUDGET: 'warn',
      CAPACITY: 'off',
      EVALUATION: 'off',
      LANGUAGE: 'warn',
      CONTENT: 'block',
      CD: 'off',
      SIGNATORY: 'block',
      OFFICER: 'warn',
      'FOLLOW-UP': 'block',
      PRESENCE: 'off',
      REFLECTION: 'alert',
      READINESS: 'off',
      ACCOUNT: 'block',
      CLOSING: 'warn',
    });
  });

  it('what the document states is told apart from what we propose', () => {
    const { gates } = policyOf('OP');
    const statedGates = gateIds.filter(gate => gates[gate].setBy === 'charter' && !gates[gate].isDefault);
    expect(statedGates).toEqual(['OBJECTIVES', 'ROLES', 'CONTENT', 'SIGNATORY', 'OFFICER', 'FOLLOW-UP', 'ACCOUNT']);
  });

  it('a service provider has a follow-up arrangement too, and its own short way for the rest', () => {
    const strengths = strengthsOf('SP');
    expect(strengths).toMatchObject({ 'FOLLOW-UP': 'block', SIGNATORY: 'block', CONTENT: 'block', ROLES: 'off', OBJECTIVES: 'off' });
  });

  it('C-23: an officer who is the president gives a warning and no more', () => {
    expect(policyOf('OP').gates.OFFICER).toMatchObject({ value: 'warn', source: ['HFA-17', 'C-23'], isDefault: false });
  });

  it('C-24: one of bureau and secretariat has to know the content, and the charter may ask for another', () => {
    expect(policyOf('OP').switches.contentSharedTo).toMatchObject({ value: 'any-of', source: ['HFA-16', 'C-24'] });
  });

  it('the hierarchy signs every type, and that is stated', () => {
    for (const type of ['SP', 'OP', 'ST', 'MSP']) {
      expect(policyOf(type).authorities.signature).toMatchObject({ value: 'signatory-authority', source: ['HFA-15'], isDefault: false });
      expect(policyOf(type).authorities.strategicValidation.value).toBeNull();
    }
  });

  it('closing waits for the account; the duty is stated, its means are ours and the media are left free', () => {
    const { gates, columns, switches } = policyOf('OP');
    expect(gates.ACCOUNT).toMatchObject({ value: 'block', source: ['HFA-32'], isDefault: false });
    expect(columns.assembly).toMatchObject({ value: true, source: ['HFA-34', 'D'] });
    expect(switches.reportsTransmitted).toMatchObject({ value: 'required', source: ['HFA-32', 'HFA-35', 'D'] });
  });

  it('C-22, S-11: status points come each quarter, and the figure is marked as ours', () => {
    expect(policyOf('OP').timers.status_point_every).toMatchObject({ value: { months: 3 }, setBy: 'charter', isDefault: true });
  });
});

describe('the questionnaires of the HFA charter', () => {
  const forms = content.questionnaires;

  it('the review has questions 1 to 18; those of the end, 19 to 24, stand in the closing form', () => {
    expect(forms.annual_review.map(question => question.id)).toEqual(Array.from({ length: 18 }, (_, index) => `FQ${index + 1}`));
    expect(forms.closing.map(question => question.id)).toEqual(['FQ19', 'FQ20', 'FQ21', 'FQ22', 'FQ23', 'FQ24', 'FC1']);
  });

  it('every party says at each stage and in each review whether it feels concerned and equal', () => {
    expect(forms.stage_reflection.map(({ id, who, kind }) => [id, who, kind])).toEqual([
      ['concerned', 'each', 'scale'],
      ['equal', 'each', 'scale'],
    ]);
    const inReview = forms.annual_review.filter(question => question.source.includes('HFA-09'));
    expect(inReview.map(({ id, who }) => [id, who])).toEqual([['FQ4', 'both']]);
  });

  it('the survey has its ten questions and is anonymous, as our proposal', () => {
    expect(forms.survey.questions.map(question => question.id)).toEqual(Array.from({ length: 10 }, (_, index) => `FS${index + 1}`));
    expect(forms.survey.anonymous).toEqual({ value: true, source: ['D'] });
  });
});
