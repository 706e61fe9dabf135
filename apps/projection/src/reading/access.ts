import type { ReadersByParty } from '@palabre/contracts';
import type { Pool } from 'pg';
import { hasRole, type Principal } from '../identity/principal.js';
import { caseReaderOf } from './case-reader.js';
import { problems, say } from './problems.js';
import { inClearFor } from './reader.js';

/** What one caller may see of one partnership. */
export interface Access {
  readonly partnership: string;
  readonly version: number;
  /** Hash of the event at that version. */
  readonly hash: string;
  /** Where the partnership's calendar stands, as far as its events tell. */
  readonly now: string;
  /** Party the caller belongs to; null for an auditor from outside. */
  readonly party: string | null;
  readonly protectedLines: ReadonlySet<string>;
  /** Protected (AGI-02): every reading is recorded. */
  readonly isProtected: boolean;
  /** False where the file is protected and the caller is not one of its readers: no name, no place. */
  readonly inClear: boolean;
  /** True when details of a case may be shown: MDM-65, MDM-68. */
  mayReadCase(line: string, about: string): boolean;
  /** False where a case is read, but not who raised it: S-07. */
  mayKnowWhoRaised(line: string, about: string): boolean;
}

interface Row {
  version: number;
  hash: string;
  now: Date;
  parties: Readonly<Record<string, string>>;
  protected_lines: string[];
  host: string | null;
  /** Null while the file is not protected. */
  readers: ReadersByParty | null;
}

/** Members of a party's organisation and auditors see a partnership; to everybody else it is not there. */
export async function accessTo(pool: Pool, principal: Principal, partnership: string): Promise<Access> {
  const { rows } = await pool.query<Row>({
    name: 'access',
    text: `SELECT p.version, p.hash, p.moved_at AS now, p.parties, p.protected_lines, g.readers,
             (SELECT x ->> 'party' FROM file f, jsonb_array_elements(f.doc -> 'parties') x
              WHERE f.partnership = p.partnership AND f.part = 'parties' AND x ->> 'side' = 'host' LIMIT 1) AS host
           FROM portfolio p
           LEFT JOIN protection g ON g.partnership = p.partnership AND g.part = '' WHERE p.partnership = $1`,
    values: [partnership],
  });
  const row = rows[0];
  const party = Object.entries(row?.parties ?? {}).find(([, organisation]) => organisation === principal.organisation)?.[0] ?? null;
  if (!row || (party === null && !hasRole(principal, 'auditor')))
    throw problems.notFound(
      say('Aucun partenariat que vous puissiez consulter ne porte cet identifiant.', 'No partnership that you may see has this id.'),
    );
  const protectedLines = new Set(row.protected_lines);
  const readerOf = caseReaderOf(principal, { party, host: row.host });
  return {
    partnership,
    version: row.version,
    hash: row.hash,
    now: row.now.toISOString(),
    party,
    protectedLines,
    isProtected: row.readers !== null,
    inClear: row.readers === null || inClearFor(principal, { party, readers: row.readers }),
    mayReadCase: (line, about) => !protectedLines.has(line) || readerOf(about) !== 'nobody',
    mayKnowWhoRaised: (line, about) => !protectedLines.has(line) || readerOf(about) === 'independent',
  };
}
