import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeListMistake, readList, readListStream, sampleListUrl, type ListMistake, type ListReading } from '../index.js';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

const un = readFileSync(sampleListUrl, 'utf8');
const eu = fixture('eu-list.xml');
const ofac = fixture('ofac-list.xml');

function mistakeIn(reading: ListReading): ListMistake {
  if (reading.ok) throw new Error('this file should not be readable');
  return reading.mistake;
}

const read = (text: string): ListReading => readList([text]);

describe('reading the lists of publishers', () => {
  it('reads the format of the United Nations: parts of a name, original script, aliases and their quality', () => {
    const reading = read(un);
    if (!reading.ok) throw new Error(describeListMistake(reading.mistake, 'en'));
    expect(reading.list).toMatchObject({ format: 'un', issued: '2025-01-06T08:00:00.000Z' });
    expect(reading.list.entries).toHaveLength(9);
    expect(reading.list.entries[0]).toEqual({
      id: 'INi.001',
      kind: 'person',
      programme: 'Invented',
      names: [
        { text: 'Zoubeïr Abdelmalik Tarhouni', quality: 'strong' },
        { text: 'زبير عبد المالك الترهوني', quality: 'strong' },
        { text: 'Zubair Abd al-Malik al-Tarhuni', quality: 'strong' },
        { text: 'Abu Zoubeïr', quality: 'weak' },
      ],
    });
    expect(reading.list.entries[5]?.names.at(-1)?.text).toBe('Wafra Relief & Trading Ltd');
  });

  it('reads the format of the European Union, written in attributes', () => {
    const reading = read(eu);
    expect(reading).toMatchObject({ ok: true, list: { format: 'eu', issued: '2025-01-06T09:12:00.000+01:00' } });
    if (!reading.ok) return;
    expect(reading.list.entries).toEqual([
      {
        id: 'EU.9001.1',
        kind: 'person',
        programme: 'INVENTED',
        names: [
          { text: 'Zoubeïr Abdelmalik Tarhouni', quality: 'strong' },
          { text: 'Zubair al-Tarhuni', quality: 'strong' },
          { text: 'Abu Zoubeïr', quality: 'weak' },
        ],
      },
      {
        id: '9002',
        kind: 'organisation',
        programme: null,
        names: [
          { text: 'Al-Wafra "Relief" & Trading', quality: 'strong' },
          { text: 'جمعية الوفرة الخيرية', quality: 'strong' },
        ],
      },
    ]);
  });

  it('reads the format of the Office of Foreign Assets Control, and leaves out ships', () => {
    const reading = read(ofac);
    expect(reading).toMatchObject({ ok: true, list: { format: 'ofac', issued: '01/06/2025' } });
    if (!reading.ok) return;
    expect(reading.list.entries.map(({ id, kind, programme }) => [id, kind, programme])).toEqual([
      ['90001', 'person', 'INVENTED-1, INVENTED-2'],
      ['90002', 'organisation', 'INVENTED-1'],
    ]);
    expect(reading.list.entries[0]?.names).toEqual([
      { text: 'Yevgraf SHOLOKHOVSKY', quality: 'strong' },
      { text: 'Evgraf CHOLOKHOVSKI', quality: 'strong' },
      { text: 'THE FOX', quality: 'weak' },
    ]);
  });

  it('reads the same whatever pieces the file comes in', async () => {
    for (const text of [un, eu, ofac]) {
      const whole = read(text);
      expect(readList(text.split(/(?<=\n)/))).toEqual(whole);
      expect(readList(text.match(/[^]{1,7}/g) ?? [])).toEqual(whole);
      const pieces = async function* (): AsyncGenerator<string> {
        yield* text.split(/(?<=>)/);
      };
      expect(await readListStream(pieces())).toEqual(whole);
    }
  });
});

