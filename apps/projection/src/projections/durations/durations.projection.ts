import { phaseMoves, type EventType, type Phase, type Procedure } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentPut, documentTable } from '../document-row.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { durationsEntity, type DurationRow, type HereDoc, type ProcedureDoc, type StayDoc } from './durations.entity.js';

type Changes = readonly Change<DurationRow>[];
type Known = Rows<DurationRow>;

const put = documentPut<DurationRow>();

const herePart = 'here';
const dayMs = 86_400_000;

const stayPart = (number: number): string => `stay/${String(number).padStart(4, '0')}`;
const procedurePart = (procedure: Procedure, key: string): string => `procedure/${procedure}/${key}`;

/** Whole days between two instants; what is told late never takes less than none. */
const daysBetween = (since: string, until: string): number => Math.max(0, Math.floor((Date.parse(until) - Date.parse(since)) / dayMs));

const ended = <D extends { readonly since: string }>(doc: D, until: string): D & { until: string; days: number } => ({
  ...doc,
  until,
  days: daysBetween(doc.since, until),
});

const hereIn = (rows: Known): HereDoc | null => {
  const row = rows.get(herePart);
  return row?.kind === 'here' ? row.doc : null;
};

/** Ends the stay that goes on, when there is one. */
function leaves(event: LedgerEvent, rows: Known): Changes {
  const here = hereIn(rows);
  const row = here === null ? undefined : rows.get(stayPart(here.stays));
  if (row?.kind !== 'stay' || row.doc.until !== null) return [];
  return put(event, row.part, { kind: 'stay', doc: ended(row.doc, event.attributes.factat) }, row);
}

function begins(event: LedgerEvent, phase: Phase, here: HereDoc): Changes {
  const stay: StayDoc = { phase, type: here.type, since: event.attributes.factat, until: null, days: null };
  const stays = here.stays + 1;
  return [...put(event, stayPart(stays), { kind: 'stay', doc: stay }), ...put(event, herePart, { kind: 'here', doc: { ...here, stays } })];
}

type Moving = LedgerEvent & { readonly data: { readonly from: Phase; readonly to: Phase } };

const moves = (event: LedgerEvent, rows: Known): Changes => {
  const here = hereIn(rows);
  const { from, to } = (event as Moving).data;
  return here === null || from === to ? [] : [...leaves(event, rows), ...begins(event, to, here)];
};

/** Opens a run of a procedure, or changes the one that goes on. */
function inProcedure(
  event: LedgerEvent,
  rows: Known,
  { procedure, key, opens }: { procedure: Procedure; key: string; opens: boolean },
  change: (doc: ProcedureDoc) => ProcedureDoc,
): Changes {
  const part = procedurePart(procedure, key);
  const row = rows.get(part);
  const here = hereIn(rows);
  if (row?.kind !== 'procedure' && (!opens || here === null)) return [];
  const fresh: ProcedureDoc = {
    procedure,
    type: here?.type ?? '',
    since: event.attributes.factat,
    until: null,
    days: null,
    returns: 0,
    documents: 0,
  };
  const doc = change(row?.kind === 'procedure' ? row.doc : fresh);
  return put(event, part, { kind: 'procedure', doc }, row);
}

const diligence = (opens = false) => ({ procedure: 'due-diligence', key: 'file', opens }) as const;
const contracting = (opens = false) => ({ procedure: 'contracting', key: 'agreement', opens }) as const;
const transfer = (key: string, opens = false) => ({ procedure: 'fund-transfer', key, opens }) as const;

const sentBack = (doc: ProcedureDoc): ProcedureDoc => ({ ...doc, returns: doc.returns + 1 });
const documented =
  (count: number) =>
  (doc: ProcedureDoc): ProcedureDoc => ({ ...doc, documents: doc.documents + count });
/** The first end counts: what comes after it belongs to a later life of the file. */
const done =
  (at: string) =>
  (doc: ProcedureDoc): ProcedureDoc =>
    doc.until === null ? ended(doc, at) : doc;
