import type { FreeText } from '@palabre/contracts';
import { eventTypes, type EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { paddedVersion, type Change, type Projection } from '../projection.js';
import { timelineEntity, type TimelineRow } from './timeline.entity.js';

/** Every event has a line: accepted and refused alike. */
export const timelineHandles: readonly EventType[] = eventTypes;

/** Fields in which events carry the words of who acted. */
const wordFields = ['reason', 'reasons', 'argument', 'comment', 'note'] as const;

function wordsOf(data: object): FreeText | null {
  for (const field of wordFields) {
    const words: unknown = (data as Readonly<Record<string, unknown>>)[field];
    if (typeof words === 'string' || (typeof words === 'object' && words !== null)) return words as FreeText;
  }
  return null;
}

/** What is about a line names it and the party concerned, whatever mechanism tells it. */
function caseOf(event: LedgerEvent): { line: string | null; about: string | null } {
  const { line, about } = event.data as { readonly line?: unknown; readonly about?: unknown };
  return typeof line === 'string' && typeof about === 'string' ? { line, about } : { line: null, about: null };
}

function lineOf(event: LedgerEvent): readonly Change<TimelineRow>[] {
  const { attributes: a, data, version } = event;
  const refusal = event.type === 'CommandRefused' || event.type === 'SignatureAttemptRefused' ? event.data : null;
  return [
    {
      put: {
        partnership: event.partnership,
        part: paddedVersion(version),
        version,
        type: event.type,
        recordedAt: a.time,
        factAt: a.factat,
        actor: a.actor,
        actorRole: a.actorrole,
        party: a.party,
        cause: a.cause,
        correlation: a.correlation,
        refused: refusal !== null,
        reason: refusal?.reason ?? wordsOf(data),
        rule: refusal?.rule ?? null,
        command: refusal?.commandType ?? null,
        ...caseOf(event),
      },
    },
  ];
}

export const timelineProjection: Projection<TimelineRow> = {
  name: 'timeline',
  stamp: 1_763_690_000_006,
  entity: timelineEntity,
  on: {},
  always: lineOf,
  readsAllData: true,
  readsRows: false,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, type text NOT NULL, recorded_at timestamptz NOT NULL, fact_at timestamptz NOT NULL,
      actor text NOT NULL, actor_role text NOT NULL, party text NOT NULL, cause text NOT NULL, correlation text NOT NULL, refused boolean NOT NULL,
      reason jsonb, rule text, command text, line text, about text, PRIMARY KEY (partnership, part)
    )`,
    `CREATE INDEX ON ${table} (partnership, part) WHERE refused`,
  ],
};
