import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registeredOrganisation } from '../spec/organisation-history.js';
import { RunningBench, type Who } from '../spec/running.js';
import { eventually } from '../spec/servers.js';
import { Story } from '../spec/story.js';

const bench = new RunningBench();
const hash = 'e'.repeat(64);

const items = async (who: Who, path: string): Promise<Record<string, unknown>[]> =>
  (await bench.ask(who, path)).body['items'] as Record<string, unknown>[];

const step = { gates: [] };

function ledStory(id: string, host = 'org-host', partner = 'org-partner'): Story {
  const story = Story.opened(id, `Partnership ${id}`, host, partner);
  story.tell('StakeholderMappingStarted', { from: 'idea', to: 'mapping', ...step });
  story.tell('DueDiligenceOpened', { from: 'search', to: 'due-diligence', ...step });
  story.tell('DueDiligencePassed', { from: 'due-diligence', to: 'co-construction', ...step });
  return story;
}

const promise = (commitment: string, owedBy: string, owedTo: string, dueOn: string, origin: 'clause' | 'mitigation' = 'clause') =>
  ({ commitment, owedBy, owedTo, what: `what ${commitment} is about`, dueOn, origin }) as const;

function owing(): Story {
  const story = ledStory('p-owed');
  story.tell('OrangeLineRaised', { case: 'c-1', line: 'harassment', about: 'partner', facts: 'told in confidence' });
  const steps = [{ step: 'k-veiled', owner: 'partner', dueOn: '2026-06-15', text: 'a training' }];
  story.tell('MitigationPlanProposed', { case: 'c-1', line: 'harassment', about: 'partner', proposedBy: 'host', steps, arrangement: null });
  story.tell('CommitmentMade', promise('k-1', 'partner', 'host', '2026-05-31'));
  story.tell('CommitmentMade', promise('k-2', 'host', 'partner', '2026-06-30'));
  story.tell('CommitmentMade', promise('k-veiled', 'partner', 'host', '2026-06-15', 'mitigation'));
  story.tell('CommitmentOverdue', { commitment: 'k-1', deadline: 'd-1', owedBy: 'partner' });
  const lines = [{ line: 'L1', label: 'Wells', cost: { amount: 125_000, currency: 'EUR' }, spentBy: 'partner', overhead: false }];
  const body = { lines, total: { amount: 125_000, currency: 'EUR' } };
  story.tell('BudgetProposed', { kind: 'budget', version: 1, hash, proposedBy: 'host', body, staleAcceptances: [] });
  story.tell('BudgetCoValidated', { kind: 'budget', version: 1, hash, acceptedBy: ['host', 'partner'] });
  const clauses = ['1', '2', '10'].map(number => ({ number, title: `Clause ${number}`, text: 'words' }));
  story.tell('AgreementDrafted', { kind: 'agreement', version: 1, hash, proposedBy: 'host', body: { clauses }, staleAcceptances: [] });
  story.tell('AgreementSigned', { from: 'validation', to: 'setting-up', ...step, version: 1, hash });
  const value = { amount: 50_000, currency: 'EUR' };
  story.tell('FundTransferRequested', { transfer: 'm-1', line: 'L1', value, from: 'host', to: 'partner' });
  const due = { rule: 'justification_due_in', outcome: 'JustificationOverdue' as const, party: 'partner', about: 'm-1' };
  story.tell('DeadlinesSet', { deadlines: [{ deadline: 'd-vouchers', dueAt: '2026-07-31T23:59:59.999Z', ...due }] });
  story.tell('FundTransferCompleted', { transfer: 'm-1', receivedOn: '2026-02-03' });
  story.tell('StatusPointRecorded', { heldOn: '2026-03-01', clauses: [{ number: '2', state: 'late' }], note: 'heard' });
  return story;
}

const owed = owing();

const position = { level: 'LED' as const, because: 'context' as const, approachBy: 'host', takeOverOn: null, awardedOn: null };