describe('a list that cannot be believed', () => {
  it('half written, wherever it is cut: one mistake with its line, and no entry', () => {
    for (const text of [un, eu, ofac]) {
      const begins = text.indexOf('<', text.indexOf('-->')) + 1;
      const ends = text.lastIndexOf('>');
      fc.assert(
        fc.property(fc.integer({ min: begins, max: ends }), cut => {
          const reading = read(text.slice(0, cut));
          expect(reading.ok).toBe(false);
          expect(reading).not.toHaveProperty('list');
          const { line } = mistakeIn(reading);
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(text.slice(0, cut).split('\n').length);
        }),
        { numRuns: 150 },
      );
    }
  });

  it('says in both languages what was being read when the file ended', () => {
    const cut = un.slice(0, un.indexOf('<SECOND_NAME>Timofeyevich'));
    const mistake = mistakeIn(read(cut));
    expect(describeListMistake(mistake, 'en')).toBe(
      `line ${cut.split('\n').length}: expected: the end of <INDIVIDUAL>, opened on line 17: the file is half written`,
    );
    expect(describeListMistake(mistake, 'fr')).toContain('le fichier n’est écrit qu’en partie');
  });

  it('cut between two entries and closed again by hand: the publisher’s count tells', () => {
    const mistake = mistakeIn(read(ofac.replace(/ {2}<sdnEntry>\n {4}<uid>90003[^]*<\/sdnEntry>\n/, '')));
    expect(mistake).toMatchObject({ expected: { en: '3 entries, as the file announces' }, found: '2' });
  });

  it.each([
    ['a page instead of a list', '<html><body>Not found</body></html>', 1, 'a known list: <CONSOLIDATED_LIST>, <export>, <sdnList>'],
    ['no XML at all', 'id;name\n1;Zoubeïr', 1, 'an XML file'],
    ['an empty file', '', 1, 'a known list: <CONSOLIDATED_LIST>, <export>, <sdnList>'],
    ['a list of nobody', '<export>\n</export>', 2, 'at least one entry'],
    ['elements that cross', '<export>\n<a><b></a></b></export>', 2, '</b> here'],
    [
      'an unknown reference',
      '<export>\n<sanctionEntity logicalId="1"><nameAlias wholeName="&boom;"/></sanctionEntity></export>',
      2,
      'a known reference (&amp; …)',
    ],
    ['a document type', '<!DOCTYPE export [<!ENTITY boom "x">]>\n<export/>', 1, 'a list without a document type'],
    ['an entry without a name', '<export>\n\n<sanctionEntity logicalId="1"/></export>', 3, 'an entry with a name'],
    [
      'an entry without a reference',
      '<export><sanctionEntity><nameAlias wholeName="A B"/></sanctionEntity></export>',
      1,
      'an entry with its reference (letters, digits, - _ .)',
    ],
    ['broken attributes', '<export>\n<sanctionEntity logicalId=1></sanctionEntity></export>', 2, 'attributes of the form name="value"'],
    [
      'a second root',
      '<export><sanctionEntity logicalId="1"><nameAlias wholeName="A B"/></sanctionEntity></export>\n<export/>',
      2,
      'a single root element, not deeply nested',
    ],
  ])('%s', (_, text, line, expected) => {
    expect(mistakeIn(read(text))).toMatchObject({ line, expected: { en: expected } });
  });

  it('the same reference twice: which one would be meant?', () => {
    const entry = '<sanctionEntity logicalId="7"><nameAlias wholeName="A B"/></sanctionEntity>';
    expect(mistakeIn(read(`<export>\n${entry}\n${entry}</export>`))).toMatchObject({
      line: 3,
      expected: { en: 'a reference used only once (already on line 2)' },
      found: '7',
    });
  });

  it('markup that never ends is not waited for', () => {
    expect(mistakeIn(read(`<export>\n<sanctionEntity a="${'x'.repeat(300_000)}`))).toMatchObject({
      line: 2,
      expected: { en: 'a piece of markup that ends' },
    });
    expect(mistakeIn(read('<a>'.repeat(50)))).toMatchObject({ line: 1 });
  });
});
