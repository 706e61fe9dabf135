import type { Refusal } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';

/** What a step needs besides its gates: null when it is there, else the reason why not. `reason` is what the command gave. */
export type Condition = (state: PartnershipState, reason: unknown) => Refusal | null;
