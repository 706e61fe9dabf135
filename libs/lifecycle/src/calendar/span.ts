import type { CalendarSpan } from '@palabre/contracts';

const dayLength = 86_400_000;

const isWorkingDay = (date: Date): boolean => date.getUTCDay() !== 0 && date.getUTCDay() !== 6;

function addMonths(start: Date, months: number): Date {
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  target.setUTCHours(start.getUTCHours(), start.getUTCMinutes(), start.getUTCSeconds(), start.getUTCMilliseconds());
  return target;
}

function addWorkingDays(start: Date, count: number): Date {
  let date = start;
  for (let left = count; left > 0;) {
    date = new Date(date.getTime() + dayLength);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/**
 * The instant a span after another. Months keep the day of the month, or the last day when the month is shorter
 * (31 January + 1 month = 28 or 29 February). All in UTC.
 */
export function after(start: string, span: CalendarSpan): string {
  const date = new Date(start);
  if ('months' in span) return addMonths(date, span.months).toISOString();
  if ('workingDays' in span) return addWorkingDays(date, span.workingDays).toISOString();
  return new Date(date.getTime() + span.days * dayLength).toISOString();
}

/** Midnight UTC that opens a calendar day: when something due *from* that day starts. */
export const startOfDay = (day: string): string => `${day}T00:00:00.000Z`;

/** Last millisecond of a calendar day: a thing due *on* a day is on time until then. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;

/** The millisecond before an instant. */
export const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** Calendar day (UTC) of an instant. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** The later of two instants (ISO instants of equal precision sort as text). */
export const later = (one: string, other: string): string => (one > other ? one : other);