/** An earlier partnership of the same two: each broke a promise; accounted for, and renewed. */
function before(): Story {
  const story = ledStory('p-before');
  story.tell('PartnershipIdeaCompleted', { party: 'host', themes: ['corruption'] });
  story.tell('CommitmentMade', promise('b-host', 'host', 'partner', '2026-04-30'));
  story.tell('CommitmentMade', promise('b-partner', 'partner', 'host', '2026-05-31'));
  story.tell('CommitmentMade', promise('b-case', 'partner', 'host', '2026-05-31', 'mitigation'));
  story.tell('CommitmentBreachRecorded', { commitment: 'b-host', recordedBy: 'partner', reason: 'paid nothing' });
  story.tell('CommitmentExcused', { commitment: 'b-host', decision: 'j-1' });
  story.tell('CommitmentBreachRecorded', { commitment: 'b-partner', recordedBy: 'host', reason: 'no books' });
  story.tell('GuarantorAcknowledged', { commitment: 'b-partner', party: 'partner' });
  story.tell('CommitmentBreachRecorded', { commitment: 'b-case', recordedBy: 'host', reason: 'said in confidence' });
  story.tell('LeadershipPositionSet', { proposal: 'q-1', acceptedBy: ['host', 'partner'], position });
  story.tell('AgreementDrafted', {
    kind: 'agreement',
    version: 1,
    hash,
    proposedBy: 'host',
    staleAcceptances: [],
    body: { clauses: [{ number: '1', title: 'Purpose', text: 'words' }] },
  });
  story.tell('AgreementSigned', { from: 'validation', to: 'setting-up', ...step, version: 1, hash });
  story.tell('ImplementationStarted', { from: 'setting-up', to: 'implementation', ...step });
  story.tell('StatusPointRecorded', { heldOn: '2026-03-01', clauses: [{ number: '1', state: 'kept' }], note: 'heard' });
  story.tell('ReportsApprovedByAssembly', { party: 'partner', person: 'person-9', version: 1, hash });
  return story;
}

/** The partner with somebody else: the host is no party there. */
function elsewhere(): Story {
  const story = ledStory('p-elsewhere', 'org-far', 'org-partner');
  story.tell('CommitmentMade', promise('e-1', 'partner', 'host', '2026-04-30'));
  story.tell('CommitmentBreachRecorded', { commitment: 'e-1', recordedBy: 'host', reason: 'a matter of theirs' });
  return story;
}

/** Two partnerships further on: one runs, one was accounted for and renewed. Neither concerns the host. */
function furtherOn(id: string, renewed: boolean): Story {
  const story = ledStory(id, 'org-port', 'org-quay');
  story.tell('AgreementSigned', { from: 'validation', to: 'setting-up', ...step, version: 1, hash });
  story.tell('ImplementationStarted', { from: 'setting-up', to: 'implementation', ...step });
  if (!renewed) return story;
  story.tell('AccountRendered', { party: 'partner', person: 'person-9' });
  const term = { project: null, endsOn: '2028-12-31' };
  story.tell('AgreementRenewed', { proposal: 'q-9', acceptedBy: ['host'], from: 'after', to: 'implementation', ...step, term });
  return story;
}

/** Two who missed duties that are no promises: one took note, the other brought its vouchers in the end. */
function duties(): Story {
  const story = ledStory('p-duties', 'org-mill', 'org-weir');
  const value = { amount: 500, currency: 'EUR' };
  story.tell('FundTransferRequested', { transfer: 'm-9', line: 'L1', value, from: 'host', to: 'partner' });
  story.tell('FundTransferCompleted', { transfer: 'm-9', receivedOn: '2026-02-03' });
  story.tell('JustificationOverdue', { transfer: 'm-9', deadline: 'd-8', owedBy: 'partner' });
  const candidate = { party: 'kiln', side: 'partner', organisation: 'org-kiln', workingLanguage: 'fr' } as const;
  story.tell('CandidateShortlisted', { entry: candidate, reason: 'near' });
  story.tell('CandidateSetAside', { party: 'kiln', reason: 'far' });
  story.tell('StatusReportOverdue', { slot: '2026-03-31', deadline: 'd-9' });
  const applicant = { party: 'late', organisation: 'org-late', workingLanguage: 'fr' };
  story.tell('PartnerJoined', { proposal: 'q-8', acceptedBy: ['host', 'partner'], applicant });
  story.tell('GuarantorAcknowledged', { commitment: 'status-point-2026-03-31', party: 'host', breach: 'status-point' });
  story.tell('ExpenditureJustified', { transfer: 'm-9', value, vouchers: ['v-1'], late: true });
  return story;
}

/** An idea on a theme that is covered already. */
function freshIdea(): Story {
  const story = Story.opened('p-idea', 'Against bribes at the ports');
  story.tell('PartnershipIdeaCompleted', { party: 'host', themes: ['corruption', 'human-rights-violations'] });
  return story;
}

