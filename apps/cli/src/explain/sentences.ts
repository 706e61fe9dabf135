import type { Refusal } from '@palabre/contracts';
import { outcomeOf } from '../commands/deadline.command.js';
import { dayOf, minuteOf } from '../commands/dates.js';
import { problemLines } from '../commands/relation-lines.js';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { words, type WordKey } from '../words/words.js';
import { hasEnded } from './explain.js';
import type { Explanation, NextStep, Waiting } from './explanation.js';

const isWord = (key: string): key is WordKey => Object.hasOwn(words, key);

/** A phase, a standing or a function by its name; a code that has none, as it is. */
function named({ say }: Session, kind: 'phase' | 'standing' | 'role', code: string): string {
  const key = `${kind}.${code}`;
  return isWord(key) ? say(key) : code;
}

function whereLines(session: Session, told: Explanation): string[] {
  const { say, terminal } = session;
  const { title, type, charter, version, now, since, standing } = told;
  const phase = named(session, 'phase', told.phase);
  const tone = paint(terminal);
  return [
    tone('strong', title),
    ...problemLines(session, told.problem),
    say('explain.kind', { type, charter, version, now: minuteOf(now) }),
    since === null ? say('explain.phase', { phase }) : say('explain.phaseSince', { phase, since: dayOf(since) }),
    ...(standing === 'suspended' ? [tone('warm', say('explain.suspended'))] : []),
    ...(hasEnded(told) ? [say('explain.ended', { standing: named(session, 'standing', standing) })] : []),
  ];
}

function taskLine(session: Session, { party, roles, title, about, since, dueAt, overdue, claimed }: Waiting): string {
  const { say, terminal } = session;
  const due = dueAt === null ? '' : say(overdue ? 'explain.late' : 'explain.due', { date: dayOf(dueAt) });
  const told = say('explain.task', {
    party,
    roles: roles.map(role => named(session, 'role', role)).join(', '),
    title: about === null ? spoken(session, title) : say('explain.about', { title: spoken(session, title), about }),
    since: dayOf(since),
    due: `${due}${claimed ? say('explain.claimed') : ''}`,
  });
  return `  • ${overdue ? paint(terminal)('warm', told) : told}`;
}

function waitingLines(session: Session, { waiting, withheldTasks }: Explanation): string[] {
  const { say, terminal } = session;
  const withheld = withheldTasks === 0 ? [] : [`  • ${say('explain.withheld', { count: withheldTasks })}`];
  const count = waiting.length + withheldTasks;
  if (count === 0) return [say('explain.nothingWaits')];
  return [paint(terminal)('strong', say('explain.waiting', { count })), ...waiting.map(task => taskLine(session, task)), ...withheld];
}

function refusalLines(session: Session, { gates, rule, reason, next }: Refusal): string[] {
  const { say } = session;
  const behind = gates.length === 0 ? say('trouble.rule', { rule }) : say('explain.gates', { gates: gates.join(', ') });
  return [`    ${spoken(session, reason)} (${behind})`, `      → ${spoken(session, next)}`];
}

const outlookOf = ({ possible, warnings }: NextStep): 'Closed' | 'Open' | 'Warned' => {
  if (!possible) return 'Closed';
  return warnings.length === 0 ? 'Open' : 'Warned';
};

const marks = { Closed: ['bad', '✖'], Open: ['good', '✔'], Warned: ['warm', '✔'] } as const;

function stepLines(session: Session, step: NextStep): string[] {
  const { command, phase, missing, warnings } = step;
  const outlook = outlookOf(step);
  const to = phase === null ? '' : named(session, 'phase', phase);
  const key: WordKey = `explain.${phase === null ? 'command' : 'step'}${outlook}`;
  const [tone, mark] = marks[outlook];
  const head = `  ${paint(session.terminal)(tone, mark)} ${session.say(key, { command, to })}`;
  return [head, ...[...missing, ...warnings].flatMap(refusal => refusalLines(session, refusal))];
}

function nextLines(session: Session, { obstacles, steps }: Explanation): string[] {
  const { say, terminal, as } = session;
  const tone = paint(terminal);
  const kept = obstacles.length === 0 ? [] : [tone('strong', say('explain.obstacles', { account: as }))];
  const lines = [...kept, ...obstacles.flatMap(refusal => refusalLines(session, refusal))];
  if (steps.length > 0) {
    lines.push(tone('strong', say('explain.steps', { account: as })), ...steps.flatMap(step => stepLines(session, step)));
  }
  return lines.length === 0 ? [say('explain.noStep', { account: as })] : lines;
}

function deadlineLines(session: Session, { deadlines }: Explanation): string[] {
  const { say, terminal } = session;
  if (deadlines.length === 0) return [say('explain.noDeadline')];
  const lines = deadlines.map(row => {
    const party = row.party === null ? '' : say('explain.forParty', { party: row.party });
    return `  • ${say('explain.deadline', { date: dayOf(row.dueAt), outcome: outcomeOf(session, row), rule: row.rule, party })}`;
  });
  return [paint(terminal)('strong', say('explain.deadlines', { count: deadlines.length })), ...lines];
}

/** The explanation in sentences, in the language of the reader. */
export function sentences(session: Session, told: Explanation): string[] {
  const where = whereLines(session, told);
  if (hasEnded(told)) return where;
  return [...where, '', ...waitingLines(session, told), '', ...nextLines(session, told), '', ...deadlineLines(session, told)];
}
