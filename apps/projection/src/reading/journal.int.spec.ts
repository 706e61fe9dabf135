import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Story } from '../spec/story.js';
import { eventually } from '../spec/servers.js';
import { RunningBench, type Who } from '../spec/running.js';

const bench = new RunningBench();

type Item = Record<string, unknown>;

const page = async (who: Who, path: string) => (await bench.ask(who, path)).body as { items: Item[]; next: string | null };
const items = async (who: Who, path: string): Promise<Item[]> => (await page(who, path)).items;
const versions = (rows: readonly Item[]): unknown[] => rows.map(row => row['version']);

const by = (party: string) => ({ party, on: '2026-01-02' });

/** A file whose notes speak of a protected case, of a text that is kept from the partner, and of nothing secret. */
function storyOfNotes(): Story {
  const story = Story.opened('p-notes', 'Wells of the north');
  story.tell('LearningShared', { ...by('partner'), learnedFrom: 'host', note: 'Les puits creusés ensemble durent' });
  story.tell('DecisionRecorded', { ...by('host'), note: 'We trained the builders twice' });
  story.tell('OrangeLineRaised', { case: 'c-1', line: 'harassment', about: 'partner', facts: 'told in confidence' });
  story.tell('PalaverMessagePosted', { object: 'c-1', party: 'partner', message: 'a builder was afraid' }, { party: 'partner' });
  story.tell('PalaverMessagePosted', { object: 'budget', party: 'host', message: 'the builders cost more' });
  story.tell('AccessRestrictionRecorded', { object: 'budget', restrictedFor: 'partner', reason: 'a tender is under way' });
  const lesson = { group: 'Water group', context: 'dry season', task: 'hold-meeting' };
  story.tell('LessonsLearnedRecorded', { ...by('host'), lesson: 'good-practice', ...lesson, note: 'dig before the rain' });
  story.tell('LessonsLearnedRecorded', { ...by('host'), lesson: 'lesson-learned', ...lesson, note: 'we came late' });
  const sheet = { entityKind: 'co-operative', whatWorked: 'small circles', template: 'short agreement', note: 'Tall Trees quarrelled' };
  story.tell('ExperienceSheetPublished', { ...by('host'), ...sheet });
  const knowledge = { title: 'Digging', source: 'external', reference: null, note: 'read before you dig' } as const;
  story.tell('KnowledgeItemShared', { ...by('partner'), ...knowledge, reach: 'everybody' });
  story.tell('KnowledgeItemShared', { ...by('partner'), ...knowledge, title: 'Our prices', reach: 'partnership' });
  story.tell('DirectoryListingSet', { ...by('partner'), listed: true, country: 'SN', region: 'North', seeks: 'well builders' });
  const link = {
    connection: 'link-1',
    between: ['org-partner', 'org-third'],
    context: 'other-region',
    country: 'SN',
    region: 'North',
  } as const;
  story.tell('PartnerConnectionMade', { ...by('host'), ...link, note: 'they met at the fair' });
  story.tell('PartnerConnectionMade', { ...by('host'), ...link, connection: 'link-2', country: 'ML', region: 'Kayes', note: 'x' });
  story.tell('InitiativeBorn', { ...by('partner'), connection: 'link-1', initiative: 'pump-fund', note: 'a fund for pumps' });
  return story;
}

const story = storyOfNotes();

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(story.envelopes);
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-notes')).body['version'],
    version => version === story.envelopes.length,
  );
});

afterAll(() => bench.close());

