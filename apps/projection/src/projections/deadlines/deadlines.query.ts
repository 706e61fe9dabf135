import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Access } from '../../reading/access.js';
import type { Discretion } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { deadlinesEntity, type DeadlineRow } from './deadlines.entity.js';

export const deadlinesQuery = z.strictObject({
  ...freshnessFields,
  state: z.enum(['to-come', 'lifted', 'passed']).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('deadlines', cursorParts.instant, cursorParts.name);

const instant = (value: string | Date | null): string | null => (value === null ? null : new Date(value).toISOString());

const shown = ({ part, partnership: _partnership, dueAt, settledAt, ...facts }: DeadlineRow): object => ({
  deadline: part,
  ...facts,
  dueAt: instant(dueAt),
  settledAt: instant(settledAt),
});

/** A deadline of a protected case is there, and says no more than when it falls due (MDM-68). */
const veiled = (row: DeadlineRow): object => ({
  ...shown({ ...row, rule: 'protected', outcome: 'protected', party: null, about: null, settledBy: null }),
  protected: true,
});

/** Deadlines of one partnership in the order they fall due: past ones with what happened, and those to come. */
export async function listDeadlines(
  source: DataSource,
  access: Access,
  discretion: Discretion,
  query: z.infer<typeof deadlinesQuery>,
): Promise<{ items: object[]; next: string | null }> {
  const after = cursors.read(query.cursor);
  const builder = source
    .getRepository<DeadlineRow>(deadlinesEntity)
    .createQueryBuilder('d')
    .where('d.partnership = :partnership', { partnership: access.partnership })
    .orderBy('d.dueAt')
    .addOrderBy('d.part')
    .take(query.limit + 1);
  if (query.state) builder.andWhere('d.state = :state', { state: query.state });
  if (after) builder.andWhere('(d.due_at, d.part) > (:due::timestamptz, :part)', { due: after[0], part: after[1] });
  const rows = await builder.getMany();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(row => (row.about !== null && discretion.hidesReference(row.about) ? veiled(row) : shown(row))),
    next: rows.length > query.limit && last ? cursors.write(instant(last.dueAt) ?? '', last.part) : null,
  };
}
