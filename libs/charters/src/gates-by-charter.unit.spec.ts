import { gateIds, type GateId, type GateStrength } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { builtInCharter, builtInCharterCodes, notStated, resolvePolicy, typeMatrix, type Charter, type ResolvedPolicy } from './index.js';

const charterOf = (code: string): Charter => {
  const charter = builtInCharter(code);
  if (!charter) throw new Error(`no charter ${code}`);
  return charter;
};

const policyOf = (code: string, type: string): ResolvedPolicy => {
  const resolution = resolvePolicy(charterOf(code), type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return resolution.policy;
};

const offered = (code: string): string[] => {
  const { typology } = charterOf(code).content;
  return typology === notStated ? [] : typology.items.map(item => item.code);
};

const words: Readonly<Record<string, GateStrength>> = { b: 'block', w: 'warn', a: 'alert', '-': 'off' };

/** The table "Gates by charter": b block, w warn, a alert, - off; a star where the document itself states the gate. */
const columns = ['mdm', 'pmp', 'alert', 'hfa', 'agiri', 'palabre'] as const;
const table: Readonly<Record<GateId, string>> = {
  NEED: 'w b* w w w b*',
  'ADDED-VALUE': 'w b* w w w b*',
  MAPPING: 'w b* b* w w b*',
  INTRODUCED: 'w w w - b* b*',
  DILIGENCE: 'b* b* b* b b b*',
  RED: 'b* - - - - b*',
  ORANGE: 'b* - - - - b*',
  EXPECTATIONS: 'b* w w w w b*',
  VALUES: 'b* - w - w b*',
  OBJECTIVES: 'b* b* w b* w b*',
  ROLES: 'b* w b* b* b* b*',
  BUDGET: 'b* b b w b b*',
  CAPACITY: 'b* - b* - w b*',
  EVALUATION: 'b* w - - - b*',
  LANGUAGE: 'b* w w w b b*',
  CONTENT: 'w - - b* - b*',
  CD: 'b* - b - - b*',
  SIGNATORY: 'b b b b* b b*',
  OFFICER: 'w - w w* - w*',
  'FOLLOW-UP': 'w w w b* w b*',
  PRESENCE: '- - - - w* w*',
  REFLECTION: 'a a a* a a a*',
  READINESS: 'b* - - - - b*',
  ACCOUNT: 'w w w b* w b*',
  CLOSING: 'b w w w w b',
};

const cells = gateIds.flatMap(gate =>
  columns.map((charter, index) => {
    const cell = table[gate].split(' ')[index] ?? '';
    return { gate, charter, strength: words[cell.charAt(0)], stated: cell.endsWith('*') };
  }),
);

describe('gates by charter', () => {
  it.each(cells)('$gate under $charter: $strength, stated: $stated', ({ gate, charter, strength, stated }) => {
    expect(charterOf(charter).content.gates[gate]).toMatchObject({ strength, basis: stated ? 'stated' : 'default' });
  });

  it('the stricter cell of each row is the one of the charter that joins the five', () => {
    const order: readonly GateStrength[] = ['off', 'alert', 'warn', 'block'];
    for (const gate of gateIds) {
      const five = columns.slice(0, 5).map(charter => order.indexOf(charterOf(charter).content.gates[gate]?.strength ?? 'off'));
      expect([gate, charterOf('palabre').content.gates[gate]?.strength]).toEqual([gate, order[Math.max(...five)]]);
    }
  });

  it('a steering committee is asked by the charters that say so, and for the types that they name', () => {
    const asked = builtInCharterCodes.map(code => [code, offered(code).filter(type => policyOf(code, type).gates.CD.value === 'block')]);
    expect(Object.fromEntries(asked)).toEqual({
      palabre: ['ST', 'NW', 'MM'],
      mdm: ['ST', 'NW', 'MM'],
      pmp: [],
      alert: ['ST'],
      hfa: [],
      agiri: [],
    });
  });
});

describe('the policy matrix', () => {
  it('every charter gives each of its types a whole policy, in which each value names a source', () => {
    for (const code of builtInCharterCodes) {
      for (const type of offered(code)) {
        const { gates, timers, figures, columns: row, switches, authorities } = policyOf(code, type);
        const values = [gates, timers, figures, row, switches, authorities].flatMap(part => Object.values(part));
        expect(values.length).toBeGreaterThanOrEqual(120);
        for (const value of values) expect([code, type, value.key, value.source.length > 0]).toEqual([code, type, value.key, true]);
      }
    }
  });

  it('the charter that joins the five offers all eight types, the others those that their documents know', () => {
    expect(offered('palabre').toSorted()).toEqual(Object.keys(typeMatrix().types).toSorted());
    expect(offered('pmp')).toEqual(['MSP']);
    expect(offered('alert')).toEqual(['OP', 'ST', 'AL', 'NW']);
    expect(offered('hfa')).toEqual(['SP', 'OP', 'ST', 'MSP']);
    expect(offered('agiri')).toEqual(['OP', 'ST', 'AL']);
  });

  it('who may join, how a year is reviewed, what is renewed and what may rest differ by type', () => {
    const cellsOf = (type: string) => {
      const { admission, annualReview, renewal, dormancy, parties, deliverables, networkMandate } = policyOf('palabre', type).columns;
      return [admission, annualReview, renewal, dormancy, parties, deliverables, networkMandate].map(({ value }) => value);
    };
    expect(cellsOf('SP')).toEqual(['no', 'short', 'none', false, 'two', true, false]);
    expect(cellsOf('OP')).toEqual(['joint-decision', 'full', 'none', false, 'two', false, false]);
    expect(cellsOf('ST')).toEqual(['joint-decision', 'full', 'none', true, 'two', false, false]);
    expect(cellsOf('AL')).toEqual(['joint-decision', 'full', 'none', true, 'many', false, false]);
    expect(cellsOf('NW')).toEqual(['own-rules', 'stake', 'yearly', false, 'two', false, true]);
    expect(cellsOf('MM')).toEqual(['shared-governance', 'shared', 'none', false, 'two', false, false]);
    expect(cellsOf('MSP')).toEqual(['agreed-rule', 'full', 'none', false, 'many', false, false]);
  });

  it('the leadership spectrum is offered by the charters that describe it, and by no other', () => {
    expect(policyOf('alert', 'OP').columns.leadershipLevels).toMatchObject({ value: ['LED', 'MANAGED', 'IMPLEMENTED'], setBy: 'charter' });
    expect(policyOf('palabre', 'TR').columns.leadershipLevels).toMatchObject({ value: ['LED', 'MANAGED'], setBy: 'type-matrix' });
    for (const code of ['mdm', 'hfa', 'agiri']) expect(policyOf(code, 'OP').columns.leadershipLevels.value).toEqual([]);
  });
});
