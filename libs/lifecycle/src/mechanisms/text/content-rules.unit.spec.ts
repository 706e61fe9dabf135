import type { TextKind } from '@palabre/contracts';
import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { clausesMissing, topicsWithoutClause } from './clause-template.js';
import { checkContent } from './content-rules.js';

const { state } = fileIn('co-construction');

/** What is wrong with a content that `host` proposes: its code, or null. */
const codeOf = (kind: TextKind, body: unknown) => checkContent(state, kind, body, 'host')?.code ?? null;

const line = { line: 'b1', label: 'Trajets', cost: { amount: 10, currency: 'EUR' }, spentBy: 'host', overhead: false };
const total = { amount: 20, currency: 'EUR' };

describe('what stands twice in a text', () => {
  it('is refused whichever of its lists it stands in, and each once is fine', () => {
    const twice: readonly (readonly [TextKind, (second: string) => unknown])[] = [
      ['agreement', second => ({ clauses: [{ number: '1' }, { number: second }] })],
      ['scope', second => ({ in: [{ item: '1' }], out: [{ item: second }] })],
      ['scope', second => ({ in: [{ item: '1' }, { item: second }], out: [] })],
      [
        'milestones',
        second => ({
          milestones: [
            { milestone: '1', owedBy: 'host' },
            { milestone: second, owedBy: 'partner' },
          ],
        }),
      ],
      [
        'plan',
        second => ({ rebalancing: [{ measure: '1', from: 'host', to: 'partner' }], strengths: [{ strength: second, offeredBy: 'host' }] }),
      ],
      [
        'plan',
        second => ({
          rebalancing: ['1', second].map(measure => ({ measure, from: 'host', to: 'partner' })),
          strengths: [],
        }),
      ],
    ];
    for (const [kind, body] of twice) {
      expect([kind, codeOf(kind, body('1'))]).toEqual([kind, 'repeated-entry']);
      expect([kind, codeOf(kind, body('2'))]).toEqual([kind, null]);
    }
  });

  it('a text that says nothing of a list repeats nothing in it', () => {
    for (const [kind, body] of [
      ['milestones', {}],
      ['plan', {}],
      ['communication-rules', {}],
    ] as const)
      expect([kind, codeOf(kind, body)]).toEqual([kind, null]);
  });
});

describe('who is named in a text', () => {
  it('is a party, in every place where one is named', () => {
    const roles = { responsibilities: [], decisions: [], skills: [] };
    const measure = { measure: '1', from: 'host', to: 'partner' };
    const places: readonly (readonly [TextKind, (party: string) => unknown])[] = [
      ['roles', party => ({ ...roles, responsibilities: [{ party }] })],
      ['roles', party => ({ ...roles, decisions: [{ decidedBy: ['host', party] }] })],
      ['roles', party => ({ ...roles, skills: [{ party }] })],
      ['roles', party => ({ ...roles, results: [{ party }] })],
      ['plan', party => ({ rebalancing: [{ ...measure, from: party }] })],
      ['plan', party => ({ rebalancing: [{ ...measure, to: party }] })],
      ['plan', party => ({ rebalancing: [{ ...measure, owner: party }] })],
      ['plan', party => ({ strengths: [{ strength: '1', offeredBy: party }] })],
      ['power-map', party => ({ entries: [{ decidesToday: [party], shouldDecide: ['host'] }] })],
      ['power-map', party => ({ entries: [{ decidesToday: ['host'], shouldDecide: [party] }] })],
      ['milestones', party => ({ milestones: [{ milestone: '1', owedBy: party }] })],
      ['transfer-plan', party => ({ capacity: [{ milestone: '1', owedBy: party }], structure: [] })],
      ['transfer-plan', party => ({ capacity: [], structure: [{ milestone: '1', owedBy: party }] })],
      ['communication-rules', party => ({ sheet: { informs: [{ from: party, to: ['host'] }] } })],
      ['communication-rules', party => ({ sheet: { informs: [{ from: 'host', to: ['partner', party] }] } })],
      ['objectives', party => ({ objectives: [{ definedBy: { parties: ['host', party] } }] })],
      ['political-purpose', party => ({ readers: ['host', party] })],
      ['budget', party => ({ total, lines: [line, { ...line, line: 'b2', spentBy: party }] })],
    ];
    for (const [at, [kind, body]] of places.entries()) {
      expect([at, kind, codeOf(kind, body('org-elsewhere'))]).toEqual([at, kind, 'unknown-party']);
      expect([at, kind, codeOf(kind, body('partner'))]).not.toEqual([at, kind, 'unknown-party']);
    }
  });

  it('S-17: who evaluates from outside takes no part: no organisation of the file does', () => {
    const organisation = state.parties.members[1]?.organisation;
    expect(codeOf('evaluation', { byThird: { organisation } })).toBe('evaluates-itself');
    expect(codeOf('evaluation', { byThird: { organisation: 'org-elsewhere' } })).toBeNull();
    expect(codeOf('evaluation', {})).toBeNull();
  });
});

describe('the template of clauses', () => {
  const asked = (...agreementClauses: NonNullable<NonNullable<typeof state.policy>['switches']['agreementClauses']>) => ({
    ...state,
    policy: state.policy === null ? null : { ...state.policy, switches: { ...state.policy.switches, agreementClauses } },
  });
  const template = () => Array.from(asked().policy?.switches.agreementClauses ?? []);

  it('S-13: is told of an agreement alone, with the topics that no clause covers, and of none where all are covered', () => {
    const topics = state.policy?.switches.agreementClauses ?? [];
    expect(template()).toEqual([]);
    expect(topicsWithoutClause(asked(), [])).toEqual([]);
    const [first, ...rest] = topics;
    if (first === undefined) return expect(topicsWithoutClause(state, [])).toEqual([]);
    expect(topicsWithoutClause(state, [])).toEqual(topics);
    expect(topicsWithoutClause(state, [first])).toEqual(rest);
    const drafted = (...covers: readonly string[]) => ({
      kind: 'agreement',
      body: { clauses: [{ number: '1' }, { number: '2', covers }] },
    });
    const told = clausesMissing(state, drafted(first) as never);
    expect(told.map(({ code, rule }) => [code, rule])).toEqual(rest.length === 0 ? [] : [['clauses-missing', 'S-13']]);
    for (const topic of rest) expect(told[0]?.next.en).toContain(topic);
    expect(told[0]?.next.en ?? '').not.toContain(`${first},`);
    expect(clausesMissing(state, drafted(...topics) as never)).toEqual([]);
    expect(clausesMissing(state, { kind: 'budget', body: { lines: [] } } as never)).toEqual([]);
  });
});
