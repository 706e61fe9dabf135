import type { CalendarSpan } from '@palabre/contracts';
import { after } from './span.js';

const longest = 2000;

const times = (span: CalendarSpan, count: number): CalendarSpan => {
  if ('months' in span) return { months: span.months * count };
  if ('workingDays' in span) return { workingDays: span.workingDays * count };
  return { days: span.days * count };
};

const isNothing = (span: CalendarSpan): boolean => Object.values(span).every(count => count === 0);

/**
 * The next instant of a series that starts one span after `since` and repeats with the same span: the first that lies
 * after `now`. Counted from the start, so that months do not drift. Null for a span of nothing. A reminder needs no
 * memory: when it has been told, `now` is its own instant, and the next one is asked for.
 */
export function nextReminder(since: string, every: CalendarSpan, now: string): string | null {
  if (isNothing(every)) return null;
  for (let count = 1; count <= longest; count += 1) {
    const due = after(since, times(every, count));
    if (due > now) return due;
  }
  return null;
}

/** True when a moment has come by the partnership's calendar. */
export const hasCome = (moment: string, now: string): boolean => moment <= now;
