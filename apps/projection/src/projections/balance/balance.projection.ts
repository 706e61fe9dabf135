import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { balanceEntity, type BalanceRow } from './balance.entity.js';
import { countedTypes, countsOf, one, type Count } from './counts.js';

type Changes = readonly Change<BalanceRow>[];

/** Something that later events refer to: a case, a step agreed for it, a change with the need that it answers. */
const remembered = (event: LedgerEvent, what: string): Changes => [
  {
    put: {
      partnership: event.partnership,
      part: `kept/${what}`,
      version: event.version,
      year: 0,
      measure: 'kept',
      party: '',
      amount: 0,
    },
  },
];

const isRemembered = (rows: Rows<BalanceRow>, what: string): boolean => rows.get(`kept/${what}`) !== undefined;

/** What an event speaks of. Words and votes about a case are counted for nobody: a count by party would say who spoke (MDM-68). */
function subjectOf(event: LedgerEvent): string | null {
  if (event.type === 'PalaverMessagePosted') return event.data.object;
  return event.type === 'VoteCast' ? event.data.subject.replace(/^line\//, '') : null;
}

function added(event: LedgerEvent, counts: readonly Count[], rows: Rows<BalanceRow>): Changes {
  const next = new Map<string, BalanceRow>();
  for (const { measure, party, amount, on } of counts) {
    const year = Number((on ?? event.attributes.factat).slice(0, 4));
    const part = `${year}/${measure}/${party}`;
    const before = next.get(part) ?? rows.get(part);
    const { partnership, version } = event;
    next.set(part, { partnership, part, version, year, measure, party, amount: (before?.amount ?? 0) + amount });
  }
  return [...next.values()].map(put => ({ put }));
}

function counted(event: LedgerEvent, rows: Rows<BalanceRow>): Changes {
  const subject = subjectOf(event);
  if (subject !== null && isRemembered(rows, `case/${subject}`)) return [];
  return added(event, countsOf(event), rows);
}

/** A change that was agreed, and the need that it had been proposed for (AGI-31). */
function changed(event: LedgerEvent<'ChangeAgreed'> | LedgerEvent<'ScopeChanged'>, rows: Rows<BalanceRow>): Changes {
  const answersANeed = isRemembered(rows, `need/${event.data.decision}`);
  return added(event, [...countsOf(event), ...(answersANeed ? [one('change/need')] : [])], rows);
}

const proposed = (event: LedgerEvent<'ChangeProposed'> | LedgerEvent<'JointDecisionProposed'>, rows: Rows<BalanceRow>): Changes => [
  ...counted(event, rows),
  ...(event.data.need === undefined ? [] : remembered(event, `need/${event.data.decision}`)),
];

const opensCase = (event: LedgerEvent<'OrangeLineRaised'> | LedgerEvent<'RedLineAlleged'>): Changes =>
  remembered(event, `case/${event.data.case}`);

const on: Handlers<BalanceRow> = {
  ...Object.fromEntries(countedTypes.map(type => [type, counted])),
  ChangeAgreed: changed,
  ScopeChanged: changed,
  ChangeProposed: proposed,
  JointDecisionProposed: proposed,
  OrangeLineRaised: opensCase,
  RedLineAlleged: opensCase,
  MitigationPlanProposed: event => event.data.steps.flatMap(({ step }) => remembered(event, `case/${step}`)),
};

/** Events that move the balance. */
export const balanceHandles = Object.keys(on) as EventType[];

export const balanceProjection: Projection<BalanceRow> = {
  name: 'balance',
  stamp: 1_763_730_000_002,
  entity: balanceEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, year int NOT NULL, measure text NOT NULL, party text NOT NULL,
      amount int NOT NULL, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
  ],
};
