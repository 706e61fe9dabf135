import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { clausesEntity, type AgreementHead, type ClauseRow } from './clauses.entity.js';

type Changes = readonly Change<ClauseRow>[];

const nothingYet: AgreementHead = { draft: null, signed: [] };

const headOf = (rows: Rows<ClauseRow>): AgreementHead => rows.get('head')?.head ?? nothingYet;

const partOf = (number: string): string => `clause/${number}`;

const never = { state: null, stateOn: null, timesKept: 0, timesLate: 0, timesBreached: 0 } as const;

type Place = { readonly partnership: string; readonly version: number };

const putHead = ({ partnership, version }: Place, head: AgreementHead): Change<ClauseRow> => ({
  put: { partnership, part: 'head', version, number: null, title: null, place: 0, textVersion: null, signedAt: null, ...never, head },
});

function drafted(event: LedgerEvent<'AgreementDrafted'>, rows: Rows<ClauseRow>): Changes {
  const { version, body } = event.data;
  const clauses = body.clauses.map(({ number, title }) => ({ number, title }));
  return [putHead(event, { ...headOf(rows), draft: { version, clauses } })];
}

/** The clauses signed now take the place of those signed before; what status points said of a number that stays is kept. */
function signed(event: LedgerEvent<'AgreementSigned'>, rows: Rows<ClauseRow>): Changes {
  const { draft, signed: before } = headOf(rows);
  if (draft?.version !== event.data.version) return [];
  const numbers = draft.clauses.map(one => one.number);
  const { partnership, version, attributes } = event;
  const binding = { partnership, version, textVersion: draft.version, signedAt: attributes.factat, head: null };
  return [
    putHead(event, { draft, signed: numbers }),
    ...before.filter(number => !numbers.includes(number)).map(number => ({ drop: partOf(number) })),
    ...draft.clauses.map(({ number, title }, index) => ({
      put: { ...(rows.get(partOf(number)) ?? never), ...binding, part: partOf(number), number, title, place: index + 1 },
    })),
  ];
}

const counter = { kept: 'timesKept', late: 'timesLate', breached: 'timesBreached' } as const;

/** A status point speaks of the clauses that it names; the others stay as the point before left them. */
function pointed(event: LedgerEvent<'StatusPointRecorded'>, rows: Rows<ClauseRow>): Changes {
  const { clauses, heldOn } = event.data;
  return clauses.flatMap(({ number, state }) => {
    const row = rows.get(partOf(number));
    if (!row) return [];
    const counted = state === 'not-due' || state === 'at-risk' ? {} : { [counter[state]]: row[counter[state]] + 1 };
    return [{ put: { ...row, ...counted, state, stateOn: heldOn, version: event.version } }];
  });
}

const on: Handlers<ClauseRow> = { AgreementDrafted: drafted, AgreementSigned: signed, StatusPointRecorded: pointed };

/** Events that number clauses, bind the parties to them, and say how they stand. */
export const clausesHandles = Object.keys(on) as EventType[];

export const clausesProjection: Projection<ClauseRow> = {
  name: 'clauses',
  stamp: 1_763_720_000_003,
  entity: clausesEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, number text, title text, place int NOT NULL, text_version int,
      signed_at timestamptz, state text, state_on text, times_kept int NOT NULL, times_late int NOT NULL, times_breached int NOT NULL,
      head jsonb, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX ON ${table} (partnership, place)`,
  ],
};
