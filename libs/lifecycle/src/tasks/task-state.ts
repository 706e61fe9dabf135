import type { OpenTask } from '@palabre/contracts';

/**
 * An open task and who has taken it. What the task table says of its kind (title, verdicts, requirements) is not
 * repeated here: hundreds of open tasks have to fit into a small state.
 */
export interface TaskState extends Omit<OpenTask, 'title' | 'verdicts' | 'requirements'> {
  readonly openedAt: string;
  readonly claimedBy: string | null;
  readonly delegatedTo: { readonly person: string; readonly until: string } | null;
  readonly overdue: boolean;
  /** Last step of the escalation table that was taken; 0 for none. */
  readonly escalated: number;
}

/** What a task row asks of one party, before it has an id. `key` tells two asks of one row and party apart. */
export interface TaskAsk {
  readonly party: string;
  readonly key: string;
  readonly dueAt: string | null;
  readonly subject: OpenTask['subject'];
  readonly about: string | null;
  readonly askedBy: string | null;
}

/** The plain ask: once for this party, nothing attached. */
export const askOf = (party: string, more: Partial<Omit<TaskAsk, 'party'>> = {}): TaskAsk => ({
  party,
  key: 'once',
  dueAt: null,
  subject: null,
  about: null,
  askedBy: null,
  ...more,
});