beforeAll(async () => {
  await bench.open();
  const register = [
    registeredOrganisation('org-partner', { sector: 'civil-society', level: 'local' }),
    registeredOrganisation('org-host', {
      country: 'FR',
      level: 'international',
      kind: 'university',
      sector: 'science',
      subKind: undefined as never,
    }),
    registeredOrganisation('org-far', { country: 'ML', level: 'regional', kind: 'network', registration: 'ML-1', countryTeam: 'team-ml' }),
  ];
  for (const file of register) await bench.announcer.announce(file.events);
  const others = [before(), elsewhere(), freshIdea(), furtherOn('p-runs', false), furtherOn('p-renewed', true)];
  others.push(duties(), ledStory('p-anew', 'org-mill', 'org-weir'), ledStory('p-others', 'org-kiln', 'org-late'));
  for (const story of others) await bench.announcer.announce(story.envelopes);
  for (const story of others) {
    await eventually(
      async () => (await bench.ask('auditor', `/v1/partnerships/${story.id}`)).body['version'],
      version => version === story.envelopes.length,
    );
  }
  await bench.announcer.announce(owed.envelopes);
  await eventually(
    async () => (await items('auditor', '/v1/organisations')).length,
    count => count === 3,
  );
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-owed')).body['version'],
    version => version === owed.envelopes.length,
  );
});

afterAll(() => bench.close());

describe('what is owed', () => {
  it('ALE-45: both sides read the same list of what each owes, by day, with what is late; a stranger reads nothing', async () => {
    const path = '/v1/partnerships/p-owed/commitments';
    const seen = (await items('partner', path)).map(one => [one['commitment'], one['owedBy'], one['state']]);
    expect(seen).toEqual([
      ['k-1', 'partner', 'late'],
      ['k-veiled', 'partner', 'open'],
      ['k-2', 'host', 'open'],
      [undefined, 'partner', 'open'],
    ]);
    expect((await items('host', path)).map(one => one['commitment'])).toEqual(['k-1', undefined, 'k-2', undefined]);
    expect((await items('host', `${path}?owedBy=host`)).map(one => one['commitment'])).toEqual(['k-2']);
    expect((await items('host', `${path}?late=true`)).map(one => one['commitment'])).toEqual(['k-1']);
    expect((await bench.ask('stranger', path)).status).toBe(404);
  });

  it('ALE-45, HFA-20: vouchers that the receiver owes stand in the same list, until they account for the money', async () => {
    const path = '/v1/partnerships/p-owed/commitments?owedBy=partner&state=open';
    expect((await items('host', path)).at(-1)).toMatchObject({
      transfer: 'm-1',
      owedTo: 'host',
      what: 'L1',
      origin: 'justification',
      dueOn: '2026-07-31',
    });
    const vouchers = { transfer: 'm-1', value: { amount: 50_000, currency: 'EUR' }, vouchers: ['v-1'], late: false };
    await bench.announcer.announce([owed.tell('ExpenditureJustified', vouchers)]);
    await bench.ask('host', `/v1/partnerships/p-owed?after=${owed.envelopes.length}&wait=3000`);
    expect((await items('host', '/v1/partnerships/p-owed/commitments?state=kept')).map(one => one['transfer'])).toEqual(['m-1']);
  });

  it('MDM-68: a promise that a protected case brought about keeps its place and tells nothing to others', async () => {
    const veiled = (await items('host', '/v1/partnerships/p-owed/commitments'))[1];
    expect(veiled).toEqual({ protected: true });
    expect((await items('handler', '/v1/partnerships/p-owed/commitments'))[1]).toMatchObject({ commitment: 'k-veiled' });
  });

  it('HFA-18: clauses come in the order of the agreement, each with its state at the last status point; page by page', async () => {
    const first = await bench.ask('partner', '/v1/partnerships/p-owed/clauses?limit=2');
    const second = await items('partner', `/v1/partnerships/p-owed/clauses?limit=2&cursor=${String(first.body['next'])}`);
    const all = [...(first.body['items'] as Record<string, unknown>[]), ...second];
    expect(all.map(one => [one['number'], one['state'], one['timesLate']])).toEqual([
      ['1', null, 0],
      ['2', 'late', 1],
      ['10', null, 0],
    ]);
  });

  it('ALE-12: money is told by line of the budget and by currency', async () => {
    const { body } = await bench.ask('partner', '/v1/partnerships/p-owed/money');
    expect(body).toMatchObject({
      held: false,
      totals: [{ currency: 'EUR', agreed: 125_000, requested: 50_000, paid: 50_000 }],
      next: null,
    });
    expect(body['items']).toHaveLength(1);
  });

  it('names every wrong field, takes no foreign cursor, and knows no list of another name', async () => {
    expect((await bench.ask('host', '/v1/partnerships/p-owed/commitments?state=sad&late=maybe')).body['detail']).toMatch(
      /state.*late|late.*state/s,
    );
    const { body } = await bench.ask('host', '/v1/partnerships/p-owed/clauses?limit=1');
    expect((await bench.ask('host', `/v1/partnerships/p-owed/commitments?cursor=${String(body['next'])}`)).status).toBe(400);
    const unknown = await bench.ask('host', '/v1/partnerships/p-owed/rumours');
    expect(unknown.status).toBe(404);
    expect(unknown.body).toMatchObject({ type: 'urn:palabre:problem:not-found' });
  });
});

