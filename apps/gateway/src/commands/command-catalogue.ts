import { commands, writtenSchema, type Localized, type Mechanism, type Role, type Side } from '@palabre/contracts';
import { permissionTable } from '../permissions/permission-table.js';

/** One command as clients and people see it. */
export interface CatalogueEntry {
  readonly command: string;
  readonly says: Localized;
  readonly mechanism: Mechanism;
  readonly requirements: readonly string[];
  readonly roles: readonly Role[];
  readonly sides: readonly Side[];
  /** JSON Schema of `data`. */
  readonly data: Readonly<Record<string, unknown>>;
}

let built: readonly CatalogueEntry[] | null = null;

/** The table of commands, built once. */
export const commandCatalogue = (): readonly CatalogueEntry[] =>
  (built ??= permissionTable().map(row => ({ ...row, data: writtenSchema(commands[row.command].data) })));
