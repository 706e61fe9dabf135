const requestTimeoutMs = 10_000;

/** A token this close to its end is replaced before it is used. */
const renewBeforeMs = 30_000;

const read = async (response: Response): Promise<Record<string, unknown>> => {
  if (!response.ok) throw new Error(`The OpenID provider answered ${response.status} to ${new URL(response.url).pathname}`);
  return (await response.json()) as Record<string, unknown>;
};

const signal = (): AbortSignal => AbortSignal.timeout(requestTimeoutMs);

/** The worker's own token, obtained as a client of the OpenID provider and kept until shortly before it ends. */
export class ServiceToken {
  readonly #issuer: string;
  readonly #authorization: string;
  #kept: { token: string; until: number } | null = null;

  constructor({ issuer, client, secret }: { issuer: string; client: string; secret: string }) {
    this.#issuer = issuer;
    this.#authorization = `Basic ${Buffer.from(`${encodeURIComponent(client)}:${encodeURIComponent(secret)}`).toString('base64')}`;
  }

  async get(): Promise<string> {
    if (this.#kept !== null && this.#kept.until - renewBeforeMs > Date.now()) return this.#kept.token;
    const configuration = await read(await fetch(`${this.#issuer}/.well-known/openid-configuration`, { signal: signal() }));
    const answer = await read(
      await fetch(String(configuration['token_endpoint']), {
        method: 'POST',
        headers: { authorization: this.#authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials',
        signal: signal(),
      }),
    );
    const token = String(answer['access_token']);
    this.#kept = { token, until: Date.now() + Number(answer['expires_in'] ?? 60) * 1_000 };
    return token;
  }

  /** The token was refused: the next one is asked for anew. */
  forget(): void {
    this.#kept = null;
  }
}
