import type { Actor } from '@palabre/contracts';
import { policyOfCharter } from '@palabre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered, openCampaign } from '../spec/campaign-history.js';
import { registeredOrganisation } from '../spec/organisation-history.js';
import { people, RunningBench, type Who } from '../spec/running.js';
import { eventually } from '../spec/servers.js';
import { Story } from '../spec/story.js';
import { teamworkFile } from '../spec/teamwork-history.js';

const bench = new RunningBench();

const salt = 'a'.repeat(32);
const at = (day: string) => ({ factat: `${day}T09:00:00.000Z` });

/** Reviewed under Alert's charter, with a status point, money, a case in confidence, a small win and an agreed change. */
function lived(): Story {
  const policy = policyOfCharter('alert', 'OP');
  const story = Story.opened('p-lived', 'Lived', people.host.organisation, people.partner.organisation, 'alert');
  story.tell('PartnershipTypeProposed', {
    coConstruction: false,
    moneyForServices: false,
    beyondProject: false,
    sharedGovernance: false,
    suggested: 'SP',
    chosen: 'OP',
    reason: 'We mean to build together.',
  });
  story.tell('PartnershipTypeChanged', { proposal: 'q-1', acceptedBy: ['host', 'partner'], from: 'OP', to: 'OP', gates: [], policy });
  story.tell('DueDiligenceOpened', { from: 'search', to: 'due-diligence', gates: [] }, at('2026-02-01'));
  story.tell('DueDiligencePassed', { from: 'due-diligence', to: 'co-construction', gates: [] }, at('2026-03-03'));
  const scores = { AQ2: 4, AQ11: 5, AQ12: 2, AQ19: 4, AQ1: 'We were heard.' };
  const answers = ['host', 'partner'].map(party => ({
    party,
    answers: party === 'partner' ? { ...scores, AQ5_plan: 'none' } : scores,
    unchanged: [],
    salt,
  }));
  story.tell('JointReflectionHeld', { round: 1, answers }, at('2026-12-01'));
  story.tell('QuotationCleared', { round: 1, question: 'AQ1', of: 'partner', party: 'host', clearedByAll: true }, at('2026-12-02'));
  story.tell('StatusPointRecorded', { heldOn: '2026-04-01', clauses: [{ number: '1', state: 'kept' }], note: 'on time' });
  const reader = { party: 'partner', actor: people.partner.person };
  story.tell('StatusDigestRead', { party: 'partner', on: '2026-04-02', heldOn: '2026-04-01' }, reader);
  story.tell('OrangeLineRaised', { case: 'c-veiled', line: 'harassment', about: 'partner', facts: 'told in confidence' });
  story.tell('CommitmentMade', {
    commitment: 'k-1',
    owedBy: 'host',
    owedTo: 'partner',
    what: 'books',
    dueOn: '2026-05-31',
    origin: 'clause',
  });
  story.tell('StepVictoryShared', { party: 'host', on: '2026-05-02', certain: true, note: 'first well' });
  story.tell('ChangeAgreed', { decision: 'j-1', kind: 'change', acceptedBy: ['host', 'partner'] }, at('2026-06-01'));
  const word = { party: 'host', on: '2026-06-02', condition: 'a second donor', potential: 'three districts' };
  story.tell('ScaleUpAssessed', { ...word, project: 'project-1', readiness: 'ready' });
  story.tell('ScaleUpAssessed', { ...word, project: 'project-2', readiness: 'conditional' });
  return story;
}

const ofHost: Actor = { person: 'person-1', organisation: people.host.organisation, roles: ['hq-ops'] };

const campaign = answered(
  openCampaign('c-host', {}, ofHost),
  'SN',
  Array.from({ length: 5 }, () => [4, 2] as const),
).must(ofHost, 'CloseSurveyCampaign', {});

const story = lived();

const items = async (who: Who, path: string): Promise<Record<string, unknown>[]> =>
  (await bench.ask(who, path)).body['items'] as Record<string, unknown>[];

const ofOne = (name: string): string => `/v1/partnerships/p-lived/${name}`;

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(story.envelopes);
  await bench.announcer.announce(campaign.events);
  const ofTeam: Actor = { person: 'person-2', organisation: people.host.organisation, roles: ['partnership-officer'] };
  const means = { team: 'team-sn', hadMeans: true, lacking: null };
  await bench.announcer.announce(teamworkFile('org-host').advanceTo('2028-01-05').must(ofTeam, 'AnswerStaffMeans', means).events);
  await bench.announcer.announce(registeredOrganisation(people.partner.organisation, { countryTeam: 'team-sn' }).events);
  await eventually(
    async () => (await bench.ask('host', '/v1/partnerships/p-lived')).body['version'],
    version => version === story.envelopes.length,
  );
  const lists = ['/v1/surveys', '/v1/improvements', '/v1/teams', ofOne('reviews')];
  await eventually(
    async () =>
      (await Promise.all(lists.map(path => bench.ask('host', path)))).map(
        ({ body }) => (body['items'] as unknown[] | undefined)?.length ?? 0,
      ),
    counts => counts.every(count => count > 0),
  );
});

