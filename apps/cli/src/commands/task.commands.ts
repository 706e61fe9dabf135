import type { InboxRow } from '../api/reads.js';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { actsOfTasks, actText, answeredBy } from './acts-text.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { practiceLines } from './good-practices.js';
import { dataOption, requestId, requestOptions, sendCommand } from './request.js';
import { aboutsOf } from './task-about.js';
import { isReasonField, openVerdicts, verdictCommand, verdicts, type Verdict } from './verdict.js';

async function tasks(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const partnership = textOption(typed, 'partnership');
  const rows = await session.api.inbox(session.as, partnership === null ? {} : { partnership });
  const acts = await actsOfTasks(session, rows);
  const told = rows.map(row => ({ ...row, acts: acts.get(row.task) ?? [] }));
  // Files are read for their names alone, and reading a protected one is on record: a machine gets codes.
  const abouts = session.json ? [] : await aboutsOf(session, rows);
  const cells = told.map((row, at) => [
    row.task,
    dayOf(row.dueAt),
    row.overdue ? say('tasks.late') : row.claimedBy === null ? '' : say('tasks.claimed'),
    answeredBy(session, row, row.acts),
    abouts[at] ?? '',
    spoken(session, row.title),
  ]);
  const practices = await practiceLines(session, rows);
  const headings = [say('col.task'), say('col.due'), say('col.state'), say('col.answeredBy'), say('col.about'), say('col.title')];
  show(session, told, () =>
    rows.length === 0
      ? [say('tasks.none', { account: session.as })]
      : [
          paint(terminal)('strong', say('tasks.of', { account: session.as, count: rows.length })),
          ...tableLines(terminal, headings, cells),
          ...practices,
        ],
  );
}

/** The task in the account's inbox; a beginning of its id is enough when it is the only one. */
async function taskNamed(session: Session, name: string): Promise<InboxRow> {
  const rows = await session.api.inbox(session.as, {});
  const alike = rows.filter(row => row.task === name || row.task.startsWith(name));
  const found = rows.find(row => row.task === name) ?? (alike.length === 1 ? alike[0] : undefined);
  if (found !== undefined) return found;
  const { say, as } = session;
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.noTask', { task: name, account: as }),
    next: say('trouble.noTaskNext', { account: as }),
  });
}

async function claim(session: Session, typed: Typed): Promise<void> {
  const { task, partnership } = await taskNamed(session, argument(typed, 0));
  await sendCommand(session, partnership, { id: requestId(typed), type: 'ClaimTask', data: { task } });
}

async function handBack(session: Session, typed: Typed): Promise<void> {
  const { task, partnership } = await taskNamed(session, argument(typed, 0));
  await sendCommand(session, partnership, { id: requestId(typed), type: 'HandBackTask', data: { task } });
}

function required(session: Session, typed: Typed, name: string): string {
  const value = textOption(typed, name);
  if (value !== null) return value;
  const { say } = session;
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.missingArgument', { name: `--${name}` }),
    next: say('trouble.seeHelp', { help: 'palabre delegate --help' }),
  });
}

async function delegate(session: Session, typed: Typed): Promise<void> {
  const name = required(session, typed, 'to');
  const until = required(session, typed, 'until');
  const to = session.accounts.find(({ account }) => account === name)?.person ?? name;
  const { task, partnership } = await taskNamed(session, argument(typed, 0));
  const data = { task, to, until: /^\d{4}-\d{2}-\d{2}$/.test(until) ? `${until}T23:59:59.999Z` : until };
  await sendCommand(session, partnership, { id: requestId(typed), type: 'DelegateTask', data });
}

function chosenVerdict({ say }: Session, typed: Typed): Verdict {
  const chosen = verdicts.filter(verdict => flagOption(typed, verdict));
  if (chosen.length === 1 && chosen[0] !== undefined) return chosen[0];
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.oneVerdict'),
    next: say('trouble.seeHelp', { help: 'palabre decide --help' }),
  });
}

