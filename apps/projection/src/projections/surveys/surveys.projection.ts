import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentTable } from '../document-row.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { surveysEntity, type CampaignDoc, type ResultDoc, type SurveyRow } from './surveys.entity.js';

type Changes = readonly Change<SurveyRow>[];

/** Part of the row of the campaign itself. */
export const campaignPart = '';

/** What respondents say of themselves under this name counts as the country they answer from (MDM-08). */
const countryDimension = 'country';

const resultPart = (question: string): string => `result/${question}`;

/** A row of this event's campaign, new or changed. */
const rowOf = (
  { partnership, version, attributes }: LedgerEvent,
  part: string,
  content: { kind: 'campaign'; doc: CampaignDoc } | { kind: 'result'; doc: ResultDoc },
  before?: SurveyRow,
): SurveyRow => ({ partnership, part, version, at: before?.at ?? attributes.factat, ...content });

const patch = (event: LedgerEvent, rows: Rows<SurveyRow>, change: (doc: CampaignDoc) => Partial<CampaignDoc>): Changes => {
  const row = rows.get(campaignPart);
  if (row?.kind !== 'campaign') return [];
  return [{ put: rowOf(event, campaignPart, { kind: 'campaign', doc: { ...row.doc, ...change(row.doc) } }, row) }];
};

function opened(event: LedgerEvent<'SurveyCampaignOpened'>): Changes {
  const { title, owner, scale, questions, settings } = event.data;
  const doc: CampaignDoc = {
    title,
    owner,
    rehearsal: event.attributes.rehearsal,
    scale,
    month: null,
    nextFrom: null,
    baseline: false,
    respondents: null,
    invited: 0,
    responses: 0,
    conversations: 0,
    countries: null,
    minimumShown: settings.surveyMinimumShown,
    strengthFall: settings.strengthFallHundredths ?? null,
    mean: null,
    spread: null,
  };
  const results = questions.map(({ id, kind, asks, keepDoing }): Change<SurveyRow> => {
    const result: ResultDoc = { question: id, kind, asks, keepDoing: keepDoing ?? false, cells: null, withheld: 0, texts: [] };
    return { put: rowOf(event, resultPart(id), { kind: 'result', doc: result }) };
  });
  return [{ put: rowOf(event, campaignPart, { kind: 'campaign', doc }) }, ...results];
}

function baseline(event: LedgerEvent<'SurveyBaselineRecorded'>): Changes {
  const { title, owner, scale, month, meanHundredths, responses, countries, respondents, settings } = event.data;
  const doc: CampaignDoc = {
    title,
    owner,
    rehearsal: event.attributes.rehearsal,
    scale,
    month,
    nextFrom: null,
    baseline: true,
    respondents,
    invited: 0,
    responses,
    conversations: 0,
    countries,
    minimumShown: null,
    strengthFall: settings.strengthFallHundredths ?? null,
    mean: meanHundredths,
    spread: null,
  };
  return [{ put: rowOf(event, campaignPart, { kind: 'campaign', doc }) }];
}

const sumOf = (spread: Readonly<Record<string, number>>): { answers: number; points: number } =>
  Object.entries(spread).reduce((sum, [score, times]) => ({ answers: sum.answers + times, points: sum.points + Number(score) * times }), {
    answers: 0,
    points: 0,
  });

const merged = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> => {
  const all: Record<string, number> = { ...one };
  for (const [score, times] of Object.entries(other)) all[score] = (all[score] ?? 0) + times;
  return all;
};

/** The mean is that of the answers whose spread stands beside it. */
function tallied(doc: CampaignDoc, result: ResultDoc): Partial<CampaignDoc> {
  const cells = result.cells ?? [];
  const inCountry = cells.filter(({ group }) => Object.keys(group).join() === countryDimension).length;
  const countries = inCountry === 0 ? doc.countries : Math.max(doc.countries ?? 0, inCountry);
  const all = cells.find(({ group }) => Object.keys(group).length === 0);
  if (result.kind !== 'scale' || all === undefined) return { countries };
  const spread = merged(doc.spread ?? {}, all.spread);
  const { answers, points } = sumOf(spread);
  return { countries, spread, mean: Math.round((points * 100) / answers) };
}

function released(event: LedgerEvent<'SurveyResultReleased'>, rows: Rows<SurveyRow>): Changes {
  const { question, cells, withheld, texts } = event.data;
  const row = rows.get(resultPart(question));
  if (row?.kind !== 'result') return [];
  const doc: ResultDoc = { ...row.doc, cells, withheld, texts };
  return [
    { put: rowOf(event, resultPart(question), { kind: 'result', doc }, row) },
    ...patch(event, rows, campaign => tallied(campaign, doc)),
  ];
}

const on: Handlers<SurveyRow> = {
  SurveyCampaignOpened: opened,
  SurveyBaselineRecorded: baseline,
  SurveyInvitationsIssued: (event, rows) => patch(event, rows, () => ({ invited: event.data.total })),
  SurveyResponseReceived: (event, rows) => patch(event, rows, () => ({ responses: event.data.total })),
  ListeningConversationHeld: (event, rows) => patch(event, rows, doc => ({ conversations: doc.conversations + 1 })),
  SurveyResultReleased: released,
  SurveyCampaignClosed: (event, rows) =>
    patch(event, rows, () => ({
      invited: event.data.invited,
      responses: event.data.responses,
      conversations: event.data.conversations,
      month: event.attributes.factat.slice(0, 7),
      nextFrom: event.data.nextFrom ?? null,
    })),
};

/** Events of a campaign that move its line. */
export const surveysHandles = Object.keys(on) as EventType[];

export const surveysProjection: Projection<SurveyRow> = {
  name: 'surveys',
  stamp: 1_763_740_000_001,
  entity: surveysEntity,
  streams: ['campaign'],
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
