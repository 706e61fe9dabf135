import { describe, expect, it } from 'vitest';
import { builtInCharter, clauses, notStated, resolvePolicy, type Charter, type ResolvedPolicy } from './index.js';

function pmpCharter(): Charter {
  const charter = builtInCharter('pmp');
  if (!charter) throw new Error('the charter of multi-stakeholder partnerships comes with Palabre');
  return charter;
}

const { content, hash } = pmpCharter();

function policy(): ResolvedPolicy {
  const resolution = resolvePolicy(pmpCharter(), 'MSP');
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
}

const principles = content.principles === notStated ? [] : content.principles.items;

describe('the charter of first steps in multi-stakeholder partnerships', () => {
  it('C-26: published advice loads as validated, with its publisher and its month, and says that it is advice', () => {
    expect(content.charter).toMatchObject({ status: 'validated', standing: { value: 'advice' }, document: { date: '2018-08' } });
    expect(content.charter.validation?.on).toBe('2018-08');
    expect(new Set(clauses(pmpCharter()).map(clause => clause.status))).toEqual(new Set(['validated']));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('C-03: lists no line of its own, and asks each party for its limits instead', () => {
    expect(content.lines).toBe(notStated);
    expect(policy()).toMatchObject({ lines: [], switches: { ownLimits: { value: 'required', isDefault: false } } });
    expect(policy().gates.RED.value).toBe('off');
  });

  it('gives its 36 pieces of advice to the four steps, each from its own entry', () => {
    const steps = content.steps?.map(step => step.code) ?? [];
    expect(steps).toEqual(['starting_point', 'launch', 'search', 'starting_work']);
    const perStep = steps.map(step => principles.filter(principle => principle.group === step).length);
    expect(perStep).toEqual([2, 4, 11, 19]);
    expect(new Set(principles.flatMap(principle => principle.source)).size).toBe(principles.length);
  });

  it.each([
    [46, 'starting_point', [1, 2, 3, 8, 14, 41]],
    [47, 'launch', [5, 12, 41]],
    [48, 'search', [11, 27, 29, 30, 35, 42]],
    [49, 'starting_work', [9, 22, 28, 37, 38, 44, 46, 50, 56, 57, 59, 60]],
  ])('S-21: the tools that the document’s entry %i gives to the step %s have a number and a theme, and no link', (entry, step, numbers) => {
    const tools = content.tools?.filter(tool => tool.step === step) ?? [];
    expect(tools.map(tool => tool.number).toSorted((one, other) => one - other)).toEqual(numbers);
    for (const tool of tools) {
      expect(tool.source).toEqual([`PMP-${entry}`]);
      expect(Object.keys(tool).toSorted()).toEqual(['name', 'number', 'source', 'step']);
    }
  });

  it('a main funder above half, or fewer than twelve months of cover, is a warning, and its two figures are data', () => {
    expect(policy().switches.fundingWarning).toMatchObject({ value: { mainFunderPercent: 50, coverMonths: 12 }, isDefault: true });
    expect(content.warnings?.find(warning => warning.code === 'main_funder')?.source).toContain('PMP-18');
  });

  it('the first phase has its 30 months and its 36 months as data', () => {
    expect(policy().columns.firstPhaseMonths).toMatchObject({ value: { warn: 30, decide: 36 }, source: ['PMP-60', 'D'] });
  });

  it('S-10: while the parties agreed no rule of decision, the rule is all of them', () => {
    expect(policy().decisionRule).toMatchObject({ value: 'all', source: ['PMP-28', 'S-10', 'D'] });
  });

  it('switches off the publication of what is uncertain; its figures go outside with the approval of the parties', () => {
    const { uncertainResultsPublishable } = policy().switches;
    expect(uncertainResultsPublishable).toMatchObject({ value: false, source: ['PMP-36'] });
    for (const indicator of content.indicators) expect(indicator.condition?.en).toContain('approval');
  });

  it('the form of every stage asks each party what it did badly itself', () => {
    const question = policy().forms.stageReflection.find(({ value }) => value.id === 'own_mistakes');
    expect(question).toMatchObject({ value: { answerer: 'each', kind: 'text' }, source: ['PMP-41'] });
  });

  it('the review has its 35 questions, each party for itself; the trust pulse three, the survey ten', () => {
    expect(content.questionnaires.annual_review.map(question => question.id)).toEqual(
      Array.from({ length: 35 }, (_, index) => `PQ${index + 1}`),
    );
    expect(new Set(content.questionnaires.annual_review.map(question => question.who))).toEqual(new Set(['each']));
    expect(content.questionnaires.trust_pulse).toHaveLength(3);
    expect(content.questionnaires.survey.questions).toHaveLength(10);
  });

  it('requires twelve documents; a code of conduct, a funding table and an expertise grid are offered', () => {
    expect(policy().documents).toHaveLength(12);
    expect(content.documents.filter(document => document.optional).map(document => document.code)).toEqual([
      'code_of_conduct',
      'funding_table',
      'expertise_grid',
    ]);
  });
});
