import type { FileView } from '../api/reads.js';
import type { Session } from '../session.js';
import { tableLines } from '../terminal/table.js';

/** Strengths of each side in one list, with what uses them (AGI-17, AGI-18); nothing where none was named. */
export function strengthLines({ say, terminal }: Session, { strengths }: Pick<FileView, 'strengths'>): string[] {
  if (strengths === undefined || strengths.list.length === 0) return [];
  const rows = strengths.list.map(({ of, namedBy, activities, what }) => [
    of,
    namedBy.join(', '),
    activities.length === 0 ? say('balance.unused') : activities.join(', '),
    what,
  ]);
  return ['', ...tableLines(terminal, [say('col.strengthOf'), say('col.namedBy'), say('col.usedFor'), say('col.what')], rows)];
}
