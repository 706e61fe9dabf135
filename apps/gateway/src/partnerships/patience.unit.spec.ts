import { describe, expect, it } from 'vitest';
import { newCounters, Patient } from './patience.js';
import { Outage, type Reply } from './workflows.port.js';

const away = new Outage('away', 'gRPC status 14');

/** Replies in order; the last one for ever. Counts the attempts. */
const inOrder = (...replies: (Reply<string> | Error)[]) => {
  const attempts = { made: 0 };
  const attempt = async (): Promise<Reply<string>> => {
    const reply = replies[Math.min(attempts.made, replies.length - 1)];
    attempts.made += 1;
    if (reply === undefined || reply instanceof Error) throw reply;
    return reply;
  };
  return { attempt, attempts };
};

const answered: Reply<string> = { kind: 'answered', value: 'yes' };

describe('patience on behalf of the caller', () => {
  it('an answer, a refusal, an ended and an unknown file settle at once', async () => {
    for (const reply of [answered, { kind: 'ended' }, { kind: 'unknown' }] as const) {
      const { attempt, attempts } = inOrder(reply);
      expect(await new Patient({ drainingMs: 100, outageMs: 100 }, newCounters()).settle(attempt)).toEqual(reply);
      expect(attempts.made).toBe(1);
    }
  });

  it('draining and outages have budgets of their own: one does not eat the other', async () => {
    const patient = new Patient({ drainingMs: 500, outageMs: 500 }, newCounters());
    const { attempt, attempts } = inOrder({ kind: 'draining' }, away, { kind: 'draining' }, answered);
    expect(await patient.settle(attempt)).toEqual(answered);
    expect(attempts.made).toBe(4);
    expect(patient.counters).toMatchObject({ drainingRetries: 2, outageRetries: 1, givenUp: 0 });
    expect(patient.counters.latestOutageAt).toMatch(/Z$/);
  });

  it('an outage that outlasts the budget comes through, counted', async () => {
    const patient = new Patient({ drainingMs: 10_000, outageMs: 200 }, newCounters());
    await expect(patient.settle(inOrder(away).attempt)).rejects.toBe(away);
    expect(patient.counters.givenUp).toBe(1);
  });

  it('a partnership that never stops draining ends as an answer that did not come', async () => {
    const patient = new Patient({ drainingMs: 120, outageMs: 10_000 }, newCounters());
    await expect(patient.settle(inOrder({ kind: 'draining' }).attempt)).rejects.toMatchObject({ kind: 'no-answer' });
    expect(patient.counters).toMatchObject({ outageRetries: 0, givenUp: 1 });
  });

  it('a bug is not repeated', async () => {
    const bug = new Error('bug');
    const { attempt, attempts } = inOrder(bug);
    await expect(new Patient({ drainingMs: 100, outageMs: 100 }, newCounters()).settle(attempt)).rejects.toBe(bug);
    expect(attempts.made).toBe(1);
  });
});
