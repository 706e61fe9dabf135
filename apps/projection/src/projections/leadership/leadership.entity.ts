import type { LeadershipLevel } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

/** A level of leadership of one partnership, from when until when. The present one is part `now`, each earlier one its version. */
export interface LeadershipRow {
  readonly partnership: string;
  readonly part: string;
  readonly version: number;
  readonly level: LeadershipLevel;
  readonly since: string;
  /** Null: it holds. */
  readonly until: string | null;
}

export const leadershipEntity = new EntitySchema<LeadershipRow>({
  name: 'LeadershipRow',
  tableName: 'leadership',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    level: { type: 'text' },
    since: { type: 'timestamptz' },
    until: { type: 'timestamptz', nullable: true },
  },
});
