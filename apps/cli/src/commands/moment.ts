import { day, instant } from '@palabre/contracts';
import { Failure } from '../failure.js';
import type { Session } from '../session.js';

/** The last instant that a day or an instant still covers: a day is over at its end. Throws Failure on anything else. */
export function endOfMoment({ say }: Session, moment: string, option: string): string {
  if (day.safeParse(moment).success) return `${moment}T23:59:59.999Z`;
  if (instant.safeParse(moment).success) return moment;
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.badValue', { value: moment, name: option }),
    next: say('trouble.expected', { expected: say('expected.moment') }),
  });
}
