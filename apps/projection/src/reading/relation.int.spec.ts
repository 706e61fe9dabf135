import { policyOfCharter } from '@palabre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningBench, type Who } from '../spec/running.js';
import { eventually } from '../spec/servers.js';
import { Story } from '../spec/story.js';

const bench = new RunningBench();

const salt = 'a'.repeat(32);

/** Lived under the charter of Médecins du Monde, reviewed twice, with people and rights that its idea names. */
function lived(): Story {
  const story = Story.opened('p-shared', 'Shared');
  const idea = { party: 'host', peopleConcerned: 'Fisherwomen of the estuary' };
  story.tell('PartnershipIdeaCompleted', idea);
  const policy = policyOfCharter('mdm', 'OP');
  story.tell('PartnershipTypeChanged', { proposal: 'q-1', acceptedBy: ['host', 'partner'], from: 'OP', to: 'OP', gates: [], policy });
  for (const [round, score] of [
    [1, 2],
    [2, 4],
  ] as const) {
    const answers = [{ party: 'partner', answers: { MQ2: score }, unchanged: [], salt }];
    story.tell('JointReflectionHeld', { round, answers }, { factat: `202${5 + round}-12-01T09:00:00.000Z` });
  }
  const promise = { owedTo: 'partner', what: 'books', dueOn: '2027-05-31', origin: 'clause' as const };
  story.tell('CommitmentMade', { ...promise, commitment: 'k-1', owedBy: 'host' });
  story.tell('RelationTimePlanned', { party: 'host', on: '2026-01-10', year: 2026, halfDays: 20 });
  story.tell('RelationTimeSpent', { party: 'host', on: '2026-03-02', halfDays: 3, note: 'by the river' });
  return story;
}

const file = lived();
const of = (list: string): string => `/v1/partnerships/p-shared/${list}`;

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce([...file.envelopes, ...Story.opened('p-other', 'Other').envelopes]);
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-shared')).body['version'],
    version => version === file.envelopes.length,
  );
});

afterAll(() => bench.close());

describe('what both sides read of their relation', () => {
  it('MDM-28, MDM-22: host and partner read the very same account: funds, promises, notes, and autonomy as the partner scored it', async () => {
    const [host, partner] = await Promise.all((['host', 'partner'] as const).map(who => bench.ask(who, of('shared-account'))));
    expect(host?.body).toEqual(partner?.body);
    expect(host?.body).toMatchObject({
      id: 'p-shared',
      sides: [
        { party: 'host', funds: [], pending: [{ commitment: 'k-1', owedBy: 'host', state: 'open' }] },
        { party: 'partner', funds: [], pending: [] },
      ],
      autonomy: [
        { round: 1, question: 'MQ2', scores: { partner: 200 }, change: null },
        { round: 2, question: 'MQ2', scores: { partner: 400 }, change: { partner: 200 } },
      ],
    });
    expect((host?.body['journal'] as { kind: string }[] | undefined)?.map(one => one.kind)).toContain('RelationTimeSpent');
    expect((await bench.ask('stranger', of('shared-account'))).status).toBe(404);
  });

  it('MDM-29: planned and given time are compared for whoever reads the file', async () => {
    const { body } = await bench.ask('partner', of('relation-time'));
    expect(body['items']).toEqual([{ year: 2026, party: 'host', plannedHalfDays: 20, givenHalfDays: 3, learned: [] }]);
  });

  it('MDM-21: partnerships are found by the rights that they pursue and by the people concerned, and by nothing else', async () => {
    const found = async (who: Who, query: string): Promise<unknown[]> =>
      ((await bench.ask(who, `/v1/portfolio?${query}`)).body['items'] as { id: string }[]).map(one => one.id).toSorted();
    expect(await found('host', 'people=fisherwomen')).toEqual(['p-shared']);
    expect(await found('host', 'people=books')).toEqual([]);
    expect(await found('host', 'rights=HEALTH')).toEqual(['p-other', 'p-shared']);
    expect(await found('host', 'rights=fisherwomen')).toEqual([]);
    expect(await found('host', 'rights=health&people=estuary')).toEqual(['p-shared']);
    expect(await found('stranger', 'rights=health')).toEqual([]);
  });
});
