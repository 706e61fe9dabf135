import type { LinePolicy } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { hostOf, otherParties, partyNames } from '../parties/questions.js';
import type { LineCase } from './slice.js';

export const lineCaseOf = (state: PartnershipState, id: string): LineCase | undefined => state.lines.cases.find(open => open.case === id);

/**
 * The parties whose body decides on a case: the host's, or, where the host itself is concerned, that of the others. A
 * body never clears its own side (C-08).
 */
export const decidingParties = (state: PartnershipState, open: LineCase): readonly string[] =>
  open.about === hostOf(state) ? otherParties(state, open.about) : [hostOf(state)];

/** A line of the charter, by its code. */
export const chartersLine = (state: PartnershipState, code: string): LinePolicy | undefined =>
  policyOf(state).lines.find(line => line.code === code);

export const onCase = (open: LineCase) => ({ case: open.case, line: open.line, about: open.about });

/** True for a case that its handlers alone may read (MDM-65, MDM-68). */
export const isProtected = (state: PartnershipState, open: LineCase): boolean => chartersLine(state, open.line)?.protected === true;

/** The party that a case is about, as it may be told to anybody; null for a protected case: it is named to nobody. */
export const namedIn = (state: PartnershipState, open: LineCase): string | null => (isProtected(state, open) ? null : open.about);

/** Cases that may be named to anybody, of those with these numbers. */
export const readableAmong = (state: PartnershipState, ids: readonly string[]): readonly string[] =>
  ids.filter(id => !state.lines.cases.some(open => open.case === id && isProtected(state, open)));

/** Orange lines that were raised and not lifted. */
export const openOrangeLines = (state: PartnershipState): readonly LineCase[] => state.lines.cases.filter(open => open.colour === 'orange');

/** Orange lines for which no plan is agreed. */
export const orangeLinesWithoutPlan = (state: PartnershipState): readonly LineCase[] =>
  openOrangeLines(state).filter(open => open.planAgreedAt === null);

/** Red lines that were alleged and wait for the deciding body. */
export const openRedLines = (state: PartnershipState): readonly LineCase[] =>
  state.lines.cases.filter(open => open.colour === 'red' && open.confirmed === null);

/** Confirmed breaches that the deciding body has not declared over. A freeze is over when the transfers are released. */
export const confirmedRedLines = (state: PartnershipState): readonly LineCase[] =>
  state.lines.cases.filter(
    open => open.confirmed !== null && (open.confirmed !== 'freeze-transfers' || state.money.frozenBy.includes(open.case)),
  );

/** An open case for this line and party, if there is one. */
export const openCaseOn = (state: PartnershipState, line: string, about: string): LineCase | undefined =>
  state.lines.cases.find(
    open => open.line === line && open.about === about && (open.confirmed === null || confirmedRedLines(state).includes(open)),
  );

/**
 * True when the party was heard, or has let the delay for the decision pass without a word: silence shields nobody, and
 * no file stays suspended for ever because somebody will not speak (S-01).
 */
export const hearingIsOver = (state: PartnershipState, open: LineCase, now: string): boolean =>
  open.heard || now >= after(open.raisedAt, policyOf(state).timers.red_line_decision_in);

/** Parties that have not said how far they can go, where the charter asks each for it (PMP-26). */
export const withoutLimits = (state: PartnershipState): readonly string[] =>
  policyOf(state).switches.ownLimits === 'required'
    ? partyNames(state).filter(party => !state.lines.limits.some(one => one.party === party))
    : [];
