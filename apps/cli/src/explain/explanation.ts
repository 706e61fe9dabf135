import type { Act, FreeText, Localized, OpenTask, Refusal } from '@palabre/contracts';
import type { EstablishmentView } from '../api/file-parts.js';
import type { DeadlineRow } from '../api/reads.js';
import type { DecisionRow } from '../api/relation-rows.js';

/** A task that waits, and for whom. */
export interface Waiting {
  readonly task: string;
  readonly title: Localized;
  /** The text that it is about, with the version that an answer binds to. */
  readonly subject: OpenTask['subject'];
  /** What else it is about, as the engine names it; null when the title says it all. */
  readonly about: string | null;
  /** The same by its name, where the file tells one: the subject of a decision, what was promised. */
  readonly aboutName: string | null;
  readonly verdicts: OpenTask['verdicts'];
  /** The acts by which it is done, where no verdict answers it. */
  readonly acts: readonly Act[];
  readonly party: string;
  readonly roles: readonly string[];
  readonly since: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly claimed: boolean;
}

/** A step out of the present phase. */
export interface NextStep {
  readonly command: string;
  /** Phase that it leads to; null where the command leads there without naming it. */
  readonly phase: string | null;
  readonly possible: boolean;
  /** What is missing: each with its rule, its gates, its reason and what to do. */
  readonly missing: readonly Refusal[];
  readonly warnings: readonly Refusal[];
}

/** Where a partnership stands and what comes next, as one account may know it. */
export interface Explanation {
  readonly id: string;
  readonly title: string;
  /** What the parties mean to solve (PMP-56); null as long as nobody has written it. */
  readonly problem: FreeText | null;
  /** Joint decisions, with the declared limits that they cross (PMP-26). */
  readonly decisions?: readonly DecisionRow[];
  readonly type: string;
  /** The name that the charter gives to the type; null where the file does not say. */
  readonly typeName: Localized | null;
  readonly charter: string;
  readonly parties: readonly {
    readonly party: string;
    readonly organisation: string;
    readonly side?: string;
    readonly workingLanguage: string;
  }[];
  readonly version: number;
  /** Where the partnership's calendar stands. */
  readonly now: string;
  readonly phase: string;
  /** Since when it is in this phase; null when the views do not say. */
  readonly since: string | null;
  readonly standing: string;
  /** When the idea was recorded; null when the views do not say. */
  readonly begunAt: string | null;
  /** What the parties decided at the end of the first phase (PMP-60). */
  readonly establishment: EstablishmentView | null;
  readonly waiting: readonly Waiting[];
  /** Tasks about protected cases: that they are there, no more (MDM-68). */
  readonly withheldTasks: number;
  /** What keeps this account from asking for any step at all. */
  readonly obstacles: readonly Refusal[];
  readonly steps: readonly NextStep[];
  readonly deadlines: readonly DeadlineRow[];
}
