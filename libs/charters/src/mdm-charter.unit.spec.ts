import { describe, expect, it } from 'vitest';
import { charters, clauses, notStated, partNames, type Charter } from './index.js';

function mdmCharter(): Charter {
  const charter = charters().get('mdm');
  if (!charter) throw new Error('the MdM charter comes with Palabre');
  return charter;
}

const mdm = mdmCharter();
const { content } = mdm;

/** The clauses of a part that the MdM charter states. */
function stated<T>(part: typeof notStated | { items: T[] }): T[] {
  if (part === notStated) throw new Error('the MdM charter states this part');
  return part.items;
}

const values = stated(content.values);
const principles = stated(content.principles);
const types = stated(content.typology);
const lines = stated(content.lines);

const sourceOf = (list: readonly { code: string; source: readonly string[] }[], code: string) =>
  list.find(item => item.code === code)?.source;

const everyText = (value: unknown): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, string][] =
    'fr' in value && 'en' in value && typeof value.fr === 'string' && typeof value.en === 'string' ? [[value.fr, value.en]] : [];
  return [...own, ...Object.values(value).flatMap(everyText)];
};

describe('the MdM charter', () => {
  it('MDM-02: has its six parts, none of them declared silent', () => {
    expect(partNames).toEqual(['values', 'principles', 'typology', 'lines', 'action_plan', 'way_of_working']);
    for (const part of partNames) expect(content[part]).not.toBe(notStated);
  });

  it('MDM-05, C-26: every clause loads as proposed and none as validated, since no decision is recorded', () => {
    const all = clauses(mdm);
    expect(all.length).toBe(5 + 6 + 7 + 13 + 5 + 4);
    expect(new Set(all.map(clause => clause.status))).toEqual(new Set(['proposed']));
    expect(content.charter.status).toBe('proposed');
    expect(content.charter.validation).toBeUndefined();
  });

  it('MDM-04, MDM-06, MDM-08, MDM-77: carries its scope, 15 consents of 16, the baseline of 3 out of 5 and what it supersedes', () => {
    expect(content.charter.scope.source).toEqual(['MDM-04']);
    expect(content.charter.external_commitments).toMatchObject([
      { code: 'grand_bargain', members: 16, consents: 15, state: 'in-progress' },
    ]);
    expect(content.charter.baseline_survey).toMatchObject({ month: '2018-05', scale: 5, mean: 3, answers: 61, countries: 25 });
    expect(content.charter.baseline_survey?.respondents).toBe('not-stated');
    expect(content.charter.supersedes?.name.en).toBe('Krakow charter');
  });

  it('each value keeps the text it was taken from', () => {
    expect(values).toHaveLength(5);
    for (const value of values) {
      expect(value.source).toContain('MDM-20');
      expect(value.origin.fr).not.toBe('');
    }
  });

  it.each([
    [21, 'social_justice'],
    [22, 'autonomy'],
    [23, 'balance'],
    [24, 'commitment'],
    [25, 'independence'],
  ])('entry %i gives the value %s', (entry, code) => {
    expect(sourceOf(values, code)).toContain(`MDM-${entry}`);
  });

  it.each([
    [26, 'human_rights'],
    [27, 'build_together'],
    [28, 'transparency_accountability'],
    [29, 'time_for_relation'],
    [30, 'written_expectations'],
    [31, 'equitable_participation'],
  ])('entry %i gives the principle %s', (entry, code) => {
    expect(principles).toHaveLength(6);
    expect(sourceOf(principles, code)).toEqual([`MDM-${entry}`]);
  });

  it('offers seven types', () => {
    expect(types.map(type => type.code)).toEqual(['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM']);
  });

  it('MDM-75, MDM-76: names the way of working, and the bodies to consult; field teams and partners cannot be left out', () => {
    expect(content.way_of_working).toMatchObject({ items: [{ code: 'collective' }, { code: 'horizontal' }, { code: 'rhizomatic' }, {}] });
    const bodies = content.consultation?.bodies ?? [];
    expect(bodies).toHaveLength(8);
    expect(bodies.filter(body => !body.may_be_left_out).map(body => body.code)).toEqual(['steering_committee', 'field_teams', 'partners']);
  });

  it('says everything in French and in English, and never the same sentence twice for both', () => {
    const texts = everyText(content);
    expect(texts.length).toBeGreaterThan(180);
    const sentences = texts.filter(([fr]) => fr.length > 40);
    expect(sentences.filter(([fr, en]) => fr === en)).toEqual([]);
  });
});

