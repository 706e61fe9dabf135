import { events, isEventType } from '@palabre/contracts';
import type { DeadlineRow } from '../api/reads.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { deadlineRuleWords } from '../words/deadline-words.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { endOfMoment } from './moment.js';

/** What a deadline records when nothing happened by then, in words. */
export const outcomeOf = (session: Session, { outcome }: Pick<DeadlineRow, 'outcome'>): string =>
  isEventType(outcome) ? spoken(session, events[outcome].says) : outcome;

const isDay = (about: string | null): about is string => about !== null && /^\d{4}-\d{2}-\d{2}$/.test(about);

/** What the day is for, in words, with the day that was agreed where the last day is another one; a rule that has no words here keeps its code. */
export function ruleOf(session: Session, { rule, about, dueAt }: Pick<DeadlineRow, 'rule' | 'about' | 'dueAt'>): string {
  const words = deadlineRuleWords[rule];
  const told = words === undefined ? rule : spoken(session, words);
  return isDay(about) && about !== dayOf(dueAt) ? session.say('deadlines.agreedOn', { rule: told, on: about }) : told;
}

/** Deadlines to come, parted by a moment. */
export interface WhatIf {
  readonly until: string;
  /** Would fire by then, in the order in which they fall due, if nothing else happened. */
  readonly fire: readonly DeadlineRow[];
  readonly later: readonly DeadlineRow[];
}

export function partedBy(until: string, rows: readonly DeadlineRow[]): WhatIf {
  const toCome = rows.filter(row => row.state === 'to-come').toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return { until, fire: toCome.filter(row => row.dueAt <= until), later: toCome.filter(row => row.dueAt > until) };
}

function toComeTable(session: Session, rows: readonly DeadlineRow[]): string[] {
  const { say, terminal } = session;
  const headings = [say('col.due'), say('col.party'), say('col.about'), say('col.rule'), say('col.outcome')];
  const cells = rows.map(row => [dayOf(row.dueAt), row.party ?? '', row.about ?? '', ruleOf(session, row), outcomeOf(session, row)]);
  return tableLines(terminal, headings, cells);
}

function whatIfLines(session: Session, { until, fire, later }: WhatIf): string[] {
  const { say, terminal } = session;
  const date = dayOf(until);
  const tone = paint(terminal);
  if (fire.length + later.length === 0) return [say('whatIf.noDeadline')];
  return [
    ...(fire.length === 0
      ? [tone('good', say('whatIf.nothingFires', { date }))]
      : [tone('warm', say('whatIf.fires', { date, count: fire.length })), ...toComeTable(session, fire)]),
    ...(later.length === 0 ? [] : ['', tone('strong', say('whatIf.later', { count: later.length })), ...toComeTable(session, later)]),
    '',
    say('whatIf.today'),
  ];
}

async function deadlines(session: Session, typed: Typed): Promise<void> {
  const { say } = session;
  const date = textOption(typed, 'whatIf');
  const until = date === null ? null : endOfMoment(session, date, '--what-if');
  const rows = await session.api.deadlines(session.as, argument(typed, 0));
  if (until !== null) {
    const parted = partedBy(until, rows);
    return show(session, parted, () => whatIfLines(session, parted));
  }
  const shown = flagOption(typed, 'all') ? rows : rows.filter(row => row.state !== 'lifted');
  const headings = [say('col.due'), say('col.state'), say('col.party'), say('col.rule'), say('col.outcome')];
  const cells = shown.map(row => [
    dayOf(row.dueAt),
    say(`deadline.${row.state}`),
    row.party ?? '',
    ruleOf(session, row),
    outcomeOf(session, row),
  ]);
  show(session, rows, () => (shown.length === 0 ? [say('deadlines.none')] : tableLines(session.terminal, headings, cells)));
}

export const deadlineCommands: readonly CommandRow[] = [
  {
    name: 'deadlines',
    args: ['<id>'],
    says: 'help.deadlines',
    options: [
      { flags: '--all', says: 'option.all' },
      { flags: '--what-if <date>', says: 'option.whatIf' },
    ],
    example: 'palabre deadlines ID --what-if 2024-12-31',
    run: deadlines,
  },
];
