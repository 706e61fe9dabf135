export { commandCatalogue, type CatalogueEntry } from './commands/command-catalogue.js';
export { updateIdOf } from './commands/command-request.js';
export { EnvironmentMistakes, readSettings, type Settings } from './environment.js';
export { bodyLimitBytes, compose, createGateway, startGateway, type Composition, type RunningGateway } from './gateway.js';
export { openApiDocument } from './openapi/document.js';
export { idOfOpening } from './partnerships/partnership-desk.js';
export { versionHeader } from './partnerships/partnerships.controller.js';
export {
  mayAsk,
  permissionAxes,
  permissionTable,
  permissionVerdict,
  readersOfEveryFile,
  type PermissionRow,
  type PermissionVerdict,
  type Relation,
} from './permissions/permission-table.js';
export type { Problem } from './problems/problem.js';
export { gatewayStatuses, partnershipStatuses, statusOf, type GatewayCode } from './problems/statuses.js';
