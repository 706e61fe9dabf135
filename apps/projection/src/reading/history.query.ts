import type { Pool } from 'pg';
import { z } from 'zod';
import { partnershipStream, type EventAttributes } from '@palabre/contracts';
import type { Access } from './access.js';
import type { Discretion } from './discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText } from './page.js';
import { freshnessFields } from './read-your-writes.js';

export const historyQuery = z.strictObject({ ...freshnessFields, limit: limitField, cursor: cursorField });

const cursors = cursorsOf('history', cursorParts.version);

interface Row {
  version: string;
  type: string;
  attributes: string;
  payload: string;
}

/** What stays of a withheld event: its place, its times, its hashes. The chain can be followed; nobody is named. */
export const placeOf = ({ stream, streamversion, time, factat, previoushash, hash }: EventAttributes): object => ({
  stream,
  streamversion,
  time,
  factat,
  previoushash,
  hash,
});

/**
 * A protected case withholds who spoke and of what (MDM-68); a restriction withholds the words, and tells its reason (MDM-17); a
 * protected file tells what happened and when, neither by whom nor where (AGI-02). Who is concerned by a protected case
 * reads what was said, not who raised it (S-07).
 */
function envelopeText({ type, attributes, payload }: Row, discretion: Discretion): string {
  const withheld = discretion.open ? null : discretion.withholds(type, JSON.parse(payload));
  if (withheld === null) return `{"attributes":${attributes},"data":${payload}}`;
  if (withheld.rule === 'MDM-17')
    return `{"attributes":${attributes},"data":null,"withheld":"MDM-17","reason":${JSON.stringify(withheld.reason)}}`;
  const told = JSON.parse(attributes) as EventAttributes;
  if (withheld.rule === 'S-07')
    return JSON.stringify({ attributes: { ...placeOf(told), type }, data: discretion.veiled(JSON.parse(payload)), withheld: 'S-07' });
  const place = withheld.rule === 'AGI-02' ? { ...placeOf(told), type: told.type } : placeOf(told);
  return JSON.stringify({ attributes: place, data: null, withheld: withheld.rule });
}

/** The events up to the version that is shown, byte for byte as the ledger holds them: what an auditor verifies offline. */
export async function listHistory(
  pool: Pool,
  access: Access,
  discretion: Discretion,
  query: z.infer<typeof historyQuery>,
): Promise<string> {
  const after = cursors.read(query.cursor)?.[0] ?? '0';
  const { rows } = await pool.query<Row>({
    name: 'history',
    text: 'SELECT version, type, attributes, payload FROM ledger WHERE stream = $1 AND version > $2 AND version <= $3 ORDER BY version LIMIT $4',
    values: [partnershipStream(access.partnership), after, access.version, query.limit + 1],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return pageText(
    `[${page.map(row => envelopeText(row, discretion)).join(',')}]`,
    rows.length > query.limit && last ? cursors.write(last.version) : null,
  );
}
