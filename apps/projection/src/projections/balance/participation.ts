import type { Pool } from 'pg';
import { engineActor, partnershipStream, type EventType } from '@palabre/contracts';
import type { Discretion } from '../../reading/discretion.js';
import type { Access } from '../../reading/access.js';
import { monthsBefore } from './meeting-balance.js';

/** One thing that somebody did: a cause in the ledger, however many events it had. */
export interface Act {
  readonly actor: string;
  readonly role: string;
  readonly party: string;
  readonly cause: string;
}

const numberOf = (values: readonly string[]): number => new Set(values).size;

/** By whom a file is carried: people and acts by party and group, and whether it rests on too few (HFA-28). */
export function participation(acts: readonly Act[], fewerThan: number): object {
  const groups = new Map<string, Act[]>();
  for (const act of acts) groups.set(`${act.party} ${act.role}`, [...(groups.get(`${act.party} ${act.role}`) ?? []), act]);
  const people = numberOf(acts.map(({ actor }) => actor));
  return {
    groups: [...groups]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, own]) => ({
        party: own[0]?.party,
        role: own[0]?.role,
        people: numberOf(own.map(({ actor }) => actor)),
        acts: numberOf(own.map(({ cause }) => cause)),
      })),
    people,
    fewerThan,
    flagged: people < fewerThan,
  };
}

/** A refused attempt carries nothing. */
const attempts: readonly EventType[] = ['CommandRefused', 'SignatureAttemptRefused'];

const open = `
SELECT DISTINCT actor, actor_role AS role, party, cause FROM ledger
WHERE stream = $1 AND version <= $2 AND type <> ALL($3) AND actor <> $4 AND fact_at > $5`;

const withPayloads = open.replace('SELECT DISTINCT actor', 'SELECT type, payload, actor');

interface Told extends Act {
  readonly type: string;
  readonly payload: string;
}

/** Acts of the last months that the caller may know of: those about a protected case are not among them (MDM-68). */
export async function actsOf(pool: Pool, access: Access, discretion: Discretion, windowMonths: number): Promise<readonly Act[]> {
  const since = monthsBefore(access.now, windowMonths);
  const values = [partnershipStream(access.partnership), access.version, attempts, engineActor, since];
  if (discretion.open) return (await pool.query<Act>({ name: 'acts', text: open, values })).rows;
  const { rows } = await pool.query<Told>({ name: 'acts-veiled', text: withPayloads, values });
  const veiled = new Set(rows.filter(row => discretion.withholds(row.type, JSON.parse(row.payload)) !== null).map(({ cause }) => cause));
  return rows.filter(({ cause }) => !veiled.has(cause));
}
