import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInCharter, builtInCharterCodes, charters, offeredTypes } from '@palabre/charters';
import { describe, expect, it } from 'vitest';
import type { PalabreApi } from '../api/palabre-api.js';
import { palabre } from '../palabre.js';
import { jsonOf, typed, type Run } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';

/** Any question to a server is a mistake here. */
const noServer = new Proxy({} as PalabreApi, {
  get: (_, name) => {
    throw new Error(`asked a server for ${String(name)}`);
  },
});

const offline = (args: readonly string[], language: 'fr' | 'en' = 'en'): Promise<Run> => typed(args, { api: noServer, language });

const text = ({ out }: Run): string => out.join('\n');

/** A copy of a charter in which something was replaced. */
function edited(code: string, from: RegExp, to: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'palabre-charter-')), `${code}-2.yaml`);
  const before = readFileSync(repositoryFile(`libs/charters/data/${code}.yaml`), 'utf8');
  writeFileSync(file, before.replace(from, to));
  return file;
}

describe('charters list', () => {
  it('names every charter that comes with Palabre, its types and its edition, without a server', async () => {
    const run = await offline(['charters', 'list'], 'fr');
    expect(run.code).toBe(0);
    for (const charter of charters().values()) {
      const line = run.out.find(one => one.startsWith(`${charter.code} `)) ?? '';
      expect(line).toContain(charter.content.charter.name.fr);
      expect(line).toContain([...offeredTypes(charter).keys()].join(', '));
      expect(line).toContain(charter.hash.slice(0, 12));
    }
    const told = jsonOf(await offline(['charters', 'list', '--json'])) as { code: string; hash: string }[];
    expect(told.map(one => one.code)).toEqual([...builtInCharterCodes]);
  });

  it('works where no Palabre is installed at all', async () => {
    const out: string[] = [];
    const terminal = {
      out: (line: string) => out.push(line),
      err: () => undefined,
      interactive: false,
      columns: null,
      language: 'en' as const,
    };
    const surroundings = { terminal, env: {}, folder: '/', version: '0.0.0', signal: new AbortController().signal };
    expect(await palabre(['charters', 'list'], surroundings)).toBe(0);
    expect(await palabre(['charters', 'show', 'pmp'], surroundings)).toBe(0);
    expect(out.join('\n')).toContain('agiri');
  });
});

describe('charters show', () => {
  it('MDM-05: reads a shipped charter without a server, and a clause that nobody has validated wears its badge', async () => {
    const told = text(await offline(['charters', 'show', 'mdm']));
    expect(told).toMatch(/status +proposed/);
    expect(told).toMatch(/social_justice · proposed · .*MDM-21/);
    expect(text(await offline(['charters', 'show', 'pmp']))).not.toContain('· proposed');
  });

  it.each([
    ['values', 'mdm', 'social_justice'],
    ['principles', 'agiri', 'personal_relations'],
    ['lines', 'mdm', 'patient_discrimination'],
    ['documents', 'hfa', 'agreement'],
    ['questionnaires', 'alert', 'AQ2'],
    ['survey', 'agiri', 'GS3'],
    ['indicators', 'agiri', 'south_south_exchanges'],
    ['steps', 'pmp', 'starting_point'],
    ['tools', 'pmp', '41'],
    ['lists', 'agiri', 'introduction_topics'],
    ['warnings', 'agiri', 'no_time_together'],
  ])('tells the %s of %s one by one, in the language of the person', async (part, charter, code) => {
    const [french, english] = [
      text(await offline(['charters', 'show', charter, '--part', part], 'fr')),
      text(await offline(['charters', 'show', charter, '--part', part])),
    ];
    for (const told of [french, english]) expect(told).toMatch(new RegExp(`^ {6}${code} · `, 'm'));
    expect(french).not.toBe(english);
  });

  it('a part on which the charter is silent says so; a part that does not exist is refused with those that do', async () => {
    expect(text(await offline(['charters', 'show', 'agiri', '--part', 'lines']))).toContain('The charter says nothing of it.');
    const run = await offline(['charters', 'show', 'mdm', '--part', 'surveys']);
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain('survey, indicators');
  });

  it('reads a file as well, and gives a machine the whole content', async () => {
    const file = repositoryFile('libs/charters/data/hfa.yaml');
    const told = jsonOf(await offline(['charters', 'show', file, '--json']));
    expect(told).toEqual({ code: 'hfa', hash: builtInCharter('hfa')?.hash, content: builtInCharter('hfa')?.content });
  });

  it('with --standing, and for a code that does not ship, it shows how the charter stands in Palabre', async () => {
    const api = new InMemoryPalabre();
    const draft = {
      code: 'ours',
      title: 'Notre charte',
      scope: { entities: ['org-ours'], places: ['Partout'] },
      supersedes: null,
      horizonYears: null,
      calendar: 'rehearsal',
      calendarStartsAt: '2027-01-04T08:00:00.000Z',
    };
    const begun = await typed(['charters', 'draft', '--data', JSON.stringify(draft), '--json'], { api });
    expect([begun.code, ...begun.err]).toEqual([0]);
    expect(text(await typed(['charters', 'show', 'ours'], { api }))).toMatch(/id +ours/);
    expect((await typed(['charters', 'show', 'mdm', '--standing'], { api })).code).not.toBe(0);
  });
});

