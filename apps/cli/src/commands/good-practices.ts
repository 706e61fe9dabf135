import type { FreeText } from '@palabre/contracts';
import type { InboxRow } from '../api/reads.js';
import { spoken, type Session } from '../session.js';
import { textIn } from './written.js';

interface PracticeRow {
  readonly protected?: boolean;
  readonly note?: { readonly task?: string; readonly group?: string; readonly note?: FreeText };
}

/** Good practices that somebody has attached to one of these tasks, under them: what helped others with the same (AGI-01). */
export async function practiceLines(session: Session, tasks: readonly InboxRow[]): Promise<string[]> {
  if (tasks.length === 0) return [];
  const titles = new Map(tasks.map(({ kind, title }) => [kind, title]));
  const practices = await session.api.views.rows<PracticeRow>(session.as, '/v1/journal', { lesson: 'good-practice' });
  return practices.flatMap(({ note }) => {
    const title = titles.get(note?.task ?? '');
    if (title === undefined || note?.note === undefined) return [];
    return [session.say('tasks.practice', { task: spoken(session, title), group: note.group ?? '', words: textIn(session, note.note) })];
  });
}
