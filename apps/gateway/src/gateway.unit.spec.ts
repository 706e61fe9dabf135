import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyFor } from './policies/policies.js';
import { Outage } from './partnerships/workflows.port.js';
import { aRefusal, accepted } from './testing/fake-workflows.js';
import { assessNeed, gatewayOnTrial, type GatewayOnTrial } from './testing/gateway-on-trial.js';

const commandsOf = (id: string) => `/v1/partnerships/${id}/commands`;

const openPartnership = {
  id: 'opening-1',
  type: 'OpenPartnership',
  data: {
    title: 'Mother and child health',
    type: 'OP',
    desiredChange: 'Fewer deaths',
    trigger: 'other',
    origin: 'study',
    rightsServed: 'Health',
    whyTogether: 'Each has what the other lacks',
    financialFlows: true,
    project: null,
    charter: 'mdm',
    workingLanguage: 'fr',
    calendar: 'rehearsal',
    calendarStartsAt: '2026-01-01T00:00:00.000Z',
  },
};

describe('a gateway between people and partnerships', () => {
  let gateway: GatewayOnTrial;

  beforeEach(async () => {
    gateway = await gatewayOnTrial();
  });

  afterEach(() => gateway.stop());

  it('an accepted command is answered with the version it produced, and the actor is the one of the token', async () => {
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed(), headers: { 'x-correlation-id': 'click-1' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(accepted);
    expect(answer.headers).toMatchObject({ 'palabre-version': '7', 'x-correlation-id': 'click-1', 'x-content-type-options': 'nosniff' });
    expect(gateway.workflows.forwarded).toEqual([
      { ...assessNeed(), actor: { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] }, correlation: 'click-1' },
    ]);
  });

  it('an actor written into the body is refused as an unknown field and nothing is forwarded', async () => {
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: { ...assessNeed(), actor: { person: 'somebody-else' } } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'invalid-data', fields: [{ pointer: '/actor' }] });
    expect(gateway.workflows.forwarded).toEqual([]);
  });

  it('MDM-32: a change of type brings the rules of the new type along, by the charter of the file; the person sends none', async () => {
    const charterFor: PolicyFor = (charter, type) => ({ charter, type }) as ReturnType<PolicyFor>;
    const knowing = await gatewayOnTrial({ policies: charterFor });
    const change = { id: 'change-1', type: 'ProposeTypeChange', data: { type: 'TR', reason: 'Nous voulons transmettre.' } };
    await knowing.ask({ url: commandsOf('file-1'), body: change });
    const own = await knowing.ask({ url: commandsOf('file-1'), body: { ...change, policy: { type: 'TR' } } });
    await knowing.stop();
    expect(knowing.workflows.forwarded).toMatchObject([{ ...change, policy: { charter: 'mdm', type: 'TR' } }]);
    expect(own.statusCode).toBe(422);
  });

  it('PMP-19: a candidate that the register does not know is told as such to the rules; of a known one nothing is added', async () => {
    const shortlist = (id: string, organisation: string) => ({
      id,
      type: 'ShortlistCandidate',
      data: { party: 'partner', organisation, workingLanguage: 'fr', reason: 'Présente sur place.' },
    });
    await gateway.ask({ url: commandsOf('file-1'), body: shortlist('shortlist-1', 'org-unknown') });
    await gateway.ask({ url: commandsOf('file-1'), body: shortlist('shortlist-2', 'known-1') });
    const own = await gateway.ask({ url: commandsOf('file-1'), body: { ...shortlist('shortlist-3', 'known-1'), unregistered: [] } });
    expect(own.statusCode).toBe(422);
    const founders = ['org-unknown', 'known-1'].map((organisation, at) => ({ party: `party-${at}`, organisation, workingLanguage: 'fr' }));
    await gateway.ask({ url: '/v1/partnerships', body: { ...openPartnership, data: { ...openPartnership.data, founders } } });
    const [unknown, known, opening] = gateway.workflows.forwarded;
    expect(gateway.workflows.forwarded).toHaveLength(3);
    expect(opening).toMatchObject({ type: 'OpenPartnership', unregistered: ['org-unknown'] });
    expect(unknown).toMatchObject({ id: 'shortlist-1', unregistered: ['org-unknown'] });
    expect(known).not.toHaveProperty('unregistered');
  });

  it('PMP-03: opening twice with one command id means one and the same file; another organisation gets another', async () => {
    const first = await gateway.ask({ url: '/v1/partnerships', body: openPartnership });
    const again = await gateway.ask({ url: '/v1/partnerships', body: openPartnership });
    const other = await gateway.ask({ url: '/v1/partnerships', body: openPartnership, organisation: 'org-other' });
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(first.json()).toMatchObject({ outcome: 'accepted', version: 7 });
    const { partnership } = first.json<{ partnership: string }>();
    expect(first.headers.location).toBe(`/v1/partnerships/${partnership}`);
    expect(again.json<{ partnership: string }>().partnership).toBe(partnership);
    expect(other.json<{ partnership: string }>().partnership).not.toBe(partnership);
    expect(gateway.workflows.openings[0]).toMatchObject({ partnership, command: { type: 'OpenPartnership' } });
  });

  it('HFA-15: a refusal recorded by the partnership is a problem with rule, gate, version and both languages', async () => {
    gateway.workflows.replies = [{ kind: 'answered', value: { outcome: 'refused', version: 9, refusal: aRefusal('gate-open') } }];
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed(), headers: { 'accept-language': 'fr-FR, en;q=0.5' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'palabre-version': '9',
      'content-language': 'fr',
    });
    expect(answer.json()).toMatchObject({
      type: 'urn:palabre:refusal:gate-open',
      title: 'Refusé par le partenariat',
      status: 409,
      detail: 'Une raison. Une suite.',
      instance: commandsOf('file-1'),
      rule: 'SIGNATORY',
      reason: { fr: 'Une raison.', en: 'A reason.' },
      gates: ['SIGNATORY'],
      version: 9,
    });
  });

  it('C-07: a stranger gets the same answer for a file of others as for one that does not exist', async () => {
    gateway.workflows.replies = [{ kind: 'not-accepted', refusal: aRefusal('stranger', 'PERMISSION') }];
    const ofOthers = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed(), headers: { 'x-correlation-id': 'c' } });
    const nowhere = await gateway.ask({ url: commandsOf('file-2'), body: assessNeed(), headers: { 'x-correlation-id': 'c' } });
    expect(ofOthers.statusCode).toBe(404);
    expect({ ...ofOthers.json<object>(), instance: '' }).toEqual({ ...nowhere.json<object>(), instance: '' });
  });

  it('HFA-32: a command to an ended partnership is gone for good', async () => {
    gateway.workflows.replies = [{ kind: 'ended' }];
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() });
    expect(answer.statusCode).toBe(410);
    expect(answer.json()).toMatchObject({ code: 'partnership-ended' });
  });

  it('a repeated command id with another body is a conflict', async () => {
    gateway.workflows.replies = [{ kind: 'not-accepted', refusal: aRefusal('command-id-reused', 'COMMAND-ID') }];
    expect((await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() })).statusCode).toBe(409);
  });

  it('a draining partnership is asked again with the same command until it answers, and the caller sees nothing of it', async () => {
    gateway.workflows.replies = [{ kind: 'draining' }, { kind: 'draining' }, { kind: 'answered', value: accepted }];
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() });
    expect(answer.statusCode).toBe(200);
    expect(gateway.workflows.forwarded).toHaveLength(3);
    expect(new Set(gateway.workflows.forwarded.map(command => JSON.stringify(command))).size).toBe(1);
    const health = await gateway.ask({ url: '/v1/health' });
    expect(health.json()).toMatchObject({
      status: 'ok',
      retries: { drainingRetries: 2, outageRetries: 0, givenUp: 0, latestOutageAt: null },
    });
  });

  it('an engine that is away for a moment is bridged; one that stays away gives 503 with Retry-After', async () => {
    gateway.workflows.replies = [new Outage('away', 'gRPC status 14'), { kind: 'answered', value: accepted }];
    expect((await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() })).statusCode).toBe(200);
    gateway.workflows.replies = [new Outage('away', 'gRPC status 14')];
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.json()).toMatchObject({ code: 'temporal-away' });
    gateway.workflows.isReachable = false;
    const health = await gateway.app.inject({ url: '/v1/health' });
    expect(health.statusCode).toBe(503);
    expect(health.json()).toMatchObject({ temporal: { reachable: false }, retries: { givenUp: 1 } });
  });

  it('a decision that does not come back in time says that it may have been taken', async () => {
    gateway.workflows.replies = [new Outage('no-answer', 'gRPC deadline')];
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() });
    expect(answer.json()).toMatchObject({ status: 503, code: 'answer-outstanding' });
  });

  it('a bug is answered without a stack trace and logged with its place, without what it said', async () => {
    gateway.workflows.replies = [new Error('Marie wrote a secret')];
    const answer = await gateway.ask({ url: commandsOf('file-1'), body: assessNeed() });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'internal-error' });
    expect(answer.body).not.toMatch(/secret|\bat .*\.ts/);
    const log = gateway.lines.join('');
    expect(log).toContain('"frames"');
    expect(log).not.toContain('secret');
  });

  it('the log follows a request by correlation and carries no token and no text', async () => {
    await gateway.ask({ url: commandsOf('file-1'), body: assessNeed(), headers: { 'x-correlation-id': 'click-9' } });
    await gateway.ask({ url: commandsOf('file-1'), body: assessNeed(), headers: { 'x-correlation-id': 'Marie <marie@example.org>' } });
    const log = gateway.lines.join('');
    expect(log).toContain('"correlation":"click-9"');
    expect(log).toContain('"route":"/v1/partnerships/:id/commands"');
    expect(log).not.toMatch(/Bearer|eyJ|Access to care|Marie/);
  });

  it('MDM-17: a member reads the standing, a stranger finds nothing, an auditor reads every file', async () => {
    const url = '/v1/partnerships/file-1/state';
    expect((await gateway.ask({ url })).json()).toMatchObject({ head: { version: 6 } });
    expect((await gateway.ask({ url, organisation: 'org-other' })).statusCode).toBe(404);
    expect((await gateway.ask({ url, organisation: 'org-other', roles: ['auditor'] })).statusCode).toBe(200);
    expect((await gateway.ask({ url: '/v1/partnerships/file-1/standing' })).json()).toMatchObject({ version: 6, phase: 'idea' });
    expect((await gateway.ask({ url: '/v1/partnerships/file-1/open-actions', organisation: 'org-other' })).statusCode).toBe(404);
  });

  it('why-not is answered by the rules of the partnership for the person who asks', async () => {
    const answer = await gateway.ask({ url: '/v1/partnerships/file-1/why-not', body: { type: 'SignAgreement' } });
    expect(answer.json()).toMatchObject({ command: 'SignAgreement', possible: true });
    expect(gateway.workflows.asked).toEqual([
      { type: 'SignAgreement', actor: { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] } },
    ]);
  });
});