const running =
  (change: (doc: ProcedureDoc) => ProcedureDoc) =>
  (doc: ProcedureDoc): ProcedureDoc =>
    doc.until === null ? change(doc) : doc;

const both =
  (...each: readonly ((event: LedgerEvent, rows: Known) => Changes)[]) =>
  (event: LedgerEvent, rows: Known): Changes =>
    each.flatMap(one => one(event, rows));

const ends = (event: LedgerEvent, rows: Known): Changes => leaves(event, rows);

const of = <T extends EventType>(
  handler: (event: LedgerEvent<T>, rows: Known) => Changes,
): ((event: LedgerEvent, rows: Known) => Changes) => handler as unknown as (event: LedgerEvent, rows: Known) => Changes;

const agreementOnly = (event: LedgerEvent, rows: Known, change: (doc: ProcedureDoc) => ProcedureDoc): Changes =>
  'kind' in event.data && event.data.kind === 'agreement' ? inProcedure(event, rows, contracting(), running(change)) : [];

const procedures: Handlers<DurationRow> = {
  DueDiligenceFindingRecorded: (event, rows) =>
    inProcedure(
      event,
      rows,
      diligence(),
      running(doc => documented(1)(event.data.result === 'clear' ? doc : sentBack(doc))),
    ),
  DueDiligenceFailed: both(ends, (event, rows) => inProcedure(event, rows, diligence(), done(event.attributes.factat))),
  AgreementDrafted: (event, rows) => inProcedure(event, rows, contracting(true), running(documented(1))),
  TextContested: (event, rows) => agreementOnly(event, rows, sentBack),
  DocumentTranslated: (event, rows) => agreementOnly(event, rows, documented(1)),
  SignatureRefused: (event, rows) => inProcedure(event, rows, contracting(), running(sentBack)),
  /** How long a request waits: what who pays announces by itself answers none (ALE-12). */
  FundTransferRequested: (event, rows) =>
    event.attributes.party === event.data.from ? [] : inProcedure(event, rows, transfer(event.data.transfer, true), doc => doc),
  FundTransferDelayed: (event, rows) => inProcedure(event, rows, transfer(event.data.transfer), sentBack),
  FundDiversionFlagged: (event, rows) => inProcedure(event, rows, transfer(event.data.transfer), sentBack),
  FundTransferCompleted: (event, rows) =>
    inProcedure(event, rows, transfer(event.data.transfer), done(`${event.data.receivedOn}T23:59:59.999Z`)),
  ExpenditureJustified: (event, rows) => inProcedure(event, rows, transfer(event.data.transfer), documented(event.data.vouchers.length)),
};

const opening = of<'PartnershipIdeaRecorded'>(event => begins(event, event.data.to, { type: event.data.type, stays: 0 }));

const retyped = (event: LedgerEvent, rows: Known, type: string): Changes => {
  const here = hereIn(rows);
  return here === null ? [] : put(event, herePart, { kind: 'here', doc: { ...here, type } });
};

const on: Handlers<DurationRow> = {
  ...Object.fromEntries(phaseMoves.map(type => [type, moves])),
  ...procedures,
  PartnershipIdeaRecorded: opening,
  PartnershipTypeProposed: (event, rows) => retyped(event, rows, event.data.chosen),
  PartnershipTypeChanged: (event, rows) => retyped(event, rows, event.data.to),
  DueDiligenceOpened: both(moves, (event, rows) => inProcedure(event, rows, diligence(true), doc => doc)),
  DueDiligencePassed: both(moves, (event, rows) => inProcedure(event, rows, diligence(), done(event.attributes.factat))),
  AgreementSigned: both(moves, (event, rows) => inProcedure(event, rows, contracting(), done(event.attributes.factat))),
  PartnershipIdeaDiscarded: ends,
  NegotiationStopped: ends,
  PartnershipClosed: ends,
};

export const durationsHandles = Object.keys(on) as EventType[];

export const durationsProjection: Projection<DurationRow> = {
  name: 'durations',
  stamp: 1_763_740_000_003,
  entity: durationsEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
