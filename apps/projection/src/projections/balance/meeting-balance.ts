/** A meeting as the file tells it. */
interface HeldMeeting {
  readonly heldOn: string;
  readonly purpose?: string | undefined;
  readonly occasion?: 'planned' | 'crisis' | undefined;
}

/** Day that lies some months before another; the last of its month where the month is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** A meeting that mediates was called by a crisis, unless its record says otherwise. */
const isCrisis = ({ purpose, occasion }: HeldMeeting): boolean =>
  (occasion ?? (purpose === 'mediation' ? 'crisis' : 'planned')) === 'crisis';

/** Planned and crisis meetings of the last months; more crises than plans is told (AGI-26). */
export function meetingBalance(held: readonly HeldMeeting[], today: string, windowMonths: number): object {
  const since = monthsBefore(today, windowMonths);
  const recent = held.filter(({ heldOn }) => heldOn > since && heldOn <= today.slice(0, 10));
  const crisis = recent.filter(isCrisis).length;
  const planned = recent.length - crisis;
  return { since, windowMonths, planned, crisis, flagged: crisis > planned };
}
