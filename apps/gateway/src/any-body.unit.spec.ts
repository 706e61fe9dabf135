import { commands, commandTypes, isCommandType } from '@palabre/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeWorkflows } from './testing/fake-workflows.js';
import { assessNeed, gatewayOnTrial, type GatewayOnTrial } from './testing/gateway-on-trial.js';

const runs = { numRuns: 400 };

const anyJson = fc.jsonValue({ maxDepth: 6 });

/** Bodies that come close to a command: right keys, known names, any values. */
const nearlyCommand = fc.record(
  {
    id: fc.oneof(fc.uuid(), anyJson),
    type: fc.oneof(fc.constantFrom(...commandTypes), fc.string(), anyJson),
    data: fc.oneof(anyJson, fc.constant(assessNeed().data), fc.dictionary(fc.string(), anyJson)),
    at: fc.oneof(fc.constant('2026-01-01T00:00:00.000Z'), anyJson),
    expectedVersion: fc.oneof(fc.nat(), anyJson),
  },
  { requiredKeys: [] },
);

describe('whatever somebody sends', () => {
  let gateway: GatewayOnTrial;
  const workflows = new FakeWorkflows();

  beforeAll(async () => {
    gateway = await gatewayOnTrial({ workflows });
  });

  afterAll(() => gateway.stop());

  const send = async (url: string, body: string, headers: Record<string, string> = {}) => {
    workflows.forwarded.length = 0;
    const answer = await gateway.ask({ url, method: 'POST', body, headers });
    return { status: answer.statusCode, type: String(answer.headers['content-type']) };
  };

  const expectSound = ({ status, type }: { status: number; type: string }) => {
    if (status >= 400) {
      expect(status).toBeLessThan(500);
      expect(type).toContain('application/problem+json');
      expect(workflows.forwarded).toEqual([]);
      return;
    }
    for (const { type: name, data } of workflows.forwarded) {
      expect(isCommandType(name)).toBe(true);
      expect(commands[name].data.safeParse(data).success).toBe(true);
    }
  };

  it('any JSON body is a 4xx problem or reaches the partnership as a proper command, never a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(nearlyCommand, anyJson), async body => {
        for (const url of ['/v1/partnerships/file-1/commands', '/v1/partnerships', '/v1/partnerships/file-1/why-not'])
          expectSound(await send(url, JSON.stringify(body)));
      }),
      runs,
    );
  }, 60_000);

  it('any text as a body is a 4xx problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async body => {
        expectSound(await send('/v1/partnerships/file-1/commands', body));
      }),
      runs,
    );
  }, 60_000);

  it('any path, token, language and correlation is answered without a 5xx, and a forged token forwards nothing', async () => {
    const header = fc.stringMatching(/^[abcXYZ019 .,;=/_*"<>-]{0,80}$/);
    await fc.assert(
      fc.asyncProperty(fc.webPath(), header, header, header, async (path, authorization, language, correlation) => {
        const headers = { authorization: `Bearer ${authorization}`, 'accept-language': language, 'x-correlation-id': correlation };
        const strange = await gateway.ask({ url: path === '' ? '/' : path, headers });
        expect(strange.statusCode).toBeLessThan(500);
        workflows.forwarded.length = 0;
        const forged = await gateway.ask({ url: '/v1/partnerships/file-1/commands', body: assessNeed(), headers });
        expect(forged.statusCode).toBe(401);
        expect(forged.headers['x-correlation-id']).toMatch(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/);
        expect(workflows.forwarded).toEqual([]);
      }),
      runs,
    );
  }, 60_000);
});
