import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { inboxEntity, type InboxRow } from './inbox.entity.js';

type Changes = readonly Change<InboxRow>[];

/** Changes an open task; one that is done meanwhile stays done. */
const patch = (rows: Rows<InboxRow>, task: string, fields: Partial<InboxRow>): Changes => {
  const row = rows.get(task);
  return row ? [{ put: { ...row, ...fields } }] : [];
};

const opened = (event: LedgerEvent<'TasksOpened'>): Changes =>
  // Named one by one: copying the rest of each task was a twelfth of the work of the whole intake.
  event.data.tasks.map(one => ({
    put: {
      partnership: event.partnership,
      part: one.task,
      version: event.version,
      kind: one.kind,
      title: one.title,
      phase: one.phase,
      roles: one.roles,
      party: one.party,
      dueAt: one.dueAt,
      subject: one.subject,
      about: one.about,
      askedBy: one.askedBy,
      verdicts: one.verdicts,
      requirements: one.requirements,
      openedAt: event.attributes.factat,
      claimedBy: null,
      delegatedTo: null,
      delegatedUntil: null,
      overdue: false,
    },
  }));

const gone = (event: LedgerEvent<'TasksCompleted' | 'TasksWithdrawn'>): Changes => event.data.tasks.map(task => ({ drop: task }));

const on: Handlers<InboxRow> = {
  TasksOpened: opened,
  TasksCompleted: gone,
  TasksWithdrawn: gone,
  TaskClaimed: ({ data }, rows) => patch(rows, data.task, { claimedBy: data.person }),
  TaskHandedBack: ({ data }, rows) => patch(rows, data.task, { claimedBy: null, delegatedTo: null, delegatedUntil: null }),
  TaskDelegated: ({ data }, rows) => patch(rows, data.task, { delegatedTo: data.to, delegatedUntil: data.until }),
  TaskOverdue: ({ data }, rows) => patch(rows, data.task, { overdue: true }),
  TaskEscalated: ({ data }, rows) =>
    patch(rows, data.task, { roles: [...new Set([...(rows.get(data.task)?.roles ?? []), ...data.roles])] }),
};

export const inboxHandles = Object.keys(on) as EventType[];

export const inboxProjection: Projection<InboxRow> = {
  name: 'inbox',
  stamp: 1_763_690_000_005,
  entity: inboxEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, kind text NOT NULL, title jsonb NOT NULL, phase text NOT NULL,
      roles text[] NOT NULL, party text NOT NULL, due_at timestamptz, subject jsonb, about text, asked_by text, verdicts jsonb NOT NULL,
      requirements text[] NOT NULL, opened_at timestamptz NOT NULL, claimed_by text, delegated_to text, delegated_until timestamptz,
      overdue boolean NOT NULL, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX ON ${table} (claimed_by) WHERE claimed_by IS NOT NULL`,
    `CREATE INDEX ON ${table} (delegated_to) WHERE delegated_to IS NOT NULL`,
  ],
};
