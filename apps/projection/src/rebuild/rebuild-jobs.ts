import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Logger } from '@palabre/event-log';
import type { Projection } from '../projections/projection.js';
import { rebuild, type EqualityReport } from './rebuild.js';

/** A rebuild as the operator follows it. `done` and `total` are positions of the ledger. */
export interface RebuildJob {
  readonly id: string;
  readonly model: string;
  readonly state: 'running' | 'switched' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly report: EqualityReport | { readonly error: string } | null;
}

/** Progress is told this often: a commit for each page would cost more than the page. */
const tellEveryMs = 200;

const selectJob = `SELECT jsonb_build_object('id', id, 'model', model, 'state', state, 'done', done, 'total', total,
  'startedAt', started_at, 'finishedAt', finished_at, 'report', report) AS job FROM rebuild_job`;

/** Rebuilds, one at a time in this process; each leaves a row that any process can show. */
export class RebuildJobs {
  readonly #pool: Pool;
  readonly #logger: Logger;
  #queue: Promise<void> = Promise.resolve();

  constructor(ownerPool: Pool, logger: Logger) {
    this.#pool = ownerPool;
    this.#logger = logger;
  }

  /** Starts a rebuild and answers at once with its id. */
  async start(projection: Projection): Promise<string> {
    const id = randomUUID();
    await this.#pool.query("INSERT INTO rebuild_job (id, model, generation, state) VALUES ($1, $2, 0, 'running')", [id, projection.name]);
    this.#queue = this.#queue.then(() => this.#run(id, projection));
    return id;
  }

  async find(id: string): Promise<RebuildJob | null> {
    const { rows } = await this.#pool.query<{ job: RebuildJob }>(`${selectJob} WHERE id = $1`, [id]);
    return rows[0]?.job ?? null;
  }

  /** The newest jobs first. */
  async list(): Promise<RebuildJob[]> {
    const { rows } = await this.#pool.query<{ job: RebuildJob }>(`${selectJob} ORDER BY started_at DESC LIMIT 50`);
    return rows.map(row => row.job);
  }

  settled(): Promise<void> {
    return this.#queue;
  }

  async #run(id: string, projection: Projection): Promise<void> {
    let toldAt = 0;
    const progress = async (done: bigint, total: bigint): Promise<void> => {
      const now = performance.now();
      if (done < total && now - toldAt < tellEveryMs) return;
      toldAt = now;
      await this.#pool.query('UPDATE rebuild_job SET done = $2, total = $3 WHERE id = $1', [id, done.toString(), total.toString()]);
    };
    try {
      const report = await rebuild({ pool: this.#pool, projection, logger: this.#logger, progress });
      this.#logger.info(
        { ...report },
        report.equal ? 'read model rebuilt: same rows' : 'read model rebuilt: rows differed, the rebuilt ones are shown',
      );
      await this.#finish(id, 'switched', report, report.after.generation);
    } catch (error) {
      this.#logger.error({ model: projection.name, error: String(error) }, 'a rebuild failed; readers keep the generation shown');
      await this.#finish(id, 'failed', { error: String(error) }, 0).catch(() => undefined);
    }
  }

  async #finish(id: string, state: string, report: object, generation: number): Promise<void> {
    await this.#pool.query('UPDATE rebuild_job SET state = $2, report = $3, generation = $4, finished_at = now() WHERE id = $1', [
      id,
      state,
      JSON.stringify(report),
      generation,
    ]);
  }
}
