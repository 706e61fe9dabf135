import { commandTypes } from '@palabre/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from './exit-codes.js';
import { commandRows } from './program.js';
import { languageOf } from './terminal/language.js';
import { InMemoryPalabre, repositoryFile } from './testing/in-memory-palabre.spec.js';
import { jsonOf, typed } from './testing/desk.spec.js';
import { words } from './words/words.js';

const demo = repositoryFile('infra/demo/sante-fleuve.yaml');

const firstSteps = repositoryFile('test/journeys/dossiers/premier-pas.yaml');

describe('help', () => {
  it('every command has a help with an example, --as and --json, in both languages', async () => {
    for (const row of commandRows) {
      const [english, french] = [
        await typed([...row.name.split(' '), '--help']),
        await typed([...row.name.split(' '), '--help'], { language: 'fr' }),
      ];
      expect([english.code, french.code]).toEqual([0, 0]);
      expect(english.out.join('\n')).toContain(row.example);
      expect(english.out.join('\n')).toContain('--json');
      expect(english.out.join('\n')).toContain(words[row.says].en.slice(0, 30));
      expect(french.out.join('\n')).toContain('Options :');
      expect(french.out.join('\n')).toContain('Exemple :');
    }
  });

  it('names every exit code once, and every command of a partnership', async () => {
    const help = (await typed(['--help'])).out.join('\n');
    const codes = Object.values(exitCodes).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, says } of Object.values(exitCodes)) expect(help).toContain(`${String(code).padStart(5)}  ${says.en}\n`);
    const doHelp = (await typed(['do', '--help'])).out.join('\n');
    for (const type of commandTypes) expect(doHelp).toContain(type);
  });

  it('says everything in French and in English, with the same values in both', () => {
    const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(hole => hole[1] ?? '').toSorted();
    for (const [key, { fr, en }] of Object.entries(words)) expect([key, ...holes(fr)]).toEqual([key, ...holes(en)]);
  });

  it.each([
    [{ PALABRE_LANG: 'fr', LANG: 'en_GB.UTF-8' }, 'fr'],
    [{ LC_ALL: 'fr_FR.UTF-8' }, 'fr'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('speaks by locale: %o is %s', (variables, language) => {
    expect(languageOf(variables)).toBe(language);
  });
});

describe('mistyped', () => {
  it.each([
    [['shwo', 'x'], 'There is no command “shwo”', 'Did you mean “show”?'],
    [['campaigns', 'list'], 'There is no command “list”', 'palabre campaigns --help'],
    [['charters', 'shwo'], 'There is no command “shwo”', 'Did you mean “show”?'],
    [['show'], 'The argument “id” is missing', 'palabre --help'],
    [['show', 'x', '--att', '3'], 'There is no option “--att”', 'palabre --help'],
    [['show', 'x', 'y'], 'There are more arguments than expected', 'palabre --help'],
    [['history', 'x', '--last', 'few'], '“few” does not fit --last', 'a whole number'],
    [['do', 'x', 'DeclareLimit', '--data', '{'], '--data is not a readable JSON object', '@file.json'],
    [['decide', 'task-1', '--grant', '--refuse'], 'One verdict is needed', 'decide --help'],
    [['decide', 'task-1', '--grant'], 'is not in the inbox of hq-ops', 'palabre tasks --as hq-ops'],
    [['calendar', 'x'], 'The argument “--to” is missing', 'calendar --help'],
  ])('%j ends with 2 and says what to do, without a stack trace', async (args, what, next) => {
    const run = await typed(args);
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain(what);
    expect(run.err.join('\n')).toContain(next);
    expect(run.err.join('\n')).not.toMatch(/\n\s+at /);
    expect(run.out).toEqual([]);
  });
});

describe('with the demonstration', () => {
  const api = new InMemoryPalabre();

  beforeAll(async () => {
    await typed(['play', demo], { api });
  });

  it('lists it', async () => {
    const run = await typed(['list'], { api });
    expect(run.out.join('\n')).toMatch(/OP +after +closed +0 +Les sages-femmes du fleuve/);
    expect(jsonOf(await typed(['list', '--json'], { api }))).toMatchObject([{ id: api.id, standing: 'closed' }]);
  });

  it('HFA-15: tells its history, refusals with their rule and reason, in the language of the reader', async () => {
    const english = (await typed(['history', api.id, '--refused'], { api })).out.join('\n');
    expect(english).toMatch(
      /Signature attempt refused: Sign the agreement \[.*SIGNATORY\] {2}partner representative \(org-rives-du-fleuve\)/,
    );
    const french = (await typed(['history', api.id, '--refused'], { api, language: 'fr' })).out.join('\n');
    expect(french).toContain('Tentative de signature refusée');
  });

  it('tells what people did; what Palabre notes for itself is told on demand', async () => {
    const last = (await typed(['history', api.id, '--last', '1'], { api })).out;
    expect(last[0]).toContain('Partnership closed');
    const everything = jsonOf(await typed(['history', api.id, '--json'], { api })) as unknown[];
    expect(everything).toHaveLength(api.rehearsal.events.length);
    const all = (await typed(['history', api.id, '--all'], { api })).out.join('\n');
    expect(all).toContain('Tasks opened');
    expect((await typed(['history', api.id], { api })).out.join('\n')).not.toContain('Tasks opened');
  });

  it('shows it now and at an earlier version, and says that it is the past', async () => {
    expect((await typed(['show', api.id], { api })).out.join('\n')).toContain('closed');
    const [, version] = api.states.keys();
    const past = (await typed(['show', api.id, '--at', String(version)], { api, language: 'fr' })).out.join('\n');
    expect(past).toContain(`Vous regardez le passé : version ${version}`);
    expect(past).toMatch(/phase +idée/);
  });

  it('has no task left for anybody', async () => {
    expect((await typed(['tasks', '--as', 'partner-rep'], { api })).out).toEqual(['Nothing waits for partner-rep.']);
  });

  it('rebuilds every view, with a line for each', async () => {
    const run = await typed(['rebuild'], { api });
    expect(run.code).toBe(0);
    expect(run.err.map(line => line.split(':')[0])).toEqual(['portfolio', 'file']);
  });
});

describe('acting', () => {
  it('PMP-43: claims and decides a task from the inbox, with the rights of the account', async () => {
    const api = new InMemoryPalabre();
    await typed(['open', firstSteps], { api });
    const [task] = jsonOf(await typed(['tasks', '--json'], { api })) as { task: string }[];
    expect((await typed(['claim', task?.task ?? ''], { api })).code).toBe(0);
    expect(api.rehearsal.last('TaskClaimed')).toMatchObject({ task: task?.task, person: 'person-hq-ops' });
    expect((await typed(['tasks'], { api })).out.join('\n')).toContain('claimed');
  });

  it('AGI-01: `tasks` shows under the tasks the good practices attached to one of them, and none of another', async () => {
    const api = new InMemoryPalabre();
    await typed(['open', firstSteps], { api });
    const [task] = jsonOf(await typed(['tasks', '--json'], { api })) as { kind: string }[];
    const practice = (kind: string, note: string) => ({
      note: { lesson: 'good-practice', task: kind, group: 'Water group', note },
    });
    api.views.answers.set('/v1/journal', [practice(task?.kind ?? '', 'Ask the elders first.'), practice('hold-assembly', 'Elsewhere.')]);
    const told = (await typed(['tasks'], { api })).out.join('\n');
    expect(told).toMatch(/Good practice for ".+" \(Water group\): Ask the elders first\./);
    expect(told).not.toContain('Elsewhere.');
    expect(api.views.asked.at(-1)).toMatchObject({ path: '/v1/journal', filter: { lesson: 'good-practice' } });
    expect((await typed(['tasks', '--as', 'partner-rep'], { api })).out.join('\n')).not.toContain('Good practice');
  });

  it('the same --id asks once, however often it is typed', async () => {
    const api = new InMemoryPalabre();
    await typed(['open', firstSteps], { api });
    const args = ['do', api.id, 'DeclareLimit', '--data', '{"limit":"Pas de collecte."}', '--id', 'my-request', '--json'];
    const [first, second] = [await typed(args, { api }), await typed(args, { api })];
    expect(first.out).toEqual(second.out);
    expect(api.rehearsal.count('OwnLimitDeclared')).toBe(1);
  });

  it('a refusal ends with 3: what, the rule, what to do next; as JSON too', async () => {
    const api = new InMemoryPalabre();
    await typed(['open', firstSteps], { api });
    const args = ['do', api.id, 'EnterPhase', '--data', '{"phase":"closing","reason":null}'];
    const run = await typed(args, { api });
    expect(run.code).toBe(3);
    expect(run.err[0]).toMatch(/^✖ From phase "idea" there is no step to "closing"\. \(rule LIFECYCLE\)$/);
    expect(run.err[1]).toContain('Next: Ask for one of the open steps');
    expect(jsonOf(await typed([...args, '--json'], { api }))).toMatchObject({
      error: { exit: 3, code: 'no-such-step', rule: 'LIFECYCLE' },
    });
    expect(api.rehearsal.state.phase).toBe('idea');
  });

  it('PMP-29: the calendar of a rehearsal moves by its command alone', async () => {
    const api = new InMemoryPalabre();
    await typed(['open', firstSteps], { api });
    expect((await typed(['calendar', api.id, '--to', '2027-02-01'], { api })).code).toBe(0);
    expect(api.rehearsal.state.calendar.now).toBe('2027-02-01T09:00:00.000Z');
  });
});

describe('charters check', () => {
  it('MDM-05: finds no mistake in the charter that comes with Palabre', async () => {
    const file = repositoryFile('libs/charters/data/mdm.yaml');
    expect(jsonOf(await typed(['charters', 'check', file, '--json']))).toMatchObject({
      code: 'mdm',
      types: expect.arrayContaining(['OP']) as unknown,
    });
  });

  it('lists every mistake of a file that is no charter, and ends with 2', async () => {
    const run = await typed(['charters', 'check', demo]);
    expect(run.code).toBe(2);
    expect(run.err.filter(line => line.startsWith(demo)).length).toBeGreaterThan(3);
  });
});
