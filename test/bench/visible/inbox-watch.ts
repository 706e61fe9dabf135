import type { House } from '../../support/house.js';

/** A proposal that has been sent and has not been seen yet. */
interface Awaited {
  readonly version: number;
  readonly seen: (at: number) => void;
}

interface InboxItem {
  readonly subject: { readonly kind: string; readonly version: number } | null;
}

/**
 * Another user's screen: a live stream of what moved, and at each move the inbox of that partnership, as the partner's
 * representative reads it.
 */
export class InboxWatch {
  readonly #house: House;
  readonly #account: string;
  readonly #awaited = new Map<string, Awaited[]>();
  readonly #ending = new AbortController();
  #listening: Promise<void> = Promise.resolve();

  constructor(house: House, account: string) {
    this.#house = house;
    this.#account = account;
  }

  async open(): Promise<void> {
    const reply = await fetch(`${this.#house.stack.addresses.projection}/v1/live`, {
      headers: { authorization: `Bearer ${await this.#house.token(this.#account)}`, accept: 'text/event-stream' },
      signal: this.#ending.signal,
    });
    if (!reply.ok || !reply.body) throw new Error(`the live stream was answered ${reply.status}`);
    this.#listening = this.#listen(reply.body).catch((reason: unknown) => {
      if (!this.#ending.signal.aborted) throw reason;
    });
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#listening;
  }

  /** Resolves with the moment at which this version of the budget, or a later one, is in the inbox. */
  untilSeen(partnership: string, version: number): Promise<number> {
    return new Promise(seen => {
      this.#awaited.set(partnership, [...(this.#awaited.get(partnership) ?? []), { version, seen }]);
    });
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const partnership = /^data: \{"partnership":"([^"]+)"/.exec(line)?.[1];
        if (partnership !== undefined && this.#awaited.has(partnership)) void this.#look(partnership);
      }
    }
  }

  async #look(partnership: string): Promise<void> {
    const reply = await this.#house.call(this.#account, 'GET', `/v1/inbox?partnership=${partnership}`);
    const now = performance.now();
    const items = reply.body['items'] as readonly InboxItem[];
    const shown = Math.max(0, ...items.map(({ subject }) => (subject?.kind === 'budget' ? subject.version : 0)));
    const waiting = this.#awaited.get(partnership) ?? [];
    for (const one of waiting) if (one.version <= shown) one.seen(now);
    const left = waiting.filter(one => one.version > shown);
    if (left.length > 0) this.#awaited.set(partnership, left);
    else this.#awaited.delete(partnership);
  }
}
