import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentTable } from '../document-row.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { differences, realityEntity, type Difference, type RealityDoc, type RealityRow } from './reality.entity.js';

type Changes = readonly Change<RealityRow>[];

const part = '';

type Known = Omit<RealityDoc, 'differences'>;

/** When a label and what happened part. Nothing is held against a fact that the assistant was never told. */
const parts: Readonly<Record<Difference, (doc: Known) => boolean>> = {
  'another-type-suggested': ({ type, suggested }) => suggested !== null && suggested !== type,
  'co-construction-promised-and-skipped': ({ declared, seen }) => declared?.coConstruction === true && seen.coConstructionSkipped,
  'co-construction-not-told': ({ declared, seen }) => declared?.coConstruction === false && seen.coConstruction,
  'money-for-services-not-told': ({ declared, seen }) => declared?.moneyForServices === false && seen.moneyForServices,
  'beyond-project-not-told': ({ declared, seen }) => declared?.beyondProject === false && seen.beyondProject,
  'shared-governance-not-told': ({ declared, seen }) => declared?.sharedGovernance === false && seen.governing.length > 1,
};

const put = ({ partnership, version, attributes }: LedgerEvent, known: Known, before?: RealityRow): Changes => {
  const doc: RealityDoc = { ...known, differences: differences.filter(one => parts[one](known)) };
  return [{ put: { partnership, part, version, kind: 'label', at: before?.at ?? attributes.factat, doc } }];
};

const patch = (event: LedgerEvent, rows: Rows<RealityRow>, change: (doc: RealityDoc) => Partial<Known>): Changes => {
  const row = rows.get(part);
  return row ? put(event, { ...row.doc, ...change(row.doc) }, row) : [];
};

const sees = (event: LedgerEvent, rows: Rows<RealityRow>, change: (seen: RealityDoc['seen']) => Partial<RealityDoc['seen']>): Changes =>
  patch(event, rows, doc => ({ seen: { ...doc.seen, ...change(doc.seen) } }));

const nothingSeen: RealityDoc['seen'] = {
  coConstruction: false,
  coConstructionSkipped: false,
  moneyForServices: false,
  beyondProject: false,
  governing: [],
};

function proposed(event: LedgerEvent<'PartnershipTypeProposed'>, rows: Rows<RealityRow>): Changes {
  const { suggested, chosen, reason, coConstruction, moneyForServices, beyondProject, sharedGovernance } = event.data;
  const declared = { coConstruction, moneyForServices, beyondProject, sharedGovernance };
  return patch(event, rows, () => ({ type: chosen, suggested, reason, declared }));
}

const built = (event: LedgerEvent, rows: Rows<RealityRow>): Changes => sees(event, rows, () => ({ coConstruction: true }));

const beyond = (event: LedgerEvent, rows: Rows<RealityRow>): Changes => sees(event, rows, () => ({ beyondProject: true }));

const on: Handlers<RealityRow> = {
  PartnershipIdeaRecorded: event => put(event, { type: event.data.type, suggested: null, reason: null, declared: null, seen: nothingSeen }),
  PartnershipTypeProposed: proposed,
  PartnershipTypeChanged: (event, rows) => patch(event, rows, () => ({ type: event.data.to })),
  CoConstructionOpened: built,
  CoConstructionCompleted: built,
  CoConstructionSkipped: (event, rows) => sees(event, rows, () => ({ coConstructionSkipped: true })),
  FundTransferRequested: (event, rows) => sees(event, rows, seen => ({ moneyForServices: seen.moneyForServices || !seen.coConstruction })),
  RelationshipContinued: beyond,
  AgreementRenewed: beyond,
  BridgeOpened: beyond,
  BodyConstituted: (event, rows) =>
    sees(event, rows, seen => ({
      governing: [...new Set([...seen.governing, ...event.data.members.map(({ party }) => party)])].toSorted(),
    })),
};

export const realityHandles = Object.keys(on) as EventType[];

export const realityProjection: Projection<RealityRow> = {
  name: 'reality',
  stamp: 1_763_740_000_006,
  entity: realityEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
