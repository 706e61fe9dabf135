import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for the projection and the OpenID provider: a test says which heads the ledger holds. */
export interface LedgerStandIn {
  readonly url: string;
  readonly client: string;
  readonly secret: string;
  /** Head of each stream, by name. */
  readonly heads: Map<string, number>;
  /** How often the heads were asked for, with a good token. */
  asked(): number;
  close(): Promise<void>;
}

const client = 'sweeper';
const secret = 'kept between the two';
const token = 'token-of-the-sweeper';

const basic = `Basic ${Buffer.from(`${client}:${encodeURIComponent(secret)}`).toString('base64')}`;

export async function standInLedger(): Promise<LedgerStandIn> {
  const heads = new Map<string, number>();
  let asked = 0;
  let url = '';
  const answer = ({ url: path = '', headers }: IncomingMessage): [number, unknown] => {
    if (path === '/.well-known/openid-configuration') return [200, { token_endpoint: `${url}/token` }];
    if (path === '/token') return headers.authorization === basic ? [200, { access_token: token, expires_in: 300 }] : [401, {}];
    if (!path.startsWith('/v1/heads')) return [404, {}];
    if (headers.authorization !== `Bearer ${token}`) return [401, {}];
    asked += 1;
    return [200, { items: [...heads].map(([stream, version]) => ({ stream, version, hash: '0' })), next: null }];
  };
  const server = createServer((request, response) => {
    const [status, body] = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    client,
    secret,
    heads,
    asked: () => asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
