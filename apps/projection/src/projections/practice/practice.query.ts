import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole, type Principal } from '../../identity/principal.js';
import type { Access } from '../../reading/access.js';
import type { Discretion } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import type { DigestDoc, RelationTimeDoc, ScaleUpDoc, YearDoc } from './practice.entity.js';

const paged = { limit: limitField, cursor: cursorField };

export const activitiesQuery = z.strictObject({ ...freshnessFields, ...paged });
export const relationTimeQuery = z.strictObject({ ...freshnessFields, ...paged });
export const digestsQuery = z.strictObject({ ...freshnessFields, ...paged });
export const scaleUpsQuery = z.strictObject({
  /** How ready; those that are ready when left out (PMP-38). */
  readiness: z.enum(['not-suited', 'conditional', 'ready']).default('ready'),
  ...paged,
});

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const partCursors = {
  activities: cursorsOf('activities', cursorParts.name),
  digests: cursorsOf('digests', cursorParts.name),
  'relation-time': cursorsOf('relation-time', cursorParts.name),
};

async function partsOf<Doc>(
  pool: Pool,
  access: Access,
  { list, kind, order }: { list: keyof typeof partCursors; kind: string; order: 'ASC' | 'DESC' },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<PageOf<Doc>> {
  const cursors = partCursors[list];
  const { rows } = await pool.query<{ part: string; doc: Doc }>({
    name: `practice-${list}`,
    text: `SELECT part, doc FROM practice WHERE partnership = $1 AND kind = $2 AND version <= $3
           AND ($4::text IS NULL OR part ${order === 'ASC' ? '>' : '<'} $4) ORDER BY part ${order} LIMIT $5`,
    values: [access.partnership, kind, access.version, cursors.read(cursor)?.[0] ?? null, limit + 1],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(({ doc }) => doc), next: rows.length > limit && last ? cursors.write(last.part) : null };
}

/** Joint reflection, design and learning of one partnership, year by year (ALE-64). */
export const listActivities = (pool: Pool, access: Access, query: z.infer<typeof activitiesQuery>): Promise<PageOf<YearDoc>> =>
  partsOf<YearDoc>(pool, access, { list: 'activities', kind: 'year', order: 'ASC' }, query);

/** Days planned and given for the relation by each party, year by year, with what it learned in the year (MDM-29). */
export async function listRelationTime(
  pool: Pool,
  { access, discretion }: { readonly access: Access; readonly discretion: Discretion },
  query: z.infer<typeof relationTimeQuery>,
): Promise<PageOf<object>> {
  const found = await partsOf<RelationTimeDoc>(pool, access, { list: 'relation-time', kind: 'relation-time', order: 'ASC' }, query);
  return { items: found.items.map(doc => discretion.veiled(doc) as object), next: found.next };
}

/** Who runs the file sees how many read; members see the digest and whether they have read it themselves (HFA-31). */
const officers = ['partnership-officer', 'hq-ops', 'executive-secretariat'] as const;

/** Digests of status points, the latest first. */
export async function listDigests(
  pool: Pool,
  reading: { readonly principal: Principal; readonly access: Access; readonly discretion: Discretion },
  query: z.infer<typeof digestsQuery>,
): Promise<PageOf<object>> {
  const { access, principal, discretion } = reading;
  const [found, { rows: parties }] = await Promise.all([
    partsOf<DigestDoc>(pool, access, { list: 'digests', kind: 'digest', order: 'DESC' }, query),
    pool.query<{ party: string }>({
      name: 'members',
      text: 'SELECT jsonb_object_keys(parties) AS party FROM portfolio WHERE partnership = $1',
      values: [access.partnership],
    }),
  ]);
  const seesRates = access.party !== null && hasRole(principal, ...officers);
  const items = found.items.map(digest => ({
    ...(discretion.veiled(digestText(digest)) as object),
    readByMe: [digest.recorder, ...digest.readBy.map(({ person }) => person)].includes(principal.person),
    ...(seesRates
      ? {
          reading: readingOf(
            digest,
            parties.map(({ party }) => party),
          ),
        }
      : {}),
  }));
  return { items, next: found.next };
}

const digestText = ({ readBy: _readers, recorder: _recorder, ...digest }: DigestDoc): object => digest;

/**
 * Members with a reader besides who wrote it, each with how many people of theirs have read and since when; the rate in whole percent.
 * Who writes for a member has not made that member's people read.
 */
export function readingOf({ readBy }: DigestDoc, parties: readonly string[]): object {
  const readers = parties.flatMap(party => {
    const [first, ...others] = readBy.filter(one => one.party === party);
    return first === undefined ? [] : [{ party, on: first.on, people: others.length + 1 }];
  });
  const unread = parties.filter(party => !readers.some(one => one.party === party));
  return { readBy: readers, unread, percent: parties.length === 0 ? null : Math.round((readers.length * 100) / parties.length) };
}

const scaleUpCursors = cursorsOf('scale-ups', cursorParts.name, cursorParts.name);

/** Joint projects by how ready they are to grow, over all partnerships of the caller (PMP-38). */
export async function listScaleUps(pool: Pool, reader: Reader, query: z.infer<typeof scaleUpsQuery>): Promise<PageOf<object>> {
  const after = scaleUpCursors.read(query.cursor);
  const { rows } = await pool.query<{ partnership: string; part: string; title: string; doc: ScaleUpDoc }>({
    name: 'scale-ups',
    text: `SELECT s.partnership, s.part, p.title, s.doc FROM practice s JOIN portfolio p ON p.partnership = s.partnership
           WHERE s.kind = 'scale-up' AND ($1::text IS NULL OR p.organisations @> ARRAY[$1::text]) AND s.doc ->> 'readiness' = $2 AND s.partnership <> ALL($6::text[])
             AND ($3::text IS NULL OR (s.partnership, s.part) > ($3, $4)) ORDER BY s.partnership, s.part LIMIT $5`,
    values: [
      hasRole(reader, 'auditor') ? null : reader.organisation,
      query.readiness,
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit + 1,
      reader.masked,
    ],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ partnership, title, doc }) => ({ partnership, title, ...doc })),
    next: rows.length > query.limit && last ? scaleUpCursors.write(last.partnership, last.part) : null,
  };
}
