import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, sha256Hex, uuidFromName } from './index.js';

/** Published test vectors: whoever writes a verifier in another language checks it against these (docs/verifying.md). */
const vectors = [
  { value: {}, text: '{}', hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' },
  { value: { b: 1, a: [true, null, 'é'] }, text: '{"a":[true,null,"é"],"b":1}', hash: sha256Hex('{"a":[true,null,"é"],"b":1}') },
  { value: { '€': 1, '\r': 2, '1': 3 }, text: '{"\\r":2,"1":3,"€":1}', hash: sha256Hex('{"\\r":2,"1":3,"€":1}') },
  { value: 1e21, text: '1e+21', hash: sha256Hex('1e+21') },
];

describe('canonical form and hash', () => {
  it.each(vectors)('writes $text as RFC 8785 asks, with its hash', ({ value, text, hash }) => {
    expect(canonicalJson(value)).toBe(text);
    expect(contentHash(value)).toBe(hash);
  });

  it('gives the same SHA-256 as the platform does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => sha256Hex(text) === createHash('sha256').update(text).digest('hex')));
  });

  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        return canonicalJson(JSON.parse(JSON.stringify(turned))) === canonicalJson(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });

  it('derives the same RFC 9562 version-8 UUID from the same name', () => {
    expect(uuidFromName('partnership/a@1')).toBe(uuidFromName('partnership/a@1'));
    expect(uuidFromName('partnership/a@1')).not.toBe(uuidFromName('partnership/a@2'));
    expect(uuidFromName('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
