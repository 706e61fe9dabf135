import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * The one textual form of a JSON value (RFC 8785): keys sorted, no spaces. Equal values have equal texts, so hashes
 * can be compared across languages and years. Test vectors: `canonical.unit.spec.ts` and docs.
 * Throws TypeError for what JSON cannot hold (undefined at the top, functions, NaN): a bug of the caller.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonicalJson: the value has no JSON form');
  return text;
}

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal. Pure JavaScript: the workflow sandbox has no crypto. */
export function sha256Hex(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

/** Hash of any JSON value by its canonical form. */
export function contentHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** A UUID (version 8, RFC 9562) derived from a name: the same name gives the same id, for ever and everywhere. */
export function uuidFromName(name: string): string {
  const hex = sha256Hex(name);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
