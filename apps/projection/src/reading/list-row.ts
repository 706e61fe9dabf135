import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Localized } from '@palabre/contracts';
import type { z } from 'zod';
import type { Principal } from '../identity/principal.js';
import type { Access } from './access.js';
import type { Discretion } from './discretion.js';
import { readQuery } from './page.js';
import type { Reader } from './reader.js';
import type { Freshness } from './read-your-writes.js';

/** Answer of a list: JSON text that the database made, or an object. */
export type Listed = string | object;

/** What a list over everything that the caller may see works with. */
export interface ReadingOfAll {
  readonly pool: Pool;
  readonly source: DataSource;
  readonly principal: Reader;
}

/** What a list of one partnership works with, besides. */
export interface ReadingOfOne extends Omit<ReadingOfAll, 'principal'> {
  readonly principal: Principal;
  readonly access: Access;
  readonly discretion: Discretion;
}

/** A question that was read by its schema and waits for its answer. */
export interface Asked<Reading> {
  readonly freshness: Freshness;
  answer(reading: Reading): Promise<Listed>;
}

/** One list of the read API: how its question is read, and who answers it. Rows of `lists-of-one` and `lists-of-all`. */
export interface ListRow<Reading> {
  /** What the list shows, for the description of the API. */
  readonly says: Localized;
  readonly query: z.ZodType;
  ask(query: unknown): Asked<Reading>;
}

type Spoken = readonly [fr: string, en: string];

const atOnce: Freshness = { wait: 0 };

/** A list over everything that the caller may see. */
export const listOfAll = <S extends z.ZodType>(
  [fr, en]: Spoken,
  schema: S,
  answer: (reading: ReadingOfAll, asked: z.infer<S>) => Promise<Listed>,
): ListRow<ReadingOfAll> => ({
  says: { fr, en },
  query: schema,
  ask: query => {
    const asked = readQuery(schema, query);
    return { freshness: atOnce, answer: reading => answer(reading, asked) };
  },
});

/** A list of one partnership: it may be asked to wait for a version, so its schema has the fields of freshness. */
export const listOfOne = <S extends z.ZodType<Freshness>>(
  [fr, en]: Spoken,
  schema: S,
  answer: (reading: ReadingOfOne, asked: z.infer<S>) => Promise<Listed>,
): ListRow<ReadingOfOne> => ({
  says: { fr, en },
  query: schema,
  ask: query => {
    const asked = readQuery(schema, query);
    return { freshness: asked, answer: reading => answer(reading, asked) };
  },
});
