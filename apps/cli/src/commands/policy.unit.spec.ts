import { builtInCharter, charters, offeredTypes, resolvePolicy } from '@palabre/charters';
import { phases, roles } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { valueWord } from '../words/policy-value-words.js';
import { policyRows, type PolicyRow } from './policy-rows.js';

interface Told {
  readonly charter: string;
  readonly type: string;
  readonly rows: readonly PolicyRow[];
}

const told = async (...args: string[]): Promise<Told> => jsonOf(await typed(['policy', ...args, '--json'])) as Told;

const spans: readonly string[] = ['days', 'workingDays', 'months'];

/** Every word of a value: what it says, and the names of its fields. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return Object.entries(value).flatMap(([name, one]) => [...(spans.includes(name) ? [] : [name]), ...wordsIn(one)]);
};

const known: readonly string[] = [...phases, ...roles];

const isSaid = (place: string, word: string): boolean => known.includes(word) || valueWord(place, word) !== null;

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

  it('tells the columns of the matrix first, in words of either language, and marks what Palabre proposes', async () => {
    const { rows } = await told('OP', 'mdm');
    expect(rows[0]?.part).toBe('columns');
    const english = (await typed(['policy', 'OP', 'mdm'])).out.join('\n');
    expect(english).toMatch(/Budget validated by the partner +once there is money +the \S.* +budgetCoValidation +MDM-11/);
    expect(english).toMatch(/How the parties decide +all together/);
    const french = (await typed(['policy', 'OP', 'mdm', '--part', 'columns'], { language: 'fr' })).out.join('\n');
    expect(french).toMatch(/Budget validé par le partenaire +dès qu’il y a de l’argent/);
    expect(french).toMatch(/la charte|la ligne du type/);
    expect(french).not.toContain('the row of the type');
  });

  it('puts each question as it is asked, in the language of the person, with who answers and how', async () => {
    const french = (await typed(['policy', 'OP', 'alert', '--part', 'forms'], { language: 'fr' })).out.join('\n');
    expect(french).toContain('Revue annuelle\n');
    expect(french).toMatch(/ {2}Le plaidoyer a-t-il été mené pour, avec ou par le partenaire \?\n +AQ\d+ · /);
    expect(french).toMatch(/AQ\d+ · les deux côtés, de 1 à 5 · .*ALE-\d\d.* · la charte/);
    expect(french).not.toMatch(/answerer|scale|annualReview/);
  });

  it('names a value and a document once, with its code beside it', async () => {
    for (const [part, code] of [
      ['values', 'social_justice'],
      ['documents', 'common_values'],
    ] as const) {
      const lines = (await typed(['policy', 'OP', 'mdm', '--part', part])).out;
      expect(lines.filter(line => line.includes(code))).toHaveLength(1);
      expect(lines.find(line => line.includes(code))?.match(new RegExp(`\\b${code}\\b`, 'g'))).toHaveLength(1);
    }
  });

  it('has words in both languages for every value of every charter: no code of a file is shown as if it were language', () => {
    const unsaid = new Set<string>();
    for (const charter of charters().values()) {
      for (const type of offeredTypes(charter).keys()) {
        const resolution = resolvePolicy(charter, type);
        if (!resolution.ok) continue;
        for (const row of policyRows(charter, resolution.policy)) {
          if (row.says.fr === row.name || row.says.en === row.name) unsaid.add(`${row.part} ${row.name}`);
          if (row.part === 'lines' || row.part === 'forms' || row.part === 'values' || row.part === 'documents') continue;
          for (const word of wordsIn(row.value)) if (!isSaid(row.name, word)) unsaid.add(`${row.name}: ${word}`);
        }
      }
    }
    expect([...unsaid]).toEqual([]);
  });

  it('reads a charter from a file like one by its code', async () => {
    const file = repositoryFile('libs/charters/data/hfa.yaml');
    expect(await told('OP', file)).toEqual(await told('OP', 'hfa'));
  });

  it.each([
    [['policy', 'OP', 'nobody'], '“nobody” is neither the code', 'mdm'],
    [['policy', 'XX', 'mdm'], 'There is no type “XX”', 'OP (Operational'],
    [['policy', 'SP', 'alert'], 'does not offer the type SP', 'ST (Strategic partnership), AL'],
    [['policy', 'OP', 'mdm', '--part', 'gate'], '“gate” does not fit --part', 'gates'],
  ])('%j ends with 2 and says what is known', async (args, what, next) => {
    const run = await typed(args);
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain(what);
    expect(run.err.join('\n')).toContain(next);
    expect(run.out).toEqual([]);
  });
});
