import { contentHash, sha256Hex, type Actor } from '@palabre/contracts';
import { respondent } from '@palabre/lifecycle';
import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projections } from '../projections/index.js';
import { streamsOf } from '../projections/projection.js';
import { RunningBench } from '../spec/running.js';
import { eventually } from '../spec/servers.js';
import { Story } from '../spec/story.js';

const bench = new RunningBench();

const ops: Actor = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] };
const invited: Actor = { ...respondent, roles: ['respondent'] };

/** An organisation under the very id of a partnership: two streams, nothing in common. */
const organisation = new StreamRehearsal('organisation', 'p-1')
  .must(ops, 'RegisterOrganisation', {
    organisation: 'p-1',
    name: 'Rives du fleuve',
    kind: 'informal-group',
    sector: 'civil-society',
    country: 'SN',
    workingLanguages: ['wo'],
    funding: 'none',
    registration: null,
    documents: {},
    ...asRehearsal,
  })
  .must(ops, 'JudgeDonorStanding', { donor: false, reason: 'Elle agit.' });

function answeredCampaign(): StreamRehearsal<'campaign'> {
  const file = new StreamRehearsal('campaign', 'campaign-1').must(ops, 'OpenSurveyCampaign', {
    title: 'Écoute',
    scale: { lowest: 1, highest: 5 },
    questions: [{ id: 'fear', kind: 'scale', asks: { fr: 'Sans crainte ?', en: 'Without fear?' } }],
    dimensions: [],
    closesAt: '2027-02-28T23:59:59.999Z',
    ...asRehearsal,
  });
  const hashes = ['a', 'b', 'c', 'd', 'e', 'f'].map(sha256Hex);
  file.must(ops, 'IssueInvitations', { hashes });
  for (const invitation of hashes) file.must(invited, 'AnswerSurvey', { invitation, answers: { fear: 3 }, traits: {} });
  return file;
}

const campaign = answeredCampaign();
const partnership = Story.opened().talk(2);

const versionIn = async (stream: string): Promise<unknown> =>
  (await bench.change('SELECT version FROM ledger_head WHERE stream = $1', [stream]))[0]?.['version'];

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(organisation.events);
  await bench.announcer.announce(partnership.envelopes);
  await bench.announcer.announce(campaign.events);
  await eventually(
    () => versionIn('campaign/campaign-1'),
    version => version === String(campaign.events.length),
  );
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-1')).body['version'],
    version => version === partnership.envelopes.length,
  );
});

afterAll(() => bench.close());

describe('organisations, charters and campaigns in the ledger', () => {
  it('are kept beside partnerships of the same id, chained, and proven by the same rules that made them', async () => {
    for (const [kind, id, told] of [
      ['organisation', 'p-1', organisation],
      ['campaign', 'campaign-1', campaign],
    ] as const) {
      const { status, body } = await bench.ask('auditor', `/v1/streams/${kind}/${id}/verify`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ equal: true, chain: { holds: true, version: told.events.length } });
      const madeOfIt = projections.filter(one => streamsOf(one).includes(kind)).map(one => one.name);
      expect((body['readModels'] as { model: string }[]).map(one => one.model)).toEqual(madeOfIt.toSorted());
      expect(body['state']).toEqual({ version: told.events.length, contentHash: contentHash(told.rules.shown(told.state as never)) });
    }
    expect((await bench.ask('auditor', '/v1/partnerships/p-1/verify')).body).toMatchObject({
      equal: true,
      chain: { version: partnership.envelopes.length },
    });
  });

  it('leave no row in the models of partnerships', async () => {
    const timeline = (await bench.ask('auditor', '/v1/partnerships/p-1/timeline?limit=200')).body['items'] as { type: string }[];
    expect(timeline).toHaveLength(partnership.envelopes.length);
    expect(timeline.map(({ type }) => type)).not.toContain('OrganisationRegistered');
    expect((await bench.ask('auditor', '/v1/partnerships/campaign-1')).status).toBe(404);
    expect(await bench.change("SELECT partnership FROM inbox WHERE partnership = 'campaign-1'")).toEqual([]);
  });

  it('ALE-39: the auditor reads of a campaign counts only; who is not of its organisation reads nothing', async () => {
    const { body } = await bench.ask('auditor', '/v1/streams/campaign/campaign-1/history');
    const types = (body['items'] as { attributes: { type: string }; data: object }[]).map(({ attributes }) => attributes.type);
    expect(types).toEqual(campaign.told());
    expect(JSON.stringify(body)).not.toContain('"fear":3');
    expect((await bench.ask('host', '/v1/streams/campaign/campaign-1/history')).status).toBe(200);
    expect((await bench.ask('stranger', '/v1/streams/campaign/campaign-1/history')).status).toBe(404);
    expect((await bench.ask('stranger', '/v1/streams/rumour/campaign-1/history')).status).toBe(404);
  });
});
