import type { Pool } from 'pg';
import { z } from 'zod';
import { events, isEventType, knowledgeSources, lessonKinds, type EventType } from '@palabre/contracts';
import { hasRole, type Principal } from '../../identity/principal.js';
import { accessTo } from '../../reading/access.js';
import { discretionFor, type Discretion, type Withheld } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField, textField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { journalKinds, searches } from './journal.projection.js';

const filters = {
  /** Words as people type them into a search box, in French or English: `"exact words"`, `-without`, `or`. */
  search: textField(300).optional(),
  kind: z.enum(journalKinds).optional(),
  party: textField(40).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  lesson: z.enum(lessonKinds).optional(),
  /** Kind of the task that a good practice helps with. */
  task: textField(120).optional(),
  source: z.enum(knowledgeSources).optional(),
  limit: limitField,
  cursor: cursorField,
};

export const journalQuery = z.strictObject({ ...filters, partnership: textField(120).optional() });

export const journalOfOneQuery = z.strictObject({ ...freshnessFields, ...filters });

type Asked = z.infer<typeof journalQuery>;

const cursors = cursorsOf('journal', cursorParts.day, cursorParts.name, cursorParts.paddedVersion);

interface Row {
  partnership: string;
  title: string;
  part: string;
  version: number;
  kind: EventType;
  party: string;
  actor: string;
  day: string;
  told_at: Date;
  data: Readonly<Record<string, unknown>>;
}

const columns = 'j.partnership, p.title, j.part, j.version, j.kind, j.party, j.actor, j.day, j.told_at, j.data';

type Place = readonly [day: string, partnership: string, part: string];

/** What each question narrows; a question that was not asked stands in no statement, so that the search uses its index. */
const conditions = {
  own: 'p.organisations @> ARRAY[?::text]',
  partnership: 'j.partnership = ?',
  kind: 'j.kind = ?',
  party: 'j.party = ?',
  from: 'j.day >= ?',
  until: 'j.day <= ?',
  search: searches('j.words', '?'),
  lesson: "j.data ->> 'lesson' = ?",
  task: "j.data ->> 'task' = ?",
  source: "j.data ->> 'source' = ?",
} as const;

const everyQuestion = Object.keys(conditions) as (keyof typeof conditions)[];

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

function statementOf(own: string | null, asked: Asked, after: Place | null): Statement {
  const questions = { ...asked, own: own ?? undefined };
  const named = everyQuestion.filter(one => questions[one] !== undefined);
  const narrowed = named.map((one, place) => conditions[one].replaceAll('?', `$${place + 1}`));
  const next = named.length + 1;
  const beyond = after === null ? [] : [`(j.day, j.partnership, j.part) < ($${next}, $${next + 1}, $${next + 2})`];
  const where = [...narrowed, ...beyond].map(one => `(${one})`).join(' AND ');
  return {
    name: `journal-${everyQuestion.map(one => (named.includes(one) ? '1' : '0')).join('')}${after === null ? '' : '-after'}`,
    text: `SELECT ${columns} FROM journal j JOIN portfolio p ON p.partnership = j.partnership ${where === '' ? '' : `WHERE ${where}`}
      ORDER BY j.day DESC, j.partnership DESC, j.part DESC LIMIT ${after === null ? `$${next}` : `$${next + 3}`}`,
    values: [...named.map(one => questions[one]), ...(after ?? []), asked.limit + 1],
  };
}

/** Nothing of a row may be guessed from its being found: what is withheld is found by its day and its file alone. */
const asksForContent = ({ search, kind, party, lesson, task, source }: Asked): boolean =>
  [search, kind, party, lesson, task, source].some(one => one !== undefined);

function shown({ partnership, title, version, kind, party, actor, day, told_at: toldAt, data }: Row, withheld: Withheld | null): object {
  const place = { partnership, title, version, day, at: toldAt.toISOString() };
  if (withheld?.rule === 'AGI-02') return { ...place, title: null, protected: true };
  if (withheld?.rule === 'MDM-68') return { ...place, protected: true };
  if (withheld !== null) return { ...place, restricted: withheld };
  return { ...place, kind, says: isEventType(kind) ? events[kind].says : null, party, actor, note: data };
}

/** The discretion towards one caller, file by file. */
const discretions = (pool: Pool, principal: Principal): ((partnership: string) => Promise<Discretion>) => {
  const known = new Map<string, Promise<Discretion>>();
  return partnership => {
    const found = known.get(partnership) ?? accessTo(pool, principal, partnership).then(access => discretionFor(pool, access));
    known.set(partnership, found);
    return found;
  };
};

/**
 * Notes and messages of the caller's partnerships, newest first. A page is filled over what is withheld, so that neither
 * its length nor its cursor tells that something was found which may not be read.
 */
export async function listJournal(
  pool: Pool,
  principal: Principal,
  asked: Asked,
): Promise<{ items: readonly object[]; next: string | null }> {
  const own = hasRole(principal, 'auditor') ? null : principal.organisation;
  const towards = discretions(pool, principal);
  const veils = !asksForContent(asked);
  const found: { row: Row; item: object }[] = [];
  let after: Place | null = cursors.read(asked.cursor);
  for (let more = true; more && found.length <= asked.limit;) {
    const { name, text, values } = statementOf(own, asked, after);
    const { rows } = await pool.query<Row>({ name, text, values: [...values] });
    for (const row of rows) {
      const withheld = (await towards(row.partnership)).withholds(row.kind, row.data);
      if (withheld === null || veils) found.push({ row, item: shown(row, withheld) });
    }
    const last = rows.at(-1);
    more = rows.length > asked.limit && last !== undefined;
    if (last) after = [last.day, last.partnership, last.part];
  }
  const page = found.slice(0, asked.limit);
  const end = page.at(-1)?.row;
  return {
    items: page.map(({ item }) => item),
    next: found.length > asked.limit && end ? cursors.write(end.day, end.partnership, end.part) : null,
  };
}
