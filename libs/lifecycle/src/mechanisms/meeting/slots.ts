import type { CalendarSpan } from '@palabre/contracts';
import { after, dayOf, endOfDay, startOfDay } from '../../calendar/span.js';

/** A regular rhythm: the first day, and how long from one to the next. */
export interface Rhythm {
  readonly firstOn: string;
  readonly every: CalendarSpan;
  /** How long a slot is waited for: until the eve of the next one, or until the end of its own day. */
  readonly waits: 'until-the-next' | 'that-day';
}

/** A day on which something is expected. Slots are numbered from 0. */
export interface Slot {
  readonly number: number;
  readonly day: string;
  readonly nextDay: string;
  /** Last instant at which it still counts. */
  readonly dueAt: string;
}

const dayLength = 86_400_000;

/** A series is never searched further ahead than this: longer than any partnership. */
const longest = 5_000;

const times = (span: CalendarSpan, count: number): CalendarSpan => {
  if ('months' in span) return { months: span.months * count };
  if ('workingDays' in span) return { workingDays: span.workingDays * count };
  return { days: span.days * count };
};

/** True for a span that moves on. */
export const advances = (every: CalendarSpan): boolean => Object.values(every).some(count => count > 0);

/** Counted from the first day, so that months do not drift. */
const dayOfSlot = ({ firstOn, every }: Rhythm, number: number): string => dayOf(after(startOfDay(firstOn), times(every, number)));

const eveOf = (day: string): string => dayOf(new Date(Date.parse(startOfDay(day)) - dayLength).toISOString());

function slotAt(rhythm: Rhythm, number: number): Slot {
  const day = dayOfSlot(rhythm, number);
  const nextDay = dayOfSlot(rhythm, number + 1);
  return { number, day, nextDay, dueAt: endOfDay(rhythm.waits === 'that-day' ? day : eveOf(nextDay)) };
}

/**
 * The slot that is expected now: the first from `next` on that is not over, or that was being waited for (`waited` are
 * the days for which a deadline stands). Slots that passed while nothing was asked, during a suspension for example,
 * are nobody's fault and are left out.
 */
export function expectedSlot(rhythm: Rhythm, next: number, now: string, waited: readonly string[]): Slot {
  for (let number = next; number < next + longest; number += 1) {
    const slot = slotAt(rhythm, number);
    if (slot.dueAt > now || waited.includes(slot.day)) return slot;
  }
  return slotAt(rhythm, next + longest);
}

/** True when a day belongs to a slot rather than to the one before it: no earlier than half-way between the two. */
export function belongsTo(slot: Pick<Slot, 'day' | 'nextDay'>, day: string): boolean {
  const start = Date.parse(startOfDay(slot.day));
  const half = (Date.parse(startOfDay(slot.nextDay)) - start) / 2;
  return Date.parse(startOfDay(day)) >= start - half;
}
