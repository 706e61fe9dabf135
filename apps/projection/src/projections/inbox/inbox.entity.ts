import type { Localized, OpenTask, Phase, Role } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

/** One open task: who is expected to do what by when, who took it, to whom it was lent. */
export interface InboxRow {
  readonly partnership: string;
  /** Task id. */
  readonly part: string;
  readonly version: number;
  readonly kind: string;
  readonly title: Localized;
  readonly phase: Phase;
  readonly roles: readonly Role[];
  readonly party: string;
  readonly dueAt: string | null;
  readonly subject: OpenTask['subject'];
  readonly about: string | null;
  readonly askedBy: string | null;
  readonly verdicts: OpenTask['verdicts'];
  readonly requirements: readonly string[];
  readonly openedAt: string;
  readonly claimedBy: string | null;
  readonly delegatedTo: string | null;
  readonly delegatedUntil: string | null;
  readonly overdue: boolean;
}

export const inboxEntity = new EntitySchema<InboxRow>({
  name: 'InboxRow',
  tableName: 'inbox',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    kind: { type: 'text' },
    title: { type: 'jsonb' },
    phase: { type: 'text' },
    roles: { type: 'text', array: true },
    party: { type: 'text' },
    dueAt: { name: 'due_at', type: 'timestamptz', nullable: true },
    subject: { type: 'jsonb', nullable: true },
    about: { type: 'text', nullable: true },
    askedBy: { name: 'asked_by', type: 'text', nullable: true },
    verdicts: { type: 'jsonb' },
    requirements: { type: 'text', array: true },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    claimedBy: { name: 'claimed_by', type: 'text', nullable: true },
    delegatedTo: { name: 'delegated_to', type: 'text', nullable: true },
    delegatedUntil: { name: 'delegated_until', type: 'timestamptz', nullable: true },
    overdue: { type: 'boolean' },
  },
});