describe('the journal', () => {
  it('finds notes by their words in French and in English, whatever the form of the word, newest first', async () => {
    expect(versions(await items('host', '/v1/journal?search=creuser'))).toEqual([3]);
    expect(versions(await items('host', '/v1/journal?search=training'))).toEqual([4]);
    expect(versions(await items('host', '/v1/journal?search=builder'))).toEqual([14, 4, 7]);
    expect(versions(await items('host', '/v1/journal?search=builder%20-cost'))).not.toContain(7);
    expect(await items('host', '/v1/journal?search=elephant')).toEqual([]);
  });

  it('filters by kind, party, day and partnership, and turns its pages', async () => {
    expect(versions(await items('host', '/v1/partnerships/p-notes/journal?kind=DecisionRecorded'))).toEqual([4]);
    expect(versions(await items('host', '/v1/journal?partnership=p-notes&party=partner&from=2026-01-02'))).toEqual([17, 14, 13, 12, 3]);
    expect(versions(await items('host', '/v1/journal?until=2026-01-01'))).toEqual([7, 6]);
    const seen: unknown[] = [];
    for (let next: string | null = ''; next !== null;) {
      const turned: { items: Item[]; next: string | null } = await page(
        'handler',
        `/v1/journal?limit=3${next === '' ? '' : `&cursor=${next}`}`,
      );
      seen.push(...versions(turned.items));
      ({ next } = turned);
    }
    expect(seen).toEqual([17, 16, 15, 14, 13, 12, 11, 10, 9, 4, 3, 7, 6]);
  });

  it('AGI-01: a good practice is found by the task that it helps with; a lesson learned is not one', async () => {
    const found = await items('partner', '/v1/journal?lesson=good-practice&task=hold-meeting');
    expect(found).toMatchObject([{ version: 9, note: { group: 'Water group', context: 'dry season', note: 'dig before the rain' } }]);
  });

  it('MDM-68: words about a protected case are found by nobody who may not read it, and neither page nor cursor says so', async () => {
    expect(versions(await items('handler', '/v1/journal?search=afraid'))).toEqual([6]);
    expect(await page('host', '/v1/journal?search=afraid')).toEqual({ items: [], next: null });
    expect(await page('host', '/v1/journal?search=afraid&limit=1')).toEqual({ items: [], next: null });
    const veiled = (await items('host', '/v1/journal?limit=200')).filter(item => item['protected'] === true);
    expect(veiled).toEqual([
      {
        partnership: 'p-notes',
        title: 'Wells of the north',
        version: 6,
        day: '2026-01-01',
        at: expect.any(String) as string,
        protected: true,
      },
    ]);
  });

  it('MDM-17: what is kept from a party is not found by it; without a search its place and the reason are told', async () => {
    expect(versions(await items('partner', '/v1/journal?search=builder'))).not.toContain(7);
    const kept = (await items('partner', '/v1/journal')).find(item => item['version'] === 7);
    expect(kept).toMatchObject({ restricted: { rule: 'MDM-17', reason: 'a tender is under way' } });
    expect(kept).not.toHaveProperty('note');
  });

  it('MDM-17: a stranger finds nothing in any file', async () => {
    expect(await items('stranger', '/v1/journal?search=builder')).toEqual([]);
    expect((await bench.ask('stranger', '/v1/partnerships/p-notes/journal')).status).toBe(404);
    expect((await bench.ask('host', '/v1/journal?kind=Gossip')).status).toBe(400);
    expect((await bench.ask('host', '/v1/journal?from=yesterday')).status).toBe(400);
  });
});

describe('what is shared with everybody', () => {
  it('PMP-39, ALE-66: other teams find shared knowledge and experience sheets, and nothing that tells whose they are', async () => {
    const shared = await items('stranger', '/v1/library');
    expect(shared.map(item => item['kind'])).toEqual(expect.arrayContaining(['KnowledgeItemShared', 'ExperienceSheetPublished']));
    expect(shared).toHaveLength(2);
    expect(await items('stranger', '/v1/library?search=circle')).toMatchObject([
      { kind: 'ExperienceSheetPublished', entityKind: 'co-operative', whatWorked: 'small circles', template: 'short agreement' },
    ]);
    expect(await items('stranger', '/v1/library?kind=KnowledgeItemShared')).toMatchObject([{ title: 'Digging', source: 'external' }]);
    const told = JSON.stringify(shared);
    for (const word of ['p-notes', 'Wells of the north', 'partner"', 'host', 'person-1', 'Tall Trees', 'Our prices'])
      expect(told).not.toContain(word);
    expect(await items('stranger', '/v1/library?search=quarrelled')).toEqual([]);
    const first = await page('stranger', '/v1/library?limit=1');
    expect((await items('stranger', `/v1/library?limit=1&cursor=${first.next ?? ''}`))[0]?.['item']).toBe(shared[1]?.['item']);
  });

  it('ALE-15: the directory lists who listed itself, and drops who takes itself out', async () => {
    expect(await items('stranger', '/v1/directory?country=SN')).toEqual([
      { organisation: 'org-partner', country: 'SN', region: 'North', seeks: 'well builders' },
    ]);
    expect(await items('stranger', '/v1/directory?country=ML')).toEqual([]);
    const last = story.tell('DirectoryListingSet', { ...by('partner'), listed: false, country: 'SN', region: 'North', seeks: 'nothing' });
    await bench.announcer.announce([last]);
    await eventually(
      () => items('stranger', '/v1/directory'),
      found => found.length === 0,
    );
  });

  it('AGI-37: the network of allies grows by country and region with each connection, and initiatives hang on theirs', async () => {
    const places = await items('host', '/v1/allies');
    expect(places).toMatchObject([
      { country: 'ML', region: 'Kayes', connections: 1, made: [{ connection: 'link-2', initiatives: [] }] },
      {
        country: 'SN',
        region: 'North',
        connections: 1,
        organisations: ['org-partner', 'org-third'],
        made: [{ partnership: 'p-notes', connection: 'link-1', context: 'other-region', initiatives: ['pump-fund'] }],
      },
    ]);
    const first = await page('host', '/v1/allies?limit=1');
    expect(await items('host', `/v1/allies?limit=1&cursor=${first.next ?? ''}`)).toMatchObject([{ country: 'SN' }]);
    expect(await items('stranger', '/v1/allies')).toEqual([]);
  });
});
