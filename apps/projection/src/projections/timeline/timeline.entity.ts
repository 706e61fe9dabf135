import type { FreeText, Localized } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

/** One line of the history: what happened or was refused, who, in which role, for which party, why, and what caused it. */
export interface TimelineRow {
  readonly partnership: string;
  /** Version, padded so that texts sort as numbers. */
  readonly part: string;
  readonly version: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly factAt: string;
  readonly actor: string;
  readonly actorRole: string;
  readonly party: string;
  readonly cause: string;
  readonly correlation: string;
  readonly refused: boolean;
  /** Reason in the person's words, or in both languages when a rule gave it. */
  readonly reason: FreeText | Localized | null;
  /** Rule that refused. */
  readonly rule: string | null;
  /** Command that was refused. */
  readonly command: string | null;
  /** Line and party concerned, of what is about one. */
  readonly line: string | null;
  readonly about: string | null;
}

export const timelineEntity = new EntitySchema<TimelineRow>({
  name: 'TimelineRow',
  tableName: 'timeline',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    type: { type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    factAt: { name: 'fact_at', type: 'timestamptz' },
    actor: { type: 'text' },
    actorRole: { name: 'actor_role', type: 'text' },
    party: { type: 'text' },
    cause: { type: 'text' },
    correlation: { type: 'text' },
    refused: { type: 'boolean' },
    reason: { type: 'jsonb', nullable: true },
    rule: { type: 'text', nullable: true },
    command: { type: 'text', nullable: true },
    line: { type: 'text', nullable: true },
    about: { type: 'text', nullable: true },
  },
});
