import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInCharter, guide } from '@palabre/charters';
import { phases } from '@palabre/contracts';
import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import type { FileView } from '../api/reads.js';
import { palabre } from '../palabre.js';
import { commandRows } from '../program.js';
import { visitsOf } from '../terminal/visits.js';
import { demoAccounts, InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { jsonOf, typed } from '../testing/desk.spec.js';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'palabre-guide-'));

describe('the guide', () => {
  it('HFA-01: it says what a partnership is and how an agreement is managed, and opens the matching screens', async () => {
    const english = (await typed(['guide'])).out.join('\n');
    const french = (await typed(['guide'], { language: 'fr' })).out.join('\n');
    expect(english).toContain('What is a partnership?');
    expect(english).toContain('How is an agreement managed?');
    expect(english).toContain('palabre explain ID');
    expect(french).toContain('Qu’est-ce qu’un partenariat ?');
    expect(french).toContain('Comment gère-t-on un accord ?');
  });

  it('HFA-01: the first visit of a member offers it once, beside the result; a machine is offered nothing', async () => {
    const visits = visitsOf({ XDG_STATE_HOME: temporary() });
    const visit = async (...args: string[]): Promise<readonly string[]> => {
      const err: string[] = [];
      const terminal = {
        out: () => undefined,
        err: (line: string) => err.push(line),
        interactive: true,
        columns: 80,
        language: 'en' as const,
      };
      const surroundings = { terminal, env: {}, folder: '/', version: '0.0.0', signal: new AbortController().signal, visits };
      await palabre(args, { ...surroundings, api: new InMemoryPalabre(), accounts: demoAccounts, pause: async () => undefined });
      return err;
    };
    expect(await visit('list', '--json')).toEqual([]);
    expect((await visit('list')).join('')).toContain('`palabre guide`');
    expect(await visit('list')).toEqual([]);
    expect((await visit('list', '--as', 'partner-rep')).join('')).toContain('partner-rep');
  });

  it('PMP-02: every step is explained, then followed by advice and by the tools at hand, in both languages', async () => {
    for (const phase of phases) {
      const { explanation, advice, tools } = guide().phases[phase];
      const english = (await typed(['guide', phase])).out.join('\n');
      const french = (await typed(['guide', phase], { language: 'fr' })).out.join('\n');
      for (const text of [explanation, ...advice]) expect([english.includes(text.en), french.includes(text.fr)]).toEqual([true, true]);
      expect(tools.filter(tool => !english.includes(tool))).toEqual([]);
      expect([english.indexOf('Advice'), english.indexOf('Tools')].toSorted((one, other) => one - other)[0]).toBe(
        english.indexOf('Advice'),
      );
    }
  });

  it('PMP-02: every tool that the guide names is a command that exists', () => {
    const names = commandRows.map(row => row.name);
    const all = [
      ...guide().questions.flatMap(one => one.tools.map(tool => tool.command)),
      ...Object.values(guide().phases).flatMap(one => one.tools),
    ];
    const nouns = new Set(names.map(name => name.split(' ')[0]));
    expect(all.filter(tool => !nouns.has(tool.split(' ')[1]))).toEqual([]);
  });

  it('PMP-02: advice that users added stands on the page of its step, signed and dated, and on no other', async () => {
    const api = new InMemoryPalabre();
    Object.assign(api.rehearsal, fileIn('implementation'));
    api.rehearsal.must('representative', 'RecordNote', {
      kind: 'AdviceGiven',
      on: '2027-01-20',
      step: 'mapping',
      advice: 'Demander aux bergers.',
    });
    const page = async (phase: string): Promise<string> => (await typed(['guide', phase, '--of', api.id], { api })).out.join('\n');
    expect(await page('mapping')).toContain('Demander aux bergers. (person-representative, partner, on 2027-01-20)');
    expect(await page('search')).not.toContain('bergers');
  });

  it('an unknown phase is told with the nearest one', async () => {
    const run = await typed(['guide', 'maping']);
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain('mapping');
  });
});

