import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { deadlinesEntity, type DeadlineRow } from './deadlines.entity.js';

type Changes = readonly Change<DeadlineRow>[];

const causePrefix = 'deadline/';

/** Housekeeping that a fired deadline brings along; what happened is told by the fact itself. */
const housekeeping: ReadonlySet<EventType> = new Set([
  'TasksOpened',
  'TasksCompleted',
  'TasksWithdrawn',
  'DeadlinesSet',
  'DeadlinesCleared',
]);

/** The first fact whose cause is a deadline is what that deadline brought about. */
function passed(event: LedgerEvent, rows: Rows<DeadlineRow>): Changes {
  const { cause, factat } = event.attributes;
  if (!cause.startsWith(causePrefix) || housekeeping.has(event.type)) return [];
  const row = rows.get(cause.slice(causePrefix.length));
  if (!row || row.state === 'passed') return [];
  return [
    { put: { ...row, state: 'passed', settledAt: factat, settledBy: event.type, settledVersion: event.version, version: event.version } },
  ];
}

const set = (event: LedgerEvent<'DeadlinesSet'>): Changes =>
  event.data.deadlines.map(one => ({
    put: {
      partnership: event.partnership,
      part: one.deadline,
      version: event.version,
      rule: one.rule,
      dueAt: one.dueAt,
      outcome: one.outcome,
      party: one.party,
      about: one.about,
      state: 'to-come',
      settledAt: null,
      settledBy: null,
      settledVersion: null,
    },
  }));

/** A deadline that fired is cleared as well: passed stays passed. */
const cleared = (event: LedgerEvent<'DeadlinesCleared'>, rows: Rows<DeadlineRow>): Changes =>
  event.data.deadlines.flatMap(deadline => {
    const row = rows.get(deadline);
    if (row?.state !== 'to-come') return [];
    return [
      {
        put: {
          ...row,
          state: 'lifted' as const,
          settledAt: event.attributes.factat,
          settledVersion: event.version,
          version: event.version,
        },
      },
    ];
  });

const on: Handlers<DeadlineRow> = { DeadlinesSet: set, DeadlinesCleared: cleared };

export const deadlinesHandles = Object.keys(on) as EventType[];

export const deadlinesProjection: Projection<DeadlineRow> = {
  name: 'deadlines',
  stamp: 1_763_690_000_007,
  entity: deadlinesEntity,
  on,
  always: passed,
  touches: event => event.attributes.cause.startsWith(causePrefix),
  touchesInLedger: `starts_with(cause, '${causePrefix}')`,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, rule text NOT NULL, due_at timestamptz NOT NULL, outcome text NOT NULL,
      party text, about text, state text NOT NULL, settled_at timestamptz, settled_by text, settled_version int, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX ON ${table} (partnership, due_at, part)`,
  ],
};
