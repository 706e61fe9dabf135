import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type EventEnvelope } from '@palabre/contracts';
import { projections } from '../projections/index.js';
import { streamsOf } from '../projections/projection.js';
import { eventually } from '../spec/servers.js';
import { historyOfAll } from '../spec/history-of-all.js';
import { RunningBench, type Who } from '../spec/running.js';
import { sampleTask, Story } from '../spec/story.js';

const bench = new RunningBench();
const file = historyOfAll('p-whole');
const last = file.envelopes.length;

const items = async (who: Who, path: string): Promise<Record<string, unknown>[]> =>
  (await bench.ask(who, path)).body['items'] as Record<string, unknown>[];

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(file.envelopes);
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-whole')).body['version'],
    version => version === last,
  );
});

afterAll(() => bench.close());

describe('who reads', () => {
  it('MDM-17: both parties and the auditor read the file; to a stranger it is not there, and nothing of it leaks', async () => {
    for (const who of ['host', 'partner', 'auditor'] as const) {
      const { status, body, headers } = await bench.ask(who, '/v1/partnerships/p-whole');
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe(`"${last}"`);
      expect(body).toMatchObject({
        id: 'p-whole',
        version: last,
        head: { title: 'Partnership p-whole', phase: 'mapping', standing: 'open' },
      });
    }
    const unknown = await bench.ask('stranger', '/v1/partnerships/p-nowhere');
    for (const path of ['', '/timeline', '/deadlines', '/history', '/at?version=1', '/verify']) {
      const { status, body } = await bench.ask('stranger', `/v1/partnerships/p-whole${path}`);
      expect(status).toBe(404);
      expect(body).toMatchObject({ type: 'urn:palabre:problem:not-found', rule: 'MDM-17' });
      const same = { instance: '', correlation: '' };
      expect({ ...body, ...same }).toEqual({ ...unknown.body, ...same });
    }
    expect(await items('stranger', '/v1/portfolio')).toEqual([]);
    expect(await items('stranger', '/v1/inbox')).toEqual([]);
  });

  it('without a token that holds gets 401 as a problem, never a stack', async () => {
    for (const who of [null, 'nobody' as Who]) {
      const { status, body, headers } = await bench.ask(who, '/v1/portfolio');
      expect(status).toBe(401);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body).toMatchObject({ status: 401, rule: 'API-IDENTITY' });
      expect(JSON.stringify(body)).not.toContain(' at ');
    }
  });

  it('MDM-68: a protected case shows its colour without details to all but its handlers and the party’s own representative', async () => {
    const casesFor = async (who: Who) =>
      ((await bench.ask(who, '/v1/partnerships/p-whole')).body['lines'] as { cases: Record<string, unknown>[] }).cases;
    for (const who of ['host', 'auditor'] as const) {
      const [veiled, open] = await casesFor(who);
      expect(veiled).toEqual({
        case: 'p-whole-c1',
        colour: 'orange',
        state: 'raised',
        openedAt: expect.any(String) as string,
        suspends: false,
        protected: true,
      });
      expect(open).toMatchObject({ line: 'weak_account', facts: 'no books for May' });
      for (const path of ['', '/timeline?limit=200', '/history?limit=200', `/at?version=${last}`]) {
        expect(JSON.stringify((await bench.ask(who, `/v1/partnerships/p-whole${path}`)).body)).not.toContain('told in confidence');
      }
      expect(JSON.stringify(await items(who, '/v1/partnerships/p-whole/timeline?limit=200'))).not.toContain('person-77');
    }
    for (const who of ['handler', 'partner'] as const)
      expect((await casesFor(who))[0]).toMatchObject({ line: 'harassment', facts: 'told in confidence' });
  });
});

