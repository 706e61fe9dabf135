import { commandTypes } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { gatewayOnTrial } from '../testing/gateway-on-trial.js';
import { openApiDocument } from './document.js';

const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner)));
};

describe('the OpenAPI document', () => {
  it('describes every route the server has, and no other', async () => {
    const gateway = await gatewayOnTrial();
    const described = Object.entries(openApiDocument().paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => ({ method, path })),
    );
    for (const { method, path } of described) {
      const answer = await gateway.app.inject({ method: method === 'get' ? 'GET' : 'POST', url: path.replace('{id}', 'file-1') });
      expect(answer.json<{ code?: string }>().code, `${method} ${path}`).not.toBe('no-such-route');
    }
    const routes = gateway.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const served = [...routes.matchAll(/\((.*)\)/g)].flatMap(([, methods = '']) => methods.split(', ').filter(method => method !== 'HEAD'));
    expect(served).toHaveLength(described.length);
    await gateway.stop();
  });

  it('is served as OpenAPI 3.1 without a token, and every reference in it leads somewhere', async () => {
    const gateway = await gatewayOnTrial();
    const answer = await gateway.app.inject({ url: '/v1/openapi.json' });
    expect(answer.json()).toMatchObject({ openapi: '3.1.0' });
    const known = Object.keys(openApiDocument().components['schemas'] as object);
    for (const reference of new Set(referencesIn(answer.json()))) expect(known).toContain(reference.replace('#/components/schemas/', ''));
    await gateway.stop();
  });

  it('has a request schema for every command', () => {
    const known = Object.keys(openApiDocument().components['schemas'] as object);
    for (const type of commandTypes) expect(known).toContain(`${type}Request`);
  });

  it('only routes without a secret are open to all', async () => {
    const gateway = await gatewayOnTrial();
    for (const [path, methods] of Object.entries(openApiDocument().paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const answer = await gateway.app.inject({ method: method === 'get' ? 'GET' : 'POST', url: path.replace('{id}', 'file-1') });
        expect(answer.statusCode === 401, `${method} ${path}`).toBe(operation['security'] === undefined);
      }
    }
    await gateway.stop();
  });

  it('the table of commands is served with a JSON schema, who may ask, requirement ids, and both languages', async () => {
    const gateway = await gatewayOnTrial();
    const { commands } = (await gateway.app.inject({ url: '/v1/commands' })).json<{ commands: Record<string, unknown>[] }>();
    expect(commands.map(entry => entry['command'])).toEqual(commandTypes);
    expect(commands.find(entry => entry['command'] === 'SignAgreement')).toMatchObject({
      says: { fr: 'Signer l’accord', en: 'Sign the agreement' },
      requirements: ['HFA-15'],
      sides: ['host', 'partner'],
      data: { type: 'object', required: ['version', 'hash'], additionalProperties: false },
    });
    await gateway.stop();
  });
});
