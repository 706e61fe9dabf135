/** The day of an instant, for tables. */
export const dayOf = (instant: string | null): string => (instant === null ? '' : instant.slice(0, 10));

/** Day and minute, UTC. */
export const minuteOf = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
