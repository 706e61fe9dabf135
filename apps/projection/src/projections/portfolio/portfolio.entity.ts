import type { Localized, Phase, Standing } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

/** One partnership on one line, with what lists filter by and what decides who may see it. */
export interface PortfolioRow {
  readonly partnership: string;
  readonly part: '';
  readonly version: number;
  /** Hash of the event at that version. */
  readonly hash: string;
  readonly title: string;
  readonly type: string;
  readonly typeName: Localized;
  readonly phase: Phase;
  readonly standing: Standing;
  readonly charter: string;
  readonly rehearsal: boolean;
  /** Organisation by party: who holds the pen. */
  readonly parties: Readonly<Record<string, string>>;
  readonly organisations: readonly string[];
  /** Codes of lines whose cases only their handlers may read (MDM-65, MDM-68). */
  readonly protectedLines: readonly string[];
  readonly openedAt: string;
  /** How far the partnership's own calendar has come, as its events tell. */
  readonly movedAt: string;
}

export const portfolioEntity = new EntitySchema<PortfolioRow>({
  name: 'PortfolioRow',
  tableName: 'portfolio',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    hash: { type: 'text' },
    title: { type: 'text' },
    type: { type: 'text' },
    typeName: { name: 'type_name', type: 'jsonb' },
    phase: { type: 'text' },
    standing: { type: 'text' },
    charter: { type: 'text' },
    rehearsal: { type: 'boolean' },
    parties: { type: 'jsonb' },
    organisations: { type: 'text', array: true },
    protectedLines: { name: 'protected_lines', type: 'text', array: true },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    movedAt: { name: 'moved_at', type: 'timestamptz' },
  },
});
