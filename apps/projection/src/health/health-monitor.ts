import type { Pool } from 'pg';
import type { LogObserver, Logger } from '@palabre/event-log';
import { Lag } from './lag.js';

const lookEveryMs = 1_000;
/** The log's head was not seen for this long: nobody knows whether we are behind. */
const blindAfterMs = 15_000;

export interface Health {
  readonly status: 'ok' | 'degraded' | 'unhealthy';
  /** What is wrong, in words; empty when all is well. */
  readonly problems: readonly string[];
  /** Events in the log that the ledger does not hold yet, and since when there are any. */
  readonly ledgerLag: { readonly events: number | null; readonly seconds: number };
  /** Events in the ledger that the read models do not show yet. */
  readonly modelLag: { readonly events: number | null; readonly seconds: number };
  readonly position: string | null;
  readonly parked: { readonly streams: number; readonly forks: number };
  readonly stalledRows: number;
  readonly worker: unknown;
}

interface Figures {
  readonly position: bigint;
  readonly shown: bigint;
  readonly checkpoints: ReadonlyMap<number, bigint>;
  readonly parked: number;
  readonly forks: number;
  readonly stalls: number;
}

export interface HealthOptions {
  readonly pool: Pool;
  readonly observer: LogObserver;
  readonly topic: string;
  readonly workerHealth: string | null;
  readonly logger: Logger;
}

/** Looks once a second at the log's head, our place in it, the ledger and the read models. */
export class HealthMonitor {
  readonly #options: HealthOptions;
  readonly #ledger = new Lag();
  readonly #models = new Lag();
  #figures: Figures | null = null;
  #logSeenAt = Date.now();
  #databaseSeen = false;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: HealthOptions) {
    this.#options = options;
  }

  /** Resolves after the first look at the database; the event log may take longer to answer. */
  async start(): Promise<void> {
    await this.#lookAtDatabase();
    const again = (): void => {
      this.#looking = this.#look().finally(() => {
        if (this.#timer) this.#timer = setTimeout(again, lookEveryMs).unref();
      });
    };
    this.#timer = setTimeout(again, 0).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#looking;
    await this.#options.observer.close().catch(() => undefined);
  }

  async #look(): Promise<void> {
    await this.#lookAtDatabase();
    await this.#lookAtLog();
  }

  async #lookAtDatabase(): Promise<void> {
    try {
      this.#figures = await this.#read();
      this.#databaseSeen = true;
      this.#models.see(this.#figures.position - this.#figures.shown, this.#figures.shown);
    } catch (error) {
      this.#databaseSeen = false;
      this.#options.logger.debug({ error: String(error) }, 'health cannot see the database');
    }
  }

  async #lookAtLog(): Promise<void> {
    try {
      const { extents } = await this.#options.observer.describe();
      this.#logSeenAt = Date.now();
      let behind = 0n;
      let place = 0n;
      for (const [partition, { low, high }] of extents) {
        const next = this.#figures?.checkpoints.get(partition) ?? low;
        place += next;
        behind += high > next ? high - next : 0n;
      }
      this.#ledger.see(behind, place);
    } catch (error) {
      this.#options.logger.debug({ error: String(error) }, 'health cannot see the head of the event log');
    }
  }

  async report(): Promise<Health> {
    const worker = await this.#askWorker();
    const figures = this.#figures;
    const grave: string[] = [];
    const mild: string[] = [];
    if (!this.#databaseSeen) grave.push('the database does not answer');
    if (Date.now() - this.#logSeenAt > blindAfterMs) grave.push('the head of the event log cannot be read');
    if (this.#ledger.isStuck) grave.push('the event log moves and the ledger does not');
    if (this.#models.isStuck) grave.push('the ledger moves and the read models do not');
    if (figures && figures.forks > 0) mild.push(`${figures.forks} streams have two histories and are in quarantine`);
    if (figures && figures.parked > 0) mild.push(`${figures.parked} streams are parked`);
    if (figures && figures.stalls > 0) mild.push(`${figures.stalls} rows of read models stay behind until a rebuild`);
    if (worker.fault !== null) mild.push(worker.fault);
    return {
      status: grave.length > 0 ? 'unhealthy' : mild.length > 0 ? 'degraded' : 'ok',
      problems: [...grave, ...mild],
      ledgerLag: this.#ledger.shown(),
      modelLag: this.#models.shown(),
      position: figures?.position.toString() ?? null,
      parked: { streams: figures?.parked ?? 0, forks: figures?.forks ?? 0 },
      stalledRows: figures?.stalls ?? 0,
      worker: worker.answer,
    };
  }

  async #read(): Promise<Figures> {
    const { pool, topic } = this.#options;
    const { rows } = await pool.query<{
      position: string;
      shown: string;
      parked: number;
      forks: number;
      stalls: number;
      checkpoints: Record<string, string>;
    }>({
      name: 'health',
      text: `SELECT (SELECT position FROM ledger_counter) AS position,
               (SELECT coalesce(min(position), 0) FROM read_model WHERE status = 'live') AS shown,
               (SELECT count(DISTINCT stream)::int FROM parked_record WHERE settled_at IS NULL) AS parked,
               (SELECT count(DISTINCT stream)::int FROM parked_record WHERE settled_at IS NULL AND problem = 'fork') AS forks,
               (SELECT count(*)::int FROM read_model_stall JOIN read_model USING (model, generation) WHERE status = 'live') AS stalls,
               (SELECT coalesce(json_object_agg(partition, next_offset::text), '{}') FROM log_checkpoint WHERE topic = $1) AS checkpoints`,
      values: [topic],
    });
    const row = rows[0];
    const checkpoints = new Map(Object.entries(row?.checkpoints ?? {}).map(([partition, offset]) => [Number(partition), BigInt(offset)]));
    return {
      position: BigInt(row?.position ?? '0'),
      shown: BigInt(row?.shown ?? '0'),
      checkpoints,
      parked: row?.parked ?? 0,
      forks: row?.forks ?? 0,
      stalls: row?.stalls ?? 0,
    };
  }

  async #askWorker(): Promise<{ answer: unknown; fault: string | null }> {
    const address = this.#options.workerHealth;
    if (address === null) return { answer: null, fault: null };
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(1_000) });
      const body: unknown = await answer.json();
      return { answer: body, fault: answer.ok ? null : 'the worker says that it is not well' };
    } catch {
      return { answer: null, fault: 'the worker does not answer' };
    }
  }
}