describe('the guide of a charter that is built in steps', () => {
  const page = async (...args: string[]): Promise<string> => (await typed(['guide', ...args])).out.join('\n');

  /** `Rôles … : 11, 27` as a person reads it: the numbers by theme. */
  const themesIn = (told: string): Record<string, string> =>
    Object.fromEntries([...told.matchAll(/^ {2}· ([^:\n]+): ([\d, ]+)$/gm)].map(([, theme = '', tools = '']) => [theme, tools]));

  it.each([
    [
      'PMP-46',
      'idea',
      {
        'Introduction to joint work': '1, 2',
        'Understanding the situation': '3',
        'Defining the challenge': '8, 14',
        'Defining the objective': '41',
      },
    ],
    ['PMP-47', 'mapping', { 'Identifying stakeholders': '5', 'Mapping stakeholders': '12', 'Setting objectives': '41' }],
    ['PMP-48', 'search', { 'Roles inside the group': '11, 27, 29, 35', 'Differences of culture and rank': '30, 42' }],
    [
      'PMP-49',
      'implementation',
      {
        'Setting rules': '9, 22',
        Deciding: '28, 44, 46',
        'Binding the actors': '50, 59',
        'Following expectations': '38',
        Reflecting: '56, 57, 60',
        Communicating: '37',
      },
    ],
  ])('%s: the page of the phase %s lists the tools of its step by theme, and no others', async (_id, phase, themes) => {
    const told = await page(phase, '--charter', 'pmp');
    expect(themesIn(told)).toEqual(themes);
    expect(themesIn(await page(phase, '--charter', 'mdm'))).toEqual({});
  });

  it('PMP-02: the step of the charter is explained, then comes its advice, then its tools; advice of other steps stays away', async () => {
    const told = await page('mapping', '--charter', 'pmp');
    const { steps = [], principles } = builtInCharter('pmp')!.content;
    const advice = principles === 'not-stated' ? [] : principles.items;
    const launch = steps.find(step => step.code === 'launch')!;
    const own = advice.filter(one => one.group === 'launch').map(one => one.text.en);
    expect(own).toHaveLength(4);
    const places = [launch.explanation.en, ...own, 'Tools of the charter'].map(text => told.indexOf(text));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(advice.filter(one => one.group !== 'launch' && told.includes(one.text.en))).toEqual([]);
  });

  it('PMP-49: the filter "theme" returns exactly the tools of that theme, in either language; an unknown theme is told the nearest', async () => {
    expect(themesIn(await page('implementation', '--charter', 'pmp', '--theme', 'deciding'))).toEqual({ Deciding: '28, 44, 46' });
    expect(themesIn(await page('implementation', '--charter', 'pmp', '--theme', 'Décider'))).toEqual({ Deciding: '28, 44, 46' });
    const wrong = await typed(['guide', 'implementation', '--charter', 'pmp', '--theme', 'Decidin']);
    expect(wrong.code).toBe(2);
    expect(wrong.err.join('\n')).toContain('Deciding');
    const ofNothing = await typed(['guide', 'implementation', '--theme', 'Deciding']);
    expect(ofNothing.code).toBe(2);
    expect(ofNothing.err.join('\n')).toContain('--charter');
  });

  it('PMP-47: the use of a tool is recorded in a partnership, and its page says when it was used; others are told as unused', async () => {
    const api = new InMemoryPalabre();
    Object.assign(api.rehearsal, fileIn('implementation'));
    api.rehearsal.must('representative', 'RecordNote', { kind: 'ToolUsed', on: '2027-01-20', tool: '12', note: 'Sur la berge.' });
    expect(api.rehearsal.last('ToolUsed')).toMatchObject({ party: 'partner', tool: '12', on: '2027-01-20' });
    const told = (await typed(['guide', 'mapping', '--of', api.id, '--charter', 'pmp'], { api })).out.join('\n');
    expect(told).toContain('Mapping stakeholders: 12 (used on 2027-01-20)');
    expect(told).toMatch(/Identifying stakeholders: 5$/m);
  });
});

describe('what differs between two charters', () => {
  it('is told clause by clause, with what stood before and after; equal charters differ in nothing', async () => {
    const changed = join(temporary(), 'mdm-2.yaml');
    const text = repositoryFile('libs/charters/data/mdm.yaml');
    writeFileSync(changed, readFileSync(text, 'utf8').replace(/strength: warn/, 'strength: block'));
    const told = jsonOf(await typed(['charters', 'diff', 'mdm', changed, '--json'])) as { differences: readonly object[] };
    expect(told.differences).toHaveLength(1);
    expect(told.differences[0]).toMatchObject({ part: 'gates', field: 'strength', change: 'changed', before: 'warn', after: 'block' });
    expect(jsonOf(await typed(['charters', 'diff', 'mdm', 'mdm', '--json']))).toMatchObject({ differences: [] });
    const lines = (await typed(['charters', 'diff', 'mdm', 'hfa', '--part', 'timers'])).out.join('\n');
    expect(lines).toContain('From “mdm” to “hfa”');
    expect((await typed(['charters', 'diff', 'mdm', 'hfa', '--part', 'tmers'])).code).toBe(2);
  });
});

