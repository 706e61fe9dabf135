import type { ServiceToken } from './service-token.js';

/** Highest version without a gap that the ledger holds, by stream. */
export type LedgerHeads = ReadonlyMap<string, number>;

interface HeadsPage {
  readonly items: readonly { readonly stream: string; readonly version: number }[];
  readonly next: string | null;
}

const headsPerPage = 5_000;

const requestTimeoutMs = 10_000;

const isPage = (value: unknown): value is HeadsPage =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items) && 'next' in value;

async function fetchPage(url: URL, token: ServiceToken): Promise<HeadsPage> {
  const ask = async (): Promise<Response> =>
    fetch(url, {
      headers: { authorization: `Bearer ${await token.get()}`, accept: 'application/json' },
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
  let answer = await ask();
  if (answer.status === 401) {
    token.forget();
    answer = await ask();
  }
  if (!answer.ok) throw new Error(`The projection answered ${answer.status} when asked for its heads`);
  const page: unknown = await answer.json();
  if (!isPage(page)) throw new Error('The projection answered something else than { items, next } when asked for its heads');
  return page;
}

/** Asks the projection for every head: `GET /v1/heads?cursor=` → `{ items: [{ stream, version }], next }`. */
export async function readLedgerHeads(projectionUrl: string, token: ServiceToken): Promise<LedgerHeads> {
  const known = new Map<string, number>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const url = new URL(`${projectionUrl}/v1/heads`);
    url.searchParams.set('limit', String(headsPerPage));
    if (cursor !== '') url.searchParams.set('cursor', cursor);
    const page = await fetchPage(url, token);
    for (const { stream, version } of page.items) known.set(stream, version);
    cursor = page.next;
  }
  return known;
}
