import type { PartnershipStanding } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { factLines, tableLines } from '../terminal/table.js';
import { dayOf, minuteOf } from './dates.js';
import { valueInWords } from './policy-values.js';

/** What is told apart from the rest, or serves the engine alone. */
const apart: readonly string[] = ['id', 'head', 'phase', 'standing', 'calendar', 'tasks', 'deadlines', 'settings', 'schemaVersion'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** A list of things is told by their number, a list of words by its words. */
const factText = (session: Session, name: string, value: unknown): string =>
  Array.isArray(value) && value.some(isRecord) ? String(value.length) : valueInWords(session, name, value);

const factsOf = (session: Session, state: unknown): readonly (readonly [string, string])[] =>
  isRecord(state)
    ? Object.entries(state)
        .filter(([name]) => !apart.includes(name))
        .map(([name, value]) => [name, factText(session, name, value)] as const)
    : [];

/** An organisation, a charter or a campaign: where it stands, its open tasks, its deadlines. */
export function standingLines(session: Session, id: string, standing: PartnershipStanding, state: unknown): string[] {
  const { say, terminal } = session;
  const tasks = standing.tasks.map(task => [dayOf(task.dueAt), task.roles.join(', '), spoken(session, task.title)]);
  const deadlines = standing.deadlines.map(({ dueAt, rule, outcome }) => [dayOf(dueAt), rule, outcome]);
  return [
    ...factLines(terminal, [
      [say('col.id'), id],
      [say('col.standing'), standing.standing],
      [say('col.version'), String(standing.version)],
      [say('col.calendar'), minuteOf(standing.calendar.now)],
      ...factsOf(session, state),
    ]),
    ...(tasks.length === 0 ? [] : ['', ...tableLines(terminal, [say('col.due'), say('col.waiting'), say('col.task')], tasks)]),
    ...(deadlines.length === 0 ? [] : ['', ...tableLines(terminal, [say('col.due'), say('col.rule'), say('col.outcome')], deadlines)]),
  ];
}
