import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { genesisHash } from '@palabre/contracts';
import { inConfidence, keptBack, storyInConfidence } from '../spec/confidence.js';
import { eventually } from '../spec/servers.js';
import { RunningBench, type Who } from '../spec/running.js';

const bench = new RunningBench();
const story = storyInConfidence('p-veiled');
const last = story.envelopes.length;
const here = '/v1/partnerships/p-veiled';

type Item = Record<string, unknown>;

const items = async (who: Who, path: string): Promise<Item[]> => (await bench.ask(who, path)).body['items'] as Item[];

const textOf = async (who: Who, path: string): Promise<string> => JSON.stringify((await bench.ask(who, `${here}${path}`)).body);

const versionsOf = (type: string, holds: (data: Item) => boolean = () => true): number[] =>
  story.envelopes.filter(one => one.attributes.type === type && holds(one.data as Item)).map(one => one.attributes.streamversion);

const caseOf = (data: Item): boolean => JSON.stringify(data).includes('p-veiled-c1');

/** Every version that speaks of the protected case, whatever mechanism told it. */
const protectedVersions = [
  ...versionsOf('OrangeLineRaised', caseOf),
  ...versionsOf('TasksOpened', caseOf),
  ...versionsOf('DeadlinesSet', caseOf),
  ...versionsOf('PalaverMessagePosted', caseOf),
  ...versionsOf('DueDiligenceFindingRecorded'),
  ...versionsOf('VoteCast', caseOf),
  ...versionsOf('CommandRefused', data => data['commandType'] !== 'SignAgreement' && data['commandType'] !== 'LiftOrangeLine'),
  ...versionsOf('FundTransfersFrozen'),
].toSorted((a, b) => a - b);

const budgetVersions = [
  ...versionsOf('BudgetProposed'),
  ...versionsOf('BudgetContested'),
  ...versionsOf('BudgetCoValidated'),
  ...versionsOf('TextCommented', data => data['kind'] === 'budget'),
  ...versionsOf('PalaverMessagePosted', data => data['object'] === 'budget'),
  ...versionsOf('DocumentTranslated'),
].toSorted((a, b) => a - b);

const withheldFor = async (who: Who, rule: string): Promise<number[]> =>
  (await items(who, `${here}/history?limit=200`))
    .filter(item => item['withheld'] === rule)
    .map(item => (item['attributes'] as { streamversion: number }).streamversion);

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(story.envelopes);
  await eventually(
    async () => (await bench.ask('auditor', here)).body['version'],
    version => version === last,
  );
});

afterAll(() => bench.close());

