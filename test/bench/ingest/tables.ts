import { modelTable, projections } from '@palabre/projection';

/** Every table that the projector writes events or rows to, in the order in which a copy of them loads. */
export const tableNames: readonly { readonly table: string; readonly key: string }[] = [
  { table: 'ledger', key: 'position' },
  { table: 'ledger_head', key: 'stream' },
  ...projections.map(one => ({ table: modelTable(one, 1).table, key: 'partnership, part' })),
];
