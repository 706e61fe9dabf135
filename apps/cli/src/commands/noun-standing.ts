import type { PartnershipStanding } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { factLines, tableLines } from '../terminal/table.js';
import { dayOf, minuteOf } from './dates.js';
import { outcomeOf, ruleOf } from './deadline.command.js';
import { streamFieldWords, streamValueWords } from '../words/stream-field-words.js';
import { valueInWords } from './policy-values.js';

/** What is told apart from the rest, or serves the engine alone. */
const apart: readonly string[] = [
  'id',
  'head',
  'phase',
  'standing',
  'calendar',
  'tasks',
  'deadlines',
  'settings',
  'sealed',
  'schema',
  'phaseSince',
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const fieldIn = (session: Session, name: string): string => {
  const words = streamFieldWords[name];
  return words === undefined ? name : spoken(session, words);
};

/** A list of things is told by their number, a list of words by its words. */
function factText(session: Session, name: string, value: unknown): string {
  const { say } = session;
  if (typeof value === 'string') {
    const words = streamValueWords[value];
    return words === undefined ? valueInWords(session, name, value) : spoken(session, words);
  }
  if (Array.isArray(value)) {
    if (value.some(isRecord)) return String(value.length);
    return value.length === 0 ? '–' : value.map(one => factText(session, name, one)).join(', ');
  }
  if (!isRecord(value)) return valueInWords(session, name, value);
  const fields = Object.entries(value).map(([field, one]) =>
    say('said.field', { name: fieldIn(session, field), value: factText(session, field, one) }),
  );
  return fields.join(say('said.then')) || '–';
}

const factsOf = (session: Session, state: unknown): readonly (readonly [string, string])[] =>
  isRecord(state)
    ? Object.entries(state)
        .filter(([name]) => !apart.includes(name))
        .map(([name, value]) => [fieldIn(session, name), factText(session, name, value)] as const)
    : [];

/** An organisation, a charter or a campaign: where it stands, its open tasks, its deadlines. */
export function standingLines(session: Session, id: string, standing: PartnershipStanding, state: unknown): string[] {
  const { say, terminal } = session;
  const tasks = standing.tasks.map(task => [
    dayOf(task.dueAt),
    task.roles.map(role => say(`role.${role}`)).join(', '),
    spoken(session, task.title),
  ]);
  const deadlines = standing.deadlines.map(row => [dayOf(row.dueAt), ruleOf(session, row), outcomeOf(session, row)]);
  return [
    ...factLines(terminal, [
      [say('col.id'), id],
      [say('col.standing'), say(`standing.${standing.standing}`)],
      [say('col.version'), String(standing.version)],
      [say('col.calendar'), minuteOf(standing.calendar.now)],
      ...factsOf(session, state),
    ]),
    ...(tasks.length === 0 ? [] : ['', ...tableLines(terminal, [say('col.due'), say('col.waiting'), say('col.task')], tasks)]),
    ...(deadlines.length === 0 ? [] : ['', ...tableLines(terminal, [say('col.due'), say('col.rule'), say('col.outcome')], deadlines)]),
  ];
}
