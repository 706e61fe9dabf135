import { z } from 'zod';
import { acceptanceOf, type Acceptance } from './acceptance.js';
import { events, type EventType } from './events/index.js';

/** Turns the payload of one schema version into the next. Old versions are read for ever; they are never rewritten. */
export type Upcaster = (data: unknown) => unknown;

/**
 * Upcasters by event and by the version they start from. Empty while every event is at its first version; a changed
 * payload adds a row here and keeps the golden example of the version before.
 */
export const upcasters: { readonly [T in EventType]?: Readonly<Record<number, Upcaster>> } = {};

/** What came of reading a payload. `problem` is a machine word; `detail` says where. */
export type ReadEvent =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problem: 'unknown-type' | 'too-new' | 'no-upcaster' | 'malformed'; readonly detail: string };

type Rows = Readonly<Record<string, Readonly<Record<number, Upcaster>> | undefined>>;

type Definitions = Readonly<Record<string, { readonly schemaVersion: number; readonly data: z.ZodType }>>;

/** A reader over given tables; `readEventData` below is the one over the published language. */
export const readerOf = (definitions: Definitions, rows: Rows): ((type: string, schemaVersion: number, data: unknown) => ReadEvent) => {
  const acceptances = new Map<string, Acceptance>();
  const accepts = (type: string, schema: z.ZodType, data: unknown): boolean => {
    const known = acceptances.get(type) ?? acceptanceOf(schema);
    acceptances.set(type, known);
    return known(data);
  };
  return (type, schemaVersion, data) => {
    const definition = Object.hasOwn(definitions, type) ? definitions[type] : undefined;
    if (definition === undefined) return { ok: false, problem: 'unknown-type', detail: type };
    if (schemaVersion > definition.schemaVersion) return { ok: false, problem: 'too-new', detail: `${type} ${schemaVersion}` };
    let current = data;
    for (let version = schemaVersion; version < definition.schemaVersion; version += 1) {
      const upcast = rows[type]?.[version];
      if (upcast === undefined) return { ok: false, problem: 'no-upcaster', detail: `${type} ${version}` };
      current = upcast(current);
    }
    if (accepts(type, definition.data, current)) return { ok: true, data: current };
    const parsed = definition.data.safeParse(current);
    return parsed.success
      ? { ok: true, data: parsed.data }
      : {
          ok: false,
          problem: 'malformed',
          detail: parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '),
        };
  };
};

/** Checks a payload as it was received and brings it to the current version of its event. Never throws. */
export const readEventData = readerOf(events, upcasters);
