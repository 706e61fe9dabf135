import type { Refusal, TextBodies, TextKind } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { unknownParty } from '../../refusals.js';

export type ContentRule<K extends TextKind> = (state: PartnershipState, body: TextBodies[K], proposer: string) => Refusal | null;

export const firstRepeated = (entries: readonly string[]): string | undefined => entries.find((entry, at) => entries.indexOf(entry) !== at);

export const onlyParties = (state: PartnershipState, named: readonly string[]): Refusal | null => {
  const stranger = named.find(party => !partyNames(state).includes(party));
  return stranger === undefined ? null : unknownParty(stranger);
};
