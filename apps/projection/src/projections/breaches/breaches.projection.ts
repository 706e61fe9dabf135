import type { BreachKind, EventType, FreeText } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentPut, documentTable } from '../document-row.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { breachesEntity, type BreachDoc, type BreachRow } from './breaches.entity.js';

type Changes = readonly Change<BreachRow>[];

const put = documentPut<BreachRow>();

type Told = Pick<BreachDoc, 'about' | 'reference' | 'party'>;

const told = (event: LedgerEvent, kind: BreachKind, facts: Told, reason: FreeText | null = null): Changes =>
  put(event, `${kind}/${facts.reference}`, { kind, doc: { ...facts, reason, settledAt: null } });

type Clause = LedgerEvent<'StatusPointRecorded'>['data']['clauses'][number];

/** One row for each time a clause was found breached: begun with the point that found it so, settled and kept apart with the one that found it kept. */
function clause(event: LedgerEvent<'StatusPointRecorded'>, { number, state, owner }: Clause, rows: Rows<BreachRow>): Changes {
  const part = `clause/${number}`;
  const row = rows.get(part);
  const open = row?.kind === 'clause' && row.doc.settledAt === null ? row : undefined;
  if (state === 'kept' && open !== undefined) {
    const settled = { kind: 'clause', doc: { ...open.doc, settledAt: event.attributes.factat } } as const;
    return [{ drop: part }, ...put(event, `clause/${open.doc.reference}`, settled, open)];
  }
  if (state !== 'breached' || open !== undefined) return [];
  const reference = `clause-${number}-${event.data.heldOn}`;
  return put(event, part, { kind: 'clause', doc: { party: owner ?? null, about: number, reference, reason: null, settledAt: null } });
}

/** What was said of a diversion is over with the case that looked into it. */
function dismissed(event: LedgerEvent<'LineDismissed'>, rows: Rows<BreachRow>): Changes {
  return (event.data.examined ?? []).flatMap(reference => {
    const row = rows.get(`diversion/${reference}`);
    if (row === undefined || row.kind === 'acknowledged') return [];
    return put(event, row.part, { kind: row.kind, doc: { ...row.doc, settledAt: event.attributes.factat, dismissed: true } }, row);
  });
}

const on: Handlers<BreachRow> = {
  StatusReportOverdue: event =>
    told(event, 'status-point', { about: event.data.slot, reference: `status-point-${event.data.slot}`, party: null }),
  JustificationOverdue: event => {
    const { transfer, owedBy } = event.data;
    return told(event, 'justification', { about: transfer, reference: `justification-${transfer}`, party: owedBy });
  },
  FundDiversionFlagged: event => {
    const { transfer, about, reason } = event.data;
    const reference = `diversion-${transfer}-${event.attributes.factat.slice(0, 10)}`;
    return about === undefined ? [] : told(event, 'diversion', { about: transfer, reference, party: about }, reason);
  },
  LineDismissed: dismissed,
  StatusPointRecorded: (event, rows) => event.data.clauses.flatMap(one => clause(event, one, rows)),
  GuarantorAcknowledged: event => {
    const { commitment: reference, party, breach } = event.data;
    return breach === undefined
      ? []
      : put(event, `acknowledged/${reference}/${party}`, { kind: 'acknowledged', doc: { party, breach, reference } });
  },
};

/** Events that say what was not done as it was due, and who took note of it. */
export const breachesHandles = Object.keys(on) as EventType[];

export const breachesProjection: Projection<BreachRow> = {
  name: 'breaches',
  stamp: 1_763_760_000_002,
  entity: breachesEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
