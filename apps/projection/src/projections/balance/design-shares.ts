import type { Pool } from 'pg';
import { eventTypes, events, partnershipStream, type EventType } from '@palabre/contracts';
import { percentOf } from './tally.js';

/** A version of a text, as its proposal tells it. */
export interface Version {
  readonly kind: string;
  readonly version: number;
  readonly proposedBy: string;
  readonly body: object;
}

/** Fields by which a section is known from one version to the next. */
const names = ['line', 'number', 'id', 'milestone', 'heading', 'measure', 'strength', 'item', 'party', 'subject'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (entry: unknown, place: number): string => {
  const found = isRecord(entry) ? names.map(name => entry[name]).find(value => typeof value === 'string') : undefined;
  return typeof found === 'string' ? found : String(place);
};

/** The sections of a text by name: entries of its lists, and fields written in words. Sums and settings are nobody's section. */
const sectionsOf = (body: object): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(body).flatMap(([field, value]: [string, unknown]): [string, string][] => {
      if (Array.isArray(value)) return value.map((entry, place) => [`${field}/${nameOf(entry, place)}`, JSON.stringify(entry)]);
      return typeof value === 'string' || (isRecord(value) && 'sealed' in value) ? [[field, JSON.stringify(value)]] : [];
    }),
  );

/** Who wrote each section as it stands: the party whose version last changed it (ALE-49). */
function authorsOf(versions: readonly Version[]): ReadonlyMap<string, string> {
  let authors = new Map<string, string>();
  let before: ReadonlyMap<string, string> = new Map();
  for (const { proposedBy, body } of versions) {
    const sections = sectionsOf(body);
    const known = authors;
    const earlier = before;
    authors = new Map(
      [...sections].map(([name, text]) => [name, earlier.get(name) === text ? (known.get(name) ?? proposedBy) : proposedBy]),
    );
    before = sections;
  }
  return authors;
}

/** Share of the sections of each text that each side authored. */
export function designShares(versions: readonly Version[], parties: readonly string[]): object[] {
  const kinds = [...new Set(versions.map(one => one.kind))].toSorted();
  return kinds.map(kind => {
    const own = versions.filter(one => one.kind === kind);
    const authors = [...authorsOf(own).values()];
    const shares = parties.map(party => {
      const sections = authors.filter(author => author === party).length;
      return { party, sections, percent: percentOf(sections, authors.length) };
    });
    return { kind, version: own.at(-1)?.version ?? 0, sections: authors.length, shares };
  });
}

const proposals: readonly EventType[] = eventTypes.filter(type => {
  const { mechanism, data } = events[type];
  return mechanism === 'text' && 'shape' in data && 'proposedBy' in data.shape;
});

/** Every version of every text of a partnership, oldest first. */
export async function versionsOf(pool: Pool, partnership: string, upTo: number): Promise<readonly Version[]> {
  const { rows } = await pool.query<{ payload: string }>({
    name: 'text-versions',
    text: 'SELECT payload FROM ledger WHERE stream = $1 AND type = ANY($2) AND version <= $3 ORDER BY version',
    values: [partnershipStream(partnership), proposals, upTo],
  });
  return rows.map(({ payload }) => JSON.parse(payload) as Version);
}