/** A task that no verdict answers says by which act it is done. */
async function wayOut(session: Session, task: InboxRow): Promise<string> {
  const { say } = session;
  const open = openVerdicts(task).map(one => `--${one}`);
  if (open.length > 0) return say('trouble.verdictsOpen', { verdicts: open.join(', ') });
  const acts = (await actsOfTasks(session, [task])).get(task.task) ?? [];
  const [first] = acts;
  if (first === undefined) return say('trouble.noVerdicts', { id: task.partnership });
  return say('trouble.actInstead', { acts: acts.map(actText).join(say('tasks.orAct')), id: task.partnership, command: first.command });
}

async function noSuchVerdict(session: Session, task: InboxRow, verdict: Verdict): Promise<Failure> {
  const { say } = session;
  const next = await wayOut(session, task);
  return new Failure({ exit: 'bad-input', what: say('trouble.noSuchVerdict', { verdict }), next });
}

/** Whether people have to be named is the charter's: a refusal for want of them tells the whole line that names them. */
function nameable({ say, as, accounts }: Session, { task }: InboxRow, error: unknown): unknown {
  if (!(error instanceof Failure) || error.trouble.code !== 'participants-unnamed') return error;
  const person = accounts.find(({ account }) => account === as)?.person ?? 'PERSON';
  return new Failure({ ...error.trouble, next: say('trouble.nameParticipants', { task, person, account: as }) });
}

async function decide(session: Session, typed: Typed): Promise<void> {
  const { say } = session;
  const verdict = chosenVerdict(session, typed);
  const data = dataOption(session, typed) ?? {};
  const task = await taskNamed(session, argument(typed, 0));
  const command = verdictCommand(task, verdict, textOption(typed, 'reason'), data);
  if (command === null) throw await noSuchVerdict(session, task, verdict);
  if (command.missing.length > 0) {
    const next = command.missing.every(isReasonField) ? say('trouble.verdictNeedsReason') : say('trouble.verdictNeedsData');
    throw new Failure({ exit: 'bad-input', what: say('trouble.verdictNeeds', { fields: command.missing.join(', ') }), next });
  }
  await sendCommand(session, task.partnership, { id: requestId(typed), type: command.type, data: command.data }).catch(error => {
    throw nameable(session, task, error);
  });
}

export const taskCommands: readonly CommandRow[] = [
  {
    name: 'tasks',
    args: [],
    says: 'help.tasks',
    options: [{ flags: '--partnership <id>', says: 'option.partnership' }],
    example: 'palabre tasks --as partner-rep',
    run: tasks,
  },
  {
    name: 'claim',
    args: ['<task>'],
    says: 'help.claim',
    options: requestOptions,
    example: 'palabre claim TASK --as partner-rep',
    run: claim,
  },
  {
    name: 'hand-back',
    args: ['<task>'],
    says: 'help.handBack',
    options: requestOptions,
    example: 'palabre hand-back TASK --as partner-rep',
    run: handBack,
  },
  {
    name: 'delegate',
    args: ['<task>'],
    says: 'help.delegate',
    options: [{ flags: '--to <who>', says: 'option.to' }, { flags: '--until <date>', says: 'option.until' }, ...requestOptions],
    example: 'palabre delegate TASK --to partner-rep-2 --until 2024-03-31 --as partner-rep',
    run: delegate,
  },
  {
    name: 'decide',
    args: ['<task>'],
    says: 'help.decide',
    options: [
      { flags: '--grant', says: 'option.grant' },
      { flags: '--refuse', says: 'option.refuse' },
      { flags: '--contest', says: 'option.contest' },
      { flags: '--reason <text>', says: 'option.reason' },
      { flags: '--data <json>', says: 'option.data' },
      ...requestOptions,
    ],
    example: 'palabre decide TASK --contest --reason "…" --as partner-rep',
    run: decide,
  },
];
