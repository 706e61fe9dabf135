import { phaseMoves, type EventType, type Phase, type Standing } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { portfolioEntity, type PortfolioRow } from './portfolio.entity.js';

type Changes = readonly Change<PortfolioRow>[];

/** Changes some fields of the row; an event before the opening (there is none in a sound stream) changes nothing. */
const patch = (rows: Rows<PortfolioRow>, fields: Partial<PortfolioRow>): Changes => {
  const row = rows.get('');
  return row ? [{ put: { ...row, ...fields } }] : [];
};

const stands =
  (standing: Standing) =>
  (_event: LedgerEvent, rows: Rows<PortfolioRow>): Changes =>
    patch(rows, { standing });

const entersPhase = (event: { readonly data: { readonly to: Phase } }, rows: Rows<PortfolioRow>): Changes =>
  patch(rows, { phase: event.data.to });

function opened(event: LedgerEvent<'PartnershipIdeaRecorded'>): Changes {
  const { data, attributes } = event;
  return [
    {
      put: {
        partnership: event.partnership,
        part: '',
        version: event.version,
        hash: attributes.hash,
        title: data.title,
        type: data.type,
        typeName: data.policy.typeName,
        phase: data.to,
        standing: 'open',
        charter: attributes.charter,
        rehearsal: attributes.rehearsal,
        parties: Object.fromEntries(data.parties.map(one => [one.party, one.organisation])),
        organisations: [...new Set(data.parties.map(one => one.organisation))],
        protectedLines: data.policy.lines.filter(line => line.protected).map(line => line.code),
        openedAt: attributes.factat,
        movedAt: attributes.factat,
      },
    },
  ];
}

function enters(entry: { readonly party: string; readonly organisation: string }, rows: Rows<PortfolioRow>): Changes {
  const parties = { ...rows.get('')?.parties, [entry.party]: entry.organisation };
  return patch(rows, { parties, organisations: [...new Set(Object.values(parties))] });
}

/** A fact told late does not set the calendar back. */
function moved({ version, attributes: { hash, factat } }: LedgerEvent, rows: Rows<PortfolioRow>): Changes {
  const before = rows.get('')?.movedAt ?? factat;
  return patch(rows, { version, hash, movedAt: before > factat ? before : factat });
}

const on: Handlers<PortfolioRow> = {
  ...Object.fromEntries(phaseMoves.map(type => [type, entersPhase])),
  PartnershipIdeaRecorded: opened,
  CandidateShortlisted: ({ data }, rows) => enters(data.entry, rows),
  CalendarAdvanced: ({ data }, rows) => patch(rows, { movedAt: data.to }),
  PartnershipTypeProposed: ({ data }, rows) => patch(rows, { type: data.chosen }),
  PartnershipSuspended: stands('suspended'),
  PartnershipResumed: ({ data }, rows) => patch(rows, { standing: data.leaves ?? 'open' }),
  PartnershipIdeaDiscarded: stands('discarded'),
  DueDiligenceFailed: stands('failed'),
  PartnershipClosed: ({ data }, rows) => patch(rows, { phase: data.to, standing: 'closed' }),
  NegotiationStopped: stands('discarded'),
  PartnershipTypeChanged: ({ data }, rows) => patch(rows, { type: data.to, typeName: data.policy.typeName }),
  /** Who asks to come in reads the rules it is asked to accept. */
  PartnerAccessionProposed: ({ data }, rows) => enters(data.applicant, rows),
  NeutralSecretariatAppointed: ({ data: { secretariat } }, rows) =>
    enters({ party: secretariat.party ?? 'secretariat', organisation: secretariat.organisation }, rows),
};

/** Events that move a partnership in the list. */
export const portfolioHandles = Object.keys(on) as EventType[];

export const portfolioProjection: Projection<PortfolioRow> = {
  name: 'portfolio',
  stamp: 1_763_690_000_003,
  entity: portfolioEntity,
  on,
  always: moved,
  alwaysReadsLittle: true,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, hash text NOT NULL, title text NOT NULL, type text NOT NULL, type_name jsonb NOT NULL,
      phase text NOT NULL, standing text NOT NULL, charter text NOT NULL, rehearsal boolean NOT NULL, parties jsonb NOT NULL,
      organisations text[] NOT NULL, protected_lines text[] NOT NULL, opened_at timestamptz NOT NULL, moved_at timestamptz NOT NULL,
      PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX ON ${table} USING gin (organisations)`,
    `CREATE INDEX ON ${table} (phase, partnership)`,
  ],
};