describe('a protected case', () => {
  it('MDM-68: is decided by what an event is about: tasks, refusals, findings, talk, votes and money of the case are withheld like its own events', async () => {
    for (const who of ['host', 'auditor', 'ownHandler'] as const) expect(await withheldFor(who, 'MDM-68')).toEqual(protectedVersions);
    const aboutAnybody = versionsOf('CommandRefused', data => data['commandType'] === 'RaiseLine');
    for (const who of ['handler', 'partner'] as const) expect(await withheldFor(who, 'MDM-68')).toEqual(aboutAnybody);
  });

  it('S-07: the party concerned reads what it has to answer, and nowhere who raised it; the handler of the other side reads both', async () => {
    const raising = [...versionsOf('OrangeLineRaised', caseOf), ...versionsOf('TasksOpened', caseOf)].toSorted((a, b) => a - b);
    expect(await withheldFor('partner', 'S-07')).toEqual(raising);
    expect(await withheldFor('handler', 'S-07')).toEqual([]);
    expect(await textOf('partner', '')).toContain('told in confidence');
    for (const path of ['', '/history?limit=200', '/timeline?limit=200', '/journal?limit=200', `/at?version=${last}`])
      expect(await textOf('partner', path), path).not.toContain('person-77');
    expect(JSON.stringify(await items('partner', '/v1/inbox'))).not.toContain('person-77');
    const [raised] = (await items('partner', `${here}/timeline?limit=200`)).filter(line => line['version'] === raising[0]);
    expect(raised).toMatchObject({
      type: 'OrangeLineRaised',
      line: 'harassment',
      about: 'partner',
      actor: 'protected',
      party: 'protected',
    });
  });

  it('MDM-65: nothing that may not be read names who spoke, for whom, or of what: file, history, timeline, deadlines, past, inbox', async () => {
    for (const who of ['host', 'auditor', 'signatory', 'ownHandler'] as const) {
      const others = ['/timeline?refused=true', '/deadlines', '/journal?limit=200', '/balance', `/at?version=${last}`];
      for (const path of ['', '/history?limit=200', '/timeline?limit=200', ...others]) {
        const told = await textOf(who, path);
        for (const word of inConfidence)
          expect(told.replaceAll(/"protectedLines":\[[^\]]*\]|"code":"harassment"/g, ''), `${who} ${path}`).not.toContain(word);
      }
      expect(JSON.stringify(await items(who, '/v1/inbox'))).not.toContain('person-77');
    }
    expect(JSON.stringify(await items('signatory', '/v1/inbox'))).toContain('p-veiled-t8');
    for (const path of ['/history?limit=200', '/timeline?limit=200']) expect(await textOf('handler', path)).toContain('person-77');
  });

  it('MDM-68: a withheld event keeps its place, its time and its hashes, and no more', async () => {
    const history = await items('host', `${here}/history?limit=200`);
    let head = genesisHash;
    for (const item of history) {
      const attributes = item['attributes'] as Item;
      expect(attributes['previoushash']).toBe(head);
      head = attributes['hash'] as string;
      if (item['withheld'] !== 'MDM-68') continue;
      expect(item['data']).toBeNull();
      expect(Object.keys(attributes).toSorted()).toEqual(['factat', 'hash', 'previoushash', 'stream', 'streamversion', 'time']);
    }
    expect(history).toHaveLength(last);
  });

  it('MDM-68: who set a past state is withheld where that was about the case, and told otherwise', async () => {
    const moment = async (who: Who, version: number) => (await bench.ask(who, `${here}/at?version=${version}`)).body['setBy'];
    for (const version of protectedVersions) {
      const hidden = { type: 'protected', actor: 'protected', actorRole: 'protected', party: 'protected', cause: 'protected' };
      expect(await moment('host', version)).toEqual(hidden);
    }
    expect(await moment('handler', versionsOf('OrangeLineRaised')[0] ?? 0)).toMatchObject({ type: 'OrangeLineRaised', actor: 'person-77' });
    expect(await moment('host', versionsOf('CommitmentMade')[0] ?? 0)).toMatchObject({ type: 'CommitmentMade', actor: 'person-1' });
  });

  it('MDM-68: a refusal about a case that is open to all stays told, also where a protected case exists', async () => {
    const refusals = await items('host', `${here}/timeline?refused=true&limit=200`);
    expect(refusals.filter(line => line['protected'] === false).map(line => line['command'])).toEqual(['SignAgreement', 'LiftOrangeLine']);
    expect(refusals.filter(line => line['protected'] === true)).toHaveLength(3);
    for (const line of refusals.filter(one => one['protected'] === true))
      expect(line).toMatchObject({ actor: 'protected', command: 'protected', reason: null, cause: 'protected', rule: 'MDM-68' });
  });
});

describe('a text restricted for one party', () => {
  it('MDM-17: its words reach that party nowhere, and the reason is told in their place', async () => {
    for (const path of ['', '/history?limit=200', '/timeline?limit=200', '/journal?limit=200', '/balance', `/at?version=${last}`]) {
      const told = await textOf('partner', path);
      for (const words of keptBack) expect(told, path).not.toContain(words);
    }
    expect(await withheldFor('partner', 'MDM-17')).toEqual(budgetVersions);
    const { texts, parties } = (await bench.ask('partner', here)).body as { texts: Record<string, Item>; parties: Item };
    const restricted = { rule: 'MDM-17', reason: 'a tender is under way' };
    expect(texts['budget']).toEqual({ kind: 'budget', state: 'agreed', head: expect.any(Object) as object, restricted });
    expect(parties['restrictions']).toMatchObject([{ object: 'budget', restrictedFor: 'partner', reason: 'a tender is under way' }]);
    const lines = (await items('partner', `${here}/timeline?limit=200`)).filter(line => line['restricted'] !== undefined);
    expect(lines.map(line => line['version'])).toEqual(budgetVersions);
    for (const line of lines) expect(line).toMatchObject({ restricted, reason: null, protected: false });
  });

  it('MDM-17: everybody else, and every other text, is read as before', async () => {
    for (const who of ['host', 'auditor'] as const) {
      expect(await withheldFor(who, 'MDM-17')).toEqual([]);
      expect(await textOf(who, '')).toContain('Upkeep');
      expect(await textOf(who, '/timeline?limit=200')).toContain('Tall Trees');
    }
    expect(await textOf('partner', '/timeline?limit=200')).toContain('who keeps the pump');
    expect(await textOf('partner', '')).toContain('who keeps the pump');
  });
});
