import type { PartnershipStanding, StandingTask } from '@palabre/contracts';
import type { PalabreApi } from '../api/palabre-api.js';
import { thingsIn } from '../commands/things.js';
import type { DeadlineRow, FileView } from '../api/reads.js';
import type { Explanation, Waiting } from './explanation.js';
import { nextSteps } from './next-steps.js';

const ends: readonly string[] = ['closed', 'discarded', 'failed'];

/** True when no step follows any more; a closed one may still wait for the word of its parties (HFA-38). */
export const hasEnded = ({ standing }: Pick<Explanation, 'standing'>): boolean => ends.includes(standing);

/** What the engine's state says of a task besides; a task about a protected case says nothing there. */
interface TaskBeside {
  readonly task?: string;
  readonly openedAt?: string;
  readonly claimedBy?: string | null;
  readonly overdue?: boolean;
}

const besides = (state: unknown): readonly TaskBeside[] => {
  const { tasks } = (state ?? {}) as { readonly tasks?: unknown };
  return Array.isArray(tasks) ? (tasks as readonly TaskBeside[]) : [];
};

function waitingTask(task: StandingTask, state: readonly TaskBeside[], things: ReadonlyMap<string, string>): Waiting | null {
  const beside = state.find(one => one.task === task.task);
  if (beside?.openedAt === undefined) return null;
  const { title, party, roles, dueAt, subject, about, verdicts, acts = [] } = task;
  const { openedAt: since, overdue = false, claimedBy = null } = beside;
  const aboutName = things.get(about ?? '') ?? null;
  const claimed = claimedBy !== null;
  return { task: task.task, title, subject, about, aboutName, verdicts, acts, party, roles, since, dueAt, overdue, claimed };
}

/** Most pressing first; what has no date comes last. */
const pressing = (one: Waiting, other: Waiting): number => (one.dueAt ?? '9999').localeCompare(other.dueAt ?? '9999');

function waitingIn(
  { tasks }: PartnershipStanding,
  state: unknown,
  things: ReadonlyMap<string, string>,
): Pick<Explanation, 'waiting' | 'withheldTasks'> {
  const told = tasks.map(task => waitingTask(task, besides(state), things));
  const waiting = told.filter(one => one !== null).toSorted(pressing);
  return { waiting, withheldTasks: told.length - waiting.length };
}

const headOf = ({
  id,
  version,
  now,
  head,
  parties,
  signOffs,
  frame,
}: FileView): Omit<Explanation, 'waiting' | 'withheldTasks' | 'obstacles' | 'steps' | 'deadlines'> => ({
  id,
  title: head.title ?? '',
  problem: head.idea?.problem ?? null,
  decisions: signOffs?.decisions ?? [],
  type: head.type,
  typeName: head.typeName ?? null,
  charter: head.charter ?? '',
  parties: parties?.parties ?? [],
  version,
  now,
  phase: head.phase,
  since: head.phases.findLast(one => one.phase === head.phase)?.since ?? null,
  standing: head.standing,
  begunAt: head.phases[0]?.since ?? null,
  establishment: frame?.establishment ?? null,
});

/** The engine tells of a protected file where it stands alone; who may read it reads the rest where reading is recorded (AGI-02). */
const isShut = (state: unknown): boolean => (state as { readonly protected?: unknown } | null)?.protected === true;

async function deadlinesToCome(api: PalabreApi, as: string, id: string): Promise<readonly DeadlineRow[]> {
  const rows = await api.deadlines(as, id);
  return rows.filter(row => row.state === 'to-come').toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
}

const noSteps: Pick<Explanation, 'obstacles' | 'steps'> = { obstacles: [], steps: [] };

/**
 * Puts together what the API tells of one partnership. Of one that has ended, the engine is asked only while a deadline runs:
 * without any it is at rest.
 */
export async function explain(api: PalabreApi, as: string, id: string): Promise<Explanation> {
  const known = headOf(await api.file(as, id));
  const isAtRest = hasEnded(known) && (await deadlinesToCome(api, as, id)).length === 0;
  if (isAtRest) return { ...known, ...noSteps, waiting: [], withheldTasks: 0, deadlines: [] };
  const [standing, told] = await Promise.all([api.standing(as, id), api.state(as, id)]);
  const file = await api.file(as, id, { after: standing.version });
  const state = isShut(told) ? (await api.stateAt(as, id, { version: String(standing.version) })).state : told;
  const head = headOf(file);
  const [steps, deadlines] = await Promise.all([
    hasEnded(head) ? noSteps : nextSteps(api, as, id, standing.phase, state),
    deadlinesToCome(api, as, id),
  ]);
  return { ...head, ...waitingIn(standing, state, thingsIn(file)), ...steps, deadlines };
}
