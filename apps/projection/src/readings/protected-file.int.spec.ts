import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listsOfAll } from '../reading/lists-of-all.js';
import { listsOfOne, listsOfShutFile } from '../reading/lists-of-one.js';
import { registeredOrganisation } from '../spec/organisation-history.js';
import { ofTheShutFile, protectedStory } from '../spec/protected-history.js';
import { RunningBench, type Who } from '../spec/running.js';
import { eventually } from '../spec/servers.js';
import { Story } from '../spec/story.js';

const bench = new RunningBench();
const story = protectedStory('p-shut');
const last = story.envelopes.length;
const here = '/v1/partnerships/p-shut';

type Item = Record<string, unknown>;

const items = async (who: Who, path: string): Promise<Item[]> => (await bench.ask(who, path)).body['items'] as Item[];

const shownTo = async (who: Who, path: string): Promise<string> => JSON.stringify((await bench.ask(who, path)).body);

const tellsNothing = (told: string, where: string): void => {
  for (const word of ofTheShutFile) expect(told, where).not.toContain(word);
};

const reached = (version: number) =>
  eventually(
    async () => (await bench.ask('auditor', here)).body['version'],
    seen => seen === version,
  );

const readings = (): Promise<Item[]> => bench.change("SELECT * FROM file_reading WHERE partnership = 'p-shut' ORDER BY id");

/** What was asked of the file by somebody after a moment. */
const readAfter = async (count: number, person: string): Promise<unknown[]> =>
  (await readings())
    .slice(count)
    .filter(row => row['person'] === person)
    .map(row => [row['what'], row['in_clear']]);

/** Members of a party who are not among its readers, and an auditor. */
const outside = ['signatory', 'handler', 'auditor'] as const;

const withYear: Readonly<Record<string, string>> = {
  'public-report': '?year=2026',
  'event-digest': '?year=2026&event=day',
  'annual-export': '?year=2026',
  accountability: '?organisation=org-host',
};

beforeAll(async () => {
  await bench.open();
  const open = Story.opened('p-open', 'Clean water', 'org-host', 'org-third');
  open.tell('StepVictoryShared', { party: 'host', on: '2026-01-02', certain: true, note: 'first well' });
  await bench.announcer.announce(registeredOrganisation('org-partner', { name: 'Tall Harbour people' }).events);
  await bench.announcer.announce(open.envelopes);
  await bench.announcer.announce(story.envelopes);
  await reached(last);
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-open')).body['version'],
    seen => seen === 3,
  );
});

afterAll(() => bench.close());

