import { ActivityFailure, ApplicationFailure, isCancellation } from '@temporalio/workflow';
import { attempted, look, worthRemembering, type Lag, type Outcome } from './lags.js';
import { historyGone, type HeadsCompared, type Lagging, type MissingVersions, type SweepingPorts } from './ports.js';
import { ailments, takenOver, type SweepReport } from './report.js';

interface Healing {
  readonly outcome: Outcome;
  readonly events: number;
}

const isGone = (error: unknown): boolean =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.type === historyGone;

/** Announces again what is missing; a stream that cannot be healed must not stop the others. */
async function heal(ports: SweepingPorts, missing: MissingVersions): Promise<Healing> {
  try {
    return { outcome: 'told', events: await ports.reannounceFromHistory(missing) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { outcome: isGone(error) ? 'gone' : 'failed', events: 0 };
  }
}

/** One sweep under way: what it has met so far. */
class Sweeping {
  readonly #ports: SweepingPorts;
  readonly #known: ReadonlyMap<string, Lag>;
  readonly lags = new Map<string, Lag>();
  behind = 0;
  reannounced = 0;

  constructor(ports: SweepingPorts, known: ReadonlyMap<string, Lag>) {
    this.#ports = ports;
    this.#known = known;
  }

  async meet(found: Lagging, page: HeadsCompared): Promise<void> {
    const { lag, todo } = look(this.#known.get(found.stream), found, page);
    if (todo !== 'wait') this.behind += 1;
    this.lags.set(found.stream, todo === 'heal' ? await this.#healed(lag, found, page.readAt) : lag);
  }

  async #healed(lag: Lag, { stream, held, announced }: Lagging, at: number): Promise<Lag> {
    const missing = { stream, from: held + 1, to: announced };
    const { outcome, events } = await heal(this.#ports, missing);
    this.reannounced += events;
    return attempted(lag, missing, outcome, at);
  }
}

/**
 * Compares every page and heals what is lost. `before` is the result of the last sweep: what was announced again lately
 * and did not arrive is left in peace for a while, longer each time, and told as ailing.
 */
export async function sweep(ports: SweepingPorts, before: unknown): Promise<SweepReport> {
  const { lags, reannouncedInAll } = takenOver(before);
  const sweeping = new Sweeping(ports, new Map(Object.entries(lags)));
  let compared = 0;
  let ahead = 0;
  for (let next: string | null = ''; next !== null;) {
    const page: HeadsCompared = await ports.compareHeads(next);
    for (const found of page.lagging) await sweeping.meet(found, page);
    compared += page.compared;
    ahead += page.ahead;
    next = page.nextPage;
  }
  return {
    compared,
    behind: sweeping.behind,
    ahead,
    reannounced: sweeping.reannounced,
    reannouncedInAll: reannouncedInAll + sweeping.reannounced,
    ...ailments(sweeping.lags),
    lags: worthRemembering(sweeping.lags),
  };
}
