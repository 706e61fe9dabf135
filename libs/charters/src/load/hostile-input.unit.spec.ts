import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCharter, loadCharterText, type CharterLoading } from '../index.js';

const small = readFileSync(new URL('../../fixtures/small.yaml', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'palabre-charters-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** The promise of the loader: a charter, or mistakes that each have a place and words. */
function expectAnswer(loading: CharterLoading): void {
  if (loading.ok) {
    expect(loading.charter.hash).toMatch(/^[0-9a-f]{64}$/);
    return;
  }
  expect(loading.mistakes.length).toBeGreaterThan(0);
  for (const { line, column, expected } of loading.mistakes) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(expected.fr).not.toBe('');
    expect(expected.en).not.toBe('');
  }
}

describe('whatever comes in, the loader answers and never throws', () => {
  it('any bytes in a file', () => {
    const file = join(folder, 'charter.yaml');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        writeFileSync(file, bytes);
        expectAnswer(loadCharter(file));
      }),
      { numRuns: 150 },
    );
  });

  it('bytes that are not UTF-8 are named as such', () => {
    const file = join(folder, 'latin.yaml');
    writeFileSync(file, Buffer.from([0x63, 0x3a, 0x20, 0xe9, 0x0a]));
    expect(loadCharter(file)).toMatchObject({ ok: false, mistakes: [{ expected: { en: 'a text encoded in UTF-8' } }] });
  });

  it('any text, half characters and control signs included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => expectAnswer(loadCharterText(text, 'x'))),
      { numRuns: 300 },
    );
  });

  it('any text made of the signs that YAML gives a meaning to', () => {
    const sign = fc.constantFrom(...':-?[]{}&*!|>\'"%@#,\n\t ~<=ab1'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 120 }), text => expectAnswer(loadCharterText(text, 'x'))),
      { numRuns: 500 },
    );
  });

  it('a good charter in which a piece is cut out, doubled or replaced', () => {
    const edit = fc.record({
      from: fc.nat(small.length),
      length: fc.nat(40),
      by: fc.oneof(
        fc.constant(''),
        fc.string({ maxLength: 10 }),
        fc.constantFrom('[', '{}', '\n', ': ', '&a ', '*a', '.nan', '-0', '__proto__: 1'),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), edits => {
        const text = edits.reduce((before, { from, length, by }) => before.slice(0, from) + by + before.slice(from + length), small);
        expectAnswer(loadCharterText(text, 'x'));
      }),
      { numRuns: 300 },
    );
  });

  it('any value in the place of any part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('charter', 'values', 'lines', 'gates', 'timers', 'questionnaires', 'switches'),
        fc.jsonValue(),
        (part, value) => {
          const text = small.replace(new RegExp(`^${part}:(.*\\n)( .*\\n)*`, 'm'), `${part}: ${JSON.stringify(value)}\n`);
          expectAnswer(loadCharterText(text, 'x'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('nesting without end in every way that YAML knows: the process lives on', () => {
    const marks = [
      '[',
      '{a: ',
      '- ',
      '? ',
      '&a ',
      '!a ',
      '[#\n',
      '{a: [\n',
      '#\n',
      '\n',
      '- \n',
      '- a\n',
      '|\n',
      '*a ',
      ': ',
      '"',
      "'",
      '--- ',
      '...\n',
    ];
    for (const mark of marks) {
      for (const times of [50, 900, 20_000]) expectAnswer(loadCharterText(mark.repeat(times), 'x'));
    }
    const stairs = (key: string): string => Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}${key}\n`).join('');
    for (const key of ['a:', '-', '?']) expectAnswer(loadCharterText(stairs(key), 'x'));
  });

  it('a text that has no UTF-8 form is refused: it could not be hashed', () => {
    const loading = loadCharterText(small.replace("'Petite charte'", '"\\uD800"'), 'x');
    expect(loading).toMatchObject({ ok: false, mistakes: [{ line: 4, column: 15, field: 'charter.name.fr' }] });
  });
});
