import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readList, sampleListUrl } from '@palabre/screening';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const sampleList = fileURLToPath(sampleListUrl);

const reading = readList([readFileSync(sampleList, 'utf8')]);
if (!reading.ok) throw new Error('the sample list is unreadable');
const listed = reading.list.entries[0]?.names[0]?.text ?? '';

const written = (name: string, text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'palabre-screen-')), name);
  writeFileSync(file, text);
  return file;
};

const board = () => written('board.txt', `# Bureau\n${listed.toUpperCase()}\n\nUne voisine sans histoire\n`);

interface Screened {
  readonly names: readonly {
    readonly name: string;
    readonly resembles: readonly { readonly percent: number; readonly listedAs: string }[];
  }[];
  readonly recorded: string | null;
}

describe('screen', () => {
  it('S-02: tells each name that comes near an entry of the list, with the reasons, and the others as compared', async () => {
    const result = jsonOf(await typed(['screen', board(), '--list', sampleList, '--json'])) as Screened;
    expect(result.names.map(one => one.resembles.length > 0)).toEqual([true, false]);
    expect(result.names[0]?.resembles[0]).toMatchObject({ percent: 100, listedAs: listed });
    expect(result.recorded).toBeNull();
    const lines = (await typed(['screen', board(), '--list', sampleList], { language: 'fr' })).out.join('\n');
    expect(lines).toContain('2 nom(s) comparé(s), 1 à regarder.');
    expect(lines).toContain('Proximité : 100 %');
  });

  it('S-02, PMP-19: what is recorded for an organisation holds no name, and needs the secret of the installation', async () => {
    const api = new InMemoryPalabre();
    const sent: unknown[] = [];
    const accepted = { outcome: 'accepted', version: 4, events: [], warnings: [] } as const;
    const streams = Object.assign(Object.create(api.streams) as typeof api.streams, {
      command: async (...request: unknown[]) => {
        sent.push(request);
        return accepted;
      },
    });
    Object.assign(api, { streams });
    const ask = ['screen', board(), '--list', sampleList, '--record', 'org-rives'];
    expect((await typed(ask, { api })).code).toBe(2);
    expect((await typed([...ask, '--secret', written('secret', 'short')], { api })).code).toBe(2);
    expect(sent).toEqual([]);
    await typed([...ask, '--secret', written('secret', 'a-secret-of-the-installation')], { api });
    expect(sent).toMatchObject([['hq-ops', { kind: 'organisation', id: 'org-rives' }, { type: 'RecordScreening' }]]);
    expect(JSON.stringify(sent).toLowerCase()).not.toContain(listed.toLowerCase());
    expect(JSON.stringify(sent)).not.toContain('voisine');
  });

  it('S-02: a list half written, a list that is not there and a file without names are told, and nothing is compared', async () => {
    const half = written('half.xml', readFileSync(sampleList, 'utf8').slice(0, 900));
    for (const args of [
      [board(), '--list', half],
      [board(), '--list', '/nowhere/list.xml'],
      [written('empty.txt', '# nobody\n'), '--list', sampleList],
      [board()],
    ]) {
      const run = await typed(['screen', ...args]);
      expect(run.code).toBe(2);
      expect(run.out).toEqual([]);
    }
  });
});
