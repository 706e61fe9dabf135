import { isStuck, type Lag, type Lags, type Outcome } from './lags.js';

/** A stream that lags and does not heal. */
export interface Ailing {
  readonly stream: string;
  /**
   * `failed`: announcing again did not work. `gone`: no run is left to announce from. `stuck`: announced again and
   * again, and the ledger does not take it, for it does not chain or is parked.
   */
  readonly because: Exclude<Outcome, 'told'> | 'stuck';
  /** Version behind which the ledger stands. */
  readonly held: number;
  readonly attempts: number;
}

/** What one whole sweep found and did, and what the next one needs to know: a scheduled run is given the result of the last. */
export interface SweepReport {
  readonly compared: number;
  /** Streams of which versions are lost: longer under way than the grace time. */
  readonly behind: number;
  /** Streams of which the ledger holds more than was ever announced. */
  readonly ahead: number;
  /** Events announced again. */
  readonly reannounced: number;
  /** Events announced again by this and all earlier sweeps. */
  readonly reannouncedInAll: number;
  /** Streams that could not be announced again; they are tried again soon. */
  readonly failed: number;
  /** Streams of which no run is left that announced what is missing. */
  readonly gone: number;
  /** Streams that do not heal although they were announced again several times. */
  readonly stuck: number;
  /** The first of the streams that do not heal. */
  readonly ailing: readonly Ailing[];
  readonly lags: Lags;
}

const ailingShown = 20;

/** Why a stream counts as ailing; null while it may still heal. */
export function reasonOf(lag: Lag): Ailing['because'] | null {
  if (lag.outcome === 'failed' || lag.outcome === 'gone') return lag.outcome;
  return isStuck(lag) ? 'stuck' : null;
}

/** The streams that do not heal, counted by reason, the first of them by name. */
export function ailments(lags: ReadonlyMap<string, Lag>): Pick<SweepReport, 'failed' | 'gone' | 'stuck' | 'ailing'> {
  const ailing = [...lags].flatMap(([stream, lag]): Ailing[] => {
    const because = reasonOf(lag);
    return because === null ? [] : [{ stream, because, held: lag.held, attempts: lag.attempts }];
  });
  const count = (reason: Ailing['because']): number => ailing.filter(({ because }) => because === reason).length;
  return { failed: count('failed'), gone: count('gone'), stuck: count('stuck'), ailing: ailing.slice(0, ailingShown) };
}

/** What a sweep takes over from the one before; nothing from a first one, or from one that told something else. */
export function takenOver(result: unknown): Pick<SweepReport, 'lags' | 'reannouncedInAll'> {
  const known = (typeof result === 'object' && result !== null ? result : {}) as Partial<SweepReport>;
  return { lags: known.lags ?? {}, reannouncedInAll: known.reannouncedInAll ?? 0 };
}
