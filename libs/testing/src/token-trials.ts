/** How a bearer token fares at a door of Palabre; the gateway and the reading service use the same words. */
export type TokenVerdict = 'recognised' | 'token-expired' | 'token-foreign' | 'token-unusable';

/** A token as an issuer could write it, told by how it departs from a good one. Each door signs it with keys of its own. */
export interface TokenTrial {
  readonly says: string;
  readonly verdict: TokenVerdict;
  /** Claims beside issuer, audience and expiry; a good token's when absent. `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `typ` of the header; `at+jwt` when absent. */
  readonly typ?: string | null;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now until it expires; null: it never does. 300 when absent. */
  readonly expiresIn?: number | null;
  /** Signed with a key that the issuer does not publish. */
  readonly strangeKey?: true;
  /** Signed with an algorithm that no door takes. */
  readonly algorithm?: 'PS256' | 'EdDSA' | 'HS256';
}

/** Claims of a token that is recognised. */
export const goodClaims = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] } as const;

const wrongClaims = (says: string, claims: Readonly<Record<string, unknown>>): TokenTrial => ({
  says,
  verdict: 'token-unusable',
  claims: { ...goodClaims, ...claims },
});

/** Every way in which a token may be good or bad: one table for every door, so that no door opens where another stays shut. */
export const tokenTrials: readonly TokenTrial[] = [
  { says: 'an access token', verdict: 'recognised' },
  { says: 'an access token with its full media type', verdict: 'recognised', typ: 'application/at+jwt' },
  { says: 'a token of the plain type', verdict: 'recognised', typ: 'JWT' },
  { says: 'a token that names no type', verdict: 'recognised', typ: null },
  { says: 'a token that expired within the difference of clocks', verdict: 'recognised', expiresIn: -2 },
  { says: 'a token with claims that nobody asks for', verdict: 'recognised', claims: { ...goodClaims, name: 'Somebody' } },
  { says: 'a token that expired', verdict: 'token-expired', expiresIn: -60 },
  { says: 'a token that never expires', verdict: 'token-unusable', expiresIn: null },
  { says: 'a token of another issuer', verdict: 'token-foreign', issuer: 'https://elsewhere.example' },
  { says: 'a token for another audience', verdict: 'token-foreign', audience: 'another-house' },
  { says: 'a token signed with a strange key', verdict: 'token-foreign', strangeKey: true },
  { says: 'a token signed by PS256', verdict: 'token-foreign', algorithm: 'PS256' },
  { says: 'a token signed by EdDSA', verdict: 'token-foreign', algorithm: 'EdDSA' },
  { says: 'a token signed with a shared secret', verdict: 'token-foreign', algorithm: 'HS256' },
  { says: 'an id token', verdict: 'token-unusable', typ: 'id+jwt' },
  wrongClaims('a token without a person', { person: undefined }),
  wrongClaims('a token whose person is a number', { person: 7 }),
  wrongClaims('a token whose person is a name', { person: 'x y@z' }),
  wrongClaims('a token whose organisation is a name', { organisation: 'Médecins, Paris' }),
  wrongClaims('a token without roles', { roles: [] }),
  wrongClaims('a token whose roles are one text', { roles: 'hq-ops' }),
  wrongClaims('a token with a role that nobody has', { roles: ['hq-ops', 'emperor'] }),
];

/** Authorization headers that carry no token that could be looked at, with what is said of them. */
export const headerTrials: readonly { readonly header: string | undefined; readonly verdict: 'no-token' | 'token-unusable' }[] = [
  { header: undefined, verdict: 'no-token' },
  ...['', 'Basic abc', 'Bearer', 'Bearer  ', 'Bearer a b', 'Bearer not.a.token', 'Bearer é'].map(
    header => ({ header, verdict: 'token-unusable' }) as const,
  ),
];
