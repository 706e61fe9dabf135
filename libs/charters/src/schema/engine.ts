import { calendarSpan, gateIds, gateStrengths, roles, timerKeys } from '@palabre/contracts';
import { z } from 'zod';
import { figure, figureKeys } from './charter.js';
import { matrixRow } from './columns.js';
import { bothLanguages, sourced, sources, typeCode } from './sources.js';

/** What the engine does where a charter is silent: every gate, timer, figure and authority, all of them proposals. */
export const engineDefaults = z.strictObject({
  gates: z.record(z.enum(gateIds), z.strictObject({ name: bothLanguages, strength: z.enum(gateStrengths), source: sources })),
  timers: z.record(z.enum(timerKeys), z.strictObject({ name: bothLanguages, value: calendarSpan, source: sources })),
  figures: z.record(z.enum(figureKeys), z.strictObject({ name: bothLanguages, value: figure, source: sources })),
  authorities: z.strictObject({
    signature: sourced(z.enum(roles)),
    line_decision: sourced(z.enum(roles)),
    strategic_validation: sourced(z.enum(roles)),
  }),
});

export type EngineDefaults = z.infer<typeof engineDefaults>;

/** The policy matrix: one row for each type, and the gates on which a type differs from the general strength. */
export const typeMatrix = z.strictObject({
  types: z.record(
    typeCode,
    z.strictObject({
      name: bothLanguages,
      columns: matrixRow,
      gates: z.partialRecord(z.enum(gateIds), z.strictObject({ strength: z.enum(gateStrengths), source: sources })),
    }),
  ),
});

export type TypeMatrix = z.infer<typeof typeMatrix>;
export type TypeRow = TypeMatrix['types'][string];
