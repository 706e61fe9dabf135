import { genesisHash } from '@palabre/contracts';
import type { RawRecord, ReceivedEvent, Reading } from '@palabre/event-log';

/** Why a record waits beside the ledger. `gap`, `behind-fork`: it is sound, its place is not reached. The others are alarms. */
export type ParkedProblem = 'malformed' | 'unknown-type' | 'too-new' | 'broken-hash' | 'broken-chain' | 'gap' | 'fork' | 'behind-fork';

export interface Incoming {
  readonly raw: RawRecord;
  readonly reading: Reading;
}

/** A parked record that may find its place now. */
export interface Queued extends Incoming {
  readonly id: bigint;
}

/** What the ledger knows of one stream before a batch. */
export interface StreamStanding {
  readonly version: number;
  readonly hash: string;
  /** A second history was seen: nothing more is appended until an operator has looked. */
  readonly quarantined: boolean;
  readonly queue: readonly Queued[];
}

export interface Parked {
  readonly raw: RawRecord;
  readonly stream: string;
  readonly version: number | null;
  readonly problem: ParkedProblem;
  readonly reason: string;
}

export interface Appended {
  readonly raw: RawRecord;
  readonly event: ReceivedEvent;
}

/** Where every record of a batch goes. */
export interface Placement {
  readonly append: Appended[];
  readonly park: Parked[];
  /** Ids of parked records that are settled now, with the words kept beside them. */
  readonly settle: { id: bigint; settlement: string }[];
  readonly duplicates: number;
}

/** Hash that the ledger holds at a place of a stream, if it holds one. */
export type KnownHash = (stream: string, version: number) => string | undefined;

const place = (stream: string, version: number): string => `${stream}@${version}`;

/** A record that waits: already parked before this batch (with its id), or parked within it. */
type Waiter = { readonly raw: RawRecord; readonly event: ReceivedEvent; readonly id: bigint | null };

interface Head {
  version: number;
  hash: string;
  quarantined: boolean;
  readonly waiting: Map<number, Waiter[]>;
}

const versionOf = (one: Incoming): number | null =>
  one.reading.ok ? one.reading.event.attributes.streamversion : one.reading.problem.version;

const sameRecord = (a: RawRecord, b: RawRecord): boolean => a.headers['ce_hash'] === b.headers['ce_hash'] && a.value.equals(b.value);

/**
 * Decides for each record of a batch, in order: append, drop as duplicate, or park. Pure. A stream continues only with
 * the version after its head whose predecessor hash is the head's; so a poisoned or missing version holds back its own
 * stream, and any sound copy of that version lets it flow again together with what queued behind it.
 */
class Placing {
  readonly #append: Appended[] = [];
  readonly #park = new Map<RawRecord, Parked>();
  readonly #settle = new Map<bigint, string>();
  readonly #heads = new Map<string, Head>();
  readonly #fresh = new Map<string, string>();
  readonly #standings: ReadonlyMap<string, StreamStanding>;
  readonly #known: KnownHash;
  #duplicates = 0;

  constructor(standings: ReadonlyMap<string, StreamStanding>, known: KnownHash) {
    this.#standings = standings;
    this.#known = known;
  }

  take(one: Incoming): void {
    const stream = one.reading.ok ? one.reading.event.attributes.stream : one.reading.problem.stream;
    if (this.#isParkedAlready(stream, one.raw)) this.#duplicates += 1;
    else if (one.reading.ok) {
      this.#takeEvent(one.raw, one.reading.event);
      this.drain(stream);
    } else {
      const { kind, reason, version } = one.reading.problem;
      this.#park.set(one.raw, { raw: one.raw, stream, version, problem: kind, reason });
    }
  }

  /** Appends what waited for the versions after the head, as far as it reaches. */
  drain(stream: string): void {
    const head = this.#head(stream);
    for (let waiting = head.waiting.get(head.version + 1); waiting && !head.quarantined; waiting = head.waiting.get(head.version + 1)) {
      const next = waiting.find(one => one.event.attributes.previoushash === head.hash);
      if (!next) return;
      this.#place(next.raw, next.event);
      if (next.id === null) this.#park.delete(next.raw);
      else this.#settle.set(next.id, 'placed');
    }
  }

  finish(): Placement {
    for (const [stream, standing] of this.#standings) {
      const head = this.#head(stream);
      if (head.quarantined) continue;
      for (const one of standing.queue) {
        const version = versionOf(one);
        if (version === null || version > head.version || this.#settle.has(one.id)) continue;
        this.#settle.set(one.id, 'its place was filled by a sound copy');
      }
    }
    const settle = [...this.#settle].map(([id, settlement]) => ({ id, settlement }));
    return { append: this.#append, park: [...this.#park.values()], settle, duplicates: this.#duplicates };
  }

  #head(stream: string): Head {
    const held = this.#heads.get(stream);
    if (held) return held;
    const found = this.#standings.get(stream);
    const head: Head = {
      version: found?.version ?? 0,
      hash: found?.hash ?? genesisHash,
      quarantined: found?.quarantined ?? false,
      waiting: new Map(),
    };
    this.#heads.set(stream, head);
    for (const { raw, reading, id } of found?.queue ?? []) if (reading.ok) this.#wait(head, { raw, event: reading.event, id });
    return head;
  }

  #wait(head: Head, one: Waiter): void {
    const version = one.event.attributes.streamversion;
    head.waiting.set(version, [...(head.waiting.get(version) ?? []), one]);
  }

  #isParkedAlready(stream: string, raw: RawRecord): boolean {
    return this.#standings.get(stream)?.queue.some(one => one.raw !== raw && sameRecord(one.raw, raw)) ?? false;
  }

  #takeEvent(raw: RawRecord, event: ReceivedEvent): void {
    const { stream, streamversion: version, hash, previoushash } = event.attributes;
    const head = this.#head(stream);
    const held = this.#fresh.get(place(stream, version)) ?? (version <= head.version ? this.#known(stream, version) : undefined);
    const park = (problem: ParkedProblem, reason: string): void => void this.#park.set(raw, { raw, stream, version, problem, reason });
    if (held === hash) this.#duplicates += 1;
    else if (held !== undefined) {
      head.quarantined = true;
      park('fork', `version ${version} is held with hash ${held.slice(0, 12)}…, this record has ${hash.slice(0, 12)}…`);
    } else if (head.quarantined) park('behind-fork', 'its stream has two histories and is in quarantine');
    else if (version > head.version + 1) {
      park('gap', `version ${head.version + 1} has not arrived`);
      this.#wait(head, { raw, event, id: null });
    } else if (previoushash !== head.hash) park('broken-chain', `it does not follow version ${head.version} of its stream`);
    else this.#place(raw, event);
  }

  #place(raw: RawRecord, event: ReceivedEvent): void {
    const { stream, streamversion, hash } = event.attributes;
    const head = this.#head(stream);
    head.version = streamversion;
    head.hash = hash;
    this.#fresh.set(place(stream, streamversion), hash);
    this.#append.push({ raw, event });
  }
}

export function placeRecords(incoming: readonly Incoming[], standings: ReadonlyMap<string, StreamStanding>, known: KnownHash): Placement {
  const placing = new Placing(standings, known);
  for (const one of incoming) placing.take(one);
  for (const [stream, { queue }] of standings) if (queue.length > 0) placing.drain(stream);
  return placing.finish();
}
