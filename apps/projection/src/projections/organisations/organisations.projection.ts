import type { EventData, EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { organisationsEntity, type OrganisationRow, type ScreeningResult } from './organisations.entity.js';

type Changes = readonly Change<OrganisationRow>[];

type Profile = Pick<
  OrganisationRow,
  | 'name'
  | 'kind'
  | 'sector'
  | 'subKind'
  | 'level'
  | 'relation'
  | 'proposedType'
  | 'country'
  | 'workingLanguages'
  | 'funding'
  | 'countryTeam'
>;

const profileOf = (data: EventData<'OrganisationProfileChanged'>): Profile => ({
  name: data.name,
  kind: data.kind,
  sector: data.sector,
  subKind: data.subKind ?? null,
  level: data.level ?? null,
  relation: data.relation ?? null,
  proposedType: data.proposedType ?? null,
  country: data.country,
  workingLanguages: data.workingLanguages,
  funding: data.funding,
  countryTeam: data.countryTeam ?? null,
});

const registered = ({ partnership, version, data, attributes }: LedgerEvent<'OrganisationRegistered'>): Changes => [
  {
    put: {
      partnership,
      part: '',
      version,
      ...profileOf(data),
      donor: false,
      screening: 'never',
      screenedAt: null,
      openHits: [],
      confirmed: [],
      kept: {},
      registeredAt: attributes.factat,
    },
  },
];

/** Changes some fields of the row; the organisation was registered first. */
const changes =
  <E extends { readonly version: number }>(next: (event: E, row: OrganisationRow) => Partial<OrganisationRow>) =>
  (event: E, rows: Rows<OrganisationRow>): Changes => {
    const row = rows.get('');
    return row ? [{ put: { ...row, version: event.version, ...next(event, row) } }] : [];
  };

function resultOf(openHits: readonly string[], confirmed: readonly string[]): ScreeningResult {
  if (confirmed.length > 0) return 'confirmed';
  return openHits.length > 0 ? 'to-examine' : 'clear';
}

const looked = (openHits: readonly string[], confirmed: readonly string[]): Partial<OrganisationRow> => ({
  openHits,
  confirmed,
  screening: resultOf(openHits, confirmed),
});

/** A hit is known by what resembles what: the same pair found again is the same hit. */
const without = (row: OrganisationRow, hit: string): readonly string[] => row.openHits.filter(one => !one.endsWith(` ${hit}`));

const screened = changes<LedgerEvent<'NamesScreened'>>(({ data, attributes }, row) => {
  const pairOf = ({ subject, entry }: { subject: string; entry: string }): string => `${subject}/${entry} `;
  const anew = data.hits.map(pairOf);
  const before = row.openHits.filter(one => !anew.some(pair => one.startsWith(pair)));
  const openHits = [...before, ...data.hits.map(hit => `${pairOf(hit)}${hit.hit}`)];
  return { ...looked(openHits, row.confirmed), screenedAt: attributes.factat };
});

const on: Handlers<OrganisationRow> = {
  OrganisationRegistered: registered,
  OrganisationProfileChanged: changes<LedgerEvent<'OrganisationProfileChanged'>>(({ data }) => profileOf(data)),
  DonorStandingJudged: changes<LedgerEvent<'DonorStandingJudged'>>(({ data }) => ({ donor: data.donor })),
  NamesScreened: screened,
  FalseMatchRemembered: changes<LedgerEvent<'FalseMatchRemembered'>>(({ data }, row) => looked(without(row, data.hit), row.confirmed)),
  ScreeningMatchConfirmed: changes<LedgerEvent<'ScreeningMatchConfirmed'>>(({ data }, row) =>
    looked(without(row, data.hit), [...new Set([...row.confirmed, data.entry])]),
  ),
  DueDiligenceAnswersKept: changes<LedgerEvent<'DueDiligenceAnswersKept'>>(({ data }, row) => ({
    kept: { ...row.kept, ...Object.fromEntries(Object.keys(data.answers).map(question => [question, data.until])) },
  })),
  KeptAnswersExpired: changes<LedgerEvent<'KeptAnswersExpired'>>(({ data }, row) => ({
    kept: Object.fromEntries(Object.entries(row.kept).filter(([question]) => !data.questions.includes(question))),
  })),
};

/** Events of an organisation that change its line in the register. */
export const organisationsHandles = Object.keys(on) as EventType[];

export const organisationsProjection: Projection<OrganisationRow> = {
  name: 'organisations',
  stamp: 1_763_720_000_004,
  entity: organisationsEntity,
  streams: ['organisation'],
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, name jsonb NOT NULL, kind text NOT NULL, sector text NOT NULL,
      sub_kind text, level text, relation text, proposed_type text, country text NOT NULL, working_languages text[] NOT NULL,
      funding text NOT NULL, donor boolean NOT NULL, country_team text, screening text NOT NULL, screened_at timestamptz,
      open_hits text[] NOT NULL, confirmed text[] NOT NULL, kept jsonb NOT NULL, registered_at timestamptz NOT NULL,
      PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
  ],
};
