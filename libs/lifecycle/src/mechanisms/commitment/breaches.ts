import type { BreachKind } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import type { OpenBreach } from './slice.js';

/* Duties that are no promises reach the office of the first authority like a promise that is late (HFA-21, HFA-24). */

export const openBreaches = (state: PartnershipState): readonly OpenBreach[] => state.commitments.breaches ?? [];

const withBreaches = (state: PartnershipState, breaches: readonly OpenBreach[]): PartnershipState => ({
  ...state,
  commitments: { ...state.commitments, breaches },
});

/** Status points missed one after the other are one matter until somebody takes note of it: it keeps the day of the first. */
const isWaiting = (open: readonly OpenBreach[], told: OpenBreach): boolean =>
  open.some(one => one.party === told.party && (told.kind === 'status-point' ? one.kind === told.kind : one.breach === told.breach));

/** A breach was told: the first authority of each of these parties is to take note of it. */
export function breachTold(state: PartnershipState, kind: BreachKind, about: string, parties: readonly string[]): PartnershipState {
  const open = openBreaches(state);
  const told = parties.map(party => ({ breach: `${kind}-${about}`, kind, party })).filter(one => !isWaiting(open, one));
  return told.length === 0 ? state : withBreaches(state, [...open, ...told]);
}

export const breachAcknowledged = (state: PartnershipState, breach: string, party: string): PartnershipState =>
  withBreaches(
    state,
    openBreaches(state).filter(one => one.breach !== breach || one.party !== party),
  );
