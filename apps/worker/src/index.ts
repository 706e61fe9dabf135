export {
  ConfigurationMistakes,
  readConfiguration,
  type SweepingConfiguration,
  type TemporalAddress,
  type WorkerConfiguration,
} from './configuration.js';
export type { HealthReport } from './health/vitals.js';
export { removeSchedule, scheduleIdOf } from './sweeping/schedule.js';
export { startWorker, type RunningWorker, type WorkerParts } from './worker.js';
