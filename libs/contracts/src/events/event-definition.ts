import type { z } from 'zod';
import type { Localized } from '../vocabulary/localized.js';
import type { Mechanism } from '../vocabulary/mechanisms.js';

/** One row of the published language: an event, its current schema, and what it says to people. */
export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  readonly schemaVersion: number;
  readonly mechanism: Mechanism;
  readonly data: S;
  /** Requirement ids that the event serves. */
  readonly requirements: readonly string[];
  /** What happened, as a sentence fragment for timelines. */
  readonly says: Localized;
}

type Spoken = readonly [fr: string, en: string];

/** Binds the rows of one mechanism: `row(schema, requirements, ['en français', 'in English'], schemaVersion?)`. */
export const eventRows =
  (mechanism: Mechanism) =>
  <S extends z.ZodType>(data: S, requirements: readonly string[], says: Spoken, schemaVersion = 1): EventDefinition<S> => ({
    schemaVersion,
    mechanism,
    data,
    requirements,
    says: { fr: says[0], en: says[1] },
  });
