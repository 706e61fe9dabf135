import { z } from 'zod';
import { perType, sourced } from './sources.js';

/** Names of the files with the values that rules accept. */
type Values = Readonly<Record<string, z.ZodType>>;

type SourcedTable<T extends Values> = { [K in keyof T]: ReturnType<typeof sourced<T[K]>> };
type OptionalTable<T extends Values> = { [K in keyof T]: z.ZodOptional<ReturnType<typeof sourced<T[K]>>> };
type PerTypeTable<T extends Values> = { [K in keyof T]: z.ZodOptional<ReturnType<typeof perType<T[K]>>> };

const each = (values: Values, make: (value: z.ZodType) => z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)]));

/** Every name must be said, each with its source. */
export const sourcedTable = <T extends Values>(values: T): SourcedTable<T> => each(values, sourced) as SourcedTable<T>;

/** Any of the names may be said, each with its source. */
export const optionalTable = <T extends Values>(values: T): OptionalTable<T> =>
  each(values, value => sourced(value).optional()) as OptionalTable<T>;

/** Any of the names may be said, type by type or for all. */
export const perTypeTable = <T extends Values>(values: T): PerTypeTable<T> =>
  each(values, value => perType(value).optional()) as PerTypeTable<T>;
