import type { Pool } from 'pg';
import type { EventData } from '@palabre/contracts';
import type { Access } from './access.js';
import { protectedCases, type KnownCase } from './protected-cases.js';
import { restrictionsFor, type KnownRestriction, type Restricted, type Restrictions } from './restrictions.js';

/** Why an event does not reach a caller. Of S-07 it does, without who told it. */
export type Withheld = { readonly rule: 'MDM-68' | 'AGI-02' | 'S-07' } | Restricted;

/**
 * Everything that one caller may not read of one partnership, decided in one place for every way of reading: what
 * protected cases are about, what was kept from the caller's party, and all of a protected file that is not for the caller.
 */
export interface Discretion {
  /** True when the caller may read everything: nothing needs to be looked at. */
  readonly open: boolean;
  readonly restrictions: Restrictions;
  /** True for the id of a case that the caller may not read, or of a step agreed for it. */
  hidesReference(id: string): boolean;
  /** Why this event is withheld; null when it may be read. */
  withholds(type: string, data: unknown): Withheld | null;
  /** A document of the file, or a state, without what the caller may not read. */
  veiled(document: unknown): unknown;
}

interface Concerns {
  readonly cases: readonly KnownCase[];
  readonly restrictions: readonly KnownRestriction[];
}

const isRefusal = (type: string): boolean => type === 'CommandRefused' || type === 'SignatureAttemptRefused';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Discretion towards one caller, from the cases and the restrictions that the file knows. */
export function discretionOf(access: Access, { cases, restrictions: known }: Concerns): Discretion {
  const guarded = protectedCases(access, cases);
  const restrictions = restrictionsFor(access.party, known);
  const guards = access.protectedLines.size > 0;

  const hidesItem = (item: Readonly<Record<string, unknown>>): boolean => {
    const { line, about } = item;
    if (typeof line === 'string' && typeof about === 'string' && !access.mayReadCase(line, about)) return true;
    return Object.values(item).some(one => typeof one === 'string' && guarded.hidesReference(one));
  };
  const veiled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(veiled);
    if (!isRecord(value)) return value;
    if (hidesItem(value)) return { protected: true };
    return Object.fromEntries(Object.entries(guarded.withoutWhoRaised(value)).map(([key, one]) => [key, veiled(one)]));
  };

  return {
    open: access.inClear && !guards && restrictions.none,
    restrictions,
    hidesReference: id => guarded.hidesReference(id),
    withholds: (type, data) => {
      const hidden = guards && (guarded.hides(data) || (isRefusal(type) && guarded.hidesRefusal(data as EventData<'CommandRefused'>)));
      if (hidden) return { rule: 'MDM-68' };
      if (!access.inClear) return { rule: 'AGI-02' };
      return guards && guarded.tellsWhoRaised(type, data) ? { rule: 'S-07' } : restrictions.ofEvent(type, data);
    },
    veiled: document => (access.inClear ? restrictions.applied(guards ? veiled(document) : document) : { protected: true }),
  };
}

interface Row {
  cases: KnownCase[] | null;
  restrictions: KnownRestriction[] | null;
}

/** Asks the file which cases and restrictions there are. */
export async function discretionFor(pool: Pool, access: Access): Promise<Discretion> {
  const { rows } = await pool.query<Row>({
    name: 'discretion',
    text: `SELECT (SELECT doc -> 'cases' FROM file WHERE partnership = $1 AND part = 'lines') AS cases,
             (SELECT doc -> 'restrictions' FROM file WHERE partnership = $1 AND part = 'parties') AS restrictions`,
    values: [access.partnership],
  });
  return discretionOf(access, { cases: rows[0]?.cases ?? [], restrictions: rows[0]?.restrictions ?? [] });
}