describe('the lines of the MdM charter', () => {
  const line = (code: string) => lines.find(item => item.code === code);

  it.each([
    ['MDM-62', 'care_quality', 'block-signature'],
    ['MDM-63', 'patient_discrimination', 'keep-suspended'],
    ['MDM-64', 'armed_violence', 'end-process'],
    ['MDM-65', 'corruption', 'freeze-transfers'],
  ])('S-01, %s: the red line %s suspends when alleged, and its consequence is data: %s', (id, code, consequence) => {
    expect(line(code)).toMatchObject({ colour: 'red', source: [id], suspends_when_alleged: { value: true } });
    expect(line(code)?.consequence).toEqual({ value: consequence, source: ['S-01', 'D'] });
  });

  it.each([
    [66, 'staff_discrimination'],
    [67, 'discriminatory_speech'],
    [68, 'harassment'],
    [69, 'confidentiality'],
    [70, 'low_involvement'],
    [71, 'financial_accountability'],
    [72, 'gender_equality'],
  ])('S-01: the orange line of entry %i, %s, calls for a joint plan and does not suspend', (entry, code) => {
    expect(line(code)).toMatchObject({ colour: 'orange', source: [`MDM-${entry}`], suspends_when_alleged: { value: false } });
    expect(line(code)?.consequence).toEqual({ value: 'mitigation-plan', source: ['S-01', 'D'] });
  });

  it.each([
    ['MDM-73', 'abortion_right'],
    ['MDM-74', 'sex_workers_rights'],
  ])('%s: the orange line %s calls for an arrangement to work by and does not suspend', (id, code) => {
    expect(line(code)).toMatchObject({ colour: 'orange', source: [id], suspends_when_alleged: { value: false } });
    expect(line(code)?.consequence).toEqual({ value: 'working-arrangement', source: [id, 'D'] });
  });

  it('C-19, C-20, C-21: corruption and care quality are red; weak accounts, secrecy and harassment are orange', () => {
    expect(lines.filter(item => item.colour === 'red').map(item => item.code)).toEqual([
      'care_quality',
      'patient_discrimination',
      'armed_violence',
      'corruption',
    ]);
    for (const code of ['financial_accountability', 'confidentiality', 'harassment', 'staff_discrimination']) {
      expect(line(code)?.colour).toBe('orange');
    }
  });

  it('MDM-65, MDM-68: only corruption and harassment are protected cases', () => {
    expect(lines.filter(item => item.protected.value).map(item => item.code)).toEqual(['corruption', 'harassment']);
  });
});

describe('the questionnaires of the MdM charter', () => {
  const forms = content.questionnaires;

  it('S-02, S-03: the verification asks about each line, and each party answers the same questions about itself', () => {
    const asked = new Set(forms.due_diligence.map(({ about }) => ('line' in about ? about.line : about.topic)));
    for (const { code } of lines) expect(asked).toContain(code);
    expect(new Set(forms.due_diligence.map(question => question.who))).toEqual(new Set(['each']));
  });

  it('care quality has three checks, and so has confidentiality', () => {
    const checksOn = (code: string) => forms.due_diligence.filter(({ about }) => 'line' in about && about.line === code);
    expect(checksOn('care_quality')).toHaveLength(3);
    expect(checksOn('confidentiality')).toHaveLength(3);
  });

  it('MDM-25: the verification asks for the sources of funding and of influence', () => {
    const independence = forms.due_diligence.filter(question => question.source.includes('MDM-25'));
    expect(independence.map(({ about }) => about)).toEqual([{ topic: 'finance' }, { topic: 'independence' }]);
  });

  it('MDM-71: the ability to account is low, medium or high, and the support needed is asked', () => {
    const [ability, support] = forms.due_diligence.filter(question => question.source.includes('MDM-71'));
    expect(ability?.choices?.map(choice => choice.code)).toEqual(['low', 'medium', 'high']);
    expect(support?.kind).toBe('text');
  });

  it('the review has its 32 questions, and the question on lines is protected', () => {
    const always = forms.annual_review.filter(question => question.asked_when !== 'decided-by-one-side');
    expect(always.map(question => question.id)).toEqual(Array.from({ length: 32 }, (_, index) => `MQ${index + 1}`));
    expect(forms.annual_review.filter(question => question.protected).map(question => question.id)).toEqual(['MQ22']);
  });

  it('MDM-85: the partner alone scores its autonomy; both sides score pleasure and efficiency', () => {
    const question = (id: string) => forms.annual_review.find(item => item.id === id);
    expect(question('MQ2')).toMatchObject({ who: 'partner', kind: 'scale', source: ['MDM-22'] });
    expect(question('MQ26')).toMatchObject({ who: 'both', kind: 'scale-pair', source: ['MDM-85'] });
  });

  it('four questions at each stage, the first with a position and words', () => {
    expect(content.switches.stage_questions?.value).toEqual([
      'position',
      'will_and_autonomy',
      'mutual_learning',
      'pleasure_and_efficiency',
    ]);
    const bySource = forms.stage_reflection.map(question => [question.source[0], question.kind]);
    expect(bySource).toEqual([
      ['MDM-82', 'choice'],
      ['MDM-82', 'text'],
      ['MDM-83', 'text'],
      ['MDM-84', 'text'],
      ['MDM-85', 'scale-pair'],
    ]);
    expect(forms.stage_reflection[0]?.choices?.map(choice => choice.code)).toEqual(['leading', 'beside', 'behind']);
  });

  it('MDM-09: at the end the partner, and it alone, says relief, neutral or regret', () => {
    const [ending] = forms.closing;
    expect(ending).toMatchObject({ who: 'partner', kind: 'choice', source: ['MDM-09'] });
    expect(ending?.choices?.map(choice => choice.code)).toEqual(['relief', 'neutral', 'regret']);
  });

  it('the survey has its 14 questions; that it is anonymous is our default, since the document does not say', () => {
    expect(forms.survey.questions.map(question => question.id)).toEqual(Array.from({ length: 14 }, (_, index) => `MS${index + 1}`));
    expect(forms.survey.anonymous).toEqual({ value: true, source: ['MDM-08', 'D'] });
  });
});
