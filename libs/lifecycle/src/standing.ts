import type { PartnershipStanding } from '@palabre/contracts';
import type { PartnershipState } from './state.js';
import { describedTask } from './tasks/task-table.js';

/** Where a partnership stands, for the gateway and the sweeper. */
export const standingOf = (state: PartnershipState, announcedVersion: number): PartnershipStanding => ({
  id: state.id,
  version: state.head.version,
  announcedVersion,
  hash: state.head.hash,
  phase: state.phase,
  standing: state.standing,
  calendar: state.calendar,
  tasks: state.tasks.map(describedTask),
  deadlines: state.deadlines,
});
