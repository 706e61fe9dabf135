import type { EventType, PartnershipPolicy } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentPut, documentTable } from '../document-row.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { trainingEntity, type TrainingRow } from './training.entity.js';

type Changes = readonly Change<TrainingRow>[];

const put = documentPut<TrainingRow>();

const countedOn = (event: LedgerEvent, policy: PartnershipPolicy): Changes =>
  put(event, 'counted-on', { kind: 'counted-on', doc: { everyMonths: policy.figures?.['specific_training_every_months'] ?? 0 } });

/** The latest course of a party counts, in whichever order courses are told. */
function followed(event: LedgerEvent<'TrainingFollowed'>, rows: Rows<TrainingRow>): Changes {
  const { party, course, on: day } = event.data;
  const part = `followed/${party}`;
  const row = rows.get(part);
  return row?.kind === 'followed' && row.doc.on > day ? [] : put(event, part, { kind: 'followed', doc: { party, course, on: day } });
}

const on: Handlers<TrainingRow> = {
  PartnershipIdeaRecorded: event => countedOn(event, event.data.policy),
  PartnershipTypeChanged: event => countedOn(event, event.data.policy),
  PartnershipOfficerDesignated: event => {
    const { party, person } = event.data;
    return put(event, 'officer', { kind: 'officer', doc: { party, person } });
  },
  TrainingFollowed: followed,
  TrainingRecorded: event => {
    const { training, ...course } = event.data;
    return put(event, `course/${training}`, { kind: 'course', doc: course });
  },
};

export const trainingHandles = Object.keys(on) as EventType[];

export const trainingProjection: Projection<TrainingRow> = {
  name: 'training',
  stamp: 1_763_760_000_001,
  entity: trainingEntity,
  streams: ['partnership', 'charter'],
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
