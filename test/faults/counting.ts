import { partnershipStream } from '@palabre/contracts';
import type { Acknowledged } from './clients.js';
import type { Kept, LedgerRow } from './ledger.js';

/** What became of what was promised. Every list is empty when the promise was kept. */
export interface Losses {
  /** Acknowledged events that the ledger does not hold at the promised version. */
  readonly lost: readonly string[];
  /** Events of one decision that were told more than once: twice in the ledger, or under a version that another event holds. */
  readonly doubled: readonly string[];
  /** Versions that are missing below a stream's head, or that are there twice. */
  readonly gaps: readonly string[];
  /** Events that nobody asked for. */
  readonly unasked: readonly string[];
}

const place = (stream: string, version: number): string => `${stream}@${version}`;

const byDeadline = (cause: string): boolean => cause.startsWith('deadline/');

/** Acknowledged events that are missing, or whose place another event has taken. */
function lostOf(acknowledged: readonly Acknowledged[], rows: ReadonlyMap<string, LedgerRow>): string[] {
  return acknowledged.flatMap(({ asked, events }) =>
    events.flatMap(({ type, version }) => {
      const at = place(partnershipStream(asked.partnership), version);
      const row = rows.get(at);
      const isIt = row !== undefined && row.type === type && (row.cause === asked.id || byDeadline(row.cause));
      return isIt ? [] : [`${at} ${type} of ${asked.id}: ${row === undefined ? 'nothing' : `${row.type} of ${row.cause}`} is there`];
    }),
  );
}

/** Events that carry the cause of a decision and that its answer did not promise. */
function doubledOf(acknowledged: readonly Acknowledged[], { rows, parked }: Kept): string[] {
  const promised = new Map(acknowledged.map(({ asked, events }) => [asked.id, new Set(events.map(({ version }) => version))]));
  const told = rows.filter(({ cause, version }) => promised.get(cause)?.has(version) === false);
  const forks = parked.filter(({ problem }) => problem === 'fork');
  return [
    ...told.map(({ stream, version, type, cause }) => `${place(stream, version)} ${type} of ${cause} once more`),
    // One that was told a third time is still one that was told twice.
    ...new Set(
      forks.map(({ stream, version, cause }) => `${place(stream, version ?? 0)} told twice, differently (${cause ?? 'no cause'})`),
    ),
  ];
}

function gapsOf(rows: readonly LedgerRow[]): string[] {
  const heads = new Map<string, number>();
  return rows.flatMap(({ stream, version }) => {
    const expected = (heads.get(stream) ?? 0) + 1;
    heads.set(stream, version);
    return version === expected ? [] : [`${stream}: ${version} where ${expected} was expected`];
  });
}

/** Compares what clients were promised with what is kept. */
export function countLosses(acknowledged: readonly Acknowledged[], kept: Kept): Losses {
  const known = new Set(acknowledged.map(({ asked }) => asked.id));
  const openings = new Set(kept.rows.filter(({ version }) => version === 1).map(({ cause }) => cause));
  const rows = new Map(kept.rows.map(row => [place(row.stream, row.version), row]));
  return {
    lost: lostOf(acknowledged, rows),
    doubled: doubledOf(acknowledged, kept),
    gaps: gapsOf(kept.rows),
    unasked: kept.rows
      .filter(({ cause }) => !known.has(cause) && !openings.has(cause) && !byDeadline(cause))
      .map(({ stream, version, type, cause }) => `${place(stream, version)} ${type} of ${cause}`),
  };
}
