import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeMistake, loadCharter, loadCharterText, type CharterMistake } from '../index.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const small = readFileSync(fixture('small.yaml'), 'utf8');

function mistakesOf(text: string): readonly CharterMistake[] {
  const loading = loadCharterText(text, 'charter.yaml');
  return loading.ok ? [] : loading.mistakes;
}

const brief = ({ line, column, field, found }: CharterMistake) => [line, column, field, found] as const;

describe('a charter file with mistakes', () => {
  const loading = loadCharter(fixture('mistakes.yaml'));
  const mistakes = loading.ok ? [] : loading.mistakes;

  it('MDM-02, MDM-05, S-01, S-02: every mistake is listed with its line, column and field, in the order of the file', () => {
    expect(mistakes.map(brief)).toEqual([
      [1, 1, 'principles', null],
      [2, 9, 'charter.code', 'Wrong Code'],
      [3, 9, 'charter.name.en', null],
      [4, 40, 'charter.document.date', '2024-02-30'],
      [5, 11, 'charter.status', 'validated'],
      [9, 13, 'charter.scope.source', '[]'],
      [11, 78, 'charter.external_commitments[0].consents', '5'],
      [13, 1, 'principle', 'principle'],
      [22, 13, 'typology.items[1].code', 'ZZ'],
      [30, 7, 'lines.items[0].consequence', null],
      [30, 13, 'lines.items[0].code', 'corruption'],
      [31, 15, 'lines.items[0].colour', 'purple'],
      [36, 27, 'lines.items[0].protected.value', 'yes'],
      [41, 23, 'gates.BUDGET.strength', 'blocks'],
      [42, 53, 'gates.VALUES.types[0]', 'ST'],
      [43, 50, 'gates.NEED.source', '["D"]'],
      [44, 3, 'gates.RED', 'RED'],
      [46, 3, 'timers.meting_every', 'meting_every'],
      [47, 26, 'timers.survey_every.value', '{"weeks":52}'],
      [48, 31, 'timers.set_up_in.value.days', '-3'],
      [55, 13, 'questionnaires.due_diligence[0].kind', 'choice'],
      [56, 22, 'questionnaires.due_diligence[0].about.line', 'bribery'],
      [58, 16, 'questionnaires.due_diligence[0].source[0]', 'MDM 65'],
      [69, 5, 'switches.co_construction.AL', 'AL'],
      [70, 30, 'switches.stage_questions.value[0]', 'position'],
    ]);
  });

  it('each mistake says in French and in English what was expected', () => {
    const expected = (field: string) => mistakes.find(mistake => mistake.field === field)?.expected;
    expect(expected('timers.meting_every')).toEqual({
      fr: 'une clé connue ; peut-être « meeting_every »',
      en: 'a known key; perhaps “meeting_every”',
    });
    expect(expected('lines.items[0].consequence')?.fr).toContain('ce qui suit quand la ligne est confirmée');
    expect(expected('lines.items[0].consequence')?.en).toContain('what follows when the line is confirmed');
    expect(expected('gates.BUDGET.strength')?.en).toBe('one of these values: block, warn, alert, off; perhaps “block”');
    expect(expected('typology.items[1].code')?.fr).toContain('SP, OP, TR, ST, AL, NW, MM, MSP');
    for (const mistake of mistakes) {
      expect(mistake.expected.fr).not.toBe('');
      expect(mistake.expected.fr).not.toBe(mistake.expected.en);
    }
  });

  it('a mistake prints as one line that a terminal and an editor can follow', () => {
    const timer = mistakes.find(mistake => mistake.field === 'timers.meting_every');
    const described = timer && describeMistake({ ...timer, file: 'charter.yaml' }, 'en');
    expect(described).toBe('charter.yaml:46:3 timers.meting_every: expected: a known key; perhaps “meeting_every” (found: meting_every)');
  });

  it('the fixture without mistakes loads, so the list above owes nothing to the fixture itself', () => {
    expect(mistakesOf(small)).toEqual([]);
  });
});