describe('a protected file', () => {
  it('AGI-02: no list over everything tells a name, a party, a place or a word of it to those who are not its readers', async () => {
    for (const who of outside) {
      for (const name of Object.keys(listsOfAll)) {
        // Who keeps the register, or audits it, reads it whole: it is one for all and says nothing of this file.
        if (who === 'auditor' && name === 'organisations') continue;
        tellsNothing(await shownTo(who, `/v1/${name}${withYear[name] ?? ''}`), `${who} ${name}`);
      }
      const [shut] = (await items(who, '/v1/portfolio')).filter(row => row['id'] === 'p-shut');
      expect(shut).toMatchObject({ title: null, parties: null, charter: null, protection: 'masked', type: 'OP', phase: 'idea' });
      expect(await items(who, '/v1/portfolio?search=Refuge')).toEqual([]);
      expect(await items(who, '/v1/portfolio?party=org-partner')).toEqual([]);
      expect(await items(who, '/v1/journal?search=harbour')).toEqual([]);
      expect(await items(who, '/v1/inbox')).toEqual([]);
    }
    const [registered] = (await items('auditor', '/v1/organisations')).filter(row => row['organisation'] === 'org-partner');
    expect(registered).toMatchObject({ partnerships: [], dueDiligence: { state: 'none' } });
    expect(await shownTo('stranger', '/v1/portfolio')).not.toContain('p-shut');
    expect((await bench.ask('stranger', here)).status).toBe(404);
  });

  it('AGI-02: asked for itself it says where it stands, what happened and when, and no list of it says more', async () => {
    for (const who of outside) {
      const file = await bench.ask(who, here);
      expect(file.body).toMatchObject({ id: 'p-shut', protection: 'masked', head: { title: null, phase: 'idea' }, texts: {} });
      for (const path of ['', '/history?limit=200', '/timeline?limit=200', `/at?version=${last}`, '/readings', '/verify'])
        tellsNothing(await shownTo(who, `${here}${path}`), `${who} ${path}`);
      for (const name of Object.keys(listsOfOne).filter(one => !listsOfShutFile.includes(one)))
        expect(await bench.ask(who, `${here}/${name}`), name).toMatchObject({
          status: 403,
          body: { code: 'protected-file', rule: 'AGI-02' },
        });
      const history = await items(who, `${here}/history?limit=200`);
      expect(history).toHaveLength(last);
      for (const { attributes, data, withheld } of history) {
        expect([data, withheld]).toEqual([null, 'AGI-02']);
        expect(Object.keys(attributes as Item).toSorted()).toEqual(
          ['factat', 'hash', 'previoushash', 'stream', 'streamversion', 'time', 'type'].toSorted(),
        );
      }
    }
  });

  it('AGI-02: its readers, on both sides, read it whole and find it in their lists', async () => {
    for (const who of ['host', 'partner'] as const) {
      expect(await bench.ask(who, here)).toMatchObject({
        status: 200,
        body: { protection: 'in-clear', head: { title: 'Refuge of the coast' } },
      });
      const [shown] = await items(who, '/v1/portfolio?search=Refuge');
      expect(shown).toMatchObject({ id: 'p-shut', protection: 'in-clear', parties: { host: 'org-host', partner: 'org-partner' } });
      expect(await shownTo(who, `${here}/journal`)).toContain('Tall Harbour');
      expect(await shownTo(who, `${here}/at?version=${last}`)).toContain('org-partner');
    }
    expect(await items('host', '/v1/inbox')).toMatchObject([{ partnership: 'p-shut', partnershipTitle: 'Refuge of the coast' }]);
    expect((await items('host', '/v1/portfolio')).find(row => row['id'] === 'p-open')).toMatchObject({
      protection: null,
      title: 'Clean water',
    });
  });

  it('AGI-02, C-07: nothing of it leaves the house, not even by the hand of a reader: report, digest, annual export, library, directory', async () => {
    const { report } = (await bench.ask('host', '/v1/public-report?year=2026')).body as { report: Item };
    expect(report).toMatchObject({ partnerships: { count: 1 }, unnamed: 1, named: [], victoriesWithheld: 1 });
    for (const path of [
      '/v1/public-report?year=2026',
      '/v1/event-digest?year=2026&event=day',
      '/v1/annual-export?year=2026',
      '/v1/library',
      '/v1/directory',
    ])
      tellsNothing(await shownTo('host', path), path);
    expect(await shownTo('host', '/v1/annual-export?year=2026')).toContain('p-open');
  });
});

