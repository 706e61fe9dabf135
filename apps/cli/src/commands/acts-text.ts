import type { Act } from '@palabre/contracts';
import type { Session } from '../session.js';
import type { InboxRow } from '../api/reads.js';
import { openVerdicts } from './verdict.js';

/** An act as a person types it: `RecordNote (SoughtChangeLinked)`. */
export const actText = ({ command, kind }: Act): string => (kind === undefined ? command : `${command} (${kind})`);

/** By what a task is answered: a verdict of `decide`, or one of these acts of `do`. Empty where nobody says. */
export function answeredBy({ say }: Session, { verdicts }: Pick<InboxRow, 'verdicts'>, acts: readonly Act[]): string {
  const open = openVerdicts({ verdicts });
  if (open.length > 0) return open.map(verdict => `--${verdict}`).join(' ');
  return acts.length === 0 ? '' : say('tasks.act', { acts: acts.map(actText).join(say('tasks.orAct')) });
}

/** The acts by which tasks are done, as the engine derives them, by task; what it does not tell now is left out. */
export async function actsOfTasks(
  session: Session,
  rows: readonly Pick<InboxRow, 'partnership' | 'verdicts'>[],
): Promise<ReadonlyMap<string, readonly Act[]>> {
  const asked = [...new Set(rows.filter(row => openVerdicts(row).length === 0).map(row => row.partnership))];
  const standings = await Promise.all(asked.map(id => session.api.standing(session.as, id).catch(() => null)));
  return new Map(standings.flatMap(standing => (standing?.tasks ?? []).map(({ task, acts = [] }) => [task, acts] as const)));
}
