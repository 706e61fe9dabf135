import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../spec/servers.js';
import { RunningBench, type Who } from '../spec/running.js';
import { Story } from '../spec/story.js';

const bench = new RunningBench();
const story = Story.opened('p-live');
const elsewhere = Story.opened('p-live-elsewhere', 'Elsewhere', 'org-x', 'org-y');

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly data: string;
}

/** A reader of a live stream; what it heard so far, and the place at which it stands. */
class Reader {
  readonly heard: Heard[] = [];
  readonly #leaving = new AbortController();
  #text = '';

  static async at(path: string, who: Who, lastEventId?: string): Promise<Reader> {
    const reader = new Reader();
    const headers = { authorization: `Bearer ${who}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
    const answer = await fetch(`${bench.origin}${path}`, { headers, signal: reader.#leaving.signal });
    expect(answer.status).toBe(200);
    void reader.#listen(answer.body as ReadableStream<Uint8Array>).catch(() => undefined);
    return reader;
  }

  leave(): void {
    this.#leaving.abort();
  }

  async hears(partnership: string, version: number): Promise<void> {
    const data = JSON.stringify({ partnership, version });
    await eventually(
      () => this.heard.map(one => one.data),
      seen => seen.includes(data),
    );
  }

  get lastId(): string {
    return this.heard.at(-1)?.id ?? '';
  }

  get moves(): string[] {
    return this.heard.filter(one => one.type === 'moved').map(one => one.data);
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      this.#text += decoder.decode(chunk, { stream: true });
      const messages = this.#text.split('\n\n');
      this.#text = messages.pop() ?? '';
      for (const message of messages) {
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1] ?? '';
        if (field('event') !== '') this.heard.push({ type: field('event'), id: field('id'), data: field('data') });
      }
    }
  }
}

const moved = (partnership: string, version: number): string => JSON.stringify({ partnership, version });

async function tell(one: Story, words: number): Promise<number> {
  const from = one.envelopes.length;
  await bench.announcer.announce(one.talk(words).envelopes.slice(from));
  await eventually(
    async () => (await bench.ask('auditor', `/v1/partnerships/${one.id}`)).body['version'],
    version => version === one.envelopes.length,
  );
  return one.envelopes.length;
}

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce([...story.envelopes, ...elsewhere.envelopes]);
  await tell(story, 1);
  await tell(elsewhere, 1);
});

afterAll(() => bench.close());

describe('a live stream that was cut', () => {
  it('MDM-17: over all partnerships tells on return what moved meanwhile, once, and only of those that the reader may see', async () => {
    const before = await Reader.at('/v1/live', 'partner');
    await eventually(
      () => before.heard.length,
      count => count > 0,
    );
    before.leave();
    expect(before.heard).toMatchObject([{ type: 'ready', id: expect.stringMatching(/^ledger@\d+$/) as string }]);
    await tell(elsewhere, 1);
    const version = await tell(story, 3);
    const after = await Reader.at('/v1/live', 'partner', before.lastId);
    await after.hears('p-live', version);
    const next = await tell(story, 1);
    await after.hears('p-live', next);
    after.leave();
    expect(after.moves).toEqual([moved('p-live', version), moved('p-live', next)]);
    const again = await Reader.at('/v1/live', 'partner', after.lastId);
    await again.hears('p-live', await tell(story, 1));
    again.leave();
    expect(again.moves).toHaveLength(1);
  });

  it('over one partnership begins with the version shown, and on return only with what is newer', async () => {
    const version = story.envelopes.length;
    const first = await Reader.at('/v1/partnerships/p-live/live', 'host');
    await first.hears('p-live', version);
    first.leave();
    const same = await Reader.at('/v1/partnerships/p-live/live', 'host', `p-live@${version}`);
    const next = await tell(story, 2);
    await same.hears('p-live', next);
    same.leave();
    expect(same.moves).not.toContain(moved('p-live', version));
    expect(same.lastId).toBe(`p-live@${next}`);
  });

  it('in its own ear hears, once it listens again, what moved while it was deaf', async () => {
    const reader = await Reader.at('/v1/live', 'partner');
    await eventually(
      () => reader.heard.length,
      count => count > 0,
    );
    const cut =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%listener'";
    await bench.change(cut);
    await reader.hears('p-live', await tell(story, 1));
    reader.leave();
  });

  it('at a place far behind, or of another ledger, is told to read the lists anew', async () => {
    const reader = await Reader.at('/v1/live', 'partner', 'ledger@999999999');
    await eventually(
      () => reader.heard.map(one => one.type),
      types => types.includes('reload'),
    );
    await reader.hears('p-live', await tell(story, 1));
    reader.leave();
    expect(reader.moves).toHaveLength(1);
  });

  it('takes no id of another stream: 400, never a stream that starts somewhere', async () => {
    const asked = (path: string, id: string) => bench.ask('host', path, undefined, { 'last-event-id': id });
    for (const id of ['p-live@3', 'ledger@', 'ledger@x', '12', '@1']) expect((await asked('/v1/live', id)).status, id).toBe(400);
    for (const id of ['ledger@3', 'p-other@3', 'p-live@-1']) expect((await asked('/v1/partnerships/p-live/live', id)).status, id).toBe(400);
  });
});