describe('what a partnership rests on', () => {
  const withFile = (more: Partial<FileView>): InMemoryPalabre => {
    const api = new InMemoryPalabre();
    const plain = api.file;
    api.file = async (as, id) => ({ ...(await plain(as, id)), ...more });
    return api;
  };
  const party = (name: string, expectations: string | null) => ({
    party: name,
    organisation: `org-${name}`,
    workingLanguage: 'fr',
    expectations: expectations === null ? null : { expectations },
  });
  const difficulty = (state: string) => ({
    challenge: `challenge-${state}`,
    party: 'partner',
    kind: 'resources',
    state,
    text: 'Les virements arrivent tard.',
    acknowledgedBy: null,
  });
  const lines = async (api: InMemoryPalabre): Promise<string> => (await typed(['show', api.id], { api })).out.join('\n');

  it('ALE-42: show always tells what each side expects, the open challenges and the day of the last discussion', async () => {
    const told = await lines(
      withFile({
        parties: { parties: [party('host', 'Des soins tenus.'), party('partner', null)] },
        voice: { challenges: [difficulty('raised'), difficulty('resolved')], messages: [{ at: '2027-03-04T09:00:00.000Z' }] },
        meetings: { held: [{ heldOn: '2027-02-15' }] },
      }),
    );
    expect(told).toMatch(/host +Des soins tenus\./);
    expect(told).toMatch(/partner +\(not written yet\)/);
    expect(told).toMatch(/open challenges +1\n/);
    expect(told).toContain('challenge-raised');
    expect(told).toContain('Les virements arrivent tard.');
    expect(told).not.toContain('challenge-resolved');
    expect(told).toMatch(/last discussion +2027-03-04/);
  });

  it('PMP-26: show tells the limits of each party in their order; before a vote, show and explain say which of them the proposal crosses', async () => {
    const decision = (subject: string, state: string) => ({
      subject,
      state,
      crosses: [{ party: 'partner', limit: 2, askedOn: '2027-02-03' }],
    });
    const limits = ['Pas de photo de patientes.', 'Jamais d’interdiction de pêche sans nous.'];
    const api = withFile({
      parties: { parties: [party('host', null), { ...party('partner', null), limits }] },
      signOffs: { decisions: [decision('Repos de la pêche', 'proposed'), decision('Fermer le port', 'taken')] },
    });
    await typed(['open', repositoryFile('test/journeys/dossiers/premier-pas.yaml')], { api });
    const explained = (await typed(['explain', api.id], { api })).out.join('\n');
    const told = await lines(api);
    expect(told).toMatch(/partner +1 +Pas de photo/);
    expect(told).toMatch(/partner +2 +Jamais d’interdiction de pêche sans nous\./);
    for (const view of [told, explained]) {
      expect(view).toContain('Mind before voting: "Repos de la pêche" crosses limit no. 2 of "partner", which was asked on 2027-02-03.');
      expect(view).not.toContain('Fermer le port');
    }
  });

  it('PMP-56: the problem to solve comes first in every summary, in show and in explain', async () => {
    const api = new InMemoryPalabre();
    await typed(['open', repositoryFile('test/journeys/dossiers/premier-pas.yaml')], { api });
    const plain = api.file;
    const summaries = async () =>
      Promise.all(['show', 'explain'].map(async command => (await typed([command, api.id], { api })).out.filter(line => line !== '')));
    for (const told of await summaries()) expect(told.join('\n')).not.toContain('The problem:');
    api.file = async (as, id) => {
      const file = await plain(as, id);
      return { ...file, head: { ...file.head, idea: { problem: 'Des puits empoisonnés.' } } };
    };
    for (const told of await summaries()) expect(told[1]).toBe('The problem: Des puits empoisonnés.');
  });

  it('ALE-42: where nothing is difficult and nobody has talked yet, that is told too', async () => {
    const told = await lines(withFile({ parties: { parties: [party('host', null)] }, voice: { challenges: [], messages: [] } }));
    expect(told).toMatch(/open challenges +none/);
    expect(told).toMatch(/last discussion +not yet/);
  });
});
