import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentPut, documentTable } from '../document-row.js';
import { paddedVersion, type Change, type Handlers, type Projection, type Rows } from '../projection.js';
import { practiceEntity, type JointActivity, type PracticeRow, type RelationTimeDoc, type YearDoc } from './practice.entity.js';

type Changes = readonly Change<PracticeRow>[];

const put = documentPut<PracticeRow>();

function held(event: LedgerEvent, rows: Rows<PracticeRow>, activity: JointActivity, day: string): Changes {
  const year = Number(day.slice(0, 4));
  const row = rows.get(`year/${year}`);
  const before: YearDoc = row?.kind === 'year' ? row.doc : { year, reflection: 0, design: 0, learning: 0 };
  return put(event, `year/${year}`, { kind: 'year', doc: { ...before, [activity]: before[activity] + 1 } }, row);
}

type Session = { readonly on: string; readonly participants: readonly { readonly party: string; readonly people: number }[] };

/** Joint only when people of two parties were there. */
const isJoint = ({ participants }: Session): boolean =>
  new Set(participants.filter(({ people }) => people > 0).map(({ party }) => party)).size > 1;

const session = (event: LedgerEvent, rows: Rows<PracticeRow>, activity: JointActivity, data: Session): Changes =>
  isJoint(data) ? held(event, rows, activity, data.on) : [];

/** The row of a party and a year, with what one more note changes in it. */
function relationTime(
  event: LedgerEvent,
  rows: Rows<PracticeRow>,
  { party, year }: Pick<RelationTimeDoc, 'party' | 'year'>,
  change: (doc: RelationTimeDoc) => Partial<RelationTimeDoc>,
): Changes {
  const part = `relation-time/${year}/${party}`;
  const row = rows.get(part);
  const doc = row?.kind === 'relation-time' ? row.doc : { year, party, plannedHalfDays: null, givenHalfDays: 0, learned: [] };
  return put(event, part, { kind: 'relation-time', doc: { ...doc, ...change(doc) } }, row);
}

const inYear = ({ party, on: day }: { readonly party: string; readonly on: string }) => ({ party, year: Number(day.slice(0, 4)) });

const digestPart = (heldOn: string): string => `digest/${heldOn}`;

function read(event: LedgerEvent<'StatusDigestRead'>, rows: Rows<PracticeRow>): Changes {
  const { party, heldOn, on } = event.data;
  const row = rows.get(digestPart(heldOn));
  const person = event.attributes.actor;
  if (row?.kind !== 'digest' || row.doc.recorder === person || row.doc.readBy.some(one => one.person === person)) return [];
  return put(event, row.part, { kind: 'digest', doc: { ...row.doc, readBy: [...row.doc.readBy, { party, person, on }] } }, row);
}

/** Two notes of one kind never share a part. */
const numbered = (kind: string, { version }: LedgerEvent): string => `${kind}/${paddedVersion(version)}`;

const dayOf = ({ attributes }: LedgerEvent): string => attributes.factat.slice(0, 10);

function cleared(event: LedgerEvent<'QuotationCleared'>): Changes {
  const { round, question, of, clearedByAll } = event.data;
  if (!clearedByAll) return [];
  return put(event, `citation/${round}/${question}/${of}`, { kind: 'citation', doc: { round, question, of, on: dayOf(event) } });
}

/** What the parties changed together; the release of something to the outside is one of them (PMP-40). */
const changes = [
  'ChangeAgreed',
  'ScopeChanged',
  'PolicyOverrideAgreed',
  'PartnershipTypeChanged',
  'LeadershipPositionChanged',
  'PartnerJoined',
  'PartnerWithdrew',
  'AgreementRenewed',
  'ExternalReleaseApproved',
] as const satisfies readonly EventType[];

const changed = (event: LedgerEvent): Changes =>
  put(event, numbered('change', event), { kind: 'change', doc: { change: event.type, on: dayOf(event) } });

const on: Handlers<PracticeRow> = {
  ...Object.fromEntries(changes.map(type => [type, changed])),
  QuotationCleared: cleared,
  StepVictoryShared: event => {
    const { party, on: day, certain, note } = event.data;
    return put(event, numbered('victory', event), { kind: 'victory', doc: { party, on: day, certain, note } });
  },
  JointReflectionHeld: (event, rows) => held(event, rows, 'reflection', event.attributes.factat),
  DesignSessionHeld: (event, rows) => session(event, rows, 'design', event.data),
  LearningSessionHeld: (event, rows) => session(event, rows, 'learning', event.data),
  RelationTimePlanned: (event, rows) => relationTime(event, rows, event.data, () => ({ plannedHalfDays: event.data.halfDays })),
  RelationTimeSpent: (event, rows) =>
    relationTime(event, rows, inYear(event.data), doc => ({ givenHalfDays: doc.givenHalfDays + event.data.halfDays })),
  LearningShared: (event, rows) => {
    const { on: day, learnedFrom: from, note } = event.data;
    return relationTime(event, rows, inYear(event.data), doc => ({ learned: [...doc.learned, { on: day, from, note }] }));
  },
  ScaleUpAssessed: event => {
    const { project, readiness, condition, potential, party, on: assessedOn } = event.data;
    const doc = { project, readiness, condition, potential, assessedBy: party, assessedOn };
    return put(event, `scale-up/${project}`, { kind: 'scale-up', doc });
  },
  StatusPointRecorded: event => {
    const { heldOn, clauses, note } = event.data;
    const { party: recordedBy, actor: recorder } = event.attributes;
    const doc = { heldOn, recordedBy, recorder, clauses, note, readBy: [] };
    return put(event, digestPart(heldOn), { kind: 'digest', doc });
  },
  StatusDigestRead: read,
};

export const practiceHandles = Object.keys(on) as EventType[];

export const practiceProjection: Projection<PracticeRow> = {
  name: 'practice',
  stamp: 1_763_740_000_004,
  entity: practiceEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
