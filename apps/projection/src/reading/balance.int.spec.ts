import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex, type Actor } from '@palabre/contracts';
import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import { samplePolicy } from '../spec/sample-policy.js';
import { ideaOfWater, Story } from '../spec/story.js';
import { eventually } from '../spec/servers.js';
import { RunningBench, type Who } from '../spec/running.js';

const bench = new RunningBench();
const hash = 'e'.repeat(64);
const on = '2026-01-02';
const by = (party: string) => ({ party, on });

/** Begun under a charter that asks the yearly questions, with figures of its own. */
function begun(id: string): Story {
  const story = new Story(id);
  story.tell('PartnershipIdeaRecorded', {
    ...ideaOfWater,
    type: 'MSP',
    parties: [
      { party: 'host', side: 'host', organisation: 'org-host', workingLanguage: 'fr' },
      { party: 'partner', side: 'partner', organisation: 'org-partner', workingLanguage: 'wo' },
    ],
    policy: { ...samplePolicy, charter: 'palabre', figures: { crisis_meetings_window_months: 3, file_carried_by_fewer_than: 2 } },
  });
  return story;
}

const salt = 'a'.repeat(64);

function storyOfBalance(): Story {
  const story = begun('p-balance');
  const attendance = [
    { party: 'host', people: 2 },
    { party: 'partner', people: 1 },
  ];
  const meeting = { attendance, inPerson: true, minutes: 'x', kind: 'formal', purpose: 'mediation' } as const;
  story.tell('MeetingHeld', { ...meeting, heldOn: '2025-09-01', occasion: 'planned' });
  story.tell('MeetingHeld', { ...meeting, heldOn: '2025-12-01', nature: 'relational' });
  const objective = { id: 'O1', text: 'wells', aboutRights: true };
  const ofPartnership = {
    id: 'O2',
    text: 'deciding together',
    aboutRights: false,
    resultOf: 'partnership',
    indicators: ['votes'],
  } as const;
  const text = { kind: 'objectives', hash, staleAcceptances: [] } as const;
  story.tell('TextProposed', { ...text, version: 1, proposedBy: 'host', body: { objectives: [objective] } });
  story.tell(
    'TextProposed',
    { ...text, version: 2, proposedBy: 'partner', body: { objectives: [objective, ofPartnership] } },
    { actor: 'person-9', party: 'partner', actorrole: 'partner-representative' },
  );
  story.tell('ResultReported', { ...by('partner'), objective: 'O2', state: 'partly', note: 'x' });
  story.tell('StrengthNamed', { ...by('host'), strength: 'tracks', of: 'partner', what: 'knowing the tracks', note: 'x' });
  story.tell('ResourcePooled', { ...by('host'), resource: 'money', share: { amount: 300, currency: 'EUR' }, note: 'x' });
  story.tell('ResourcePooled', { ...by('partner'), resource: 'money', share: { amount: 100, currency: 'EUR' }, note: 'x' });
  story.tell('JointReflectionHeld', {
    round: 1,
    answers: [
      { party: 'host', answers: { PQ31: 4, PQ1: 'other' }, unchanged: [], salt },
      { party: 'partner', answers: { PQ31: 2 }, unchanged: [], salt },
    ],
  });
  story.tell(
    'OrangeLineRaised',
    { case: 'c-1', line: 'harassment', about: 'partner', facts: 'told in confidence' },
    { actor: 'person-77' },
  );
  story.tell(
    'PalaverMessagePosted',
    { object: 'c-1', party: 'partner', message: 'x' },
    { actor: 'person-78', party: 'partner', actorrole: 'case-handler' },
  );
  return story;
}

const owner: Actor = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] };

const respondent: Actor = { person: 'respondent', organisation: 'invited', roles: ['respondent'] };

/** A closed survey of the host with the question whether it is seen as a funder or as a partner. */
function survey() {
  const choices = ['funder', 'partner', 'both-alike'];
  const file = new StreamRehearsal('campaign', 'survey-1')
    .must(owner, 'OpenSurveyCampaign', {
      title: 'Survey',
      scale: { lowest: 1, highest: 5 },
      questions: [{ id: 'MS2', kind: 'choice', asks: { fr: 'Financeur ?', en: 'Funder?' }, choices }],
      dimensions: [],
      closesAt: '2027-02-28T23:59:59.999Z',
      ...asRehearsal,
    })
    .must(owner, 'IssueInvitations', { hashes: Array.from({ length: 6 }, (_, n) => sha256Hex(`token-${n}`)) });
  for (let n = 0; n < 6; n += 1)
    file.must(respondent, 'AnswerSurvey', {
      invitation: sha256Hex(`token-${n}`),
      answers: { MS2: n < 4 ? 'funder' : 'partner' },
      traits: {},
    });
  return file.must(owner, 'CloseSurveyCampaign', {});
}