afterAll(() => bench.close());

describe('the quality of partnerships, read over the API', () => {
  it('ALE-52, ALE-29: reviews tell results and process apart, and whether both sides make the partnership solid', async () => {
    const [review] = await items('partner', ofOne('reviews'));
    expect(review).toMatchObject({
      round: 1,
      measures: { results: { host: 500, partner: 500, all: 500 }, process: { all: 200 } },
      solid: { from: 400, isSolid: true },
    });
    expect(JSON.stringify(review)).not.toContain('heard');
    expect(await bench.ask('stranger', ofOne('reviews'))).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('MDM-07, ALE-39: surveys belong to their organisation; the mean never comes without gap, spread and open actions', async () => {
    const [survey] = await items('host', '/v1/surveys');
    expect(survey).toMatchObject({
      campaign: 'c-host',
      score: { mean: 300, top: 500, gap: 200, spread: { '2': 5, '4': 5 }, openActions: [{ dueOn: '2027-06-30', answersThis: false }] },
    });
    expect(await items('stranger', '/v1/surveys')).toEqual([]);
    expect(await items('partner', '/v1/surveys')).toEqual([]);
    const [own] = await items('host', '/v1/surveys?campaign=c-host');
    const [audited] = await items('auditor', '/v1/surveys?campaign=c-host');
    const words = (view: Record<string, unknown> | undefined): string =>
      JSON.stringify(((view?.['results'] ?? []) as object[]).map(one => (one as { texts: string[] }).texts));
    expect(words(own)).toContain('Bien.');
    expect(words(audited)).not.toContain('Bien.');
  });

  it('MDM-68: lines tell how far a case has come; of a protected one, that it is there', async () => {
    expect(await items('handler', ofOne('lines'))).toMatchObject([{ case: 'c-veiled', line: 'harassment', heard: 0 }]);
    const [veiled] = await items('auditor', ofOne('lines'));
    expect(veiled).toMatchObject({ case: 'c-veiled', protected: true });
    expect(JSON.stringify(veiled)).not.toContain('harassment');
  });

  it('PMP-29, ALE-55: durations give medians by phase and type, or returns and documents of the three procedures', async () => {
    expect(await items('host', '/v1/durations?type=OP')).toContainEqual(
      expect.objectContaining({ phase: 'due-diligence', type: 'OP', stays: 1, open: 0, medianDays: 30 }),
    );
    expect(await items('host', '/v1/durations?procedures=true')).toContainEqual(
      expect.objectContaining({ procedure: 'due-diligence', medianDays: 30, returns: 0, documents: 0 }),
    );
    expect(await items('stranger', '/v1/durations')).toEqual([]);
  });

  it('MDM-33: label and reality are compared for those who see the partnership', async () => {
    expect(await items('partner', '/v1/reality?differing=true')).toMatchObject([
      { partnership: 'p-lived', suggested: 'SP', type: 'OP', differences: ['another-type-suggested'] },
    ]);
    expect(await items('partner', '/v1/reality?differing=false')).toEqual([]);
    expect(await items('stranger', '/v1/reality')).toEqual([]);
  });

  it('HFA-31: members read the digest of a status point; the reading rate is for who runs the file', async () => {
    expect(await items('host', ofOne('digests'))).toMatchObject([
      { heldOn: '2026-04-01', reading: { readBy: [{ party: 'partner', people: 1 }], unread: ['host'], percent: 50 } },
    ]);
    const [asMember] = await items('partner', ofOne('digests'));
    expect(asMember).toMatchObject({ readByMe: true, note: 'on time' });
    expect(asMember).not.toHaveProperty('reading');
  });

  it('PMP-38, ALE-64: lists the joint projects that are ready to scale, and counts joint activities by year', async () => {
    expect((await items('partner', '/v1/scale-ups')).map(row => row['project'])).toEqual(['project-1']);
    expect((await items('partner', '/v1/scale-ups?readiness=conditional')).map(row => row['project'])).toEqual(['project-2']);
    expect(await items('partner', ofOne('activities'))).toEqual([{ year: 2026, reflection: 1, design: 0, learning: 0 }]);
  });

  it('ALE-20: each side reads the score of its organisations over what it sees; who sees no partnership reads none', async () => {
    const scored = await items('partner', '/v1/qualities?by=organisation');
    expect(scored.map(({ group, charter, partnerships }) => [group, charter, partnerships])).toEqual(
      [people.host.organisation, people.partner.organisation].toSorted().map(group => [group, 'alert', 1]),
    );
    const [one] = await items('partner', ofOne('reviews'));
    const qualities = scored[0]?.['qualities'] as Record<string, { mean: number }>;
    expect(Object.fromEntries(Object.entries(qualities).map(([name, { mean }]) => [name, mean]))).toEqual(one?.['qualities']);
    expect(await items('stranger', '/v1/qualities?by=organisation')).toEqual([]);
    const page = await bench.ask('partner', '/v1/qualities?by=organisation&limit=1');
    const rest = await items('partner', `/v1/qualities?by=organisation&limit=1&cursor=${String(page.body['next'])}`);
    expect([...(page.body['items'] as object[]), ...rest]).toEqual(scored);
  });

  it('ALE-09: a step of design that the partner had no part in is in the year of the team that works with it', async () => {
    const marks = ([one]: Record<string, unknown>[]): unknown[] => (one?.['designWithoutPartner'] ?? []) as unknown[];
    const [year] = await eventually(
      () => items('host', '/v1/teams'),
      found => marks(found).length > 0,
    );
    expect(year).toMatchObject({
      team: 'team-sn',
      designWithoutPartner: [{ partnership: 'p-lived', round: 1, step: 'AQ5_plan', party: 'partner' }],
    });
    expect(await items('partner', '/v1/teams')).toEqual([]);
  });

  it('ALE-20: a team is scored over the partnerships of the organisations that it works with', async () => {
    expect(await items('host', '/v1/qualities')).toMatchObject([{ group: 'team-sn', charter: 'alert', partnerships: 1 }]);
  });

  it('ALE-40: the plan of a country team is its organisation’s own', async () => {
    expect(await items('host', '/v1/improvements?state=open')).toMatchObject([
      { team: 'team-sn', cites: { from: 'survey', campaign: 'c-1', question: 'AS1' } },
    ]);
    expect(await items('partner', '/v1/improvements')).toEqual([]);
  });
});

describe('the proof of these views', () => {
  it.each([
    ['the partnership', '/v1/partnerships/p-lived/verify', ['durations', 'practice', 'reality', 'reviews']],
    ['the campaign', '/v1/streams/campaign/c-host/verify', ['surveys']],
    ['the organisation', '/v1/streams/organisation/org-host/verify', ['teamwork']],
  ] as const)('the history of %s, replayed, gives the rows that are shown', async (_stream, path, models) => {
    const { body } = await bench.ask('auditor', path);
    const reports = (body['readModels'] as { model: string }[]).filter(({ model }) => (models as readonly string[]).includes(model));
    expect(reports).toEqual(models.map(model => ({ model, equal: true, differing: [] })));
  });
});

describe('the accounts of a year', () => {
  it('ALE-21, C-07: the public report is computed; no win is told of a partner that has not consented', async () => {
    const { body } = await bench.ask('host', '/v1/public-report?year=2026&page=true&language=en');
    expect(body).toMatchObject({
      report: {
        partnerships: { count: 1 },
        unnamed: 1,
        victories: [],
        victoriesWithheld: 1,
        reviews: { results: { withheld: 'too-few' } },
      },
      published: null,
    });
    expect(body['reportHash']).toMatch(/^[0-9a-f]{64}$/);
    expect(String(body['page'])).toContain('<h1>Our partnerships in 2026</h1>');
    expect(String(body['page'])).not.toContain('first well');
    expect(await bench.ask('handler', '/v1/public-report?year=2026')).toMatchObject({ status: 403 });
    expect(await bench.ask('host', '/v1/public-report?year=2026&organisation=org-partner')).toMatchObject({ status: 403 });
    expect(await bench.ask('host', '/v1/public-report')).toMatchObject({ status: 400, body: { fields: [{ pointer: '/year' }] } });
  });

  it('MDM-79: the digest for an event has its scores, the citation that was cleared and the change of the year', async () => {
    const { body } = await bench.ask('host', '/v1/event-digest?event=JdM&year=2026');
    expect(body).toMatchObject({
      event: 'JdM',
      scores: { results: { mean: 500 }, process: { mean: 200 } },
      citations: [{ partnership: 'p-lived', of: 'partner', words: 'We were heard.' }],
    });
    expect((body['changes'] as { says: { en: string } }[]).map(({ says }) => says.en)).toContain('Change agreed');
  });

  it('ALE-70, ALE-09: the export stands by team, with the steps of design that a partner had no part in', async () => {
    const { body } = await bench.ask('auditor', '/v1/annual-export?year=2026&organisation=org-host');
    expect(body['teams']).toMatchObject([
      {
        team: 'team-sn',
        partnerships: [{ partnership: 'p-lived' }],
        commitments: { open: 1 },
        scores: { results: 500, process: 200 },
        designWithoutPartner: [{ partnership: 'p-lived', step: 'AQ5_plan', party: 'partner' }],
        improvements: { open: 1 },
      },
    ]);
  });
});
