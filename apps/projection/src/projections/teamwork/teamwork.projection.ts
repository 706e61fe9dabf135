import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentPut, documentTable } from '../document-row.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { teamworkEntity, type AccountDoc, type PublicProfileDoc, type TeamYearDoc, type TeamworkRow } from './teamwork.entity.js';

type Changes = readonly Change<TeamworkRow>[];

const put = documentPut<TeamworkRow>();

const actionPart = (action: string): string => `action/${action}`;

function done(event: LedgerEvent<'ImprovementActionCompleted'>, rows: Rows<TeamworkRow>): Changes {
  const row = rows.get(actionPart(event.data.action));
  if (row?.kind !== 'action') return [];
  const doc = { ...row.doc, state: 'done' as const, result: event.data.result, doneAt: event.attributes.factat };
  return put(event, row.part, { kind: 'action', doc }, row);
}

/** What is told of one team in one round, in whichever order. */
function teamYear(
  event: LedgerEvent<'TeamProgressReviewCompleted'> | LedgerEvent<'StaffMeansAnswered'>,
  rows: Rows<TeamworkRow>,
  told: Partial<TeamYearDoc>,
): Changes {
  const { team, round } = event.data;
  const part = `team/${team}/${String(round).padStart(4, '0')}`;
  const row = rows.get(part);
  const before: TeamYearDoc = row?.kind === 'team-year' ? row.doc : { team, round, review: null, means: null };
  return put(event, part, { kind: 'team-year', doc: { ...before, ...told } }, row);
}

function account(event: LedgerEvent, year: number, rows: Rows<TeamworkRow>, published: AccountDoc['published']): Changes {
  const row = rows.get(`account/${year}`);
  const before = row?.kind === 'account' ? row.doc.published : null;
  return put(event, `account/${year}`, { kind: 'account', doc: { year, published: published ?? before } }, row);
}

const profilePart = 'public-profile';

function profile(event: LedgerEvent, rows: Rows<TeamworkRow>, told: Partial<PublicProfileDoc>): Changes {
  const row = rows.get(profilePart);
  const before: PublicProfileDoc = row?.kind === profilePart ? row.doc : { consented: null, published: null, work: null };
  return put(event, profilePart, { kind: profilePart, doc: { ...before, ...told } }, row);
}

const on: Handlers<TeamworkRow> = {
  PartnerProfileConsentGiven: (event, rows) => profile(event, rows, { consented: event.data.level }),
  PartnerProfilePublished: (event, rows) => profile(event, rows, { published: event.data.level, work: event.data.work }),
  PartnerProfileWithdrawn: (event, rows) => profile(event, rows, { consented: null, published: null, work: null }),
  ImprovementActionPlanned: event =>
    put(event, actionPart(event.data.action), { kind: 'action', doc: { ...event.data, state: 'open', result: null, doneAt: null } }),
  ImprovementActionCompleted: done,
  TeamProgressReviewCompleted: (event, rows) =>
    teamYear(event, rows, { review: { qualities: event.data.qualities, reflections: event.data.reflections } }),
  StaffMeansAnswered: (event, rows) => teamYear(event, rows, { means: { hadMeans: event.data.hadMeans, lacking: event.data.lacking } }),
  ProcessReviewCompleted: event => put(event, `procedures/${event.data.year}`, { kind: 'procedures', doc: event.data }),
  PublicProgressReportDue: (event, rows) => account(event, event.data.year, rows, null),
  PublicProgressReportPublished: (event, rows) => {
    const { year, ledgerPosition, reportHash } = event.data;
    return account(event, year, rows, { ledgerPosition, reportHash, at: event.attributes.factat });
  },
};

export const teamworkHandles = Object.keys(on) as EventType[];

export const teamworkProjection: Projection<TeamworkRow> = {
  name: 'teamwork',
  stamp: 1_763_740_000_005,
  entity: teamworkEntity,
  streams: ['organisation'],
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
