import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createHttp } from '../application.js';
import { tokenVerifier } from '../identity/identity.guard.js';
import { listsOfAll } from '../reading/lists-of-all.js';
import { listsOfOne } from '../reading/lists-of-one.js';
import {
  dataSource,
  databasePool,
  healthMonitor,
  ingestPath,
  modelFollower,
  movedListener,
  operatorLog,
  readYourWrites,
  rebuildJobs,
} from '../reading/tokens.js';
import { readApiDocument } from './document.js';

interface Described {
  readonly security?: unknown;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: object }[];
}

const paths = readApiDocument().paths as Readonly<Record<string, Readonly<Record<'get' | 'post', Described>>>>;

const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method === 'get' ? ('GET' as const) : ('POST' as const),
    path,
    operation,
  })),
);

const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner)));
};

const hooks = /^(then$|onModule|onApplication|beforeApplication)/;

const answersAway = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));

/** Nothing behind the routes: whatever they ask is away. */
const away = new Proxy({}, { get: (_, name) => (hooks.test(String(name)) ? undefined : answersAway) });

/** The reading side in memory: no port, no database; a token of any kind is an operator's. */
async function readsOnTrial() {
  const logger = pino({ level: 'silent' });
  const behind = [databasePool, ingestPath, modelFollower, movedListener, readYourWrites, rebuildJobs];
  const operator = { person: 'person-1', organisation: 'org-1', roles: ['operator'] };
  const app = await createHttp(
    [
      ...behind.map(provide => ({ provide, useValue: away })),
      { provide: dataSource, useValue: { getRepository: () => away } },
      { provide: healthMonitor, useValue: { report: () => Promise.resolve({ status: 'unhealthy' }) } },
      { provide: operatorLog, useValue: logger },
      { provide: tokenVerifier, useValue: { verify: () => Promise.resolve(operator) } },
    ],
    logger,
  );
  await app.init();
  return { app, http: app.getHttpAdapter().getInstance() };
}

const addressOf = (path: string): string =>
  path.replace('{id}', '7dba1b79-b285-8309-8bd9-91dbeef47411').replace('{kind}', 'charter').replace('{stream}', 'charter');

describe('the OpenAPI document of the reads', () => {
  it('describes every route the server has, and no other', async () => {
    const { app, http } = await readsOnTrial();
    for (const { method, path } of described) {
      const answer = await http.inject({ method, url: addressOf(path), headers: { authorization: 'Bearer x' } });
      expect(answer.statusCode, `${method} ${path}`).not.toBe(404);
    }
    const nothing = await http.inject({ url: '/v1/no-such-list', headers: { authorization: 'Bearer x' } });
    expect(nothing.statusCode).toBe(404);
    const routes: string = http.printRoutes({ commonPrefix: false });
    const served = [...routes.matchAll(/\((.*)\)/g)].flatMap(([, methods = '']) => methods.split(', ').filter(method => method !== 'HEAD'));
    const lists = Object.keys(listsOfAll).length + Object.keys(listsOfOne).length;
    expect(served).toHaveLength(described.length - lists + 2);
    await app.close();
  });

  it('only what needs no token is said to be open to all', async () => {
    const { app, http } = await readsOnTrial();
    for (const { method, path, operation } of described) {
      const { statusCode } = await http.inject({ method, url: addressOf(path) });
      expect(statusCode === 401, `${method} ${path}`).toBe(operation.security === undefined);
    }
    await app.close();
  });

  it('tells what each list may be asked, as the route reads it', () => {
    const asked = (path: string) => Object.fromEntries((paths[path]?.get.parameters ?? []).map(({ name, ...rest }) => [name, rest]));
    expect(asked('/v1/portfolio')['limit']).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    });
    expect(asked('/v1/partnerships/{id}/timeline')).toMatchObject({
      id: { in: 'path', required: true },
      refused: { schema: { enum: ['true', 'false'] } },
      after: { required: false, schema: { type: 'integer' } },
    });
    expect(asked('/v1/accountability')['organisation']).toMatchObject({ required: true });
  });

  it('every reference in it leads somewhere', () => {
    const known = Object.keys(readApiDocument().components['schemas'] as object);
    for (const reference of new Set(referencesIn(readApiDocument())))
      expect(known).toContain(reference.replace('#/components/schemas/', ''));
  });
});
