import { sha256Hex } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { aRefusal } from '../testing/fake-workflows.js';
import { gatewayOnTrial } from '../testing/gateway-on-trial.js';

const registering = {
  id: 'command-1',
  type: 'RegisterOrganisation',
  data: {
    organisation: 'org-riviere',
    name: 'Rives du fleuve',
    kind: 'association',
    sector: 'civil-society',
    country: 'SN',
    workingLanguages: ['wo'],
    funding: 'none',
    registration: 'SN-1',
    documents: {},
    calendar: 'rehearsal',
    calendarStartsAt: '2027-01-04T08:00:00.000Z',
  },
};

const opening = {
  id: 'command-2',
  type: 'OpenSurveyCampaign',
  data: {
    title: 'Écoute',
    scale: { lowest: 1, highest: 5 },
    questions: [{ id: 'fear', kind: 'scale', asks: { fr: 'Sans crainte ?', en: 'Without fear?' } }],
    dimensions: [],
    closesAt: '2027-02-28T23:59:59.999Z',
    calendar: 'rehearsal',
    calendarStartsAt: '2027-01-04T08:00:00.000Z',
  },
};

describe('organisations, charters and campaigns at the gateway', () => {
  it('begins an organisation under its own id, with the settings that configuration names', async () => {
    const gateway = await gatewayOnTrial();
    const answer = await gateway.ask({ url: '/v1/organisations', body: registering });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ organisation: 'org-riviere', outcome: 'accepted' });
    expect(gateway.streams.opened.get('organisation/org-riviere')).toMatchObject({
      id: 'org-riviere',
      settings: { surveyMinimumShown: 5 },
    });
    const refused = await gateway.ask({ url: '/v1/organisations', body: registering, roles: ['country-team'] });
    expect(refused.statusCode).toBe(403);
    expect(gateway.streams.forwarded).toHaveLength(1);
    await gateway.stop();
  });

  it('tells every wrong field, the nearest command, and the right route, and forwards nothing', async () => {
    const gateway = await gatewayOnTrial();
    const wrong = await gateway.ask({
      url: '/v1/organisations',
      body: { ...registering, data: { ...registering.data, country: 'Senegal', kind: 'x' } },
    });
    expect(wrong.statusCode).toBe(422);
    expect(
      wrong
        .json<{ fields: { pointer: string }[] }>()
        .fields.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/data/country', '/data/kind']);
    const misspelt = await gateway.ask({ url: '/v1/charters/known-1/commands', body: { id: 'c', type: 'ProposeClauze', data: {} } });
    expect(misspelt.json<{ next: { en: string } }>().next.en).toContain('ProposeClause');
    const misplaced = await gateway.ask({ url: '/v1/organisations/known-1/commands', body: registering });
    expect(misplaced.json()).toMatchObject({ code: 'wrong-route-for-command' });
    expect(gateway.streams.forwarded).toEqual([]);
    await gateway.stop();
  });

  it('shows a charter to everybody, a campaign to its own people, and nothing that is not there', async () => {
    const gateway = await gatewayOnTrial();
    const outside = { organisation: 'org-elsewhere', roles: ['partner-representative'] as const };
    expect((await gateway.ask({ url: '/v1/charters/known-1/state', ...outside })).statusCode).toBe(200);
    expect((await gateway.ask({ url: '/v1/campaigns/known-1/state', ...outside })).json()).toMatchObject({ code: 'unknown-stream' });
    expect((await gateway.ask({ url: '/v1/organisations/known-1/standing', ...outside })).statusCode).toBe(404);
    expect((await gateway.ask({ url: '/v1/campaigns/known-1/state' })).statusCode).toBe(200);
    expect((await gateway.ask({ url: '/v1/charters/none/state' })).statusCode).toBe(404);
    await gateway.stop();
  });
});

describe('a survey at the gateway', () => {
  it('ALE-39: hands tokens out once and sends on their hashes alone', async () => {
    const gateway = await gatewayOnTrial();
    const { campaign } = (await gateway.ask({ url: '/v1/campaigns', body: opening })).json<{ campaign: string }>();
    const answer = await gateway.ask({ url: `/v1/campaigns/${campaign}/invitations`, body: { id: 'command-3', count: 3 } });
    const { invitations } = answer.json<{ invitations: string[] }>();
    expect(new Set(invitations).size).toBe(3);
    expect(gateway.streams.forwarded.at(-1)).toMatchObject({ type: 'IssueInvitations', data: { hashes: invitations.map(sha256Hex) } });
    expect(gateway.lines.join('')).not.toContain(invitations[0]);
    await gateway.stop();
  });

  it('ALE-39: takes an answer without a login; neither person, organisation nor token goes on with it, and its place is not told', async () => {
    const gateway = await gatewayOnTrial();
    const body = { id: 'answer-1', invitation: 'a-token-of-some-length-1', answers: { fear: 4 }, traits: {} };
    const answer = await gateway.app.inject({ method: 'POST', url: '/v1/campaigns/known-1/answers', payload: body });
    expect(answer.json()).toEqual({ outcome: 'accepted' });
    expect(answer.headers['palabre-version']).toBeUndefined();
    const sent = gateway.streams.forwarded.at(-1);
    expect(sent).toMatchObject({ type: 'AnswerSurvey', actor: { person: 'respondent', organisation: 'invited' }, correlation: 'survey' });
    expect(JSON.stringify(sent)).not.toContain(body.invitation);
    await gateway.stop();
  });

  it('ALE-39: an answer after the close, or with a spent invitation, is refused with what to do next', async () => {
    const gateway = await gatewayOnTrial();
    const body = { id: 'answer-1', invitation: 'a-token-of-some-length-1', answers: { fear: 4 }, traits: {} };
    const asked = () => gateway.app.inject({ method: 'POST', url: '/v1/campaigns/known-1/answers', payload: body });
    gateway.streams.reply = { kind: 'ended' };
    expect((await asked()).statusCode).toBe(410);
    gateway.streams.reply = {
      kind: 'answered',
      value: { outcome: 'refused', version: 3, refusal: aRefusal('invitation-spent', 'ALE-39') },
    };
    expect((await asked()).statusCode).toBe(403);
    expect((await gateway.app.inject({ url: '/v1/campaigns/known-1/survey' })).json()).toMatchObject({ scale: { lowest: 1, highest: 5 } });
    await gateway.stop();
  });
});
