import { calendarSpan, gateIds, gateStrengths, roles, timerKeys } from '@palabre/contracts';
import { z } from 'zod';
import { figure, figureKeys } from './figures.js';
import { bothLanguages, sourced, sources } from './sources.js';
import { defaultSwitches } from './switches.js';
import { typeRows, type TypeRow } from './type-rows.js';

/** What the engine does where a charter is silent: every gate, timer, figure, authority and switch, all of them proposals. */
export const engineDefaults = z.strictObject({
  gates: z.record(z.enum(gateIds), z.strictObject({ name: bothLanguages, strength: z.enum(gateStrengths), source: sources })),
  timers: z.record(z.enum(timerKeys), z.strictObject({ name: bothLanguages, value: calendarSpan, source: sources })),
  figures: z.record(z.enum(figureKeys), z.strictObject({ name: bothLanguages, value: figure, source: sources })),
  authorities: z.strictObject({
    signature: sourced(z.enum(roles)),
    line_decision: sourced(z.enum(roles)),
    strategic_validation: sourced(z.enum(roles)),
  }),
  switches: defaultSwitches,
});

export type EngineDefaults = z.infer<typeof engineDefaults>;

/** The policy matrix: one row for each type that comes with Palabre. A charter may bring rows of its own. */
export const typeMatrix = z.strictObject({ types: typeRows });

export type TypeMatrix = z.infer<typeof typeMatrix>;
export type { TypeRow };
