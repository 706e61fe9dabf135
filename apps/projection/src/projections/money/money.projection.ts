import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { moneyEntity, type BudgetHead, type MoneyRow } from './money.entity.js';

type Changes = readonly Change<MoneyRow>[];

type Place = { readonly partnership: string; readonly version: number };

const blank = {
  line: null,
  label: null,
  currency: null,
  amount: 0,
  justified: 0,
  party: null,
  payer: null,
  overhead: false,
  state: null,
  delayed: false,
  overdue: false,
  receivedOn: null,
  head: null,
} as const;

const rowOf = (
  { partnership, version }: Place,
  facts: Pick<MoneyRow, 'part' | 'kind'> & Partial<MoneyRow>,
): { readonly put: MoneyRow } => ({
  put: { ...blank, ...facts, partnership, version },
});

const nothingYet: BudgetHead = { proposed: null, lines: [], overheads: [], frozenBy: [] };

const headOf = (rows: Rows<MoneyRow>): BudgetHead => rows.get('head')?.head ?? nothingYet;

const changesHead = (event: Place, rows: Rows<MoneyRow>, change: Partial<BudgetHead>): Changes => [
  rowOf(event, { part: 'head', kind: 'head', head: { ...headOf(rows), ...change } }),
];

function proposed(event: LedgerEvent<'BudgetProposed'>, rows: Rows<MoneyRow>): Changes {
  const { version, body } = event.data;
  return changesHead(event, rows, { proposed: { version, lines: body.lines, overheads: body.overheads ?? [] } });
}

const partOfLine = (line: string): string => `line/${line}`;

/** Lines that the newly agreed budget no longer has keep their row: money may have gone through them. */
function agreed(event: LedgerEvent<'BudgetCoValidated'>, rows: Rows<MoneyRow>): Changes {
  const { proposed: told, lines } = headOf(rows);
  if (told?.version !== event.data.version) return [];
  const present = new Set(told.lines.map(one => one.line));
  const dropped = lines.filter(line => !present.has(line)).flatMap(line => rows.get(partOfLine(line)) ?? []);
  return [
    ...changesHead(event, rows, { overheads: told.overheads, lines: [...new Set([...lines, ...present])] }),
    ...told.lines.map(({ line, label, cost, spentBy, overhead }) => {
      const facts = { line, label, ...cost, party: spentBy, overhead, state: 'agreed' };
      return rowOf(event, { part: partOfLine(line), kind: 'line', ...facts });
    }),
    ...dropped.map(row => ({ put: { ...row, amount: 0, state: 'dropped', version: event.version } })),
  ];
}

const partOf = (transfer: string): string => `transfer/${transfer}`;

const requested = (event: LedgerEvent<'FundTransferRequested'>): Changes => {
  const { transfer, line, value, from, to } = event.data;
  return [rowOf(event, { part: partOf(transfer), kind: 'transfer', line, ...value, payer: from, party: to, state: 'requested' })];
};

type OfTransfer<D> = Place & { readonly data: D & { readonly transfer: string } };

const ofTransfer =
  <D>(next: (data: D, row: MoneyRow) => Partial<MoneyRow>) =>
  (event: OfTransfer<D>, rows: Rows<MoneyRow>): Changes => {
    const row = rows.get(partOf(event.data.transfer));
    return row ? [{ put: { ...row, ...next(event.data, row), version: event.version } }] : [];
  };

const diverted = (event: LedgerEvent<'FundDiversionFlagged'>): Changes => {
  const { line, value } = event.data;
  return [rowOf(event, { part: `diversion/${event.version}`, kind: 'diversion', line, ...value })];
};

const on: Handlers<MoneyRow> = {
  BudgetProposed: proposed,
  BudgetCoValidated: agreed,
  FundTransferRequested: requested,
  FundTransferSent: ofTransfer(() => ({ state: 'sent' })),
  FundTransferCancelled: ofTransfer(() => ({ state: 'cancelled' })),
  FundTransferCompleted: ofTransfer<{ readonly receivedOn: string }>(({ receivedOn }) => ({ state: 'received', receivedOn })),
  FundTransferDelayed: ofTransfer(() => ({ delayed: true })),
  /** What is left to justify stays as late as it was (HFA-20). */
  ExpenditureJustified: ofTransfer<{ readonly value: { readonly amount: number } }>(({ value }, row) => {
    const justified = row.justified + value.amount;
    return { justified, overdue: row.overdue && justified < row.amount };
  }),
  JustificationOverdue: ofTransfer(() => ({ overdue: true })),
  FundDiversionFlagged: diverted,
  FundTransfersFrozen: (event, rows) => changesHead(event, rows, { frozenBy: [...new Set([...headOf(rows).frozenBy, event.data.case])] }),
  FundTransfersReleased: (event, rows) =>
    changesHead(event, rows, { frozenBy: headOf(rows).frozenBy.filter(one => one !== event.data.case) }),
};

/** Events that say what money was agreed, asked, paid, accounted for or held back. */
export const moneyHandles = Object.keys(on) as EventType[];

export const moneyProjection: Projection<MoneyRow> = {
  name: 'money',
  stamp: 1_763_720_000_002,
  entity: moneyEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, kind text NOT NULL, line text, label text, currency text,
      amount bigint NOT NULL, justified bigint NOT NULL, party text, payer text, overhead boolean NOT NULL, state text,
      delayed boolean NOT NULL, overdue boolean NOT NULL, received_on text, head jsonb, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
  ],
};
