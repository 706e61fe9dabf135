import { deepStrictEqual, strictEqual } from 'node:assert';
import type { CommandAnswer, OpenTask, Refusal } from '@palabre/contracts';
import { standingOf, type PartnershipState } from '@palabre/lifecycle';
import type { Rehearsal } from './rehearsal.js';

/** The open tasks of a kind, with what the task table says of them. */
export const tasksOf = (file: Rehearsal, kind: string): readonly (OpenTask & PartnershipState['tasks'][number])[] =>
  standingOf(file.state, 0)
    .tasks.map((task, at) => ({ ...task, ...file.state.tasks[at] }) as OpenTask & PartnershipState['tasks'][number])
    .filter(task => task.kind === kind);

/** The answer is this refusal, its event was told alone, and nothing else of the file changed. */
export function refusedAlone(file: Rehearsal, ask: () => CommandAnswer, refusal: Partial<Pick<Refusal, 'code' | 'rule' | 'gates'>>): void {
  const before = file.state;
  const answer = ask();
  strictEqual(answer.outcome, 'refused');
  if (answer.outcome === 'refused') deepStrictEqual({ ...answer.refusal, ...refusal }, answer.refusal);
  deepStrictEqual(file.told(before.head.version), ['CommandRefused']);
  deepStrictEqual({ ...file.state, head: before.head }, before);
}
