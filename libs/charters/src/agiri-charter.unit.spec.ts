import { gateIds } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { builtInCharter, clauses, notStated, resolvePolicy, type Charter, type ResolvedPolicy } from './index.js';

function agiriCharter(): Charter {
  const charter = builtInCharter('agiri');
  if (!charter) throw new Error('the AGIRI charter comes with Palabre');
  return charter;
}

const agiri = agiriCharter();
const { content } = agiri;

function policyOf(type: string): ResolvedPolicy {
  const resolution = resolvePolicy(agiri, type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
}

function stated<T>(part: typeof notStated | { items: T[] }): T[] {
  if (part === notStated) throw new Error('the AGIRI charter has this part');
  return part.items;
}

describe('the AGIRI charter', () => {
  it('C-26: tells lessons, so every clause loads as validated, without a day that nobody knows', () => {
    expect(content.charter.standing).toEqual({ value: 'lessons', source: ['AGI-01', 'C-26'] });
    expect(content.charter.validation?.on).toBe('not-stated');
    expect(new Set(clauses(agiri).map(clause => clause.status))).toEqual(new Set(['validated']));
  });

  it('declares itself silent on lines and on an action plan', () => {
    expect(content.lines).toBe(notStated);
    expect(content.action_plan).toBe(notStated);
    expect(policyOf('OP').lines).toEqual([]);
  });

  it('lists seven notions that carry value, and says that the list is ours', () => {
    const values = stated(content.values);
    expect(values.map(({ code, source }) => [code, source])).toEqual([
      ['respect', ['AGI-09', 'D']],
      ['mutual_trust', ['AGI-09', 'D']],
      ['honesty', ['AGI-16', 'D']],
      ['solidarity', ['AGI-10', 'D']],
      ['recognition_of_inequalities', ['AGI-11', 'D']],
      ['flexibility', ['AGI-29', 'D']],
      ['community_leadership', ['AGI-32', 'D']],
    ]);
  });

  it('has four lessons and six good practices, which together rest on the entries 3 to 38, each once', () => {
    const principles = stated(content.principles);
    expect(principles).toHaveLength(10);
    const entries = principles.flatMap(principle => principle.source);
    expect(entries).toEqual(Array.from({ length: 36 }, (_, index) => `AGI-${String(index + 3).padStart(2, '0')}`));
  });

  it('offers three types, each of them our proposal; service providers are not among them', () => {
    expect(stated(content.typology).map(({ code, source }) => [code, source.includes('D')])).toEqual([
      ['OP', true],
      ['ST', true],
      ['AL', true],
    ]);
    expect(resolvePolicy(agiri, 'SP')).toMatchObject({ ok: false, refusal: { code: 'type-not-offered' } });
  });

  it('tells six absences as warnings', () => {
    expect(content.warnings?.map(({ code, source }) => [code, source[0]])).toEqual([
      ['no_introduction', 'AGI-03'],
      ['roles_after_budget', 'AGI-20'],
      ['no_next_meeting', 'AGI-23'],
      ['no_time_together', 'AGI-27'],
      ['no_community_participation', 'AGI-34'],
      ['no_south_south', 'AGI-38'],
    ]);
  });

  it('gives forms the words of the document, in its order', () => {
    const itemsOf = (code: string) => content.lists?.find(list => list.code === code)?.items.map(item => item.code);
    expect(itemsOf('introduction_topics')).toEqual(['values', 'past_experience', 'mutual_expectations', 'working_hours', 'communication']);
    expect(itemsOf('information_levels')).toEqual(['none', 'summary', 'full']);
    expect(itemsOf('decision_levels')).toEqual(['none', 'consulted', 'joint', 'sole']);
    expect(itemsOf('meeting_blocks')).toEqual(['goes_well', 'challenges', 'possible_solutions']);
    expect(itemsOf('change_kinds')).toEqual(['activities', 'schedule', 'task_sharing']);
    expect(itemsOf('barriers')).toEqual(['language', 'cost', 'safety', 'time', 'other']);
  });
});

describe('the policy under the AGIRI charter', () => {
  it('each gate of an operational partnership has the strength of the table “Gates by charter”', () => {
    const { gates } = policyOf('OP');
    expect(Object.fromEntries(gateIds.map(gate => [gate, gates[gate].value]))).toEqual({
      NEED: 'warn',
      'ADDED-VALUE': 'warn',
      MAPPING: 'warn',
      INTRODUCED: 'block',
      DILIGENCE: 'block',
      RED: 'off',
      ORANGE: 'off',
      EXPECTATIONS: 'warn',
      VALUES: 'warn',
      OBJECTIVES: 'warn',
      ROLES: 'block',
      BUDGET: 'block',
      CAPACITY: 'warn',
      EVALUATION: 'off',
      LANGUAGE: 'block',
      CONTENT: 'off',
      CD: 'off',
      SIGNATORY: 'block',
      OFFICER: 'off',
      'FOLLOW-UP': 'warn',
      PRESENCE: 'warn',
      REFLECTION: 'alert',
      READINESS: 'off',
      ACCOUNT: 'warn',
      CLOSING: 'warn',
    });
    const statedGates = gateIds.filter(gate => gates[gate].setBy === 'charter' && !gates[gate].isDefault);
    expect(statedGates).toEqual(['INTRODUCED', 'ROLES', 'PRESENCE']);
  });

  it('the label North-South is on for every type, and with it the power map, roles before the budget and planning in person', () => {
    for (const type of ['OP', 'ST', 'AL']) {
      const { switches, gates } = policyOf(type);
      expect([switches.northSouth.value, switches.powerMap.value, switches.rolesBeforeBudget.value, gates.PRESENCE.value]).toEqual([
        true,
        'required',
        true,
        'warn',
      ]);
      expect(gates.PRESENCE.isDefault).toBe(false);
      expect(switches.powerMap.isDefault).toBe(true);
    }
  });

  it('the budget has its lines for time together and for the community; South-South may be explained instead', () => {
    expect(policyOf('OP').switches.budgetLines.value).toEqual({
      timeTogether: 'required',
      communityParticipation: 'required',
      southSouth: 'required-or-explained',
    });
  });

  it('C-06: an agreed change needs no new signature here, and does under a charter that is silent', () => {
    expect(policyOf('OP').switches.changeWithoutResignature).toMatchObject({ value: true, source: ['AGI-29', 'AGI-30', 'AGI-31', 'C-06'] });
    const hfa = builtInCharter('hfa');
    const silent = hfa ? resolvePolicy(hfa, 'OP') : null;
    expect(silent?.ok === true && silent.policy.switches.changeWithoutResignature.value).toBe(false);
  });

  it('joint decisions belong to all partners, and the local strategy to the organisation of the South', () => {
    expect(policyOf('OP').decisionRule.value).toBe('all');
    expect(policyOf('OP').switches.askedIn?.value?.['co-construction']).toContain('local-strategy');
  });

  it('C-22: meetings are monthly and a change of context is answered in ten days, both marked as ours', () => {
    const { timers } = policyOf('OP');
    expect(timers.meeting_every).toMatchObject({ value: { months: 1 }, setBy: 'charter', isDefault: true });
    expect(timers.context_change_answer_in).toMatchObject({ value: { days: 10 }, setBy: 'charter', isDefault: true });
  });
});

describe('the questionnaires of the AGIRI charter', () => {
  const forms = content.questionnaires;

  it('S-02, S-03: the verification looks at means, power, ways of working and protection, of each party', () => {
    expect(new Set(forms.due_diligence.map(question => question.who))).toEqual(new Set(['each']));
    const topics = new Set(forms.due_diligence.map(({ about }) => ('topic' in about ? about.topic : about.line)));
    expect([...topics]).toEqual(['finance', 'resources', 'independence', 'governance', 'working_together', 'protection', 'community']);
    const unprotected = forms.due_diligence.filter(
      ({ about, protected: kept }) => 'topic' in about && about.topic === 'protection' && !kept,
    );
    expect(unprotected).toEqual([]);
  });

  it('the review has its questions, solutions after challenges, and asks what each is proud of', () => {
    const ids = forms.annual_review.map(question => question.id);
    expect(new Set(ids)).toEqual(new Set(Array.from({ length: 33 }, (_, index) => `GQ${index + 1}`)));
    expect(ids.slice(ids.indexOf('GQ12'), ids.indexOf('GQ12') + 3)).toEqual(['GQ12', 'GQ13', 'GQ31']);
    expect(forms.annual_review.find(question => question.id === 'GQ33')).toMatchObject({
      source: ['AGI-38'],
      asked_when: 'south-south-empty',
    });
    expect(forms.annual_review.find(question => question.id === 'GQ6')).toMatchObject({ who: 'both', kind: 'text', source: ['AGI-09'] });
  });

  it('the pulse of the relation has its three questions: we talk, we are listened to, we are respected', () => {
    expect(forms.stage_reflection.map(({ id, kind, source }) => [id, kind, source])).toEqual([
      ['we_talk', 'scale', ['AGI-06']],
      ['we_are_listened_to', 'scale', ['AGI-06']],
      ['we_are_respected', 'scale', ['AGI-06']],
    ]);
    expect(content.overrides.relation_pulse_every_months).toEqual({ value: 6, source: ['AGI-06', 'D'] });
  });

  it('at the end the network is scored four times, apart from any result of the project', () => {
    const network = forms.closing.filter(question => question.source.includes('AGI-10'));
    expect(network.map(({ id, kind }) => [id, kind])).toEqual([
      ['GC1', 'scale'],
      ['GC2', 'scale'],
      ['GC3', 'scale'],
      ['GC4', 'scale'],
    ]);
    expect(policyOf('OP').switches.textAsks?.value ?? []).toContain('partnership-result');
  });

  it('the survey has its thirteen questions, one of them on who really decides on the budget', () => {
    expect(forms.survey.questions.map(question => question.id)).toEqual(Array.from({ length: 13 }, (_, index) => `GS${index + 1}`));
    expect(forms.survey.questions[2]?.choices?.map(choice => choice.code)).toEqual(['south', 'north', 'together', 'funder', 'unclear']);
  });
});
