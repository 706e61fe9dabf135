import { commands, type Localized, type Mechanism, type Role, type Side } from '@palabre/contracts';
import { z } from 'zod';
import { permissionTable } from '../permissions/permission-table.js';

/** JSON Schema (2020-12) of a value that a caller writes. What JSON cannot hold may not be there at all. */
export const writtenSchema = (schema: z.ZodType): Readonly<Record<string, unknown>> => {
  const { $schema, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'undefined') jsonSchema.not = {};
    },
  });
  return $schema === undefined ? {} : written;
};

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
