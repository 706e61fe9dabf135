import { z } from 'zod';
import { problems } from './problems.js';

/** Largest page, and what a request gets that names none. */
export const pageLimit = { default: 50, most: 200 } as const;

export const limitField = z.coerce.number().int().min(1).max(pageLimit.most).default(pageLimit.default);

/** A flag in a query string. */
export const flagField = z.enum(['true', 'false']).transform(text => text === 'true');

/** Reads a query string by its schema; names every wrong field. */
export function readQuery<S extends z.ZodType>(schema: S, query: unknown): z.infer<S> {
  const read = schema.safeParse(query);
  if (read.success) return read.data;
  throw problems.invalid(read.error.issues.map(issue => `${issue.path.join('.') || 'query'}: ${issue.message}`).join('; '));
}

/** Cursors are opaque to callers: the sort key of the last row shown. */
export const writeCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const cursorKey = z.array(z.string().max(200)).min(1).max(4);

export function readCursor(cursor: string | undefined, parts: number): readonly string[] | null {
  if (cursor === undefined) return null;
  try {
    const key = cursorKey.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (key.length === parts) return key;
  } catch {
    throw problems.invalid('cursor: not one that a page of this list gave');
  }
  throw problems.invalid('cursor: it belongs to another list');
}

/** A page as text: items were made as JSON by the database and are not parsed again. */
export const pageText = (items: string, next: string | null): string => `{"items":${items},"next":${JSON.stringify(next)}}`;
