import { builtInCharter, resolvePolicy } from '@palabre/charters';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { repositoryFile } from '../testing/in-memory-palabre.spec.js';
import type { PolicyRow } from './policy-rows.js';

interface Told {
  readonly charter: string;
  readonly type: string;
  readonly rows: readonly PolicyRow[];
}

const told = async (...args: string[]): Promise<Told> => jsonOf(await typed(['policy', ...args, '--json'])) as Told;

describe('policy', () => {
  it('shows every gate of the type under the charter, with its source and who set it', async () => {
    const charter = builtInCharter('mdm');
    const resolution = charter === null ? null : resolvePolicy(charter, 'OP');
    const gates = resolution?.ok === true ? resolution.policy.gates : null;
    const { rows, ...named } = await told('OP', 'mdm', '--part', 'gates');
    expect(named).toMatchObject({ charter: 'mdm', type: 'OP' });
    expect(Object.fromEntries(rows.map(row => [row.name, row.value]))).toEqual(
      Object.fromEntries(Object.entries(gates ?? {}).map(([gate, { value }]) => [gate, value])),
    );
    for (const row of rows) expect(row.source.length).toBeGreaterThan(0);
  });

  it('tells the columns of the matrix first, in both languages, and marks what Palabre proposes', async () => {
    const { rows } = await told('OP', 'mdm');
    expect(rows[0]?.part).toBe('columns');
    const english = (await typed(['policy', 'OP', 'mdm'])).out.join('\n');
    expect(english).toMatch(/budgetCoValidation +if-money +\S.* MDM-11/);
    expect(english).toMatch(/decisionRule/);
    const french = (await typed(['policy', 'OP', 'mdm', '--part', 'columns'], { language: 'fr' })).out.join('\n');
    expect(french).toMatch(/la charte|la ligne du type/);
    expect(french).not.toContain('the row of the type');
  });

  it('reads a charter from a file like one by its code', async () => {
    const file = repositoryFile('libs/charters/data/hfa.yaml');
    expect(await told('OP', file)).toEqual(await told('OP', 'hfa'));
  });

  it.each([
    [['policy', 'OP', 'nobody'], '“nobody” is neither the code', 'mdm'],
    [['policy', 'XX', 'mdm'], 'There is no type “XX”', 'charters check'],
    [['policy', 'OP', 'mdm', '--part', 'gate'], '“gate” does not fit --part', 'gates'],
  ])('%j ends with 2 and says what is known', async (args, what, next) => {
    const run = await typed(args);
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain(what);
    expect(run.err.join('\n')).toContain(next);
    expect(run.out).toEqual([]);
  });
});
