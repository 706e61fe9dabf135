import type { Pool } from 'pg';
import { ownedStreamKinds, streamName, type OwnedStreamKind } from '@palabre/contracts';
import { hasRole, type Principal } from '../identity/principal.js';
import { problems, say } from '../reading/problems.js';

/** Who reads the history of a stream besides its owner and auditors: a charter is discussed by everybody, the register is one for all. */
const readers: Readonly<Record<OwnedStreamKind, (principal: Principal) => boolean>> = {
  organisation: principal => hasRole(principal, 'hq-ops', 'partnership-officer'),
  charter: () => true,
  campaign: () => false,
};

const notFound = () =>
  problems.notFound(say('Rien que vous puissiez consulter ne porte cet identifiant.', 'Nothing that you may see has this id.'));

/** The kind that a path names. */
export function readKind(written: string): OwnedStreamKind {
  const kind = ownedStreamKinds.find(one => one === written);
  if (kind === undefined) throw notFound();
  return kind;
}

/** Asks whether the caller may read this stream, and tells whether it is their own; to those who may not it is not there. */
export async function requireStream(pool: Pool, principal: Principal, kind: OwnedStreamKind, id: string): Promise<{ isOwner: boolean }> {
  const { rows } = await pool.query<{ owner: string | null }>({
    name: 'stream-owner',
    text: "SELECT payload::jsonb ->> 'owner' AS owner FROM ledger WHERE stream = $1 AND version = 1",
    values: [streamName(kind, id)],
  });
  const first = rows[0];
  const owner = first?.owner ?? id;
  const isOwner = owner === principal.organisation;
  const mayRead = isOwner || hasRole(principal, 'auditor') || readers[kind](principal);
  if (first === undefined || !mayRead) throw notFound();
  return { isOwner };
}
