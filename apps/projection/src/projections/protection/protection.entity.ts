import type { ReadersByParty } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

/** A file that is protected now (AGI-02); a lifted protection leaves no row. */
export interface ProtectionRow {
  readonly partnership: string;
  readonly part: '';
  readonly version: number;
  /** Party that protected it. */
  readonly by: string;
  readonly since: string;
  /** A party without an entry has named nobody yet. */
  readonly readers: ReadersByParty;
}

export const protectionEntity = new EntitySchema<ProtectionRow>({
  name: 'ProtectionRow',
  tableName: 'protection',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    by: { name: 'protected_by', type: 'text' },
    since: { type: 'timestamptz' },
    readers: { type: 'jsonb' },
  },
});