describe('a text that is not a charter', () => {
  it.each([
    ['an open bracket', 'charter: [1\nvalues: 2\n', 2, 1],
    ['a tab before a key', 'charter:\n\tcode: x\n', 2, 1],
    ['two documents in one file', `${small}---\na: 1\n`, 34, 1],
    ['a tag that YAML does not know', 'charter: !secret x\n', 1, 10],
    ['a quote that is never closed', "charter: 'x\n", 2, 1],
  ])('%s is a mistake of syntax with its place, and nothing further is guessed', (_what, text, line, column) => {
    const mistakes = mistakesOf(text);
    expect(mistakes.map(mistake => [mistake.line, mistake.column, mistake.field])).toContainEqual([line, column, '']);
    expect(mistakes.every(mistake => mistake.field === '')).toBe(true);
  });

  it('an alias to nothing, and aliases piled up to fill the memory, are refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[1, 2, 3, 4, 5].map(level => `b${level}: &b${level} [${'*a, '.repeat(9)}]`)].join(
      '\n',
    );
    const piled = bomb.replaceAll(/(b[2-5]: .*)/g, row => row.replaceAll('*a', `*b${Number(row[1]) - 1}`));
    for (const text of ['charter: *nothing\n', piled]) {
      const [mistake] = mistakesOf(text);
      expect(mistake?.expected.en).toContain('aliases');
    }
  });

  it.each([
    ['an empty file', '', 'null'],
    ['a list', '- 1\n', '[1]'],
    ['a single word', 'charter\n', 'charter'],
  ])('%s is told to be a set of keys', (_what, text, found) => {
    expect(mistakesOf(text)).toMatchObject([{ line: 1, column: 1, field: '', found, expected: { en: 'a set of keys' } }]);
  });

  it.each([
    ['too long', '# many\nx: 1\n'.repeat(50_000), 1, 'a file of 500000 signs at most'],
    ['with an endless line', `a: 1\nb: ${'x'.repeat(2_000)}\n`, 2, 'a line of 2000 signs at most'],
    ['with an endless comment', `a: 1\n${'# and so on\n'.repeat(600)}`, 502, 'at most 500 empty lines or comments in a row'],
    ['nested without end', `a:\n  b: ${'['.repeat(90)}\n`, 2, 'at most 60 levels of nesting'],
  ])('a file %s is refused before the parser is let loose on it', (_what, text, line, expected) => {
    expect(mistakesOf(text)).toMatchObject([{ line, column: 1, field: '', expected: { en: expected } }]);
  });

  it('a file that is missing or a folder answers with one mistake, not with an exception', () => {
    for (const [file, found] of [
      [fixture('absent.yaml'), 'ENOENT'],
      [fixture('.'), 'EISDIR'],
    ] as const) {
      expect(loadCharter(file)).toMatchObject({ ok: false, mistakes: [{ file, found, expected: { en: 'a file that can be read' } }] });
    }
  });
});

describe('contradictions that no single field shows', () => {
  const change = (from: string, to: string): readonly CharterMistake[] => {
    expect(small).toContain(from);
    return mistakesOf(small.replace(from, to));
  };
  const question = '{ id: Q1, who: both, kind: text, text: { fr: Quoi, en: What }, source: [D] }';

  it('two questions of a form may not share an identifier', () => {
    const mistakes = change('annual_review: []', `annual_review: [${question}, ${question}]`);
    expect(mistakes.map(brief)).toEqual([[24, 103, 'questionnaires.annual_review[1].id', 'Q1']]);
  });

  it('a list of choices beside a free text is a slip', () => {
    const choices = 'choices: [{ code: a, text: { fr: A, en: A } }, { code: b, text: { fr: B, en: B } }]';
    const mistakes = change('closing: []', `closing: [${question.replace('kind: text', `kind: text, ${choices}`)}]`);
    expect(mistakes.map(mistake => mistake.field)).toEqual(['questionnaires.closing[0].choices']);
  });

  it('a default that names no D pretends to be stated', () => {
    const mistakes = change('gates: {}', 'gates: { NEED: { strength: warn, basis: default, source: [PMP-07] } }');
    expect(mistakes.map(mistake => mistake.field)).toEqual(['gates.NEED.source']);
  });

  it('MDM-05: a validated status needs the decision behind it, and with the decision the charter loads', () => {
    expect(change('status: proposed', 'status: validated').map(brief)).toEqual([[6, 11, 'charter.status', 'validated']]);
    expect(change('status: proposed', 'status: validated\n  validation: { body: CD, on: 2024-05-02 }')).toEqual([]);
  });

  it.each(['values', 'principles', 'typology', 'lines', 'action_plan', 'way_of_working'])(
    'MDM-02: without the part %s the charter is refused; declared not-stated it loads',
    part => {
      const mistakes = change(`${part}: not-stated\n`, '');
      expect(mistakes.map(brief)).toEqual([[2, 1, part, null]]);
      expect(mistakes[0]?.expected.en).toContain('or not-stated');
      expect(change(`${part}: not-stated\n`, `${part}: not-stated # silent\n`)).toEqual([]);
    },
  );
});
