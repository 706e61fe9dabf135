import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDifferences } from './text-differences.js';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const line = (name: string, amount: number) => ({
  line: name,
  label: `Ligne ${name}`,
  cost: euros(amount),
  spentBy: 'partner',
  overhead: false,
});

const budget = (...lines: ReturnType<typeof line>[]) => ({ lines, total: euros(lines.reduce((sum, one) => sum + one.cost.amount, 0)) });

describe('the differences between two versions of a text', () => {
  it('MDM-11: names the budget lines that changed, came and went, by their own numbers', () => {
    const before = budget(line('A.1', 100), line('B.1', 50), line('C.1', 10));
    const after = budget(line('D.1', 10), line('B.1', 60), line('A.1', 100));
    expect(textDifferences(before, after)).toEqual([
      { at: ['lines', 'C.1'], change: 'removed', before: line('C.1', 10) },
      { at: ['lines', 'D.1'], change: 'added', after: line('D.1', 10) },
      { at: ['lines', 'B.1', 'cost', 'amount'], change: 'changed', before: 50, after: 60 },
      { at: ['total', 'amount'], change: 'changed', before: 160, after: 170 },
    ]);
  });

  it('HFA-14: names the clauses of an agreement whose words changed, and no clause that only moved', () => {
    const clause = (number: string, text: string) => ({ number, title: 'Titre', text });
    const before = { clauses: [clause('1', 'Objet.'), clause('2', 'Devoirs.')] };
    const after = { clauses: [clause('2', 'Devoirs.'), clause('1', 'Objet commun.')] };
    expect(textDifferences(before, after)).toEqual([
      { at: ['clauses', '1', 'text'], change: 'changed', before: 'Objet.', after: 'Objet commun.' },
    ]);
  });

  const body = fc.record({
    lines: fc.uniqueArray(fc.record({ line: fc.constantFrom('A', 'B', 'C', 'D'), amount: fc.nat(5) }), { selector: one => one.line }),
    note: fc.constantFrom('un', 'deux'),
  });

  it('MDM-15: equal versions differ in nothing, whatever the order of their lines; different ones always in something', () => {
    const sorted = (value: { lines: { line: string; amount: number }[]; note: string }) =>
      JSON.stringify({ ...value, lines: [...value.lines].sort((one, other) => (one.line < other.line ? -1 : 1)) });
    fc.assert(
      fc.property(body, body, (one, other) => {
        expect(textDifferences(one, other).length === 0).toBe(sorted(one) === sorted(other));
        expect(textDifferences(one, { ...one, lines: [...one.lines].reverse() })).toEqual([]);
      }),
    );
  });

  it('MDM-15: read backwards, what was added is removed and what changed has changed places', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        const paths = (found: ReturnType<typeof textDifferences>, change: string) =>
          found
            .filter(difference => difference.change === change)
            .map(difference => difference.at.join('/'))
            .sort();
        const [there, back] = [textDifferences(one, other), textDifferences(other, one)];
        expect(paths(there, 'added')).toEqual(paths(back, 'removed'));
        expect(paths(there, 'changed')).toEqual(paths(back, 'changed'));
      }),
    );
  });
});
