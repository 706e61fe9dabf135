import { builtInCharter, label } from '@palabre/charters';
import type { Refusal } from '@palabre/contracts';
import { answeredBy } from '../commands/acts-text.js';
import { outcomeOf, ruleOf } from '../commands/deadline.command.js';
import { dayOf, minuteOf } from '../commands/dates.js';
import { firstPhaseText } from '../commands/idea-facts.js';
import type { InWords } from '../commands/in-words.js';
import { named } from '../commands/named.js';
import type { PartyNames } from '../commands/party-names.js';
import { limitAlerts, problemLines } from '../commands/relation-lines.js';
import { isBareId, referenceInWords, saysNothing } from '../commands/reference-words.js';
import { listed } from '../listed.js';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import type { WordKey } from '../words/words.js';
import { hasEnded } from './explain.js';
import type { Explanation, NextStep, Waiting } from './explanation.js';

/** Who reads the explanation, and what parties and codes are called there. */
export interface Teller {
  readonly session: Session;
  readonly names: PartyNames;
  readonly codes: InWords;
  /** A question of the file as it is put. */
  readonly asks: (question: string) => string;
}

const charterName = ({ terminal }: Session, code: string): string => {
  const charter = builtInCharter(code);
  return (charter === null ? null : label(charter, 'charter', code, terminal.language)) ?? code;
};

/** True while somebody is still asked for something, or some day is still to come. */
const waits = ({ waiting, withheldTasks, deadlines }: Explanation): boolean => waiting.length + withheldTasks + deadlines.length > 0;

function whereLines(session: Session, told: Explanation): string[] {
  const { say, terminal } = session;
  const { title, version, now, since, standing } = told;
  const charter = charterName(session, told.charter);
  const type = told.typeName === null ? told.type : say('explain.typeNamed', { name: spoken(session, told.typeName), code: told.type });
  const phase = named(session, 'phase', told.phase);
  const firstPhase = firstPhaseText(session, told);
  const tone = paint(terminal);
  return [
    tone('strong', title),
    ...problemLines(session, told.problem),
    say('explain.kind', { type, charter, version, now: minuteOf(now) }),
    since === null ? say('explain.phase', { phase }) : say('explain.phaseSince', { phase, since: dayOf(since) }),
    ...(firstPhase === null ? [] : [say('explain.firstPhase', { told: firstPhase })]),
    ...(standing === 'suspended' ? [tone('warm', say('explain.suspended'))] : []),
    ...limitAlerts(session, told.decisions ?? []).map(alert => tone('warm', alert)),
    ...(hasEnded(told)
      ? [say(waits(told) ? 'explain.endedWaiting' : 'explain.ended', { standing: named(session, 'standing', standing) })]
      : []),
  ];
}

/** Functions that the other side of the table holds: named only where nobody else is asked. */
const ofOtherSide: Readonly<Record<string, string>> = { host: 'partner-representative', partner: 'hq-ops' };

/** Who holds the task, on the side of its party. */
function holdersOf({ roles, party }: Waiting, { parties }: Explanation): readonly string[] {
  const side = parties.find(one => one.party === party)?.side ?? '';
  const held = roles.filter(role => role !== ofOtherSide[side]);
  return held.length === 0 ? roles : held;
}

/** What a task is about, by its name: a text with the version that an answer binds to, a party. */
function aboutText(teller: Teller, { subject, about, aboutName }: Waiting): string | null {
  const { codes } = teller;
  const { say } = teller.session;
  if (subject !== null) return say('explain.textVersion', { text: codes.word(subject.kind), version: subject.version });
  if (about === null || saysNothing(about)) return null;
  const told = aboutName === null ? referenceInWords(teller, about) : codes.word(aboutName);
  return isBareId(told) ? null : told;
}

