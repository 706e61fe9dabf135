import { z } from 'zod';

/** Largest free text that a command may carry, in UTF-8 bytes (issue of the spine, "Bad input"). */
export const maxTextBytes = 65_536;

/** A letter takes three bytes at most, so only long texts are counted. */
const withinTextLimit = (text: string): boolean => text.length * 3 <= maxTextBytes || new TextEncoder().encode(text).length <= maxTextBytes;

/** NUL has no place in PostgreSQL, and half a surrogate pair has no canonical JSON form, so no hash. */
const isWritable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/**
 * A text sealed with the key of a person or of a partnership: erasing the key erases the text, and the hash of the
 * event stays valid because it covers the sealed form (design, "People and secrets").
 */
export const sealedText = z.strictObject({
  sealed: z
    .string()
    .min(1)
    .max(maxTextBytes * 2),
  key: z.string().min(1).max(120),
});

export type SealedText = z.infer<typeof sealedText>;

/** Free text that might name somebody: clear today, sealed once a key exists. Every reader accepts both. */
export const freeText = z.union([
  z
    .string()
    .min(1)
    .refine(withinTextLimit, { error: `at most ${maxTextBytes} bytes of text` })
    .refine(isWritable, { error: 'no NUL character and no half surrogate pair' }),
  sealedText,
]);

export type FreeText = z.infer<typeof freeText>;

/** A label of one line that names no person: a budget line, a clause title. */
export const label = z.string().min(1).max(300).refine(isWritable, { error: 'no NUL character and no half surrogate pair' });

/** A name that every object already answers to would be found in a dictionary that does not hold it. */
const isFree = (name: string): boolean => !(name in Object.prototype);

const taken = { error: 'a name of your own, not one that every object has' };

/** An opaque identifier: letters, digits and `- _ . /`; never a name, never an address. */
export const opaqueId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,119}$/, { error: 'letters, digits, - _ . / only, at most 120' })
  .refine(isFree, taken);

/** Identifier of a stream, chosen by who begins it. It is a segment of routes and, after its kind, of envelopes: no `/`, and shorter. */
export const streamId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { error: 'letters, digits, - _ . only, at most 100' })
  .refine(isFree, taken);

/** Short key of a party within its partnership, chosen when it enters: `host`, `partner`, `partner-2` … */
export const partyId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'lower-case letters, digits and -' })
  .refine(isFree, taken);

/** Who took part on the side of a party, by their opaque ids. */
export const takingPart = z.array(opaqueId).min(1).max(60).optional();

/** UTC instant with milliseconds, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime({ precision: 3 });

/** How far the calendar of a rehearsal reaches: earlier there is no time, later an instant no longer sorts like a text. */
export const calendarReach = { first: '1970-01-01T00:00:00.000Z', last: '2150-01-01T00:00:00.000Z' } as const;

/** Where the calendar of a rehearsal begins; null is now. */
export const calendarStart = instant
  .refine(at => at >= calendarReach.first && at <= calendarReach.last, {
    error: `between ${calendarReach.first} and ${calendarReach.last}`,
  })
  .nullable();

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** SHA-256, lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits in lower case' });

/** BCP 47 language tag of a working language, for example `fr` or `wo`. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language tag such as fr or pt-BR' });

/** ISO 4217 code. */
export const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'an ISO 4217 code such as EUR' });

/** Amount in minor units of its currency: 1250 with EUR is 12.50 euros. Never negative. */
export const money = z.strictObject({ amount: z.int().min(0).max(Number.MAX_SAFE_INTEGER), currency });

export type Money = z.infer<typeof money>;

/** The exact version of a text that a person saw: what an approval binds to. */
export const textVersion = { version: z.int().min(1), hash: sha256 };