describe('the record of readings', () => {
  it('AGI-02: every reading is in it, in clear or masked, of the file itself and of lists that show it', async () => {
    const before = (await readings()).length;
    for (const path of [
      here,
      `${here}/timeline`,
      `${here}/at?version=3`,
      '/v1/portfolio',
      '/v1/portfolio?search=water',
      '/v1/journal?search=harbour',
    ])
      await bench.ask('host', path);
    await bench.ask('signatory', here);
    await bench.ask('handler', `${here}/money`);
    await bench.ask('signatory', '/v1/portfolio');
    await bench.ask('stranger', here);
    await bench.ask('host', '/v1/partnerships/p-open');
    const clear = ['file', 'timeline', 'at', 'portfolio', 'journal'].map(what => [what, true]);
    expect(await readAfter(before, 'person-1')).toEqual(clear);
    expect(await readAfter(before, 'person-4')).toEqual([['file', false]]);
    expect(await readAfter(before, 'person-5')).toEqual([['money', false]]);
    expect(await readAfter(before, 'person-8')).toEqual([]);
    expect(await bench.change("SELECT 1 FROM file_reading WHERE partnership = 'p-open'")).toEqual([]);
  });

  it('AGI-02: both sides read the same record, an auditor too but for the organisations of the parties; nobody else reads it', async () => {
    const seenBy = async (who: Who): Promise<Item[]> => (await items(who, `${here}/readings?limit=200`)).slice(1);
    const [host, partner, auditor] = [await seenBy('host'), await seenBy('partner'), await seenBy('auditor')];
    expect(partner.slice(1)).toEqual(host);
    expect(auditor.slice(2).map(one => ({ ...one, organisation: 'x' }))).toEqual(host.map(one => ({ ...one, organisation: 'x' })));
    expect(host.map(one => one['party'])).toContain('partner');
    for (const one of auditor) expect(one['organisation']).toBe(one['party'] === null ? 'org-audit' : null);
    expect((await bench.ask('stranger', `${here}/readings`)).status).toBe(404);
    const [first, second] = await items('host', `${here}/readings?limit=2`);
    expect(first).toMatchObject({ person: 'person-1', party: 'host', what: 'readings', version: last, inClear: true });
    const rest = (await bench.ask('host', `${here}/readings?limit=1`)).body as { next: string };
    expect(await items('host', `${here}/readings?limit=2&cursor=${rest.next}`)).toEqual([first, second]);
  });

  it('AGI-02: is only ever added to, by the projection and by its owner', async () => {
    const count = (await readings()).length;
    for (const sql of ['DELETE FROM file_reading', "UPDATE file_reading SET person = 'person-0'", 'TRUNCATE file_reading'])
      for (const as of ['', 'SET ROLE palabre_projection; '])
        await expect(bench.change(`${as}${sql}`), `${as}${sql}`).rejects.toMatchObject({ code: '42501' });
    expect(await readings()).toHaveLength(count);
  });

  it('AGI-02: is no read model: the views are rebuilt to the same rows, and it stays as it was', async () => {
    const before = await readings();
    for (const model of ['protection', 'portfolio', 'file']) {
      const started = await bench.ask('operator', '/v1/rebuilds', { model });
      const job = await eventually(
        async () => (await bench.ask('operator', `/v1/rebuilds/${String(started.body['id'])}`)).body,
        seen => seen['state'] !== 'running',
      );
      expect(job).toMatchObject({ state: 'switched', report: { equal: true } });
    }
    expect(await readings()).toEqual(before);
    tellsNothing(await shownTo('signatory', here), 'after the rebuild');
  });

  it('AGI-02: what cannot be recorded is not read', async () => {
    await bench.change('REVOKE INSERT ON file_reading FROM palabre_projection');
    for (const path of [here, '/v1/portfolio']) {
      const answer = await bench.ask('host', path);
      expect(answer.status).toBe(500);
      tellsNothing(JSON.stringify(answer.body), path);
    }
    expect((await bench.ask('host', '/v1/partnerships/p-open')).status).toBe(200);
    await bench.change('GRANT INSERT ON file_reading TO palabre_projection');
    expect((await bench.ask('host', here)).status).toBe(200);
  });

  it('AGI-02: readers that a party names anew read at once, those no longer named do not; lifted, it is a file like others and the record stays', async () => {
    const { announcer } = bench;
    await announcer.announce([story.tell('ProtectedReadersNamed', { party: 'host', readers: ['person-4'] })]);
    await reached(last + 1);
    expect((await bench.ask('signatory', here)).body).toMatchObject({ head: { title: 'Refuge of the coast' } });
    tellsNothing(await shownTo('host', here), 'no longer named');
    const lifted = { proposal: 'q-1', party: 'host', reason: 'safe again' };
    await announcer.announce([
      story.tell('ProtectionLiftProposed', lifted),
      story.tell('ProtectionLifted', { proposal: 'q-1', acceptedBy: ['host', 'partner'] }),
    ]);
    await reached(last + 3);
    const count = (await readings()).length;
    for (const who of ['host', 'handler', 'auditor'] as const)
      expect((await bench.ask(who, here)).body).toMatchObject({ head: { title: 'Refuge of the coast' } });
    expect(await readings()).toHaveLength(count);
    expect((await items('partner', `${here}/readings`)).length).toBeGreaterThan(0);
  });
});
