import type { Pool } from 'pg';
import { z } from 'zod';
import { events, isEventType, type EventType } from '@palabre/contracts';
import { mayLeave } from '../../reading/reader.js';
import { cursorField, cursorParts, cursorsOf, limitField, textField } from '../../reading/page.js';
import { searches } from './journal.projection.js';
import { openKinds, openPart } from './journal-words.js';

export const libraryQuery = z.strictObject({
  search: textField(300).optional(),
  kind: z.enum(openKinds as [string, ...string[]]).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('library', cursorParts.day, cursorParts.name);

interface Row {
  item: string;
  kind: EventType;
  day: string;
  data: object;
}

/** An item is known by a digest of its place: it says neither of which file it is, nor of whom. */
const textOf = (searched: boolean): string => `
SELECT * FROM (SELECT md5(partnership || '/' || part) AS item, kind, day, data FROM journal
  WHERE open_words IS NOT NULL AND ${mayLeave('journal')} AND ($1::text IS NULL OR kind = $1)${searched ? ` AND ${searches('open_words', '$5')}` : ''}) AS found
WHERE $2::text IS NULL OR (day, item) < ($2, $3)
ORDER BY day DESC, item DESC LIMIT $4`;

const shown = ({ item, kind, day, data }: Row): object => ({
  item,
  kind,
  says: isEventType(kind) ? events[kind].says : null,
  day,
  ...openPart(kind, data),
});

/** What partnerships share with everybody in the house: knowledge, lessons, experience; nothing of where it comes from (ALE-66). */
export async function listLibrary(
  pool: Pool,
  asked: z.infer<typeof libraryQuery>,
): Promise<{ items: readonly object[]; next: string | null }> {
  const after = cursors.read(asked.cursor);
  const { rows } = await pool.query<Row>({
    name: asked.search === undefined ? 'library' : 'library-search',
    text: textOf(asked.search !== undefined),
    values: [asked.kind ?? null, ...(after ?? [null, null]), asked.limit + 1, ...(asked.search === undefined ? [] : [asked.search])],
  });
  const page = rows.slice(0, asked.limit);
  const last = page.at(-1);
  return { items: page.map(shown), next: rows.length > asked.limit && last ? cursors.write(last.day, last.item) : null };
}
