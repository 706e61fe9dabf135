import type { EventType, LeadershipPosition } from '@palabre/contracts';
import { paddedVersion, type Change, type Handlers, type Projection, type Rows } from '../projection.js';
import { leadershipEntity, type LeadershipRow } from './leadership.entity.js';

type Changes = readonly Change<LeadershipRow>[];

type Told = { readonly partnership: string; readonly version: number; readonly attributes: { readonly factat: string } };

/** The level before ends where the new one begins; it stays as a row of its own. */
function leads(event: Told & { readonly data: { readonly position: LeadershipPosition } }, rows: Rows<LeadershipRow>): Changes {
  const { partnership, version, attributes } = event;
  const before = rows.get('now');
  const now = { partnership, part: 'now', version, level: event.data.position.level, since: attributes.factat, until: null };
  if (!before) return [{ put: now }];
  return [{ put: { ...before, part: paddedVersion(before.version), until: before.until ?? attributes.factat } }, { put: now }];
}

const ends = ({ version, attributes }: Told, rows: Rows<LeadershipRow>): Changes => {
  const row = rows.get('now');
  return row ? [{ put: { ...row, version, until: attributes.factat } }] : [];
};

const on: Handlers<LeadershipRow> = {
  LeadershipPositionSet: leads,
  LeadershipPositionChanged: leads,
  PartnershipClosed: ends,
  PartnershipIdeaDiscarded: ends,
  DueDiligenceFailed: ends,
  NegotiationStopped: ends,
};

/** Events that set a level of leadership, or end the partnership that had one. */
export const leadershipHandles = Object.keys(on) as EventType[];

export const leadershipProjection: Projection<LeadershipRow> = {
  name: 'leadership',
  stamp: 1_763_720_000_005,
  entity: leadershipEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, level text NOT NULL, since timestamptz NOT NULL, until timestamptz,
      PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
  ],
};
