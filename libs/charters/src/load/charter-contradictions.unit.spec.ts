import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { loadCharterText, type CharterMistake } from '../index.js';

const small = readFileSync(new URL('../../fixtures/small.yaml', import.meta.url), 'utf8');

type Change = readonly [path: (string | number)[], value: unknown];

/** The small charter with a few fields changed, as a file would hold it. */
function changed(...changes: readonly Change[]): string {
  const document = parseDocument(small);
  for (const [path, value] of changes) document.setIn(path, document.createNode(value));
  return document.toString();
}

function mistakesOf(text: string): readonly CharterMistake[] {
  const loading = loadCharterText(text, 'charter.yaml');
  return loading.ok ? [] : loading.mistakes;
}

const told = (text: string): [string, string | null][] => mistakesOf(text).map(({ field, found }) => [field, found]);

/** The line of the text on which the mistake points, so that a person can go there. */
const pointedLine = (text: string): string[] => mistakesOf(text).map(({ line }) => text.split('\n')[line - 1]?.trim() ?? '');

const value = (of: unknown) => ({ value: of, source: ['D'] });
const off = { strength: 'off', basis: 'default', source: ['D'] };
const blocks = { strength: 'block', basis: 'default', source: ['D'] };

describe('a switch from which nothing can come', () => {
  it.each([
    ['cd_validation', 'CD', 'required'],
    ['reports_transmitted', 'ACCOUNT', 'required'],
    ['budget_co_validation', 'BUDGET', 'if-money'],
    ['role_table', 'ROLES', 'required'],
  ])('%s is a mistake where the gate %s that carries it out is off, and none where it is in force', (name, gate, asked) => {
    const switched: Change = [['switches', name], { OP: value(asked) }];
    expect(told(changed([['gates', gate], off], switched))).toEqual([[`switches.${name}.OP.value`, asked]]);
    expect(told(changed([['gates', gate], blocks], switched))).toEqual([]);
    expect(told(changed([['gates', gate], { ...off, types: ['AL'] }], switched))).toEqual([]);
  });

  it('points at the line and the column of the switch', () => {
    const text = changed([['gates', 'CD'], off], [['switches', 'cd_validation'], { OP: value('required') }]);
    const [mistake] = mistakesOf(text);
    expect(pointedLine(text)[0]).toContain('cd_validation');
    expect(mistake?.column).toBe((text.split('\n')[(mistake?.line ?? 1) - 1] ?? '').indexOf('required') + 1);
    expect(mistake?.expected.en).toContain('gates.CD');
  });
});

describe('a charter that contradicts itself', () => {
  it.each([
    ['co_construction', 'required', 'network_mandate', true],
    ['financial_flows', 'none', 'budget_co_validation', 'if-money'],
    ['admission', 'no', 'parties', 'many'],
    ['transfer_possible', true, 'capacity_direction', 'none'],
  ])('%s %s and %s %s cannot both hold for a type; for two types they may', (one, oneValue, other, otherValue) => {
    const both = changed([['switches', one], { OP: value(oneValue) }], [['switches', other], { OP: value(otherValue) }]);
    expect(told(both).map(([field]) => field)).toEqual([`switches.${other}.OP.value`]);
    const apart = changed([['switches', one], { OP: value(oneValue) }], [['switches', other], { ST: value(otherValue) }]);
    expect(told(apart)).toEqual([]);
  });

  it('a decision of the first phase before its warning', () => {
    const text = changed([['switches', 'first_phase_months'], { MSP: value({ warn: 30, decide: 24 }) }]);
    expect(told(text)).toEqual([['switches.first_phase_months.MSP.value.decide', '24']]);
  });

  it('a gate on red lines without a red line', () => {
    expect(told(changed([['gates', 'RED'], blocks]))).toEqual([['gates.RED.strength', 'block']]);
    expect(told(changed([['gates', 'RED'], off]))).toEqual([]);
  });

  it('levels of leadership that the charter does not describe, or says it has none of', () => {
    expect(told(changed([['switches', 'leadership_spectrum'], value('three-levels')]))).toEqual([
      ['switches.leadership_spectrum.value', 'three-levels'],
    ]);
    const none = changed([['switches', 'leadership_spectrum'], value('none')], [['switches', 'leadership_levels'], { OP: value(['LED']) }]);
    expect(told(none)).toEqual([['switches.leadership_levels.OP.value', '["LED"]']]);
  });

  it('a step and a quality that are named and nowhere defined', () => {
    const text = changed(
      [['tools'], [{ number: 1, name: { fr: 'Entrer', en: 'Enter' }, step: 'start', source: ['D'] }]],
      [
        ['questionnaires', 'annual_review'],
        [{ id: 'Q1', who: 'both', kind: 'scale', quality: 'deep', text: { fr: 'Oui ?', en: 'Yes?' }, source: ['D'] }],
      ],
    );
    expect(told(text)).toEqual([
      ['questionnaires.annual_review[0].quality', 'deep'],
      ['tools[0].step', 'start'],
    ]);
  });
});

describe('the sources of a charter', () => {
  const cited = (id: string) => told(changed([['timers', 'meeting_every'], { value: { months: 1 }, source: [id] }]));

  it('beyond the last entry of a document, or before its first, are mistakes at their place', () => {
    for (const id of ['MDM-86', 'PMP-62', 'ALE-72', 'HFA-39', 'AGI-39', 'C-29', 'S-25', 'MDM-00', 'XYZ-01']) {
      expect(cited(id)).toEqual([['timers.meeting_every.source[0]', id]]);
    }
  });

  it('up to the last entry of each document, and D, are sources', () => {
    for (const id of ['MDM-85', 'PMP-61', 'ALE-71', 'HFA-38', 'AGI-38', 'C-28', 'S-24', 'D']) expect(cited(id)).toEqual([]);
  });
});

describe('rows that a charter brings for types of its own', () => {
  it('a row for a type of the matrix would be a second truth', () => {
    expect(told(changed([['own_types'], { OP: {} }]))[0]).toEqual(['own_types.OP', 'OP']);
  });

  it('a row that leaves a column out is told column by column', () => {
    const fields = told(changed([['own_types'], { FD: { name: { fr: 'Fédération', en: 'Federation' }, columns: {}, gates: {} } }])).map(
      ([field]) => field,
    );
    expect(fields).toContain('own_types.FD.columns.parties');
    expect(fields).toContain('own_types.FD.columns.co_construction');
  });
});
