import type { Pool } from 'pg';
import { z } from 'zod';
import { organisationSectors, type Localized } from '@palabre/contracts';
import type { Access } from '../../reading/access.js';
import { say } from '../../reading/problems.js';
import { freshnessFields } from '../../reading/read-your-writes.js';

export const sectorsQuery = z.strictObject(freshnessFields);

/** A party as the register knows it. */
interface Present {
  readonly party: string;
  readonly organisation: string;
  readonly kind: string;
  readonly sector: string;
  readonly subKind: string | null;
  readonly level: string | null;
}

export interface SectorGauge {
  readonly sectors: readonly {
    readonly sector: string;
    readonly present: boolean;
    readonly parties: readonly Omit<Present, 'sector'>[];
    /** What an absent sector is: a note. Nothing is held back by it (PMP-58). */
    readonly note: Localized | null;
  }[];
  /** Parties whose organisation is not in the register: nobody knows their sector. */
  readonly unregistered: readonly { readonly party: string; readonly organisation: string }[];
}

const absent = say(
  'Personne de ce secteur : une remarque pour qui cherche encore, pas un obstacle.',
  'Nobody from this sector: a remark for those who still search, not an obstacle.',
);

/**
 * The four sectors, which of them are present and by whom (HFA-07, PMP-58). `inside`: the parties that are in; who asks to
 * come in, or has left, is in no sector of this partnership.
 */
export function sectorGauge(
  everybody: Readonly<Record<string, string>>,
  registered: readonly Present[],
  inside: readonly string[],
): SectorGauge {
  const known = registered.filter(({ party }) => inside.includes(party));
  const parties = Object.fromEntries(Object.entries(everybody).filter(([party]) => inside.includes(party)));
  return {
    sectors: organisationSectors.map(sector => {
      const there = known.filter(one => one.sector === sector).map(({ sector: _sector, ...one }) => one);
      return { sector, present: there.length > 0, parties: there, note: there.length > 0 ? null : absent };
    }),
    unregistered: Object.entries(parties)
      .filter(([party]) => !known.some(one => one.party === party))
      .map(([party, organisation]) => ({ party, organisation })),
  };
}

const text = `
SELECT p.parties, coalesce((SELECT json_agg(json_build_object('party', x.key, 'organisation', o.partnership, 'kind', o.kind, 'sector', o.sector,
    'subKind', o.sub_kind, 'level', o.level) ORDER BY x.key) FROM jsonb_each_text(p.parties) x JOIN organisations o ON o.partnership = x.value), '[]') AS known,
  coalesce((SELECT json_agg(i->>'party') FROM file f, jsonb_array_elements(f.doc->'parties') i WHERE f.partnership = p.partnership AND f.part = 'parties'), '[]') AS inside
FROM portfolio p WHERE p.partnership = $1`;

interface Row {
  parties: Readonly<Record<string, string>>;
  known: readonly Present[];
  inside: readonly string[];
}

/** Which sectors sit at the table of one partnership. */
export async function readSectors(pool: Pool, access: Access): Promise<SectorGauge> {
  const { rows } = await pool.query<Row>({ name: 'sectors', text, values: [access.partnership] });
  return sectorGauge(rows[0]?.parties ?? {}, rows[0]?.known ?? [], rows[0]?.inside ?? []);
}
