import type { EventEnvelope } from '@palabre/contracts';
import { condition } from '@temporalio/workflow';
import type { Announce } from './ports.js';

/** Most events in one batch. */
const batchEvents = 100;

/** Most characters of JSON in one batch: well below the server's limit of 2 MB for one payload. */
const batchCharacters = 200_000;

/** As many events from the front as fit into one batch; always at least one. */
export function firstBatch(waiting: readonly EventEnvelope[]): readonly EventEnvelope[] {
  let characters = 0;
  const fits = waiting.slice(0, batchEvents).findIndex((envelope, place) => {
    characters += JSON.stringify(envelope).length;
    return place > 0 && characters > batchCharacters;
  });
  return waiting.slice(0, fits === -1 ? batchEvents : fits);
}

/**
 * The one way out for events: decided events wait here and leave in order, one batch in flight at a time, so that
 * whatever was decided during one announcement goes out together with the next.
 */
export class AnnouncingPump {
  #waiting: readonly EventEnvelope[] = [];
  #announcedVersion: number;
  readonly #announce: Announce;

  constructor(announcedVersion: number, announce: Announce) {
    this.#announcedVersion = announcedVersion;
    this.#announce = announce;
  }

  /** Version up to which every event is known to be in the event log. */
  get announcedVersion(): number {
    return this.#announcedVersion;
  }

  /** True when nothing waits and nothing is in flight. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  push(decided: readonly EventEnvelope[]): void {
    this.#waiting = [...this.#waiting, ...decided];
  }

  /** Announces for ever. */
  async run(): Promise<never> {
    for (;;) {
      await condition(() => !this.isEmpty);
      const batch = firstBatch(this.#waiting);
      await this.#announceOrStop(batch);
      this.#waiting = this.#waiting.slice(batch.length);
      this.#announcedVersion = batch.at(-1)?.attributes.streamversion ?? this.#announcedVersion;
    }
  }

  /**
   * Announcing is retried without end, so a failure that arrives here is a bug. A plain error fails the workflow task,
   * which is retried and shown in health; the activity's own failure would end the partnership.
   */
  async #announceOrStop(batch: readonly EventEnvelope[]): Promise<void> {
    try {
      await this.#announce(batch);
    } catch (cause) {
      throw new Error('The announcing port gave up, which it must never do: events wait in the workflow', { cause });
    }
  }
}