describe('what is read', () => {
  it('HFA-15: the timeline tells accepted and refused alike, with rule, reason, cause and words in both languages', async () => {
    const refusals = await items('partner', '/v1/partnerships/p-whole/timeline?refused=true');
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({
      refused: true,
      rule: 'BUDGET',
      command: 'SignAgreement',
      actor: 'person-1',
      party: 'host',
      cause: 'command-11',
      correlation: 'click-11',
    });
    expect(refusals[0]?.['reason']).toEqual({ fr: 'Le budget est contesté.', en: 'The budget is contested.' });
    expect(refusals[0]?.['says']).toMatchObject({ fr: expect.any(String) as string, en: expect.any(String) as string });
    const accepted = await items('partner', '/v1/partnerships/p-whole/timeline?refused=false&limit=200');
    expect(accepted).toHaveLength(last - 1);
    expect(accepted.find(line => line['type'] === 'BudgetContested')).toMatchObject({
      refused: false,
      rule: null,
      reason: 'nothing for upkeep',
      cause: 'command-9',
      says: { fr: 'Budget contesté', en: 'Budget contested' },
    });
  });

  it('PMP-43: an inbox shows the tasks of the groups a person belongs to on the own side, and what the person took', async () => {
    expect(
      (await items('partner', '/v1/inbox?partnership=p-whole')).map(task => [task['task'], task['claimedBy'], task['partnershipTitle']]),
    ).toEqual([['p-whole-t1', 'person-9', 'Partnership p-whole']]);
    expect(await items('host', '/v1/inbox')).toEqual([]);
    const story = Story.opened('p-tasks');
    const tasks = [sampleTask('t-a'), sampleTask('t-b', { party: 'host' }), sampleTask('t-c', { party: 'host', roles: ['hq-ops'] })];
    story.tell('TasksOpened', { tasks });
    await bench.announcer.announce(story.envelopes);
    await bench.ask('auditor', '/v1/partnerships/p-tasks?after=3&wait=3000');
    const groups = async (who: Who) => (await items(who, '/v1/inbox?partnership=p-tasks')).map(task => [task['task'], task['party']]);
    expect(await groups('partner')).toEqual([['t-a', 'partner']]);
    expect(await groups('host')).toEqual([['t-c', 'host']]);
    expect(await groups('stranger')).toEqual([]);
    expect(await items('partner', '/v1/inbox?as=person-9')).toHaveLength(1);
    expect(await items('auditor', '/v1/inbox?as=person-9')).toHaveLength(1);
    expect((await bench.ask('host', '/v1/inbox?as=person-9')).status).toBe(403);
  });

  it('PMP-29: deadlines that passed say what happened, lifted ones do not', async () => {
    const deadlines = await items('host', '/v1/partnerships/p-whole/deadlines');
    expect(deadlines.map(one => [one['deadline'], one['state'], one['settledBy']])).toEqual([
      ['p-whole-d1', 'passed', 'MeetingMissed'],
      ['p-whole-d2', 'lifted', null],
    ]);
    for (const one of deadlines) expect([one['dueAt'], one['settledAt']]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('is paged: every page continues the one before, no line twice, none left out', async () => {
    const versions: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await bench.ask('host', `/v1/partnerships/p-whole/timeline?limit=6${cursor}`);
      const page = body['items'] as Record<string, unknown>[];
      expect(page.length).toBeLessThanOrEqual(6);
      versions.push(...page.map(line => line['version']));
      cursor = typeof body['next'] === 'string' ? `&cursor=${body['next']}` : '';
    } while (cursor !== '');
    expect(versions).toEqual(Array.from({ length: last }, (_, n) => n + 1));
  });

  it('lists partnerships by filter, newest first, page by page', async () => {
    const stories = Array.from({ length: 5 }, (_, n) => Story.opened(`p-list-${n}`, n === 3 ? '100%_sure wells' : `List ${n}`, 'org-list'));
    await bench.announcer.announce(stories.flatMap(story => story.envelopes));
    for (const story of stories) await bench.ask('auditor', `/v1/partnerships/${story.id}?after=2&wait=3000`);
    const first = await bench.ask('auditor', '/v1/portfolio?party=org-list&limit=3');
    const second = await bench.ask('auditor', `/v1/portfolio?party=org-list&limit=3&cursor=${String(first.body['next'])}`);
    const ids = [...(first.body['items'] as { id: string }[]), ...(second.body['items'] as { id: string }[])].map(one => one.id);
    expect(ids).toEqual(['p-list-4', 'p-list-3', 'p-list-2', 'p-list-1', 'p-list-0']);
    expect(second.body['next']).toBeNull();
    expect((await items('auditor', '/v1/portfolio?search=100%25_')).map(one => one['id'])).toEqual(['p-list-3']);
    expect(await items('auditor', '/v1/portfolio?party=org-list&standing=closed')).toEqual([]);
    expect(await items('host', '/v1/portfolio?party=org-list')).toEqual([]);
  });

  it('names every wrong field of a question and takes no foreign cursor', async () => {
    const { status, body } = await bench.ask('host', '/v1/portfolio?phase=nowhere&limit=0&mood=good');
    expect(status).toBe(400);
    expect(body['detail']).toMatch(/phase.*limit|limit.*phase/s);
    expect((await bench.ask('host', '/v1/portfolio?cursor=rubbish')).status).toBe(400);
    expect((await bench.ask('host', '/v1/partnerships/p-whole/at?version=1&date=2026-01-01')).status).toBe(400);
    expect((await bench.ask('host', '/v1/nothing-here')).status).toBe(404);
  });
});

describe('read your writes', () => {
  it('waits for the version that the own command produced, and answers with what there is when time runs out', async () => {
    const story = Story.opened('p-fresh');
    const reading = bench.ask('host', '/v1/partnerships/p-fresh?after=2&wait=3000');
    await bench.announcer.announce(story.envelopes);
    const fresh = await reading;
    expect(fresh.status).toBe(200);
    expect(fresh.body['version']).toBe(2);
    const late = await bench.ask('host', '/v1/partnerships/p-fresh?after=99&wait=50');
    expect(late.status).toBe(200);
    expect(late.headers.get('palabre-behind')).toBe('true');
    expect((await bench.ask('host', '/v1/partnerships/p-fresh?after=3&wait=60000')).status).toBe(400);
  });

  it('a live stream tells when a partnership moved, to those who may know', async () => {
    const stop = new AbortController();
    const live = await fetch(`${bench.origin}/v1/live`, { headers: { authorization: 'Bearer partner' }, signal: stop.signal });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    const elsewhere = Story.opened('p-elsewhere', 'Elsewhere', 'org-x', 'org-y');
    await bench.announcer.announce(elsewhere.envelopes);
    await bench.ask('auditor', '/v1/partnerships/p-elsewhere?after=2&wait=3000');
    await bench.announcer.announce([file.tell('ChallengeRaised', { challenge: 'c-1', party: 'partner', kind: 'other', text: 'rain' })]);
    let heard = '';
    await eventually(
      async () => (heard += (await reader?.read())?.value ?? ''),
      text => text.includes('"p-whole"'),
    );
    stop.abort();
    expect(heard).toContain(`"version":${file.envelopes.length}`);
    expect(heard).not.toContain('p-elsewhere');
  });
});

describe('the past', () => {
  it('is given at any version and at any date, by the rules that made it', async () => {
    const at = await bench.ask('auditor', '/v1/partnerships/p-whole/at?version=2');
    expect(at.body).toMatchObject({ version: 2, setBy: { type: 'CandidateShortlisted', actor: 'person-1' } });
    expect(at.body['state']).toMatchObject({ id: 'p-whole', head: { version: 2, hash: file.envelopes[1]?.attributes.hash } });
    const byDate = await bench.ask('auditor', '/v1/partnerships/p-whole/at?date=2026-01-01T00:02:30.000Z');
    expect(byDate.body['contentHash']).toBe(at.body['contentHash']);
    expect((await bench.ask('auditor', '/v1/partnerships/p-whole/at?version=999')).status).toBe(404);
    expect((await bench.ask('auditor', '/v1/partnerships/p-whole/at?date=2020-01-01')).status).toBe(404);
  });

  it('verifies: chain, read models and state agree; a row changed by hand is found', async () => {
    const { body } = await bench.ask('auditor', '/v1/partnerships/p-whole/verify');
    expect(body).toMatchObject({ equal: true, chain: { holds: true, brokenAt: null }, state: { version: file.envelopes.length } });
    expect((body['readModels'] as { equal: boolean }[]).map(one => one.equal)).toEqual(
      projections.filter(one => streamsOf(one).includes('partnership')).map(() => true),
    );
    await bench.change("UPDATE timeline_v1 SET actor = 'somebody-else' WHERE partnership = 'p-whole' AND version = 3");
    const changed = await bench.ask('auditor', '/v1/partnerships/p-whole/verify');
    expect(changed.body).toMatchObject({ equal: false, chain: { holds: true } });
    const timeline = (changed.body['readModels'] as { model: string }[]).find(one => one.model === 'timeline');
    expect(timeline).toEqual({ model: 'timeline', equal: false, differing: ['0000000003'] });
  });

  it('leaves byte for byte: what an auditor downloads is what was announced', async () => {
    const { body } = await bench.ask('auditor', '/v1/partnerships/p-fresh/history');
    const envelopes = body['items'] as EventEnvelope[];
    expect(envelopes.map(canonicalJson)).toEqual(Story.opened('p-fresh').envelopes.map(canonicalJson));
  });
});