describe('charters diff', () => {
  it('tells a gate that grew stronger and a delay that grew shorter in words, before and after, and no source', async () => {
    const file = edited('mdm', /survey_every: \{ value: \{ months: 12 \}/, 'survey_every: { value: { months: 6 }');
    const told = text(await offline(['charters', 'diff', 'mdm', file], 'fr'));
    expect(told).toContain('1 différence(s)');
    expect(told).toMatch(/Enquête auprès des partenaires +12 mois +6 mois/);
    const gates = text(await offline(['charters', 'diff', 'mdm', 'hfa', '--part', 'gates'], 'fr'));
    expect(gates).toMatch(/\(INTRODUCED\)|\(MAPPING\)|\(DILIGENCE\)/);
    expect(gates).toMatch(/(bloque|avertit et laisse passer|pas demandé)/);
    expect(gates).not.toMatch(/MDM-\d\d|HFA-\d\d|[{}"[\]]/);
  });

  it('a source that changes alone is no change for people: it is counted, and told when asked for', async () => {
    const file = edited('mdm', /source: \[MDM-20, MDM-21\]/, 'source: [MDM-20, MDM-22]');
    const plain = text(await offline(['charters', 'diff', 'mdm', file]));
    expect(plain).toContain('0 difference(s)');
    expect(plain).toContain('1 change(s) in the sources alone');
    const asked = text(await offline(['charters', 'diff', 'mdm', file, '--sources']));
    expect(asked).toContain('before: MDM-20, MDM-21');
    expect(asked).toContain('after: MDM-20, MDM-22');
  });

  it('names each clause that comes and each that goes, also where one charter is silent on the whole part', async () => {
    const told = text(await offline(['charters', 'diff', 'mdm', 'agiri', '--part', 'lines'], 'fr'));
    const lines = builtInCharter('mdm')?.content.lines;
    const items = lines === undefined || lines === 'not-stated' ? [] : lines.items;
    expect(items.length).toBeGreaterThan(0);
    for (const { name } of items) expect(told).toContain(`− ${name.fr}`);
    const questions = text(await offline(['charters', 'diff', 'mdm', 'agiri', '--part', 'questionnaires']));
    expect(questions).toContain('+ Which South-South collaboration did we facilitate, with which resources?');
    expect(questions).not.toMatch(/[{}]|…/);
  });

  it.each(builtInCharterCodes.filter(code => code !== 'mdm'))('from mdm to %s nothing is clipped and nothing is raw JSON', async code => {
    for (const language of ['fr', 'en'] as const) {
      const told = text(await offline(['charters', 'diff', 'mdm', code], language));
      expect(told).not.toMatch(/\{"|"\}|\[object|undefined/);
    }
  });
});