const story = storyOfBalance();

interface Balance {
  readonly [part: string]: unknown;
  readonly counts: { measure: string; party: string; amount: number }[];
}

const balance = async (who: Who, query = ''): Promise<Balance> =>
  (await bench.ask(who, `/v1/partnerships/p-balance/balance${query}`)).body as unknown as Balance;

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(survey().events);
  await bench.announcer.announce(story.envelopes);
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-balance')).body['version'],
    version => version === story.envelopes.length,
  );
  await eventually(
    () => bench.change("SELECT 1 FROM surveys WHERE kind = 'campaign' AND doc ->> 'month' IS NOT NULL"),
    rows => rows.length === 1,
  );
});

afterAll(() => bench.close());

describe('the balance of a partnership', () => {
  it('MDM-13: the share of each kind of exchange stands beside the newest answer to "funder or partner?"', async () => {
    const { exchanges } = await balance('host');
    expect(exchanges).toMatchObject({
      shares: expect.arrayContaining([{ nature: 'relational', count: 1, percent: 100 }]) as unknown,
      untagged: 1,
      funderOrPartner: { month: '2027-01', question: 'MS2', withheld: 0 },
    });
    const { cells } = (exchanges as { funderOrPartner: { cells: { spread: object }[] } }).funderOrPartner;
    expect(cells[0]?.spread).toEqual({ funder: 4, partner: 2 });
    expect((await balance('partner'))['exchanges']).toMatchObject({ funderOrPartner: null });
  });

  it('PMP-53: what each party answered to "on an equal footing?" stands beside its votes, turns and decisions', async () => {
    const { equality } = await balance('partner');
    expect(equality).toEqual({
      parties: [
        { party: 'host', votes: 0, turns: 0, proposed: 0, taken: 0, alone: 0 },
        { party: 'partner', votes: 0, turns: 0, proposed: 0, taken: 0, alone: 0 },
      ],
      equalFooting: [
        { round: 1, party: 'host', question: 'PQ31', answer: 4 },
        { round: 1, party: 'partner', question: 'PQ31', answer: 2 },
      ],
    });
  });

  it('AGI-26: the window of crisis meetings is the figure of the charter; an older planned meeting does not outweigh a crisis', async () => {
    expect((await balance('host'))['meetings']).toEqual({ since: '2025-10-01', windowMonths: 3, planned: 0, crisis: 1, flagged: true });
  });

  it('HFA-28: the figure of the charter says how many people a file rests on; words about a protected case name nobody', async () => {
    const seen = async (who: Who) => (await balance(who))['participation'] as { people: number; flagged: boolean; groups: object[] };
    expect(await seen('host')).toMatchObject({ people: 2, fewerThan: 2, flagged: false });
    expect(JSON.stringify(await seen('host'))).not.toContain('case-handler');
    expect(await seen('handler')).toMatchObject({ people: 4 });
    expect((await balance('host')).counts.filter(row => row.measure === 'turn')).toEqual([]);
  });

  it('ALE-49, AGI-07, AGI-17, HFA-12: sections by author, results of the partnership, strengths and shares come from what was told', async () => {
    const told = await balance('partner');
    expect(told['design']).toEqual([
      {
        kind: 'objectives',
        version: 2,
        sections: 2,
        shares: [
          { party: 'host', sections: 1, percent: 50 },
          { party: 'partner', sections: 1, percent: 50 },
        ],
      },
    ]);
    expect(told['results']).toMatchObject({ project: [{ id: 'O1', state: null }], partnership: [{ id: 'O2', state: 'partly' }] });
    expect(told['strengths']).toMatchObject({ list: [{ strength: 'tracks', unused: true }] });
    expect(told['resources']).toMatchObject([{ resource: 'money', unit: 'EUR', total: 400, shares: [{ percent: 75 }, { percent: 25 }] }]);
  });

  it('one year can be asked for; a stranger sees nothing; a wrong year is told', async () => {
    expect((await balance('host', '?year=2025')).counts.map(({ measure }) => measure)).toContain('meeting/held');
    expect((await balance('host', '?year=2024')).counts).toEqual([]);
    expect((await bench.ask('stranger', '/v1/partnerships/p-balance/balance')).status).toBe(404);
    expect((await bench.ask('host', '/v1/partnerships/p-balance/balance?year=soon')).status).toBe(400);
  });
});