function taskLine(teller: Teller, told: Explanation, task: Waiting): string {
  const { session, names } = teller;
  const { say, terminal } = session;
  const { party, title, since, dueAt, overdue, claimed, acts } = task;
  const due = dueAt === null ? '' : say(overdue ? 'explain.late' : 'explain.due', { date: dayOf(dueAt) });
  const about = aboutText(teller, task);
  const answer = answeredBy(session, task, acts);
  const line = say('explain.task', {
    party: names(party),
    roles: holdersOf(task, told)
      .map(role => named(session, 'role', role))
      .join(', '),
    title: about === null ? spoken(session, title) : say('explain.about', { title: spoken(session, title), about }),
    since: dayOf(since),
    due: `${due}${claimed ? say('explain.claimed') : ''}`,
    answer: answer === '' ? '' : say('explain.answer', { answer }),
  });
  return `  • ${overdue ? paint(terminal)('warm', line) : line}`;
}

function waitingLines(teller: Teller, told: Explanation): string[] {
  const { say, terminal } = teller.session;
  const { waiting, withheldTasks } = told;
  const withheld = withheldTasks === 0 ? [] : [`  • ${say('explain.withheld', { count: withheldTasks })}`];
  const count = waiting.length + withheldTasks;
  if (count === 0) return [say('explain.nothingWaits')];
  return [paint(terminal)('strong', say('explain.waiting', { count })), ...waiting.map(task => taskLine(teller, told, task)), ...withheld];
}

function behind({ say }: Session, { gates, rule }: Refusal): string {
  return gates.length === 0 ? say('trouble.rule', { rule }) : say('explain.gates', { gates: gates.join(', ') });
}

const refusalLines = ({ session, codes }: Teller, refusals: readonly Refusal[]): string[] =>
  listed(
    refusals,
    text => codes.sentence(spoken(session, text)),
    refusal => behind(session, refusal),
  ).map(line => `    ${line}`);

const outlookOf = ({ possible, warnings }: NextStep): 'Closed' | 'Open' | 'Warned' => {
  if (!possible) return 'Closed';
  return warnings.length === 0 ? 'Open' : 'Warned';
};

const marks = { Closed: ['bad', '✖'], Open: ['good', '✔'], Warned: ['warm', '✔'] } as const;

function stepLines(teller: Teller, step: NextStep): string[] {
  const { session } = teller;
  const { command, phase, missing, warnings } = step;
  const outlook = outlookOf(step);
  const to = phase === null ? '' : named(session, 'phase', phase);
  const key: WordKey = `explain.${phase === null ? 'command' : 'step'}${outlook}`;
  const [tone, mark] = marks[outlook];
  return [
    `  ${paint(session.terminal)(tone, mark)} ${session.say(key, { command, to })}`,
    ...refusalLines(teller, [...missing, ...warnings]),
  ];
}

function nextLines(teller: Teller, { obstacles, steps }: Explanation): string[] {
  const { say, terminal, as } = teller.session;
  const tone = paint(terminal);
  const kept = obstacles.length === 0 ? [] : [tone('strong', say('explain.obstacles', { account: as }))];
  const lines = [...kept, ...refusalLines(teller, obstacles)];
  if (steps.length > 0) {
    lines.push(tone('strong', say('explain.steps', { account: as })), ...steps.flatMap(step => stepLines(teller, step)));
  }
  return lines.length === 0 ? [say('explain.noStep', { account: as })] : lines;
}

function deadlineLines({ session, names }: Teller, { deadlines }: Explanation): string[] {
  const { say, terminal } = session;
  if (deadlines.length === 0) return [say('explain.noDeadline')];
  const lines = deadlines.map(row => {
    const party = row.party === null ? '' : say('explain.forParty', { party: names(row.party) });
    return `  • ${say('explain.deadline', { date: dayOf(row.dueAt), outcome: outcomeOf(session, row), rule: ruleOf(session, row), party })}`;
  });
  return [paint(terminal)('strong', say('explain.deadlines', { count: deadlines.length })), ...lines];
}

/** The explanation in sentences, in the language of the reader. */
export function sentences(teller: Teller, told: Explanation): string[] {
  const where = whereLines(teller.session, told);
  if (hasEnded(told) && !waits(told)) return where;
  const next = hasEnded(told) ? [] : [...nextLines(teller, told), ''];
  return [...where, '', ...waitingLines(teller, told), '', ...next, ...deadlineLines(teller, told)];
}
