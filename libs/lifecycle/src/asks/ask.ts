import type { AskId, EventType, Localized, Role, TextKind } from '@palabre/contracts';
import type { PartnershipState } from '../state.js';

/** What one party still owes to an ask, in words. */
export interface Lack {
  readonly party: string;
  readonly what: Localized;
}

/**
 * Something that a charter may ask for in a phase, beside the gates: it holds the way forward until it is there, and puts
 * a task before each party that owes it. Which asks hold, and in which phase, is data of the charter.
 */
export interface Ask {
  readonly id: AskId;
  /** What a party is asked to do: the title of its task. */
  readonly title: Localized;
  readonly requirements: readonly [string, ...string[]];
  /** Who is asked, where it is not those who run the file. */
  readonly roles?: readonly Role[];
  /** Each party says it for itself: who joins after the phase in which it was asked is still asked (PMP-21). */
  readonly ofEach?: true;
  readonly doneBy: readonly EventType[];
  /** The text that is asked for, where it is one. */
  readonly text?: TextKind;
  readonly lacks: (state: PartnershipState) => readonly Lack[];
}
