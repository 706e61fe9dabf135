import { EntitySchema } from 'typeorm';

/** A moment to come, lifted, or passed; when it passed, the event that it brought about. */
export interface DeadlineRow {
  readonly partnership: string;
  /** Deadline id. */
  readonly part: string;
  readonly version: number;
  readonly rule: string;
  readonly dueAt: string;
  /** Event that is recorded if nothing happens by then. */
  readonly outcome: string;
  readonly party: string | null;
  readonly about: string | null;
  readonly state: 'to-come' | 'lifted' | 'passed';
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly settledVersion: number | null;
}

export const deadlinesEntity = new EntitySchema<DeadlineRow>({
  name: 'DeadlineRow',
  tableName: 'deadlines',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    rule: { type: 'text' },
    dueAt: { name: 'due_at', type: 'timestamptz' },
    outcome: { type: 'text' },
    party: { type: 'text', nullable: true },
    about: { type: 'text', nullable: true },
    state: { type: 'text' },
    settledAt: { name: 'settled_at', type: 'timestamptz', nullable: true },
    settledBy: { name: 'settled_by', type: 'text', nullable: true },
    settledVersion: { name: 'settled_version', type: 'int', nullable: true },
  },
});
