import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';
import { sayIn } from '../words/words.js';
import type { Session } from '../session.js';
import { inWords } from './in-words.js';
import { isBareId, referenceInWords, saysNothing } from './reference-words.js';

const told = (language: 'fr' | 'en', about: string): string => {
  const session = { say: sayIn(language), terminal: { language } } as unknown as Session;
  const names = (party: string): string => (party === 'partner' ? 'Rives du fleuve' : party);
  return referenceInWords({ session, codes: inWords(session, 'mdm', names), asks: question => `Que dit ${question} ?` }, about);
};

describe('what a task is about', () => {
  it.each([
    ['AQ21/partner/2', '« Que dit AQ21 ? », ce qu’en dit Rives du fleuve, tour 2', '“Que dit AQ21 ?”, as told by Rives du fleuve, round 2'],
    ['capacity/M1', 'capacités, jalon M1', 'capacities, milestone M1'],
    ['org-bailleur/R7', 'R7 (org-bailleur)', 'R7 (org-bailleur)'],
    ['status-point-2027-04-20', '2027-04-20', '2027-04-20'],
    ['clause-2.1-2027-04-20', 'clause 2.1, le 2027-04-20', 'clause 2.1, 2027-04-20'],
    ['diversion-transfer-0123456789ab-2027-04-20', 'dépense hors de sa ligne, le 2027-04-20', 'money used outside its line, 2027-04-20'],
    ['justification-transfer-0123456789ab', 'justificatifs d’un virement', 'vouchers of a transfer'],
    ['partner', 'Rives du fleuve', 'Rives du fleuve'],
    ['R1', 'R1', 'R1'],
  ])('%s is told in words, in both languages', (about, fr, en) => {
    expect([told('fr', about), told('en', about)]).toEqual([fr, en]);
  });

  it('the id of an event and a hash say nothing; an id alone is no word', () => {
    expect(['2112b3eb-4a1d-8b64-8a61-28e510d57a98', 'ab'.repeat(32), 'field'].map(saysNothing)).toEqual([true, true, true]);
    expect(['R1', 'status-point-2027-04-20'].map(saysNothing)).toEqual([false, false]);
    expect([isBareId('finding-0123456789ab'), isBareId('Accompagnement')]).toEqual([true, false]);
  });

  it.each([
    ['fr', /Qualité|soins/],
    ['en', /care/i],
  ] as const)('a line is told by its name, in %s, in the list of tasks and in the explanation', async (language, name) => {
    const file = fileIn('implementation').must('officer', 'RaiseLine', { line: 'care_quality', about: 'partner', facts: null });
    const api = InMemoryPalabre.of(file);
    const ofFixture = api.file;
    const raised = { case: String(file.last('RedLineAlleged')['case']), colour: 'red', state: 'raised', line: 'care_quality' };
    api.file = async (...asked) => ({ ...(await ofFixture(...asked)), lines: { cases: [raised] } });
    for (const page of [['tasks'], ['explain', api.id]]) {
      const text = (await typed([...page, '--as', 'partner-rep'], { api, language })).out.join('\n');
      expect(text).not.toContain('care_quality');
      expect(text).toMatch(name);
    }
  });
});
