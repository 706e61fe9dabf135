import type { OwnedStreamKind } from '@palabre/contracts';
import type { StreamRef } from '../api/stream-api.js';
import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { argument, textOption, type Typed } from './command-row.js';
import { actionLines, whyNotLines } from './act.commands.js';
import { acceptedLines, dataOption, refusalFailure, requestId } from './request.js';
import { standingLines } from './noun-standing.js';

/** One thing of a kind, as a command names it. */
const refIn = (kind: OwnedStreamKind, typed: Typed): StreamRef => ({ kind, id: argument(typed, 0) });

export type NounRun = (session: Session, typed: Typed) => Promise<void>;

/** Begins one: `type` is the command that opens it. */
export const beginning =
  (kind: OwnedStreamKind, type: string): NounRun =>
  async (session, typed) => {
    const request = { id: requestId(typed), type, data: dataOption(session, typed) ?? {} };
    const opened = await session.api.streams.open(session.as, kind, request);
    if ('outcome' in opened) throw refusalFailure(session, opened);
    const { id, answer } = opened;
    show(session, opened, () => acceptedLines(session, answer, session.say('noun.opened', { id, version: answer.version })));
  };

export const showing =
  (kind: OwnedStreamKind): NounRun =>
  async (session, typed) => {
    const stream = refIn(kind, typed);
    const { streams } = session.api;
    const [standing, state] = await Promise.all([streams.standing(session.as, stream), streams.state(session.as, stream)]);
    show(session, { ...standing, state }, () => standingLines(session, stream.id, standing, state));
  };

export const doing =
  (kind: OwnedStreamKind): NounRun =>
  async (session, typed) => {
    const request = { id: requestId(typed), type: argument(typed, 1), data: dataOption(session, typed) ?? {} };
    const answer = await session.api.streams.command(session.as, refIn(kind, typed), request);
    if (answer.outcome === 'refused') throw refusalFailure(session, answer);
    show(session, answer, () => acceptedLines(session, answer, session.say('noun.accepted', { version: answer.version })));
  };

export const listingActions =
  (kind: OwnedStreamKind): NounRun =>
  async (session, typed) => {
    const open = await session.api.streams.openActions(session.as, refIn(kind, typed));
    show(session, open, () => actionLines(session, kind, typed, open));
  };

export const askingWhyNot =
  (kind: OwnedStreamKind): NounRun =>
  async (session, typed) => {
    const data = dataOption(session, typed);
    const ask = { type: argument(typed, 1), ...(data === null ? {} : { data }) };
    const answer = await session.api.streams.whyNot(session.as, refIn(kind, typed), ask);
    show(session, answer, () => whyNotLines(session, answer));
  };

function neededOption({ say }: Session, typed: Typed, name: string, help: string): string {
  const value = textOption(typed, name);
  if (value !== null) return value;
  const next = say('trouble.seeHelp', { help });
  throw new Failure({ exit: 'bad-input', what: say('trouble.missingArgument', { name: `--${name}` }), next });
}

export async function invite(session: Session, typed: Typed): Promise<void> {
  const { say } = session;
  const count = neededOption(session, typed, 'count', 'palabre campaigns invite --help');
  if (!/^[1-9]\d*$/.test(count)) {
    const what = say('trouble.badValue', { value: count, name: '--count' });
    throw new Failure({ exit: 'bad-input', what, next: say('trouble.expected', { expected: say('expected.count') }) });
  }
  const ask = { id: requestId(typed), count: Number(count) };
  const invited = await session.api.streams.invite(session.as, argument(typed, 0), ask);
  if ('outcome' in invited) throw refusalFailure(session, invited);
  show(session, invited, () => [say('noun.invitations', { count: invited.invitations.length }), ...invited.invitations]);
}

export async function survey(session: Session, typed: Typed): Promise<void> {
  const asked = await session.api.streams.survey(argument(typed, 0));
  session.terminal.out(JSON.stringify(asked, null, 2));
}

export async function answerSurvey(session: Session, typed: Typed): Promise<void> {
  const invitation = neededOption(session, typed, 'invitation', 'palabre campaigns answer --help');
  const { answers = {}, traits = {} } = dataOption(session, typed) ?? {};
  const answer = await session.api.streams.answerSurvey(argument(typed, 0), { id: requestId(typed), invitation, answers, traits });
  if (answer.outcome === 'refused') throw refusalFailure(session, answer);
  show(session, answer, () => [session.say('noun.answered')]);
}
