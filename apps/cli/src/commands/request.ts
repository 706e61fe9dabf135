import { randomUUID } from 'node:crypto';
import { isEventType, events } from '@palabre/contracts';
import type { Accepted, Answer, Refused, Request } from '../api/request.js';
import { salted } from '../api/salted.js';
import { Failure, type Trouble } from '../failure.js';
import { show, spoken, textOf, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { textOption, type OptionRow, type Typed } from './command-row.js';

/** Options of every command that changes something. */
export const requestOptions: readonly OptionRow[] = [{ flags: '--id <id>', says: 'option.id' }];

/** The client's own id of a request: named by the person, who may then repeat it, or new. */
export const requestId = (typed: Typed): string => textOption(typed, 'id') ?? `cli.${randomUUID()}`;

const exits: Readonly<Record<number, Trouble['exit']>> = {
  400: 'bad-input',
  403: 'not-permitted',
  404: 'bad-input',
  413: 'bad-input',
  422: 'bad-input',
};

/** A refused request as the end of a command. */
export function refusalFailure(session: Pick<Session, 'terminal'>, refused: Refused): Failure {
  const { language } = session.terminal;
  const { code, rule, reason, next } = refused.refusal;
  return new Failure({
    exit: exits[refused.status] ?? 'refused',
    what: reason[language],
    code,
    rule,
    next: next[language],
    fields: refused.fields,
  });
}

/** What was accepted; `heading` instead of the sentence about a partnership. */
export function acceptedLines(
  session: Session,
  answer: Accepted,
  heading = session.say('do.accepted', { version: answer.version }),
): string[] {
  const tone = paint(session.terminal);
  const facts = answer.events.map(({ type, version }) => `  ${version}  ${isEventType(type) ? spoken(session, events[type].says) : type}`);
  const warnings = answer.warnings.map(warning =>
    tone('warm', `! ${spoken(session, warning.reason)} (${session.say('trouble.rule', { rule: warning.rule })})`),
  );
  return [tone('good', heading), ...facts, ...warnings];
}

/** Sends a command and shows its answer. Throws Failure when it is refused. */
export async function sendCommand(session: Session, partnership: string, request: Request): Promise<Accepted> {
  const answer: Answer = await session.api.command(session.as, partnership, salted(request));
  if (answer.outcome === 'refused') throw refusalFailure(session, answer);
  show(session, answer, () => acceptedLines(session, answer));
  return answer;
}

/** The object behind `--data`: JSON, or `@file`. */
export function dataOption(session: Session, typed: Typed): Readonly<Record<string, unknown>> | null {
  const given = textOption(typed, 'data');
  if (given === null) return null;
  const text = given.startsWith('@') ? textOf(given.slice(1), session.say) : given;
  const fail = (message: string): Failure =>
    new Failure({ exit: 'bad-input', what: session.say('trouble.json', { message }), next: session.say('trouble.jsonNext') });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw fail(error instanceof Error ? error.message : '');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail('{ … }');
  return value as Readonly<Record<string, unknown>>;
}
