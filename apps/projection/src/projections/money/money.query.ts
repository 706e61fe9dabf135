import type { Pool } from 'pg';
import { z } from 'zod';
import type { MoneyView } from '@palabre/contracts';
import type { Access } from '../../reading/access.js';
import type { Discretion } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import type { Restricted } from '../../reading/restrictions.js';
import { moneyLines, overheadsOf, totalsOf } from './money-lines.js';
import type { MoneyRow } from './money.entity.js';

export const moneyQuery = z.strictObject({ ...freshnessFields, limit: limitField, cursor: cursorField });

const cursors = cursorsOf('money', cursorParts.name, cursorParts.name);

const text = `
SELECT (SELECT standing FROM portfolio WHERE partnership = $1) AS standing,
  coalesce((SELECT json_agg(json_build_object('part', part, 'kind', kind, 'line', line, 'label', label, 'currency', currency, 'amount', amount,
    'justified', justified, 'party', party, 'payer', payer, 'overhead', overhead, 'state', state, 'delayed', delayed, 'overdue', overdue, 'head', head))
    FROM money WHERE partnership = $1), '[]') AS rows`;

export interface MoneyPage extends MoneyView<{ readonly restricted: Restricted }> {
  readonly next: string | null;
}

/** What a party may read: rows kept from it are not added up either, so that no sum tells them. */
const readable = (rows: readonly MoneyRow[], { restrictions }: Discretion): MoneyRow[] =>
  rows.filter(
    ({ kind, part }) =>
      kind !== 'transfer' || restrictions.ofEvent('FundTransferRequested', { transfer: part.slice('transfer/'.length) }) === null,
  );

export function moneyPage(
  rows: readonly MoneyRow[],
  { standing, discretion, after, limit }: { standing: string; discretion: Discretion; after: readonly string[] | null; limit: number },
): MoneyPage {
  const held = standing === 'suspended' || rows.some(row => (row.head?.frozenBy.length ?? 0) > 0);
  const known = readable(rows, discretion);
  const budget = discretion.restrictions.ofText('budget');
  const lines =
    budget === null
      ? moneyLines(known, held)
      : moneyLines(
          known.filter(row => row.kind !== 'line'),
          held,
        );
  const from = after === null ? 0 : lines.findIndex(one => one.line === after[0] && one.currency === after[1]) + 1;
  const page = lines.slice(from, from + limit);
  const last = page.at(-1);
  return {
    items: page,
    totals: totalsOf(lines),
    overheads: budget === null ? overheadsOf(known) : { restricted: budget },
    held,
    next: lines.length > from + limit && last ? cursors.write(last.line, last.currency) : null,
  };
}

const rowsOf = (pool: Pool, access: Access) =>
  pool.query<{ standing: string; rows: MoneyRow[] }>({ name: 'money', text, values: [access.partnership] });

/** Every row of money that the caller may read. */
export async function readableMoney(pool: Pool, access: Access, discretion: Discretion): Promise<readonly MoneyRow[]> {
  const { rows } = await rowsOf(pool, access);
  return readable(rows[0]?.rows ?? [], discretion);
}

/** Money of one partnership by line of its budget and by currency, with the overheads needed and granted. */
export async function readMoney(pool: Pool, access: Access, discretion: Discretion, query: z.infer<typeof moneyQuery>): Promise<MoneyPage> {
  const after = cursors.read(query.cursor);
  const { rows } = await rowsOf(pool, access);
  const found = rows[0] ?? { standing: 'open', rows: [] };
  return moneyPage(found.rows, { standing: found.standing, discretion, after, limit: query.limit });
}
