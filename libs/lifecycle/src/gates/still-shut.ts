import type { GateId } from '@palabre/contracts';
import type { PartnershipState } from '../state.js';
import { askGates } from './index.js';

/** Those of these gates that are not open yet, whoever knocks. */
export const stillShut = (state: PartnershipState, gates: readonly GateId[]): readonly GateId[] =>
  gates.length === 0
    ? []
    : askGates(
        state,
        { now: state.calendar.now, person: null, party: null },
        gates.map(gate => ({ gate })),
      )
        .filter(verdict => verdict.state !== 'passed')
        .map(verdict => verdict.gate);
