import { z } from 'zod';
import { opaqueId } from '@palabre/contracts';
import { problems, say } from './problems.js';
import { expects, wrongFields } from './wrong-fields.js';

/** Largest page, and what a request gets that names none. */
export const pageLimit = { default: 50, most: 200 } as const;

export const limitField = z.coerce.number().int().min(1).max(pageLimit.most).default(pageLimit.default);

/** A flag in a query string. */
export const flagField = z.enum(['true', 'false']).transform(text => text === 'true');

/** Text of a query: PostgreSQL has no NUL, so nothing with one can be there. */
export const textField = (most: number) =>
  z
    .string()
    .max(most)
    .refine(text => !text.includes('\u0000'), expects('un texte sans caractère NUL', 'a text without a NUL character'));

/** The cursor of a list, as a query carries it. */
export const cursorField = textField(2_000).optional();

/** Reads a query string or a body by its schema; names every wrong field. */
export function readQuery<S extends z.ZodType>(schema: S, query: unknown): z.infer<S> {
  const read = schema.safeParse(query);
  if (read.success) return read.data;
  throw problems.wrongFields(wrongFields(read.error));
}

/** An id from the path, if it can be one. */
export function readId(id: string): string {
  const read = opaqueId.safeParse(id);
  if (read.success) return read.data;
  throw problems.wrongFields([
    { pointer: '/id', expected: say('lettres, chiffres, - _ . / seulement, 120 au plus', 'letters, digits, - _ . / only, at most 120') },
  ]);
}

/** Parts of which cursors are made: texts of a known form, so that no other list's cursor and no invention passes. */
export const cursorParts = {
  version: z.string().regex(/^\d{1,15}$/),
  paddedVersion: z.string().regex(/^\d{10}$/),
  /** An instant as PostgreSQL or JavaScript writes it; `infinity` where a list sorts what has none last. */
  instant: z.string().regex(/^(infinity|\d{4,6}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2}){0,2}))$/),
  /** A calendar day. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  name: textField(500),
} as const;

/** The cursors of one list: opaque to callers, typed here. They carry the name of their list and the sort key of the last row shown. */
export interface Cursors<Parts extends readonly z.ZodType<string>[]> {
  write(...key: { readonly [P in keyof Parts]: string }): string;
  /** Null without a cursor; a 400 problem for another list's cursor and for one that no page gave. */
  read(cursor: string | undefined): { readonly [P in keyof Parts]: string } | null;
}

export function cursorsOf<Parts extends readonly [z.ZodType<string>, ...z.ZodType<string>[]]>(
  list: string,
  ...parts: Parts
): Cursors<Parts> {
  const schema = z.tuple([z.literal(list), ...parts]);
  return {
    write: (...key) => Buffer.from(JSON.stringify([list, ...key])).toString('base64url'),
    read: cursor => {
      if (cursor === undefined) return null;
      const read = schema.safeParse(parsed(cursor));
      if (read.success) return read.data.slice(1) as unknown as { readonly [P in keyof Parts]: string };
      throw problems.wrongFields([
        { pointer: '/cursor', expected: say('un curseur donné par une page de cette liste', 'a cursor that a page of this list gave') },
      ]);
    },
  };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Words as a pattern that finds them anywhere in a text, whatever signs they hold. */
export const likeLiteral = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** A page as text: items were made as JSON by the database and are not parsed again. */
export const pageText = (items: string, next: string | null): string => `{"items":${items},"next":${JSON.stringify(next)}}`;
