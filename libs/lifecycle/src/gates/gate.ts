import type { GateId, GateStrength, Localized } from '@palabre/contracts';
import type { PartnershipState } from '../state.js';

/** What a gate looks at besides the state: the person and party that knock, and the moment. */
export interface Knock {
  readonly now: string;
  readonly person: string | null;
  readonly party: string | null;
}

/** One named precondition. `missing` lists, in words, everything that is not there yet; an empty list is an open door. */
export interface Gate {
  readonly id: GateId;
  readonly asks: Localized;
  readonly requirements: readonly string[];
  readonly missing: (state: PartnershipState, knock: Knock) => readonly Localized[];
}

/** How a gate stood when a step was taken, as the event of the step keeps it. */
export interface GateStanding extends Omit<GateVerdict, 'missing'> {
  readonly reason?: Localized;
}

/** How a gate stands for one knock. `waived`: an emergency passes over it for now, and it is owed (S-19). */
export interface GateVerdict {
  readonly gate: GateId;
  readonly strength: GateStrength;
  readonly state: 'open' | 'passed' | 'waived';
  readonly missing: readonly Localized[];
}
