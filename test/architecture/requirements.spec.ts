import { describe, expect, it } from 'vitest';
import { idsIn, isRequirementId, questions, requirements } from '../support/requirements/catalogue.js';
import { whatIsShown } from '../support/requirements/shown.js';
import { asJson, asText } from '../support/requirements/tell.js';

const test = (title: string, status = 'passed', ancestorTitles: string[] = []) => ({ title, status, ancestorTitles });

/** Built from parts: the title of this very test must not claim what it does not show. */
const named = (source: string, number: string): string => `${source}-${number}`;

const budget = named('MDM', '11');
const meetings = named('AGI', '23');
const both = named('C', '08');

describe('the catalogue', () => {
  it('has 293 requirements, each with a title of its own', () => {
    expect(requirements.size).toBe(293);
    expect(new Set(requirements.values()).size).toBe(293);
    expect(questions.size).toBe(28 + 24);
  });

  it('knows its ids from other words', () => {
    expect(idsIn(`${budget}, ${both}: UTF-8, ISO-4217, SHA-256, X-${budget}`)).toEqual([budget, both]);
    expect(isRequirementId(budget)).toBe(true);
    expect(isRequirementId(named('MDM', '99'))).toBe(false);
  });
});

describe('what is shown', () => {
  const shown = whatIsShown([
    { name: 'a.spec.ts', assertionResults: [test(`${budget}: goes back`), test('monthly', 'passed', [`meetings (${meetings}, ${both})`])] },
    {
      name: 'b.spec.ts',
      assertionResults: [test(`${named('MDM', '19')}: why`, 'failed'), test(`${named('MDM', '20')}: values`, 'pending')],
    },
  ]);

  it('is what passing tests name, in their titles or in those of their groups', () => {
    expect([...shown.requirements.keys()]).toEqual([budget, meetings]);
    expect(shown.requirements.get(budget)).toEqual([{ file: 'a.spec.ts', title: `${budget}: goes back` }]);
    expect([...shown.questions.keys()]).toEqual([both]);
  });

  it('is not what a failed or unfinished test names', () => {
    expect(shown.notShown).toHaveLength(291);
    expect(shown.broken).toEqual([named('MDM', '19'), named('MDM', '20')]);
  });

  it('is told to people and to machines with the same figures', () => {
    expect(asText(shown, 'here')).toContain('2 of 293 requirements are shown');
    expect(JSON.parse(asJson(shown, 'here'))).toMatchObject({ shown: 2, of: 293, broken: shown.broken });
  });
});