describe('the register', () => {
  it('C-01: is one for those who keep it; a partner sees itself and those it works with, a stranger none of them', async () => {
    const ids = async (who: Who) => (await items(who, '/v1/organisations')).map(one => one['organisation']);
    expect(await ids('host')).toEqual(['org-far', 'org-host', 'org-partner']);
    expect(await ids('partner')).toEqual(['org-far', 'org-host', 'org-partner']);
    expect(await ids('signatory')).toEqual(['org-host', 'org-partner']);
    const seen = await items('partner', '/v1/organisations');
    expect(seen.map(one => [one['organisation'], one['screening']])).toEqual([
      ['org-far', null],
      ['org-host', null],
      ['org-partner', 'never'],
    ]);
  });

  it('HFA-07: tells sector, level, country and due diligence of each, with its partnerships, and filters by them', async () => {
    const [partner] = await items('host', '/v1/organisations?sector=civil-society&subKind=association&country=SN');
    expect(partner).toMatchObject({
      organisation: 'org-partner',
      level: 'local',
      dueDiligence: { state: 'passed', at: expect.any(String) as string },
      partnerships: expect.arrayContaining([{ id: 'p-owed', type: 'OP', phase: 'setting-up', standing: 'open' }]) as unknown,
    });
    expect(JSON.stringify(partner?.['partnerships'])).not.toContain('p-elsewhere');
    expect(await items('host', '/v1/organisations?dueDiligence=none')).toEqual([]);
    expect(await items('host', '/v1/organisations?dueDiligence=passed')).toHaveLength(3);
    expect((await items('host', '/v1/organisations?search=org-f')).map(one => one['organisation'])).toEqual(['org-far']);
    expect(await items('host', '/v1/organisations?level=national')).toEqual([]);
  });

  it('ALE-02: counts partners and partnerships by level and country; who asks is not a partner of itself', async () => {
    expect(await items('host', '/v1/organisation-counts')).toEqual([
      { level: 'local', country: 'SN', organisations: 1, partnerships: 3 },
      { level: 'regional', country: 'ML', organisations: 1, partnerships: 0 },
    ]);
  });

  it('ALE-65: counts kinds of organisation for each country team, page by page', async () => {
    const first = await bench.ask('host', '/v1/organisation-counts?by=team&and=kind&limit=1');
    expect(first.body['items']).toEqual([{ team: null, kind: 'informal-group', organisations: 1, partnerships: 3 }]);
    const second = await items('host', `/v1/organisation-counts?by=team&and=kind&limit=1&cursor=${String(first.body['next'])}`);
    expect(second).toEqual([{ team: 'team-ml', kind: 'network', organisations: 1, partnerships: 0 }]);
  });
});

