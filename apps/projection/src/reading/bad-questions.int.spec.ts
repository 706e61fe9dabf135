import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../spec/servers.js';
import { historyOfAll } from '../spec/history-of-all.js';
import { RunningBench, type Who } from '../spec/running.js';
import { sampleTask, Story } from '../spec/story.js';

const bench = new RunningBench();
const story = historyOfAll('p-asked');
const here = '/v1/partnerships/p-asked';

/** Every list, and somebody who may see it. */
const lists: readonly (readonly [name: string, who: Who, path: string])[] = [
  ['portfolio', 'auditor', '/v1/portfolio'],
  ['inbox', 'partner', '/v1/inbox'],
  ['timeline', 'host', `${here}/timeline`],
  ['history', 'host', `${here}/history`],
  ['deadlines', 'host', `${here}/deadlines`],
  ['heads', 'operator', '/v1/heads'],
  ['parked', 'operator', '/v1/parked'],
];

const forged = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

beforeAll(async () => {
  await bench.open();
  const other = Story.opened('p-asked-too');
  other.tell('TasksOpened', { tasks: [sampleTask('t-1'), sampleTask('t-2')] });
  await bench.announcer.announce([...story.envelopes, ...other.envelopes]);
  for (const { id, envelopes } of [story, other])
    await eventually(
      async () => (await bench.ask('auditor', `/v1/partnerships/${id}`)).body['version'],
      version => version === envelopes.length,
    );
});

afterAll(() => bench.close());

describe('a cursor', () => {
  it('of one list is a 400 problem at every other list, and goes on at its own', async () => {
    const cursors = new Map<string, string>();
    for (const [name, who, path] of lists) {
      const { next } = (await bench.ask(who, `${path}?limit=1`)).body as { next: string | null };
      if (next !== null) cursors.set(name, next);
    }
    expect([...cursors.keys()]).toEqual(['portfolio', 'inbox', 'timeline', 'history', 'deadlines', 'heads']);
    for (const [from, cursor] of cursors)
      for (const [name, who, path] of lists)
        expect((await bench.ask(who, `${path}?limit=1&cursor=${cursor}`)).status, `${from} at ${name}`).toBe(from === name ? 200 : 400);
  });

  it('that nobody gave is a 400 problem that names the field, whatever is in it', async () => {
    const inventions = ['', 'rubbish', forged([]), forged(['0']), forged([7]), forged({}), forged(['x'.repeat(900)])];
    for (const [name, who, path] of lists) {
      const keys = [
        [name],
        [name, '\u0000'],
        [name, "1' OR 1=1", 'x', 'y'],
        [name, '2026-13-45 00:00:00+00', '\u0000', 'z'],
        [name, 1, 2, 3],
      ];
      for (const cursor of [...inventions, ...keys.map(forged)]) {
        const { status, body } = await bench.ask(who, `${path}?cursor=${cursor}`);
        expect(status, `${name} ${cursor}`).toBe(400);
        expect(body).toMatchObject({ code: 'invalid-request', rule: 'API-SHAPE' });
      }
    }
  });
});

describe('a NUL character', () => {
  it('in an id or in a question is a 400 problem and no failure of ours', async () => {
    const asked: readonly (readonly [Who, string, object?])[] = [
      ...['', '/timeline', '/history', '/deadlines', '/at?version=1', '/verify', '/live'].map(
        rest => ['host', `/v1/partnerships/p-%00asked${rest}`] as const,
      ),
      ['host', `${here}?after=%00`],
      ['host', `${here}/at?date=%00`],
      ...['phase', 'type', 'standing', 'party', 'search'].map(field => ['host', `/v1/portfolio?${field}=a%00b`] as const),
      ['host', '/v1/inbox?partnership=a%00b'],
      ['auditor', '/v1/inbox?as=a%00b'],
      ['operator', '/v1/parked/a%00b'],
      ['operator', '/v1/parked/a%00b/retry', {}],
      ['operator', '/v1/parked/a/dismiss', { records: ['1'], reason: 'a\u0000bcd' }],
      ['operator', '/v1/rebuilds', { model: 'file\u0000' }],
    ];
    for (const [who, path, body] of asked) {
      const answer = await bench.ask(who, path, body);
      expect(answer.status, path).toBe(400);
      expect(answer.body, path).toMatchObject({ code: 'invalid-request' });
      expect(answer.body['fields'], path).not.toEqual([]);
    }
    expect(bench.logger.messages('error')).toEqual([]);
  });
});

describe('a problem', () => {
  it('speaks French and English, names what is wrong in both, and leads with the language asked for', async () => {
    const wrong = `${here}/timeline?limit=0&mood=good&refused=perhaps`;
    const french = await bench.ask('host', wrong, undefined, { 'accept-language': 'fr-FR,fr;q=0.9' });
    const english = await bench.ask('host', wrong, undefined, { 'accept-language': 'de, en;q=0.5' });
    expect(french.headers.get('content-language')).toBe('fr');
    expect(english.headers.get('content-language')).toBe('en');
    expect(french.body).toMatchObject({ status: 400, title: 'Requête illisible', instance: `${here}/timeline` });
    expect(french.body['detail']).toMatch(/^À corriger : .*au moins 1.*n’est pas connu/u);
    expect(english.body['detail']).toMatch(/^To correct: .*at least 1.*not known/u);
    expect(french.body['reason']).toEqual(english.body['reason']);
    expect((french.body['fields'] as { pointer: string }[]).map(field => field.pointer)).toEqual(['/refused', '/limit', '/mood']);
    for (const { fr, en } of (french.body['fields'] as { expected: { fr: string; en: string } }[]).map(field => field.expected)) {
      expect(fr).not.toBe('');
      expect(en).not.toBe(fr);
    }
  });

  it('has a reason and a way out in both languages, whatever refused', async () => {
    const answers = [
      await bench.ask(null, here),
      await bench.ask('stranger', here),
      await bench.ask('host', '/v1/parked'),
      await bench.ask('host', `${here}/at?version=999`),
      await bench.ask('host', '/v1/nothing-here'),
      await bench.ask('host', '/v1/inbox?as=person-9'),
      await bench.ask('operator', '/v1/rebuilds/none'),
      await bench.ask('host', `${here}/at?version=1&date=2026-01-01`),
    ];
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403, 404, 404, 403, 404, 400]);
    for (const { body } of answers)
      for (const words of [body['reason'], body['next']] as { fr: string; en: string }[]) {
        expect(words.fr).toMatch(/[.:]/u);
        expect(words.en).not.toBe(words.fr);
      }
  });
});
