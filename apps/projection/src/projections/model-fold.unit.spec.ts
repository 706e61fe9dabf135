import type { PoolClient } from 'pg';
import { describe, expect, it } from 'vitest';
import { Story } from '../spec/story.js';
import { ModelFold } from './model-fold.js';
import { modelTable } from './model-table.js';
import { portfolioProjection } from './portfolio/portfolio.projection.js';
import type { ModelRow, Projection } from './projection.js';

/** A projector with a bug that shows on one partnership only. */
const faulty: Projection = {
  ...(portfolioProjection as unknown as Projection),
  on: {},
  always: ({ partnership, version }) => {
    if (partnership === 'p-bad' && version === 3) throw new Error('a bug');
    return [{ put: { partnership, part: '', version } as ModelRow }];
  },
};

/** Stands for the table: keeps what was written, by statement. */
class WrittenRows {
  readonly rows: Record<string, { partnership: string; version: number }[]> = { INSERT: [], UPDATE: [], SELECT: [] };
  readonly client = {
    query: (sql: string, [rows]: [string | string[]]) => {
      const verb = sql.split(' ')[0] ?? '';
      if (typeof rows === 'string') this.rows[verb]?.push(...(JSON.parse(rows) as { partnership: string; version: number }[]));
      return Promise.resolve({ rows: [] });
    },
  } as unknown as PoolClient;
}

describe('folding events into a read model', () => {
  it('a projector that fails leaves its own partnership where it was; all others go on', async () => {
    const fold = new ModelFold(faulty, modelTable(faulty, 1));
    const table = new WrittenRows();
    await fold.take(table.client, [...Story.opened('p-bad').talk(3).told, ...Story.opened('p-good').talk(3).told]);
    await fold.flush(table.client);
    expect(fold.takeStalls()).toEqual([{ partnership: 'p-bad', version: 3, reason: 'Error: a bug' }]);
    expect(table.rows['INSERT']).toEqual([
      { partnership: 'p-bad', part: '', version: 2 },
      { partnership: 'p-good', part: '', version: 5 },
    ]);
    expect(fold.takeStalls()).toEqual([]);
  });

  it('writes a partnership once per batch, whatever happened to it, and knows afterwards that the row is there', async () => {
    const fold = new ModelFold(faulty, modelTable(faulty, 1));
    const table = new WrittenRows();
    const told = Story.opened('p-1').talk(4).told;
    await fold.take(table.client, told.slice(0, 4));
    await fold.flush(table.client);
    await fold.take(table.client, told.slice(4));
    await fold.flush(table.client);
    expect(table.rows['INSERT']?.map(row => row.version)).toEqual([4]);
    expect(table.rows['UPDATE']?.map(row => row.version)).toEqual([6]);
  });
});
