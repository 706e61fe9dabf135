import type { EventData } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';

type Suits = NonNullable<EventData<'MeetingCalendarAgreed'>['suits']>;

/** Hours and means that suit everybody who told theirs; null where nobody did, or where nothing suits all (AGI-05). */
export function whatSuitsAll(state: PartnershipState): Suits | null {
  const told = Object.values(state.meetings.preferences ?? {});
  const [first, ...others] = told;
  if (first === undefined) return null;
  const from = told.reduce((latest, one) => (one.from > latest ? one.from : latest), first.from);
  const until = told.reduce((earliest, one) => (one.until < earliest ? one.until : earliest), first.until);
  const channels = first.channels.filter(channel => others.every(one => one.channels.includes(channel)));
  return from < until && channels.length > 0 ? { from, until, channels } : null;
}
