import type { Handlers, Projection } from '../projection.js';
import { protectionEntity, type ProtectionRow } from './protection.entity.js';

const on: Handlers<ProtectionRow> = {
  FileProtected: ({ partnership, version, attributes, data: { party, readers } }) => [
    { put: { partnership, part: '', version, by: party, since: attributes.factat, readers: { [party]: readers } } },
  ],
  ProtectedReadersNamed: ({ version, data: { party, readers } }, rows) => {
    const row = rows.get('');
    return row ? [{ put: { ...row, version, readers: { ...row.readers, [party]: readers } } }] : [];
  },
  ProtectionLifted: () => [{ drop: '' }],
};

/** Which files are protected, and whom their parties have named to read them. Every list that tells names asks it. */
export const protectionProjection: Projection<ProtectionRow> = {
  name: 'protection',
  stamp: 1_763_750_000_001,
  entity: protectionEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, protected_by text NOT NULL, since timestamptz NOT NULL,
      readers jsonb NOT NULL, PRIMARY KEY (partnership, part)
    )`,
  ],
};
