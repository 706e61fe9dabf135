import { createHash } from 'node:crypto';
import type { EventAttributes } from '@palabre/contracts';
import { fromRecord, type RawRecord } from '@palabre/event-log';
import { ledgerEvent, projections, type LedgerEvent, type ModelRow, type Projection } from '@palabre/projection';
import type { DataSource, Repository } from 'typeorm';
import { NaiveEvent, NaiveOffset } from './naive-entities.js';

/** TypeORM reads instants as dates; projectors know them as ISO texts. */
const withInstants = (row: ModelRow): ModelRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : (value as unknown)]),
  ) as never;

/**
 * A message handler as the Nest and TypeORM documentation show it (`@EventPattern` with injected repositories): one message at a
 * time, `save` for the event, find and `save` for each row of each read model, `save` for the offset. Nest and the Kafka client around
 * it are left out, which makes it faster than it would be. It uses the same projectors, so that its rows can be compared.
 */
export class NaiveHandler {
  readonly #events: Repository<NaiveEvent>;
  readonly #offsets: Repository<NaiveOffset>;
  readonly #models: readonly { readonly projection: Projection; readonly rows: Repository<ModelRow> }[];

  constructor(source: DataSource) {
    this.#events = source.getRepository(NaiveEvent);
    this.#offsets = source.getRepository(NaiveOffset);
    this.#models = projections.map(projection => ({ projection, rows: source.getRepository(projection.entity) }));
  }

  async handle(message: RawRecord): Promise<void> {
    const reading = fromRecord(message);
    if (!reading.ok) throw new Error(reading.problem.reason);
    const { attributes, data, dataText } = reading.event;
    await this.#saveEvent(attributes, data as object, dataText);
    const event = ledgerEvent(message.offset + 1n, attributes, data, dataText);
    for (const { projection, rows } of this.#models) await this.#project(projection, rows, event);
    await this.#offsets.save({ partition: message.partition, next: String(message.offset + 1n) });
  }

  async #saveEvent(attributes: EventAttributes, payload: object, text: string): Promise<void> {
    const { id, stream, streamversion: version, type, time, actor, cause } = attributes;
    const hash = createHash('sha256').update(JSON.stringify(attributes)).update(text).digest('hex');
    await this.#events.save({ id, stream, version, type, recordedAt: new Date(time), actor, cause, hash, attributes, payload });
  }

  async #project(projection: Projection, repository: Repository<ModelRow>, event: LedgerEvent): Promise<void> {
    const handler = projection.on[event.type] as ((event: LedgerEvent, rows: Map<string, ModelRow>) => readonly object[]) | undefined;
    if (!projection.always && !handler) return;
    const found = projection.readsRows ? await repository.findBy({ partnership: event.partnership }) : [];
    const rows = new Map(found.map(row => [row.part, withInstants(row)]));
    for (const step of [projection.always, handler]) {
      for (const change of step?.(event, rows) ?? []) {
        if ('put' in change) {
          const row = change.put as ModelRow;
          await repository.save({ ...row });
          rows.set(row.part, row);
        } else if ('drop' in change) {
          await repository.delete({ partnership: event.partnership, part: String(change.drop) });
        }
      }
    }
  }
}
