import { gateIds, gateStrengths } from '@palabre/contracts';
import { z } from 'zod';
import { matrixRow } from './columns.js';
import { bothLanguages, sources, typeCode } from './sources.js';
import { rowSwitches } from './switches.js';

/** Rows of the policy matrix by type: every column, and the gates and switches on which the type differs from the engine. */
export const typeRows = z.record(
  typeCode,
  z.strictObject({
    name: bothLanguages,
    columns: matrixRow,
    gates: z.partialRecord(z.enum(gateIds), z.strictObject({ strength: z.enum(gateStrengths), source: sources })),
    switches: rowSwitches.optional(),
  }),
);

export type TypeRow = z.infer<typeof typeRows>[string];
