import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../../identity/principal.js';
import { accessTo } from '../../reading/access.js';
import { listPastBreaches, pastBreachesQuery } from './past-breaches.query.js';

const breach = (about: string) => ({
  partnership: 'p-there',
  commitment: `diversion/${about}/partner`,
  kind: 'diversion',
  organisation: 'org-mill',
  what: about,
  breachedAt: '2026-05-01T08:00:00.000Z',
  reason: `spent elsewhere: ${about}`,
  dueOn: null,
  settlement: 'open',
  settledAt: null,
  decision: null,
});

interface There {
  /** The reader's own organisation is a party there, or the fact alone is told. */
  readonly readable?: boolean;
  readonly restrictedFor?: string;
  /** People of the partner who read the file, where it is protected. */
  readonly readers?: readonly string[];
}

/** What the tables say of the partnership in which two diversions were flagged, and what was recorded of the reading. */
function tables({ readable = true, restrictedFor, readers }: There): { pool: Pool; recorded: unknown[] } {
  const recorded: unknown[] = [];
  const parties = { host: 'org-weir', partner: 'org-mill' };
  const known = { version: 9, hash: 'a'.repeat(64), now: new Date('2026-06-01'), parties, protected_lines: [], host: 'host' };
  const byParty = readers === undefined ? null : { partner: readers };
  const restriction = { object: 'm-1', restrictedFor, reason: 'an inquiry is under way' };
  const answers: Readonly<Record<string, readonly unknown[]>> = {
    'past-breaches': [breach('m-1'), breach('m-2')].map(row => ({ ...row, readable })),
    access: [{ ...known, readers: byParty }],
    discretion: [{ cases: null, restrictions: restrictedFor === undefined ? null : [restriction] }],
  };
  const query = async ({ name, values }: { name: string; values: unknown }) => {
    if (name === 'record-reading') recorded.push(values);
    return { rows: answers[name] ?? [] };
  };
  return { pool: { query } as unknown as Pool, recorded };
}

const from = (organisation: string, person = 'person-1'): Principal => ({ person, organisation, roles: ['partner-representative'] });

async function told(there: There, reader: Principal): Promise<{ items: object[]; recorded: unknown[] }> {
  const { pool, recorded } = tables(there);
  const access = await accessTo(pool, reader, 'p-there');
  return { items: (await listPastBreaches(pool, reader, access, pastBreachesQuery.parse({}))).items, recorded };
}

describe('past breaches about what not everybody may read', () => {
  it('HFA-23, MDM-17: a transfer that was kept from one party is told to it by its name and the reason; the other party reads all of it', async () => {
    const there = { restrictedFor: 'partner' };
    const [kept, open] = (await told(there, from('org-mill'))).items;
    expect(kept).toEqual({ transfer: 'm-1', restricted: { rule: 'MDM-17', reason: 'an inquiry is under way' } });
    expect(open).toMatchObject({ transfer: 'm-2', reason: 'spent elsewhere: m-2', partnership: 'p-there' });
    const host = (await told(there, from('org-weir'))).items;
    expect(host).toMatchObject([
      { transfer: 'm-1', reason: 'spent elsewhere: m-1' },
      { transfer: 'm-2', reason: 'spent elsewhere: m-2' },
    ]);
  });

  it('HFA-23, AGI-02: of a protected file its readers are told all, and that is recorded; to others of the same party the fact alone', async () => {
    const there = { readers: ['person-reader'] };
    const reader = await told(there, from('org-mill', 'person-reader'));
    expect(reader.items).toMatchObject([{ reason: 'spent elsewhere: m-1' }, { reason: 'spent elsewhere: m-2' }]);
    const other = await told(there, from('org-mill'));
    expect(other.items[0]).toEqual({
      organisation: 'org-mill',
      partnership: null,
      breachedAt: '2026-05-01T08:00:00.000Z',
      settlement: 'open',
      settledAt: null,
    });
    expect(JSON.stringify(other.items)).not.toContain('m-1');
    expect([reader.recorded, other.recorded]).toEqual([
      [[['p-there'], 'person-reader', 'org-mill', 'past-breaches', true]],
      [[['p-there'], 'person-1', 'org-mill', 'past-breaches', false]],
    ]);
  });

  it('HFA-23: of a partnership that the reader is no party of the fact alone is told, and no word of the transfer', async () => {
    const { items } = await told({ readable: false }, from('org-weir'));
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toMatch(/m-1|m-2|spent elsewhere|p-there/);
  });
});
