import type { CommandData, Refusal } from '@palabre/contracts';
import type { Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';

export type Note = CommandData<'RecordNote'>;

/** What a kind of note has to be besides its fields. */
export type NoteRule<K extends Note['kind']> = (
  state: PartnershipState,
  note: Extract<Note, { kind: K }>,
  moment: Moment,
) => Refusal | null;

export type NoteRules = { readonly [K in Note['kind']]?: NoteRule<K> };
