import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The keys of one local identity provider. */
export interface IdentityKeys {
  readonly signing: JWK;
  readonly cookies: readonly string[];
}

/** The keys of this data folder, made on the first start, so that tokens stay valid over restarts (mode 0600). */
export async function keptKeys(dataDir: string): Promise<IdentityKeys> {
  const file = join(dataDir, 'identity', 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as IdentityKeys;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing = { ...jwk, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  const keys: IdentityKeys = { signing, cookies: [randomBytes(24).toString('base64url')] };
  mkdirSync(join(dataDir, 'identity'), { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
