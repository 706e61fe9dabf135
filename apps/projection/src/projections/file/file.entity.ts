import { EntitySchema } from 'typeorm';

/** One part of one partnership's file: its head, its parties, one text, its money … each a document of its own. */
export interface FileRow {
  readonly partnership: string;
  /** Name of the part: `head`, `parties`, `text/budget`, `money` … */
  readonly part: string;
  /** Version that last changed the part. */
  readonly version: number;
  readonly doc: object;
}

export const fileEntity = new EntitySchema<FileRow>({
  name: 'FileRow',
  tableName: 'file',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    doc: { type: 'jsonb' },
  },
});
