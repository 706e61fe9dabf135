import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoAccounts, InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { readDossier } from './read-dossier.js';

const right = readFileSync(repositoryFile('test/journeys/dossiers/premier-pas.yaml'), 'utf8');

const accounts = demoAccounts.map(({ account }) => account);

/** The dossier with one thing changed, and the line on which it was changed. */
function with_(before: string, after: string): { text: string; line: number } {
  expect(right).toContain(before);
  const at = right.indexOf(before);
  return { text: right.slice(0, at) + after + right.slice(at + before.length), line: right.slice(0, at).split('\n').length };
}

const mistakesIn = (text: string) => {
  const reading = readDossier(text, 'd.yaml', { accounts });
  return reading.ok ? [] : reading.mistakes.map(({ line, field, expected }) => ({ line, field, expected: expected.en }));
};

describe('a dossier with a mistake names file, line, field and what was expected', () => {
  it.each([
    ['an unknown command', 'do: AssessNeed', 'do: AssesNeed', 'acts[0].do', 'perhaps “AssessNeed”'],
    ['an unknown account', 'as: hq-ops\n    do: AssessNeed', 'as: hq-opps\n    do: AssessNeed', 'acts[0].as', 'one of: hq-ops, '],
    ['an unknown field', 'title: ', 'titel: ', 'titel', 'perhaps “title”'],
    [
      'an unknown field of a command',
      "objective: 'De l’eau",
      "objectif: 'De l’eau",
      'acts[0].data.objectif',
      'nothing: this field is not known',
    ],
    [
      'a word where a yes or no belongs',
      'partnershipIsRightMethod: true',
      'partnershipIsRightMethod: perhaps',
      'acts[0].data.partnershipIsRightMethod',
      'true or false',
    ],
    ['an unknown phase', 'phase: mapping', 'phase: maping', 'acts[3].data.phase', 'one of: readiness, idea'],
    ['a day that is none', 'on: 2027-01-12', 'on: 2027-13-12', 'acts[1].on', 'a day (YYYY-MM-DD)'],
    ['an act before the one above it', 'on: 2027-01-12', 'on: 2027-01-10', 'acts[1].on', 'not before the act before it'],
    ['an unknown charter', 'charter: mdm', 'charter: mdn', 'charter', 'one of: palabre, mdm'],
    ['a type that the charter does not offer', 'type: OP', 'type: OPX', 'type', ''],
    [
      'an organisation that nobody introduced',
      'organisation: org-rives-du-fleuve',
      'organisation: org-riviere',
      'parties.partner.organisation',
      'one of: org-horizon-soins, org-rives',
    ],
    [
      'a field of the opening that belongs elsewhere',
      'opening:\n',
      'opening:\n  workingLanguage: fr\n',
      'opening.workingLanguage',
      'written under “parties.host.language”',
    ],
    ['a wrong word in the opening', 'trigger: other', 'trigger: others', 'opening.trigger', 'one of: global-problem, acute-crisis, other'],
    ['dated acts in a real partnership', 'kind: rehearsal', 'kind: real', 'acts', 'no dated acts'],
  ])('PMP-29: %s', (_what, before, after, field, expected) => {
    const changed = with_(before, after);
    const found = mistakesIn(changed.text);
    expect(found).toContainEqual(expect.objectContaining({ field, expected: expect.stringContaining(expected) as string }));
    const { line } = found.find(one => one.field === field) ?? { line: -1 };
    const moved = field === 'opening.workingLanguage' ? 1 : 0;
    if (field !== 'acts') expect(line).toBe(changed.line + moved);
  });

  it('lists every mistake at once, in the order of the lines', () => {
    const text = right
      .replace('on: 2027-01-12', 'on: soon')
      .replace('do: AssessNeed', 'do: Assess')
      .replace('charter: mdm', 'charter: [mdm]');
    expect(mistakesIn(text).map(({ field }) => field)).toEqual(['charter', 'acts[0].do', 'acts[1].on']);
  });

  it('points at unreadable YAML', () => {
    expect(mistakesIn('dossier: x\n  title: [')).toContainEqual({
      line: 2,
      field: '',
      expected: expect.stringContaining('readable YAML') as string,
    });
    expect(mistakesIn('- not a map')).toMatchObject([{ line: 1, field: '', expected: 'a map (keys and values)' }]);
  });

  it('S-03: knows the questions of the charter and how each is answered', () => {
    const act = (answers: string) =>
      `${right}  - on: 2027-01-15\n    as: hq-ops\n    do: AnswerForm\n    data: { form: stage-reflection, answers: ${answers} }\n`;
    expect(mistakesIn(act('{ position: sideways }'))).toMatchObject([
      { field: 'acts[4].data.answers.position', expected: 'one of: leading, beside, behind' },
    ]);
    expect(mistakesIn(act('{ positon: beside }'))).toMatchObject([{ expected: 'perhaps “position”' }]);
    expect(mistakesIn(act('{ position: beside }'))).toEqual([]);
  });
});

describe('references to what earlier acts bring about', () => {
  const act = (lines: string) => `${right}  - on: 2027-01-15\n    as: hq-ops\n${lines}`;

  it('refuses a reference to an act that does not come earlier', () => {
    const text = act("    do: ConfirmTransfer\n    data: { transfer: '${later.transfer}', receivedOn: 2027-01-15 }\n");
    expect(mistakesIn(text)).toMatchObject([{ field: 'acts[4].data.transfer', expected: 'the name of an earlier act, not “later”' }]);
  });

  it('refuses a text that was not proposed, and one of a kind that does not exist', () => {
    expect(mistakesIn(act('    do: AcceptText\n    data: { $text: budget }\n'))).toMatchObject([
      { expected: 'a text “budget” proposed further up' },
    ]);
    expect(mistakesIn(act('    do: AcceptText\n    data: { $text: bugdet }\n')).map(({ field }) => field)).toContain('acts[4].data.$text');
  });
});

describe('playing a dossier with mistakes', () => {
  it('ends with 2, tells every mistake, and starts nothing', async () => {
    const api = new InMemoryPalabre();
    const run = await typed(['play', repositoryFile('test/journeys/dossiers/premier-pas.yaml').replace('premier-pas', 'nowhere')], { api });
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain('cannot be read');
    expect(api.sent).toEqual([]);
  });

  it('tells the same as JSON to a machine', async () => {
    const run = await typed(['play', repositoryFile('apps/cli/package.json'), '--json']);
    expect(run.code).toBe(2);
    expect(jsonOf(run)).toMatchObject({
      error: { exit: 2, code: 'bad-input', mistakes: expect.arrayContaining([expect.objectContaining({ line: 1 })]) as unknown },
    });
    expect(run.err).toEqual([]);
  });
});
