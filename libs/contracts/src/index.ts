export { acceptanceOf, type Acceptance } from './acceptance.js';
export * from './canonical.js';
export * from './commands/index.js';
export type { CommandDefinition, Permission } from './commands/command-definition.js';
export { standpoints, type Standpoint, type StreamCommandDefinition } from './commands/stream-command.js';
export { actsBringing, type Act } from './commands/leads-to.js';
export * from './commands/streams.js';
export * from './envelope.js';
export type { EventDefinition } from './events/event-definition.js';
export { openTask, setDeadline, taskSubject, type OpenTask, type SetDeadline } from './events/engine.events.js';
export { commitmentOrigins } from './events/commitment.events.js';
export * from './events/index.js';
export { phaseMoves } from './events/moves.js';
export { gateStanding, partyEntry } from './events/phase.events.js';
export type { BreachKind } from './events/commitment.events.js';
export { decisionKinds } from './vocabulary/decisions.js';
export type { AssemblySession } from './vocabulary/assembly.js';
export { postTransferChecks, transferTracks } from './events/transfer.events.js';
export * from './fields.js';
export type * from './money-view.js';
export * from './policy.js';
export * from './policy-overrides.js';
export * from './policy-settings.js';
export * from './publishing/problem.js';
export { asyncApiDocument } from './publishing/asyncapi.js';
export {
  openApiOf,
  problemSchemaWith,
  schemaReference,
  writtenSchema,
  type OpenApiDocument,
  type Operation,
} from './publishing/openapi.js';
export * from './reading.js';
export * from './stream-settings.js';
export * from './streams.js';
export { readTemporalSecurity, type SecurityReading, type TemporalSecurity, type TemporalTls } from './temporal-connection.js';
export * from './vocabulary/agreement-clauses.js';
export { askIds, textAskIds, type AskId, type TextAskId } from './vocabulary/asks.js';
export * from './vocabulary/campaigns.js';
export * from './vocabulary/charters.js';
export * from './text-differences.js';
export * from './vocabulary/challenges.js';
export * from './vocabulary/declarations.js';
export * from './vocabulary/engine.js';
export * from './vocabulary/exchanges.js';
export * from './vocabulary/forms.js';
export * from './vocabulary/frame.js';
export * from './vocabulary/gates.js';
export * from './vocabulary/journal.js';
export * from './vocabulary/idea.js';
export * from './vocabulary/localized.js';
export * from './vocabulary/protection.js';
export { preferredLanguage, type Language } from './vocabulary/preferred-language.js';
export * from './vocabulary/mechanisms.js';
export * from './vocabulary/organisations.js';
export * from './vocabulary/teams.js';
export { chosenAreas, supportingDocuments, type ChosenArea } from './vocabulary/party-notes.js';
export * from './vocabulary/phases.js';
export * from './vocabulary/relation-notes.js';
export * from './vocabulary/roles.js';
export { planBlocks, resourceKinds, strengthKinds } from './vocabulary/text-bodies.js';
export * from './vocabulary/texts.js';
export * from './vocabulary/types.js';
export * from './workflow-protocol.js';
