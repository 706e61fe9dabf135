import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { readDossier } from './read-dossier.js';

const right = readFileSync(repositoryFile('test/journeys/dossiers/premier-pas.yaml'), 'utf8');

const founding = (word: string) => right.replace('language: wo }', `language: wo, founder: ${word} }`);

const read = (text: string) => readDossier(text, 'd.yaml', { accounts: null });

describe('who opens a dossier', () => {
  it('PMP-21: a party written as founder opens the partnership together with the host', () => {
    const reading = read(founding('true'));
    expect(reading.ok && reading.dossier.opening['founders']).toEqual([
      { party: 'partner', organisation: 'org-rives-du-fleuve', workingLanguage: 'wo' },
    ]);
  });

  it('opens alone when no other party is a founder, and its opening says nothing of founders', () => {
    for (const text of [right, founding('false')]) {
      const reading = read(text);
      expect(reading.ok && Object.hasOwn(reading.dossier.opening, 'founders')).toBe(false);
    }
  });

  it('names a founder that is neither yes nor no, and founders written in the opening', () => {
    const word = read(founding('perhaps'));
    expect(word.ok ? [] : word.mistakes.map(({ field, expected }) => [field, expected.en])).toEqual([
      ['parties.partner.founder', 'true or false'],
    ]);
    const elsewhere = read(right.replace('opening:\n', 'opening:\n  founders: []\n'));
    expect(elsewhere.ok ? [] : elsewhere.mistakes.map(({ field }) => field)).toContain('opening.founders');
  });
});
