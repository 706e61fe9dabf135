import { join } from 'node:path';
import { openHouse, type House } from '../../support/house.js';
import { mustEqual, type BenchContext, type Figure, type Finding } from '../bench-case.js';
import { backlog } from '../dossier/kafka-messages.js';
import { partnershipId } from '../dossier/streams.js';
import { runProjector } from '../ingest/projector.js';
import { startChild, type Child } from '../measuring/child.js';
import { requestsPerSecond } from '../measuring/closed-loop.js';
import { inTurn } from '../measuring/rounds.js';
import { pairwise, shown, shownSpread, spreadOf } from '../measuring/spread.js';

/** Sees every partnership, so that the baseline without identities can give the same answer. */
const account = 'auditor';

interface Route {
  readonly what: string;
  readonly path: string;
  /** The part of the answer that must be the same, byte for byte. */
  readonly compared: (body: string) => string;
}

/** The page is wrapped by the projection, with the cursor of the next page. */
const itemsIn = (body: string): string => body.replace(/^\{"items":/, '').replace(/,"next":("[^"]*"|null)\}$/, '');

const routes: readonly Route[] = [
  { what: 'One partnership', path: `/v1/partnerships/${partnershipId(7)}`, compared: body => body },
  { what: 'A page of 50', path: '/v1/portfolio?limit=50', compared: itemsIn },
];

interface Servers {
  readonly ours: string;
  readonly raw: string;
  readonly rawIdentified: string;
}

async function sameAnswers(servers: Servers, route: Route, headers: Record<string, string>): Promise<number> {
  const bodies = await Promise.all(
    Object.values(servers).map(async (base: string) => {
      const reply = await fetch(base + route.path, { headers });
      return route.compared(await reply.text());
    }),
  );
  for (const body of bodies) mustEqual(`${route.what}: answer`, body, bodies[0]);
  return Buffer.byteLength(bodies[0] ?? '');
}

async function figures(servers: Servers, route: Route, headers: Record<string, string>, context: BenchContext): Promise<Figure[]> {
  const size = await sameAnswers(servers, route, headers);
  const seconds = context.quick ? 2 : 5;
  const ask = (base: string) => () => requestsPerSecond(base + route.path, headers, seconds);
  const series = await inTurn(
    context.rounds,
    { ours: ask(servers.ours), raw: ask(servers.raw), rawIdentified: ask(servers.rawIdentified) },
    line => context.tell(`${route.what}, requests per second: ${line}`),
  );
  await sameAnswers(servers, route, headers);
  const [ofRaw, ofIdentified] = [pairwise(series.ours, series.raw), pairwise(series.ours, series.rawIdentified)];
  const rate = (values: readonly number[]): string => shownSpread(spreadOf(values), ' /s');
  return [
    {
      what: `${route.what} (${shown(size, 0)} bytes) against raw Fastify and pg`,
      ours: rate(series.ours),
      baseline: rate(series.raw),
      result: shownSpread(ofRaw, ''),
      target: {
        words: '≥ 0.8',
        met: ofRaw.median >= 0.8,
        whenShort:
          'Ours verifies the caller’s token and reads what the caller may see; the raw server asks nobody. The next line has both verify.',
      },
    },
    {
      what: `${route.what}, the raw server verifying tokens too`,
      ours: rate(series.ours),
      baseline: rate(series.rawIdentified),
      result: shownSpread(ofIdentified, ''),
      target: null,
    },
  ];
}

async function rawServers(house: House): Promise<{ children: Child[]; raw: string; rawIdentified: string }> {
  const env = { DATABASE_URL: house.stack.addresses.database };
  const raw = await startChild('reads/raw-server.js', env);
  const identified = await startChild('reads/raw-server.js', { ...env, OIDC_ISSUER: house.stack.addresses.identity });
  return { children: [raw, identified], raw: String(raw.ready['address']), rawIdentified: String(identified.ready['address']) };
}

export async function readsCase(context: BenchContext): Promise<Finding> {
  const house = await openHouse(context.servers, {
    dataDir: join(context.folder, 'reads'),
    only: ['identity', 'projection'],
    env: { PALABRE_TOKEN_SECONDS: '43200' },
  });
  const { children, ...raw } = await rawServers(house);
  try {
    const events = context.quick ? 10_000 : 60_000;
    await runProjector(house.stack.addresses.database, backlog(events, 200));
    const headers = { authorization: `Bearer ${await house.token(account)}` };
    const servers = { ours: house.stack.addresses.projection, ...raw };
    const found: Figure[] = [];
    for (const route of routes) found.push(...(await figures(servers, route, headers, context)));
    return {
      title: 'Reading over HTTP',
      conditions: [
        `${shown(events, 0)} events in the read models. 20 connections in a closed loop from one client process, a second to warm up, each server a process of its own on the same database.`,
        'Raw: Fastify and pg, the same statements, the same bytes in the answer; no Nest, no identity, no rights.',
      ],
      figures: found,
      checks: ['the answers of all servers, byte for byte, before and after'],
    };
  } finally {
    for (const child of children) await child.stop();
    await house.stop();
  }
}
