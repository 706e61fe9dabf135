import type { Pool } from 'pg';
import type { Principal } from '../identity/principal.js';
import { accessTo, type Access } from '../reading/access.js';
import type { Listed } from '../reading/list-row.js';
import { knownReader, type Reader } from '../reading/reader.js';
import { recordReading } from './record-reading.js';

/** Access to one partnership for somebody who is about to read it: where it is protected, that is recorded first (AGI-02). */
export async function accessForReading(pool: Pool, principal: Principal, partnership: string, what: string): Promise<Access> {
  const access = await accessTo(pool, principal, partnership);
  if (access.isProtected) await recordReading(pool, principal, { partnerships: [partnership], what, inClear: access.inClear });
  return access;
}

/**
 * The answer of a list over many partnerships. Protected files that it shows in clear are recorded as read before it leaves; a
 * list names a partnership wherever it says something of it, so its own text tells which.
 */
export async function recordedList(
  pool: Pool,
  principal: Principal,
  what: string,
  answer: (reader: Reader) => Promise<Listed>,
): Promise<Listed> {
  const { reader, inClear } = await knownReader(pool, principal);
  const listed = await answer(reader);
  if (inClear.length === 0) return listed;
  const text = typeof listed === 'string' ? listed : JSON.stringify(listed);
  const partnerships = inClear.filter(id => text.includes(JSON.stringify(id)));
  if (partnerships.length > 0) await recordReading(pool, principal, { partnerships, what, inClear: true });
  return listed;
}