describe('who keeps its word', () => {
  it('HFA-37: a record per organisation counts reports, approvals, promises and clauses; partners and members read it', async () => {
    for (const who of ['host', 'partner', 'auditor'] as const) {
      const { status, body } = await bench.ask(who, '/v1/accountability?organisation=org-partner');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        organisation: 'org-partner',
        reports: { statusPointsHeld: 2, statusPointsOverdue: 0 },
        approvals: { reportsApproved: 1, reportsReturned: 0 },
        commitments: { keptInTime: 0, late: 1, breached: 2 },
        clauses: { kept: 1, atRisk: 0, late: 1, breached: 0, notDue: 2 },
      });
    }
    expect((await bench.ask('signatory', '/v1/accountability?organisation=org-far')).status).toBe(404);
    expect((await bench.ask('host', '/v1/accountability?organisation=org-nowhere')).status).toBe(404);
  });

  it('HFA-23: past breaches of both sides stand with how they were settled; elsewhere the fact alone is told', async () => {
    const told = async (who: Who) =>
      (await items(who, '/v1/partnerships/p-idea/past-breaches'))
        .map(one => [one['organisation'], one['partnership'], one['reason'] ?? null, one['settlement']])
        .sort((one, other) => String(one).localeCompare(String(other)));
    const both = [
      ['org-host', 'p-before', 'paid nothing', 'excused'],
      ['org-partner', 'p-before', 'no books', 'acknowledged'],
    ];
    expect(await told('host')).toEqual([both[0], ['org-partner', null, null, 'open'], both[1]]);
    expect(await told('partner')).toEqual([...both, ['org-partner', 'p-elsewhere', 'a matter of theirs', 'open']]);
    expect(JSON.stringify(await items('host', '/v1/partnerships/p-idea/past-breaches'))).not.toContain('confidence');
    expect((await bench.ask('stranger', '/v1/partnerships/p-idea/past-breaches')).status).toBe(404);
  });

  it('HFA-23: of each side are told the duties that are no promises too: missed status points, vouchers that came late', async () => {
    const told = (await items('auditor', '/v1/partnerships/p-anew/past-breaches')).map(one =>
      ['organisation', 'kind', 'what', 'settlement'].map(field => String(one[field])).join(' '),
    );
    expect(told.sort()).toEqual([
      'org-mill status-point 2026-03-31 acknowledged',
      'org-weir justification m-9 made-good',
      'org-weir status-point 2026-03-31 open',
    ]);
  });

  it('HFA-23, PMP-21: what was missed is told of those who were in then, never of who was set aside before or came later', async () => {
    expect(await items('auditor', '/v1/partnerships/p-others/past-breaches')).toEqual([]);
  });

  it('HFA-13: each partner stands where its partnership has come, from prospect over signed, running and accounted for to renewed', async () => {
    const places = async (query: string) =>
      (await items('host', `/v1/pipeline${query}`)).map(one => [one['organisation'], one['partnership'], one['position']]);
    expect(await places('')).toEqual([
      ['org-partner', 'p-before', 'accounted-for'],
      ['org-partner', 'p-idea', 'prospect'],
      ['org-partner', 'p-owed', 'signed'],
    ]);
    expect(await places('?position=signed')).toEqual([['org-partner', 'p-owed', 'signed']]);
    expect(await items('stranger', '/v1/pipeline')).toEqual([]);
    const further = await items('auditor', '/v1/pipeline?organisation=org-quay');
    expect(further.map(one => [one['partnership'], one['position']])).toEqual([
      ['p-renewed', 'renewed'],
      ['p-runs', 'running'],
    ]);
  });
});

describe('who is at the table', () => {
  it('HFA-07, PMP-58: the sectors present and by whom; an absent one is a note, and nothing is refused for it', async () => {
    const { status, body } = await bench.ask('partner', '/v1/partnerships/p-owed/sectors');
    expect(status).toBe(200);
    const sectors = body['sectors'] as {
      sector: string;
      present: boolean;
      parties: { party: string; subKind: string | null }[];
      note: unknown;
    }[];
    expect(sectors.map(one => [one.sector, one.present])).toEqual([
      ['public', false],
      ['private', false],
      ['civil-society', true],
      ['science', true],
    ]);
    expect(sectors[2]).toMatchObject({ parties: [{ party: 'partner', organisation: 'org-partner', subKind: 'association' }], note: null });
    expect(sectors[0]?.note).toMatchObject({ fr: expect.stringContaining('pas un obstacle') as string });
    expect(body['unregistered']).toEqual([]);
  });

  it('PMP-05: what is there already is found by the themes of the idea, without a question asked', async () => {
    const found = await items('host', '/v1/partnerships/p-idea/existing');
    expect(found.map(one => [one['id'], one['themes'], one['sharedThemes']])).toEqual([['p-before', ['corruption'], 1]]);
    expect((await items('host', '/v1/existing?theme=corruption')).map(one => one['id'])).toEqual(['p-before', 'p-idea']);
    expect((await items('host', '/v1/existing?search=ports')).map(one => one['id'])).toEqual(['p-idea']);
    expect(await items('host', '/v1/existing?search=the%20rivers')).toEqual([]);
    expect(await items('host', '/v1/existing?theme=opaque-supply-chains')).toEqual([]);
    expect(await items('stranger', '/v1/existing?theme=corruption')).toEqual([]);
  });

  it('ALE-19, ALE-28: leadership per year and what money arrives directly', async () => {
    const { body } = await bench.ask('host', '/v1/localisation');
    expect(body['items']).toEqual([
      {
        year: 2026,
        levels: { LED: 1, MANAGED: 0, IMPLEMENTED: 0 },
        total: 1,
        ledPercent: 100,
        sinceFirstYear: null,
        funding: [{ year: 2026, currency: 'EUR', paid: 50_000, direct: 50_000, directPercent: 100 }],
      },
    ]);
    expect(body['charters']).toEqual(['sample']);
    expect((await bench.ask('host', '/v1/localisation?charter=mdm')).body).toEqual({ items: [], charters: [] });
  });
});
