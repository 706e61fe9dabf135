import type { HeadsCompared, Lagging, MissingVersions } from './ports.js';

/** What became of the last attempt to heal a stream. */
export type Outcome = 'told' | 'failed' | 'gone';

/** What sweeps remember of a stream that lags, from one to the next. */
export interface Lag {
  /** Head of the ledger. When it moves, the stream is alive and everything below starts anew. */
  readonly held: number;
  /** Since when the ledger stands there, in milliseconds. */
  readonly since: number;
  /** How often missing versions were announced again, or tried to be, since then. */
  readonly attempts: number;
  /** Last version of the newest attempt; 0 before the first. */
  readonly told: number;
  readonly outcome: Outcome | null;
  /** No attempt before this instant, in milliseconds. */
  readonly notBefore: number;
}

export type Lags = Readonly<Record<string, Lag>>;

/** The pause after the first attempt; it doubles with each further one. */
const firstPauseMs = 10_000;

/** An outage ends, and then nobody should wait long; a stream that does not take what it is told may wait. */
const longestPauseMs: Readonly<Record<Outcome, number>> = { failed: 60_000, told: 3_600_000, gone: 3_600_000 };

/** A ledger that did not move after so many announcements will not by itself: health tells. */
export const stuckAfterAttempts = 3;

/** After so many, some hours later, a stream is told again only when its workflow has something new to tell. */
const attemptsInVain = 12;

/** Remembered at most: what is handed from sweep to sweep must stay small. A forgotten stream begins anew. */
const remembered = 1_000;

const pauseAfter = (attempts: number, outcome: Outcome): number =>
  Math.min(firstPauseMs * 2 ** Math.max(0, attempts - 1), longestPauseMs[outcome]);

const begun = (held: number, since: number): Lag => ({ held, since, attempts: 0, told: 0, outcome: null, notBefore: 0 });

/** What is to be done about a stream that lags: `heal` it, `rest` because it was tried lately, or `wait` for what is on its way. */
export interface Look {
  readonly lag: Lag;
  readonly todo: 'heal' | 'rest' | 'wait';
}

/**
 * Looks at a stream that lags, with what earlier sweeps remember of it. A stream nobody knew as lagging is healed at
 * once when its last announcement is older than the grace time; one whose ledger has just moved is given the grace time.
 */
export function look(known: Lag | undefined, found: Lagging, { readAt, graceMs }: Pick<HeadsCompared, 'readAt' | 'graceMs'>): Look {
  const lag = known !== undefined && known.held === found.held ? known : begun(found.held, readAt);
  const hasJustMoved = known !== undefined && known !== lag;
  const standsSince = hasJustMoved ? readAt : Math.min(lag.since, found.committedAt ?? readAt);
  if (readAt - standsSince < graceMs) return { lag, todo: 'wait' };
  const isInVain = lag.attempts >= attemptsInVain && found.announced <= lag.told;
  return { lag, todo: isInVain || readAt < lag.notBefore ? 'rest' : 'heal' };
}

/** The lag after an attempt. */
export function attempted(lag: Lag, { to }: MissingVersions, outcome: Outcome, at: number): Lag {
  const attempts = lag.attempts + 1;
  return { ...lag, attempts, told: to, outcome, notBefore: at + pauseAfter(attempts, outcome) };
}

export const isStuck = ({ outcome, attempts }: Lag): boolean => outcome === 'told' && attempts >= stuckAfterAttempts;

/** The lags handed on: those that were tried most often first, when there are too many. */
export const worthRemembering = (lags: ReadonlyMap<string, Lag>): Lags =>
  Object.fromEntries([...lags].sort(([, one], [, other]) => other.attempts - one.attempts).slice(0, remembered));
