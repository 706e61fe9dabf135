import { z } from 'zod';
import { opaqueId } from '../fields.js';
import type { Role } from './roles.js';

/** People of one party who read a protected file, named one by one (AGI-02). */
export const namedReaders = z.array(opaqueId).min(1).max(20);

/** Functions that read a protected file for a party until it names its people: those who run the file, the hierarchy, and the guarantor. */
export const readersUntilNamed: readonly Role[] = [
  'hq-ops',
  'partnership-officer',
  'partner-representative',
  'signatory-authority',
  'first-authority',
];

interface Reader {
  readonly person: string;
  readonly roles: readonly string[];
}

/**
 * Whether somebody of a party reads a protected file in clear: by name once the party has named its people, by function
 * before. Who is of no party, an auditor included, never does.
 */
export const readsProtected = (named: readonly string[] | undefined, { person, roles }: Reader): boolean =>
  named === undefined ? readersUntilNamed.some(role => roles.includes(role)) : named.includes(person);

/** Readers that parties have named, by party; a party without an entry has named nobody yet. */
export type ReadersByParty = Readonly<Record<string, readonly string[]>>;

/** What the state of a protected file tells to everybody who knows of the file: where it stands, and no name. */
const toldOfProtected: readonly string[] = ['schema', 'id', 'head', 'standing', 'phase', 'phaseSince', 'calendar'];

/** The state of a protected file for those who do not read it in clear. */
export const shutState = (state: object): object => ({
  ...Object.fromEntries(Object.entries(state).filter(([key]) => toldOfProtected.includes(key))),
  protected: true,
});
