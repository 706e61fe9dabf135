export { evolve } from './evolve.js';
export { allGates } from './gates/index.js';
export { screen } from './guards/screen.js';
export { handle, nextWakeUp, passTime, type Circumstances } from './handle.js';
export type { Handled } from './handled.js';
export { lifecycle, type Step } from './lifecycle.js';
export { phaseWindows } from './guards/phase-window.js';
export { deadlineTable } from './settle.js';
export { standingOf } from './standing.js';
export { taskTable } from './tasks/task-table.js';
export { hasEnded, initialState, type PartnershipState } from './state.js';
export type { Progress } from './stream.js';
export { openActions, whyNot, type Ask } from './why-not.js';
export { withoutSealedAnswers } from './mechanisms/form/questions.js';
export { formPut, isFormOpen, type FormPut } from './mechanisms/form/put.js';
export { overridePolicy } from './policy-override.js';
export {
  campaignRules,
  charterRules,
  organisationRules,
  ownedStreams,
  partnershipRules,
  rulesOf,
  streamRules,
  type StateOf,
} from './streams/index.js';
export type { StreamAsk, StreamRules } from './streams/stream-rules.js';
export type { OwnedState, StreamState } from './streams/stream-state.js';
export { respondent } from './streams/owned-guards.js';
export { foldStream } from './streams/fold.js';
