import { shutState } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import type { PalabreApi } from '../api/palabre-api.js';
import type { FileView, PortfolioRow } from '../api/reads.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';

const api = new InMemoryPalabre();

/** The same API with some answers of its own. */
const otherwise = (methods: Partial<PalabreApi>): PalabreApi =>
  new Proxy<PalabreApi>(api, { get: (target, name) => (Reflect.get(methods, name) ?? Reflect.get(target, name)) as unknown });

const head = { title: null, type: 'OP', phase: 'idea', standing: 'open', charter: null, calendar: 'real', phases: [] } as const;

const masked: FileView = { id: 'p-1', version: 9, now: '2027-02-01T09:00:00.000Z', party: 'host', protection: 'masked', head, texts: {} };

const inClear: FileView = {
  ...masked,
  protection: 'in-clear',
  head: { ...head, title: 'Refuge of the coast', charter: 'agiri' },
  parties: {
    parties: [
      { party: 'host', organisation: 'org-host', workingLanguage: 'fr' },
      { party: 'partner', organisation: 'org-partner', workingLanguage: 'wo' },
    ],
    protection: { by: 'host', since: '2027-01-04T09:00:00.000Z', readers: { host: ['person-1', 'person-2'] } },
  },
};

const showing = (file: FileView, language: 'fr' | 'en' = 'en') =>
  typed(['show', 'p-1'], { api: otherwise({ file: async () => file }), language });

describe('a protected file at the terminal', () => {
  it('AGI-02: `show` says to its readers since when, by whom and for how many it is protected, and that reading is recorded', async () => {
    const lines = (await showing(inClear)).out.join('\n');
    expect(lines).toContain('Refuge of the coast');
    expect(lines).toContain('Protected since 2027-01-04 by host. Readers: host 2, partner by function.');
    expect(lines).toContain('palabre readings p-1');
    expect((await showing(inClear, 'fr')).out.join('\n')).toContain('Lecteurs : host 2, partner par fonction.');
  });

  it('AGI-02: `show` and `list` keep a place without a name for everybody else, in both languages', async () => {
    for (const [language, title] of [
      ['en', '(protected file)'],
      ['fr', '(dossier protégé)'],
    ] as const) {
      const { code, out } = await showing(masked, language);
      expect(code).toBe(0);
      expect(out[0]).toBe(title);
      expect(out.join('\n')).not.toMatch(/null|undefined|org-|parties /);
      const row = { id: 'p-1', version: 9, title: null, type: 'OP', phase: 'idea', standing: 'open', rehearsal: false };
      const rows: PortfolioRow[] = [{ ...row, openTasks: 0, nextDeadline: null }];
      const listed = await typed(['list'], { api: otherwise({ portfolio: async () => rows }), language });
      expect(listed.out.at(-1)).toMatch(new RegExp(`p-1 +OP +(idea|idée) .*${title.replace(/[()]/g, '\\$&')}$`));
    }
  });

  it('AGI-02: `readings` tells who read what and when, in clear or masked', async () => {
    const row = { at: '2027-02-01T09:30:00.000Z', person: 'person-4', party: 'host', organisation: null, what: 'file', version: 9 };
    api.views.answers.set('/v1/partnerships/p-1/readings', [
      { ...row, inClear: false },
      { ...row, person: 'person-6', party: null, organisation: 'org-audit', what: 'history', inClear: true },
    ]);
    const { out } = await typed(['readings', 'p-1'], { api });
    expect(out[1]).toMatch(/^2027-02-01 09:30 +person-4 +host +the file +9 +masked$/);
    expect((await typed(['readings', 'p-1'], { api, language: 'fr' })).out[2]).toMatch(/l’histoire entière +9 +en clair$/);
    expect(out[2]).toMatch(/person-6 +org-audit +the whole history +9 +in clear$/);
    api.views.answers.set('/v1/partnerships/p-1/readings', []);
    expect((await typed(['readings', 'p-1'], { api, language: 'fr' })).out.join('')).toContain('Aucune lecture notée');
  });

  it('AGI-02: `verify` compares as far as the engine tells, `explain` reads the rest where reading is recorded', async () => {
    await typed(['play', repositoryFile('test/journeys/dossiers/premier-pas.yaml')], { api });
    const state = async () => shutState(api.rehearsal.state);
    const verified = await typed(['verify', api.id, '--json'], { api: otherwise({ state }) });
    expect(verified.code).toBe(0);
    expect(jsonOf(verified)).toMatchObject({ equal: true, engine: { known: true, equal: true, partsAt: [] } });
    const moved = async () => shutState({ ...api.rehearsal.state, phase: 'closing' });
    expect(jsonOf(await typed(['verify', api.id, '--json'], { api: otherwise({ state: moved }) }))).toMatchObject({
      equal: false,
      engine: { partsAt: [{ path: 'phase' }] },
    });
    const read: string[] = [];
    const stateAt: PalabreApi['stateAt'] = async (as, id, moment) => {
      read.push(id);
      return api.stateAt(as, id, moment);
    };
    const whole = jsonOf(await typed(['explain', api.id, '--json'], { api }));
    expect(jsonOf(await typed(['explain', api.id, '--json'], { api: otherwise({ state, stateAt }) }))).toEqual(whole);
    expect(read).toEqual([api.id]);
  });
});

describe('who holds a file before signature', () => {
  it('S-24: `show` names the holder, in both languages, until an officer has taken over', async () => {
    const held: FileView = {
      ...inClear,
      parties: { parties: [{ party: 'host', organisation: 'org-host', workingLanguage: 'fr', holder: 'person-7' }] },
    };
    expect((await showing(held)).out.join('\n')).toMatch(/held until signature by +person-7 \(host\)/);
    expect((await showing(held, 'fr')).out.join('\n')).toMatch(/tenu jusqu’à la signature par +person-7 \(host\)/);
    const designated = { ...held, parties: { parties: [{ ...held.parties!.parties[0]!, holder: null }] } };
    expect((await showing(designated)).out.join('\n')).not.toContain('held until');
  });

  it('HFA-17: once designated, `show` names the officer, in both languages; before, nobody', async () => {
    const entry = { party: 'host', organisation: 'org-host', workingLanguage: 'fr' };
    const shown = (officer: { person: string; isPresident: boolean } | null): FileView => ({
      ...inClear,
      parties: { parties: [{ ...entry, officer }] },
    });
    const named = shown({ person: 'person-8', isPresident: false });
    expect((await showing(named)).out.join('\n')).toMatch(/officer +person-8 \(host\)/);
    expect((await showing(named, 'fr')).out.join('\n')).toMatch(/chargé·e du partenariat +person-8 \(host\)/);
    expect((await showing(shown(null))).out.join('\n')).not.toMatch(/^officer/m);
  });
});
