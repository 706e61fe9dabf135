export {
  builtInCharter,
  builtInCharterCodes,
  charters,
  engineDefaults,
  guide,
  loadCharter,
  loadCharterText,
  typeMatrix,
} from './builtin.js';
export { charterDifferences, type CharterDifference } from './differences.js';
export { charterHash } from './hash.js';
export { clauses, label, labelKinds, questionsServing, type Clause, type LabelKind } from './labels.js';
export type { Charter, CharterLoading } from './load/load.js';
export { describeMistake, type CharterMistake } from './load/mistakes.js';
export {
  offeredTypes,
  resolvePolicy,
  toPartnershipPolicy,
  type PolicyCircumstances,
  type PolicyRefusal,
  type PolicyResolution,
} from './policy.js';
export type {
  Resolved,
  ResolvedColumns,
  ResolvedForms,
  ResolvedLine,
  ResolvedPolicy,
  ResolvedSwitches,
  SetBy,
} from './resolution/resolved.js';
export { charterContent, type CharterContent } from './schema/charter.js';
export { columnNames, columnOfRules } from './schema/columns.js';
export { figureKeys, type FigureKey } from './schema/figures.js';
export type { Guide } from './schema/guide.js';
export { clauseStatuses, type ClauseStatus } from './schema/identity.js';
export { notStated, partNames, type PartName } from './schema/parts.js';
export { proposedDefault } from './schema/sources.js';
export { switchNames, switchOfRules } from './schema/switches.js';
export { resolveStreamSettings } from './resolution/stream-settings.js';
