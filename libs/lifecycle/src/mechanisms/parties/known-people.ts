import type { PartnershipState } from '../../state.js';
import { partyOf } from './questions.js';
import type { PartyState } from './slice.js';

interface Known {
  readonly party: string;
  readonly person: string;
}

/** Everybody whom the file names for a party: by a mandate, an office, a seat in a body, or as the author of a text. */
const knownPeople = ({ parties, signOffs, texts }: PartnershipState): readonly Known[] => [
  ...parties.mandates,
  ...parties.availability,
  ...[parties.officer, parties.holder].flatMap(one => one ?? []),
  ...signOffs.bodies.flatMap(({ members }) => members),
  ...Object.values(texts.heads).map(({ proposedBy, proposedByPerson }) => ({ party: proposedBy, person: proposedByPerson })),
];

/** True for somebody whom the file knows, and of no party on this side. */
export function isOfAnotherSide(state: PartnershipState, person: string, side: PartyState['side']): boolean {
  const known = knownPeople(state).filter(one => one.person === person);
  return known.length > 0 && known.every(({ party }) => partyOf(state, party)?.side !== side);
}
