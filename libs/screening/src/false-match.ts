import type { Match } from './screener.js';

/**
 * What somebody decided about a match: this partner is not the one on the list. No name in it, so it may stand in
 * events.
 */
export interface FalseMatch {
  /** The name asked, by its `nameHash`. */
  readonly subject: string;
  /** The entry as it stood when it was looked at, by its `entryReference`. */
  readonly entry: string;
  /** Opaque id of who decided. */
  readonly decidedBy: string;
  readonly reason: string;
  /** Calendar day, `YYYY-MM-DD`, on which the decision was taken. */
  readonly decidedOn: string;
  /** Last calendar day on which it holds; then the match is asked again. Null: as long as the entry stays as it is. */
  readonly until: string | null;
}

/** Why a match that was once set aside is asked again. */
export type Reopened = 'expired' | 'entry-changed';

export interface SortedMatches {
  /** For a person to look at. `reopened` tells when a decision was there and no longer holds. */
  readonly open: readonly { readonly match: Match; readonly reopened: Reopened | null }[];
  /** Remembered as false, with the decision that says so. */
  readonly setAside: readonly { readonly match: Match; readonly because: FalseMatch }[];
}

const isAbout = (remembered: FalseMatch, match: Match): boolean => remembered.entry.startsWith(`${match.entry.id}/`);

function standing(match: Match, remembered: FalseMatch, today: string): 'holds' | Reopened {
  if (remembered.entry !== match.reference) return 'entry-changed';
  return remembered.until !== null && today > remembered.until ? 'expired' : 'holds';
}

const latestFirst = (one: FalseMatch, other: FalseMatch): number =>
  one.decidedOn < other.decidedOn ? 1 : one.decidedOn > other.decidedOn ? -1 : 0;

/**
 * Parts the matches of one name into those to look at and those already decided. `subject`: the name asked, by
 * `nameHash`; `today`: calendar day. The latest decision about an entry speaks; one about another name never does.
 */
export function sortMatches(matches: readonly Match[], subject: string, remembered: readonly FalseMatch[], today: string): SortedMatches {
  const open: { match: Match; reopened: Reopened | null }[] = [];
  const setAside: { match: Match; because: FalseMatch }[] = [];
  const latest = remembered.filter(one => one.subject === subject).toSorted(latestFirst);
  for (const match of matches) {
    const because = latest.find(one => isAbout(one, match));
    const stands = because === undefined ? null : standing(match, because, today);
    if (because !== undefined && stands === 'holds') setAside.push({ match, because });
    else open.push({ match, reopened: stands === 'holds' ? null : stands });
  }
  return { open, setAside };
}
