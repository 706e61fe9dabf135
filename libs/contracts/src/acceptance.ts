import { z } from 'zod';

/**
 * Says yes only to values that the schema accepts and gives back as they are. A no is no verdict: the schema itself is asked
 * then, and names what is wrong. Readers of the log see a million sound events for one unsound, and this is several times faster.
 */
export type Acceptance = (value: unknown) => boolean;

/** What this file reads of a schema's definition; kinds it does not know are never accepted here, so the schema decides. */
interface Definition {
  readonly type: string;
  readonly check?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly partial?: boolean;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly rest?: z.core.$ZodType | null;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
}

interface Check {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly fn?: (value: unknown) => unknown;
}

const never: Acceptance = () => false;

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def;

/** Text formats that are their pattern and nothing else. */
const patternFormats: ReadonlySet<string | undefined> = new Set(['regex', 'uuid', 'date', 'datetime']);

const sized = (value: unknown): number => (value as { readonly length: number }).length;

function acceptanceOfCheck({ check, format, pattern, minimum, maximum, value: bound, inclusive, fn }: Check): Acceptance {
  if (check === 'string_format' && pattern && !pattern.global && !pattern.sticky && patternFormats.has(format))
    return value => pattern.test(value as string);
  if (check === 'number_format' && format === 'safeint') return value => Number.isSafeInteger(value);
  if (check === 'min_length' && minimum !== undefined) return value => sized(value) >= minimum;
  if (check === 'max_length' && maximum !== undefined) return value => sized(value) <= maximum;
  if (check === 'greater_than' && typeof bound === 'number')
    return inclusive ? value => (value as number) >= bound : value => (value as number) > bound;
  if (check === 'less_than' && typeof bound === 'number')
    return inclusive ? value => (value as number) <= bound : value => (value as number) < bound;
  if (check === 'custom' && fn) return value => fn(value) === true;
  return never;
}

/** A kind and everything that is asked of it, in order: a check may rely on those before it. */
function withChecks(kind: Acceptance, definition: Definition): Acceptance {
  const own = definition.check === undefined ? [] : [acceptanceOfCheck(definition as Check)];
  const all = [...own, ...(definition.checks ?? []).map(one => acceptanceOfCheck(one._zod.def))];
  if (all.includes(never)) return never;
  const [first, second, ...more] = all;
  if (!first) return kind;
  if (!second) return value => kind(value) && first(value);
  return value => kind(value) && first(value) && second(value) && more.every(asked => asked(value));
}

/** Objects as JSON makes them. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function acceptanceOfObject({ shape = {}, catchall }: Definition): Acceptance {
  if (catchall && definitionOf(catchall).type !== 'never') return never;
  const fields = Object.entries(shape).map(([name, schema]) => {
    const { type, innerType } = definitionOf(schema);
    const optional = type === 'optional' && innerType !== undefined;
    return { name, optional, accepts: acceptanceOf(optional ? innerType : schema) };
  });
  return value => {
    if (!isRecord(value)) return false;
    let present = 0;
    for (const { name, optional, accepts } of fields) {
      const held = value[name];
      if (held !== undefined) {
        if (!accepts(held)) return false;
        present += 1;
      } else if (!optional) return false;
    }
    return present === Object.keys(value).length;
  };
}

function acceptanceOfMap({ keyType, valueType, partial }: Definition): Acceptance {
  if (!keyType || !valueType) return never;
  const [key, held] = [acceptanceOf(keyType), acceptanceOf(valueType)];
  const { type, entries } = definitionOf(keyType);
  const accepted = (value: unknown): value is Readonly<Record<string, unknown>> =>
    isRecord(value) && Object.keys(value).every(name => name !== '__proto__' && key(name) && held(value[name]));
  if (type === 'string' || (partial && type === 'enum')) return accepted;
  const names = type === 'enum' ? Object.values(entries ?? {}) : null;
  return names ? value => accepted(value) && names.length === Object.keys(value).length : never;
}

function acceptanceOfTuple({ items = [], rest }: Definition): Acceptance {
  if (rest) return never;
  const accepts = items.map(acceptanceOf);
  return value => Array.isArray(value) && value.length === accepts.length && accepts.every((asked, at) => asked(value[at]));
}

function acceptanceOfArray({ element }: Definition): Acceptance {
  if (!element) return never;
  const accepts = acceptanceOf(element);
  return value => {
    if (!Array.isArray(value)) return false;
    // By index: a method of arrays would pass over holes, which the schema refuses.
    for (let at = 0; at < value.length; at += 1) if (!accepts(value[at])) return false;
    return true;
  };
}

/** An object that drops what it does not name changes values; only a value without such fields gets its quick yes. */
function drops(schema: z.core.$ZodType): boolean {
  const { type, catchall, shape, element, innerType, valueType, options, items } = definitionOf(schema);
  if (type === 'object' && !catchall) return true;
  return [...Object.values(shape ?? {}), element, innerType, valueType, ...(options ?? []), ...(items ?? [])].some(
    one => one && drops(one),
  );
}

/** The schema takes its first option that fits: one that may change the value must not come before another. */
function acceptanceOfUnion({ options = [] }: Definition): Acceptance {
  const accepts = options.map(acceptanceOf);
  if (accepts.includes(never) || options.slice(0, -1).some(drops)) return never;
  return value => accepts.some(asked => asked(value));
}

function acceptanceOfNullable({ innerType }: Definition): Acceptance {
  const accepts = innerType ? acceptanceOf(innerType) : never;
  return value => value === null || accepts(value);
}

function acceptanceOfEnum({ entries = {} }: Definition): Acceptance {
  const names = new Set<unknown>(Object.values(entries));
  return [...names].every(name => typeof name === 'string') ? value => names.has(value) : never;
}

const kinds: Readonly<Record<string, (definition: Definition) => Acceptance>> = {
  string: () => value => typeof value === 'string',
  number: () => value => typeof value === 'number' && Number.isFinite(value),
  boolean: () => value => typeof value === 'boolean',
  literal:
    ({ values = [] }) =>
    value =>
      values.includes(value),
  enum: acceptanceOfEnum,
  object: acceptanceOfObject,
  record: acceptanceOfMap,
  array: acceptanceOfArray,
  tuple: acceptanceOfTuple,
  union: acceptanceOfUnion,
  nullable: acceptanceOfNullable,
};

/** The quick yes of a schema; made once, kept by whoever asks often. */
export function acceptanceOf(schema: z.core.$ZodType): Acceptance {
  const definition = definitionOf(schema);
  const kind = kinds[definition.type]?.(definition) ?? never;
  return kind === never ? never : withChecks(kind, definition);
}
