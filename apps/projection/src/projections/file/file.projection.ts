import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Projection, Rows } from '../projection.js';
import { fileEntity, type FileRow } from './file.entity.js';
import type { FilePart } from './file-part.js';
import { beginningsPart } from './parts/beginnings.part.js';
import { bodiesPart } from './parts/bodies.part.js';
import { commitmentsPart } from './parts/commitments.part.js';
import { declarationsPart } from './parts/declarations.part.js';
import { formsPart } from './parts/forms.part.js';
import { framePart } from './parts/frame.part.js';
import { headPart } from './parts/head.part.js';
import { journalPart } from './parts/journal.part.js';
import { linesPart } from './parts/lines.part.js';
import { meetingsPart } from './parts/meetings.part.js';
import { moneyPart } from './parts/money.part.js';
import { partiesPart } from './parts/parties.part.js';
import { signOffsPart } from './parts/sign-offs.part.js';
import { strengthsPart } from './parts/strengths.part.js';
import { textPart } from './parts/text.part.js';
import { transferPart } from './parts/transfer.part.js';
import { voicePart } from './parts/voice.part.js';

/** The parts of a file, each a document of its own, so that an event rewrites what it touches and no more. */
const parts = [
  headPart,
  framePart,
  partiesPart,
  textPart,
  formsPart,
  signOffsPart,
  bodiesPart,
  linesPart,
  commitmentsPart,
  moneyPart,
  transferPart,
  meetingsPart,
  voicePart,
  journalPart,
  strengthsPart,
  declarationsPart,
  beginningsPart,
] as unknown as readonly FilePart[];

type Reducer = (doc: object, event: LedgerEvent) => object;

const reducerOf = (part: FilePart, type: EventType): Reducer | undefined => part.on[type] as Reducer | undefined;

const types = [...new Set(parts.flatMap(part => Object.keys(part.on)))] as EventType[];

function changes(event: LedgerEvent, rows: Rows<FileRow>): readonly Change<FileRow>[] {
  return parts.flatMap(part => {
    const reduce = reducerOf(part, event.type);
    if (!reduce) return [];
    const name = part.partOf(event);
    const doc = reduce(rows.get(name)?.doc ?? part.empty, event);
    return [{ put: { partnership: event.partnership, part: name, version: event.version, doc } }];
  });
}

/** Events that change a part of the file. */
export const fileHandles: readonly EventType[] = types;

export const fileProjection: Projection<FileRow> = {
  name: 'file',
  stamp: 1_763_690_000_004,
  entity: fileEntity,
  on: Object.fromEntries(types.map(type => [type, changes])),
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, doc jsonb NOT NULL, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
  ],
};
