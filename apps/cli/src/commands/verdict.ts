import { commands, isCommandType, type CommandType } from '@palabre/contracts';
import type { InboxRow } from '../api/reads.js';

export const verdicts = ['grant', 'refuse', 'contest'] as const;

export type Verdict = (typeof verdicts)[number];

/** The command with which a task is answered, and the fields that are still missing. */
export interface VerdictCommand {
  readonly type: CommandType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
}

/** Verdicts that this task knows. */
export const openVerdicts = (task: Pick<InboxRow, 'verdicts'>): Verdict[] => verdicts.filter(verdict => task.verdicts[verdict] !== null);

/** Fields in which commands name what they are about besides a text. */
const subjects: readonly string[] = ['case', 'transfer', 'commitment', 'decision', 'handover', 'challenge', 'proposal', 'withdrawal'];

/** Fields in which commands carry the words of who decides. */
const reasons: readonly string[] = ['reason', 'reasons', 'note', 'statement', 'solution'];

interface Shape {
  readonly [field: string]: { readonly safeParse: (value: unknown) => { success: boolean } };
}

const shapeOf = (type: CommandType): Shape => (commands[type].data as unknown as { shape?: Shape }).shape ?? {};

const valueFor = (field: string, task: Pick<InboxRow, 'subject' | 'about'>, reason: string | null): unknown => {
  if (field === 'version' || field === 'hash' || field === 'kind') return task.subject?.[field];
  if (subjects.includes(field)) return task.about ?? undefined;
  return reasons.includes(field) ? (reason ?? undefined) : undefined;
};

/**
 * The command that gives this verdict on a task: version and hash of the text that the task showed, the case or transfer
 * it is about, the reason given. Null when the task does not know the verdict.
 */
export function verdictCommand(
  task: Pick<InboxRow, 'verdicts' | 'subject' | 'about'>,
  verdict: Verdict,
  reason: string | null,
  more: Readonly<Record<string, unknown>> = {},
): VerdictCommand | null {
  const type = task.verdicts[verdict];
  if (type === null || !isCommandType(type)) return null;
  const shape = shapeOf(type);
  const filled = Object.keys(shape).map(field => [field, more[field] ?? valueFor(field, task, reason)] as const);
  const known = filled.filter(([, value]) => value !== undefined);
  const missing = filled.filter(([field, value]) => value === undefined && shape[field]?.safeParse(undefined).success === false);
  const nullable = missing.filter(([field]) => shape[field]?.safeParse(null).success === true);
  return {
    type,
    data: { ...more, ...Object.fromEntries(known), ...Object.fromEntries(nullable.map(([field]) => [field, null])) },
    missing: missing.filter(([field]) => shape[field]?.safeParse(null).success !== true).map(([field]) => field),
  };
}

export const isReasonField = (field: string): boolean => reasons.includes(field);
