export { partnership, livePartnership } from './partnership/partnership.workflow.js';
export type { Carried, PartnershipInput } from './partnership/input.js';
export type { Announce, AnnouncingPort } from './partnership/ports.js';
export { sweepHeads, type SweepReport } from './sweeper/sweeper.workflow.js';
export type { HeadsCompared, MissingVersions, SweepingPorts } from './sweeper/ports.js';
