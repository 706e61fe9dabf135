import type { MoneyLine, MoneySums, Overhead } from '@palabre/contracts';
import type { MoneyRow } from './money.entity.js';

type Counted = Omit<MoneySums, 'currency'>;

const nothing: Counted = { agreed: 0, requested: 0, paid: 0, justified: 0, late: 0, delayed: 0, diverted: 0, frozen: 0 };

function countedOf(row: MoneyRow, held: boolean): Partial<Counted> {
  const { kind, amount, justified, state, delayed, overdue } = row;
  if (kind === 'line') return { agreed: amount };
  if (kind === 'diversion') return { diverted: amount };
  if (state === 'cancelled') return {};
  const paid = state === 'received';
  return {
    requested: amount,
    paid: paid ? amount : 0,
    justified,
    late: overdue ? amount - justified : 0,
    delayed: delayed && !paid ? amount : 0,
    frozen: held && !paid ? amount : 0,
  };
}

const plus = <S extends Counted>(sums: S, more: Partial<Counted>): S => {
  const added = Object.entries(more).map(([name, amount]) => [name, sums[name as keyof Counted] + amount]);
  return { ...sums, ...(Object.fromEntries(added) as Partial<S>) };
};

/** Lines by name and currency, in order. `held` says that no money may move now. */
export function moneyLines(rows: readonly MoneyRow[], held: boolean): MoneyLine[] {
  const lines = new Map<string, MoneyLine>();
  for (const row of rows) {
    const { kind, line, currency, label, party, overhead } = row;
    if (line === null || currency === null) continue;
    const key = `${line} ${currency}`;
    const before = lines.get(key) ?? { line, label: null, spentBy: null, overhead: false, currency, ...nothing };
    const named = kind === 'line' ? { ...before, label, spentBy: party, overhead } : before;
    lines.set(key, plus(named, countedOf(row, held)));
  }
  return [...lines.values()].sort((one, other) => one.line.localeCompare(other.line) || one.currency.localeCompare(other.currency));
}

/** The same sums over all lines, one for each currency: amounts of two currencies are never added. */
export function totalsOf(lines: readonly MoneyLine[]): MoneySums[] {
  const totals = new Map<string, MoneySums>();
  for (const { line: _line, label: _label, spentBy: _spentBy, overhead: _overhead, currency, ...counted } of lines) {
    totals.set(currency, plus(totals.get(currency) ?? { currency, ...nothing }, counted));
  }
  return [...totals.values()].sort((one, other) => one.currency.localeCompare(other.currency));
}

/** What each party needs for its overheads, and what the agreed lines grant it in the same currency. */
export function overheadsOf(rows: readonly MoneyRow[]): Overhead[] {
  const head = rows.find(row => row.kind === 'head')?.head;
  const granted = (party: string, currency: string): number =>
    rows
      .filter(row => row.kind === 'line' && row.overhead && row.party === party && row.currency === currency)
      .reduce((sum, row) => sum + row.amount, 0);
  return (head?.overheads ?? []).map(({ party, needed: { amount, currency }, explanation }) => ({
    party,
    currency,
    needed: amount,
    granted: granted(party, currency),
    explanation,
  }));
}
