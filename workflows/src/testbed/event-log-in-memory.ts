import type { EventEnvelope } from '@palabre/contracts';

/** Stands for the event log: keeps what is announced, and can be away. */
export class EventLogInMemory {
  readonly #taken: EventEnvelope[] = [];
  readonly batches: number[] = [];
  #away = false;
  attempts = 0;

  async take(batch: readonly EventEnvelope[]): Promise<void> {
    this.attempts += 1;
    if (this.#away) throw new Error('the event log is away');
    this.batches.push(batch.length);
    this.#taken.push(...batch);
  }

  goAway(): void {
    this.#away = true;
  }

  comeBack(): void {
    this.#away = false;
  }

  of(id: string): readonly EventEnvelope[] {
    return this.#taken.filter(({ attributes }) => attributes.subject === id);
  }

  versionsOf(id: string): number[] {
    return this.of(id).map(({ attributes }) => attributes.streamversion);
  }

  typesOf(id: string): string[] {
    return this.of(id).map(({ attributes }) => attributes.type);
  }
}

/** 1, 2, 3 … up to a version. */
export const upTo = (version: number): number[] => Array.from({ length: version }, (_, place) => place + 1);
