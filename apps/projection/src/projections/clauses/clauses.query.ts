import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Access } from '../../reading/access.js';
import type { Discretion } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { clausesEntity, clauseStates, type ClauseRow } from './clauses.entity.js';

export const clausesQuery = z.strictObject({
  ...freshnessFields,
  /** State at the last status point that spoke of the clause. */
  state: z.enum(clauseStates).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('clauses', cursorParts.version);

const shown = ({ number, title, textVersion, signedAt, state, stateOn, timesKept, timesLate, timesBreached }: ClauseRow): object => ({
  number,
  title,
  textVersion,
  signedAt: signedAt === null ? null : new Date(signedAt).toISOString(),
  state,
  stateOn,
  timesKept,
  timesLate,
  timesBreached,
});

/** Clauses of the signed agreement in its order, each as the last status point left it; none before a signature. */
export async function listClauses(
  source: DataSource,
  access: Access,
  discretion: Discretion,
  query: z.infer<typeof clausesQuery>,
): Promise<{ items: object[]; next: string | null }> {
  const after = cursors.read(query.cursor)?.[0] ?? '0';
  const builder = source
    .getRepository<ClauseRow>(clausesEntity)
    .createQueryBuilder('c')
    .where('c.partnership = :partnership AND c.place > :after', { partnership: access.partnership, after: Number(after) })
    .orderBy('c.place')
    .take(query.limit + 1);
  if (query.state) builder.andWhere('c.state = :state', { state: query.state });
  const rows = await builder.getMany();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const restricted = discretion.restrictions.ofText('agreement');
  return {
    items: page.map(row => (restricted === null ? shown(row) : { number: row.number, restricted })),
    next: rows.length > query.limit && last ? cursors.write(String(last.place)) : null,
  };
}
