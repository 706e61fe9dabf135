import { describe, expect, it } from 'vitest';
import { builtInCharter, label, notStated, resolvePolicy, type Charter, type ResolvedPolicy } from './index.js';

function alertCharter(): Charter {
  const charter = builtInCharter('alert');
  if (!charter) throw new Error('the charter of the partnership position comes with Palabre');
  return charter;
}

const charter = alertCharter();
const { content } = charter;

function policyOf(type: string): ResolvedPolicy {
  const resolution = resolvePolicy(charter, type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
}

const policy = policyOf('OP');

describe('the charter of the partnership position', () => {
  it('ALE-19, ALE-28: looks five years ahead towards more local leadership, feeds a version of the strategy, and sets no target in the place of the organisation', () => {
    expect(content.charter.horizon).toMatchObject({ months: 60, strategy: { version: '2023' }, source: ['ALE-19', 'ALE-28'] });
    expect(content.charter.horizon).not.toHaveProperty('target');
  });

  it.each([
    { code: 'LED', id: 'ALE-30' },
    { code: 'MANAGED', id: 'ALE-31' },
    { code: 'IMPLEMENTED', id: 'ALE-32' },
  ] as const)('the level $code says who designs and who carries out, from its own entry, and a project may take it', ({ code, id }) => {
    const level = content.leadership?.levels.find(candidate => candidate.code === code);
    expect(level?.source).toContain(id);
    expect(level?.designs.en).not.toBe(level?.carries_out.en);
    expect(policy.columns.leadershipLevels.value).toContain(code);
  });

  it('C-17: the highest level is shown as led locally, not under the aegis of authorities', () => {
    expect(label(charter, 'level', 'LED', 'fr')).toBe('Dirigé localement');
  });

  it('the reasons of a level are a closed list, security and the partner’s wish among them', () => {
    expect(content.leadership?.reasons.map(reason => reason.code)).toEqual([
      'conflict_context',
      'civil_society_context',
      'donor_approach',
      'bid_deadline',
      'partner_wish',
      'security',
    ]);
  });

  it('C-16: every question of the review speaks about one of four qualities; only effective has two sub-scores', () => {
    const qualities = content.qualities ?? [];
    expect(qualities.map(quality => [quality.code, quality.parts?.map(part => part.code) ?? []])).toEqual([
      ['equitable', []],
      ['effective', ['results', 'process']],
      ['deep', []],
      ['diverse', []],
    ]);
    const named = content.questionnaires.annual_review.map(question => question.quality);
    expect(named).not.toContain(undefined);
    expect(new Set(named)).toEqual(new Set(qualities.map(quality => quality.code)));
  });

  it('reflection, team review and public report come every year, as the document states', () => {
    expect(policy.timers.joint_reflection_every).toMatchObject({ value: { months: 12 }, isDefault: false, setBy: 'charter' });
    expect(policy.figures.team_review_every_months).toMatchObject({ value: 12, isDefault: false });
    expect(policy.figures.public_report_every_months).toMatchObject({ value: 12, isDefault: false });
    expect(policy.timers.reflection_overdue_after).toMatchObject({ value: { days: 30 }, isDefault: true });
  });

  it('switches on the line of overheads and the table of roles, as the document states', () => {
    expect(policy.switches.overheadLine).toMatchObject({ value: 'required', isDefault: false });
    expect(policy.switches.roleTable).toMatchObject({ value: 'required', source: ['ALE-56'] });
    expect(policy.gates.ROLES).toMatchObject({ value: 'block', isDefault: false });
  });

  it('sets mutual strengthening for its types, behind a gate that blocks, as the document states', () => {
    for (const type of ['OP', 'ST', 'AL']) {
      expect(policyOf(type).columns.capacityPlan).toMatchObject({ value: 'mutual', isDefault: false });
      expect(policyOf(type).gates.CAPACITY).toMatchObject({ value: 'block', source: ['ALE-59'] });
    }
  });

  it('a strategic partnership is asked for three checks, each with an example, and no other type is', () => {
    const checks = (type: string) =>
      policyOf(type).forms.annualReview.filter(({ source }) => source.join() === 'ALE-62' && source.length === 1);
    const own = (type: string) => checks(type).filter(({ value }) => value.id.startsWith('AX_'));
    expect(own('ST').map(({ value }) => value.kind)).toEqual(['text', 'text', 'text']);
    expect(own('OP')).toEqual([]);
  });

  it('for each step of design the partner alone marks its level, from none to led', () => {
    const steps = policy.forms.annualReview.filter(({ value }) => value.id.startsWith('AQ5_'));
    expect(steps).toHaveLength(4);
    for (const { value } of steps) {
      expect(value).toMatchObject({ answerer: 'partner', choices: ['none', 'informed', 'consulted', 'co_decided', 'led'] });
    }
  });

  it('marks what we learned as ours to say and the partner’s to confirm', () => {
    const question = content.questionnaires.annual_review.find(candidate => candidate.id === 'AQ21');
    expect(question).toMatchObject({ who: 'host', confirmed_by: 'partner' });
  });

  it('its own forms, all together, stay under the quota of questions that it sets', () => {
    expect(policy.figures.question_quota).toMatchObject({ value: 120, setBy: 'charter', isDefault: true });
    const askedOfPartner = Object.values(policy.forms)
      .flat()
      .filter(({ value }) => value.answerer !== 'host');
    expect(askedOfPartner.length).toBeLessThan(policy.figures.question_quota.value);
  });

  it('the survey is anonymous by the document itself, with its 17 questions', () => {
    expect(content.questionnaires.survey.anonymous).toEqual({ value: true, source: ['ALE-39'] });
    expect(content.questionnaires.survey.questions).toHaveLength(17);
  });

  it('ALE-07: the survey scores under “keep doing” what partners value, and asks the rest beside it', () => {
    const kept = content.questionnaires.survey.questions.filter(({ keep_doing }) => keep_doing === true);
    expect(kept.map(({ id }) => id)).toEqual(['AS1', 'AS16']);
    for (const { kind, source } of kept) expect([kind, source]).toEqual(['scale', expect.arrayContaining(['ALE-07'])]);
  });

  it('ALE-61: says which resources its own people get and which processes change for them, each with its source', () => {
    const { resources = [], processes = [] } = content.staff_support ?? {};
    expect(resources.map(({ code }) => code)).toContain('time');
    expect(processes.map(({ code }) => code)).toEqual(['planning_and_reporting', 'lighter_procedures']);
    for (const { source } of [...resources, ...processes]) expect(source).toContain('ALE-61');
  });

  it('has no lines: none is stated, and their gates ask nothing', () => {
    expect(content.lines).toBe(notStated);
    expect(policy.lines).toEqual([]);
    expect(policy.gates.RED.value).toBe('off');
  });
});
