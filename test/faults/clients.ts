import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../support/house.js';
import type { Asked } from './decisions.js';

/** An event that an answer promised. */
export interface PromisedEvent {
  readonly type: string;
  readonly version: number;
}

/** A decision with the answer that its client holds: from now on it must never be lost. */
export interface Acknowledged {
  readonly asked: Asked;
  readonly outcome: 'accepted' | 'refused';
  readonly events: readonly PromisedEvent[];
}

/** What all clients have seen together. */
export interface Tally {
  readonly acknowledged: Acknowledged[];
  /** The same command sent once more. */
  retries: number;
  /** Longest time from the first sending of a command to its answer. */
  longestOutageMs: number;
  /** Answers that no caller should ever see: a 5xx that is no problem for people, or has no Retry-After. */
  readonly unclear: string[];
  /** Answers other than network errors that made a client send again, by status. */
  readonly awayAnswers: Map<string, number>;
  /** Set when the run has failed: nobody waits for an answer any more. */
  abandoned: boolean;
}

export const newTally = (): Tally => ({
  acknowledged: [],
  retries: 0,
  longestOutageMs: 0,
  unclear: [],
  awayAnswers: new Map(),
  abandoned: false,
});

const requestTimeoutMs = 30_000;
const betweenAttemptsMs = 150;

/** A command without an answer for this long will never have one: a finding. */
const patienceMs = 300_000;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function send(house: House, { partnership, account, id, type, data }: Asked): Promise<Answer> {
  const reply = await fetch(`${house.stack.addresses.gateway}/v1/partnerships/${partnership}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await house.token(account)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, type, data }),
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: JSON.parse(text) as Record<string, unknown> };
}

const isClear = ({ status, headers, body }: Answer): boolean =>
  status === 503 &&
  headers.get('retry-after') !== null &&
  headers.get('content-type')?.startsWith('application/problem+json') === true &&
  !/\bat .*\.(ts|js):\d+/.test(JSON.stringify(body));

function promised({ status, body }: Answer): readonly PromisedEvent[] {
  if (status === 200) return body['events'] as PromisedEvent[];
  const version = body['version'];
  return typeof version === 'number' ? [{ type: 'CommandRefused', version }] : [];
}

/** Asks until there is an answer, whatever is away meanwhile; the command id never changes. */
export async function askUntilAnswered(house: House, asked: Asked, tally: Tally): Promise<void> {
  const began = Date.now();
  while (!tally.abandoned) {
    if (Date.now() - began > patienceMs) throw new Error(`${asked.type} ${asked.id} of ${asked.partnership} was never answered`);
    const answer = await send(house, asked).catch(() => null);
    if (answer !== null && answer.status < 500 && answer.status !== 429) {
      tally.longestOutageMs = Math.max(tally.longestOutageMs, Date.now() - began);
      tally.acknowledged.push({ asked, outcome: answer.status === 200 ? 'accepted' : 'refused', events: promised(answer) });
      return;
    }
    const seen = answer === null ? 'no answer' : `${answer.status} ${String(answer.body['code'])}`;
    tally.awayAnswers.set(seen, (tally.awayAnswers.get(seen) ?? 0) + 1);
    if (answer !== null && !isClear(answer)) tally.unclear.push(`${seen} ${JSON.stringify(answer.body).slice(0, 300)}`);
    tally.retries += 1;
    await pause(betweenAttemptsMs);
  }
}

/** Clients beside each other, each with one request at a time, until told that it is enough. */
export async function runClients(
  house: House,
  next: () => Asked,
  tally: Tally,
  { clients, isEnough }: { clients: number; isEnough: () => boolean },
): Promise<void> {
  const lane = async (): Promise<void> => {
    while (!isEnough() && !tally.abandoned) await askUntilAnswered(house, next(), tally);
  };
  await Promise.all(Array.from({ length: clients }, lane));
}
