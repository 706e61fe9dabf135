import { describe, expect, it } from 'vitest';
import { builtInCharter, clauses, notStated, resolvePolicy, toPartnershipPolicy, type Charter, type ResolvedPolicy } from './index.js';

function palabreCharter(): Charter {
  const charter = builtInCharter('palabre');
  if (!charter) throw new Error('the charter Palabre comes with Palabre');
  return charter;
}

const charter = palabreCharter();
const { content } = charter;

function policyOf(type: string): ResolvedPolicy {
  const resolution = resolvePolicy(charter, type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
}

const textsOf = (value: unknown): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, string][] =
    'fr' in value && 'en' in value && typeof value.fr === 'string' && typeof value.en === 'string' ? [[value.fr, value.en]] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
};

describe('the charter Palabre', () => {
  it('is proposed from end to end: nobody has validated it', () => {
    expect(content.charter).toMatchObject({ status: 'proposed', standing: { value: 'proposal', source: ['D'] } });
    expect(new Set(clauses(charter).map(clause => clause.status))).toEqual(new Set(['proposed']));
  });

  it('C-19: joins the lines of two charters: weak accounts are orange, diversion and refusal are red', () => {
    const lines = content.lines === notStated ? [] : content.lines.items;
    const red = lines.filter(line => line.colour === 'red').map(line => line.code);
    expect(red).toEqual(expect.arrayContaining(['corruption', 'fund_diversion', 'refusal_to_justify']));
    expect(lines.find(line => line.code === 'financial_accountability')?.colour).toBe('orange');
  });

  it('asks one joint form a year, drawn from the five charters, within the quota of questions', () => {
    const ids = content.questionnaires.annual_review.map(question => question.id.slice(0, 2));
    expect(new Set(ids)).toEqual(new Set(['MQ', 'AQ', 'FQ', 'GQ', 'PQ']));
    for (const type of ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM', 'MSP']) {
      const { forms, figures } = policyOf(type);
      const asked = Object.values(forms).flat().length;
      expect([type, asked < figures.question_quota.value]).toEqual([type, true]);
    }
  });

  it('takes the side that asks for more where charters differ', () => {
    const { switches } = policyOf('OP');
    expect(Object.fromEntries(Object.entries(switches).map(([name, { value }]) => [name, value]))).toMatchObject({
      ownLimits: 'required',
      uncertainResultsPublishable: false,
      overheadLine: 'required',
      roleTable: 'required',
      reportsTransmitted: 'required',
      powerMap: 'required',
      rolesBeforeBudget: true,
      changeWithoutResignature: false,
      northSouth: false,
    });
  });

  it('notice of leaving is 90 days; an emergency has 10 days, and 60 to make up what was passed over: all of it our default', () => {
    const { timers, switches } = policyOf('OP');
    expect(timers.withdrawal_notice).toMatchObject({ value: { days: 90 }, source: ['S-06', 'D'] });
    expect(switches.emergency).toMatchObject({ value: { pathDays: 10, catchUpDays: 60 }, source: ['S-19', 'D'] });
  });

  it('travels with the workflow in at most 16 KB, whatever the type', () => {
    for (const type of ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM', 'MSP']) {
      expect(JSON.stringify(toPartnershipPolicy(policyOf(type))).length).toBeLessThan(16 * 1024);
    }
  });

  it('says everything in French and in English, and names no organisation of the source documents', () => {
    const texts = textsOf(content);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter(([fr, en]) => fr.length > 40 && fr === en)).toEqual([]);
    expect(texts.flat().filter(text => /MdM|Médecins|International Alert|AGIRI|FOASPS/.test(text))).toEqual([]);
  });
});
