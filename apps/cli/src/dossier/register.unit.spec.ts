import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { readDossier } from './read-dossier.js';

const demo = repositoryFile('infra/demo/idee-de-la-cote.yaml');

const written = readFileSync(demo, 'utf8');

const compas = { kind: 'organisation', id: 'org-compas' } as const;

describe('organisations that a dossier brings', () => {
  it('ALE-04, ALE-65: those that say what they are stand in the register before the partnership opens', async () => {
    const api = new InMemoryPalabre();
    expect((await typed(['open', demo], { api })).code).toBe(0);
    expect(api.streams.file(compas).last('OrganisationRegistered')).toMatchObject({
      name: 'Le Compas',
      kind: 'association',
      level: 'national',
    });
    const events = api.streams.file(compas).events.length;
    expect((await typed(['open', demo], { api })).code).toBe(0);
    expect(api.streams.file(compas).events).toHaveLength(events);
  });

  it('one that says nothing is not registered', async () => {
    const reading = readDossier(written.replace(/\n {4}register:[\s\S]*?(?=\nparties:)/, ''), demo, { accounts: null });
    expect(reading.ok && reading.dossier.registrations).toEqual([]);
  });

  it('HFA-07: a field of the register that cannot be so is named with its place, and nothing starts', () => {
    const reading = readDossier(written.replace('sector: civil-society', 'sector: heavenly'), demo, { accounts: null });
    expect(reading.ok ? [] : reading.mistakes.map(({ field }) => field)).toEqual(['organisations.org-compas.register.sector']);
  });

  it('HFA-07: what the register refuses ends the play with its rule, and no partnership is opened', async () => {
    const api = new InMemoryPalabre();
    api.streams.open = async () => ({
      outcome: 'refused',
      version: null,
      status: 409,
      fields: [],
      refusal: { code: 'sub-kind-elsewhere', rule: 'HFA-07', reason: { fr: 'non', en: 'no' }, next: { fr: '.', en: '.' }, gates: [] },
    });
    const run = await typed(['open', demo], { api });
    expect(run.code).toBe(3);
    expect(run.err.join('\n')).toContain('(rule HFA-07)');
    expect(api.sent).toEqual([]);
  });
});
