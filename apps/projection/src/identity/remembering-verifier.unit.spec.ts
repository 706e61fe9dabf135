import { describe, expect, it } from 'vitest';
import { problems } from '../reading/problems.js';
import type { Principal } from './principal.js';
import { mostRemembered, rememberedMs, RememberingVerifier } from './remembering-verifier.js';

const reader: Principal = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] };

const tokenUntil = (seconds: number | null, name = 'a'): string =>
  `x.${Buffer.from(JSON.stringify(seconds === null ? { name } : { name, exp: seconds })).toString('base64url')}.y`;

/** A verifier that counts how often it is asked, on a clock that the spec moves. */
function counted(refuses: () => boolean = () => false) {
  const asked = { times: 0, now: 1_000_000 };
  const inner = {
    verify: (): Promise<Principal> => {
      asked.times += 1;
      return refuses() ? Promise.reject(problems.tokenForeign()) : Promise.resolve(reader);
    },
  };
  return { asked, verifier: new RememberingVerifier(inner, () => asked.now) };
}

describe('a token that was verified', () => {
  it('is not verified again for a while, and then it is', async () => {
    const { asked, verifier } = counted();
    const token = tokenUntil(1_000_000);
    expect(await verifier.verify(token)).toEqual(reader);
    asked.now += rememberedMs - 1;
    expect(await verifier.verify(token)).toEqual(reader);
    expect(asked.times).toBe(1);
    asked.now += 1;
    await verifier.verify(token);
    expect(asked.times).toBe(2);
  });

  it('is not taken from memory once it has expired, nor when it names no expiry', async () => {
    const { asked, verifier } = counted(() => asked.times > 1);
    const token = tokenUntil(1_010);
    await verifier.verify(token);
    asked.now = 1_009_999;
    await verifier.verify(token);
    expect(asked.times).toBe(1);
    asked.now = 1_010_000;
    await expect(verifier.verify(token)).rejects.toThrow('not issued by our identity provider');
    const endless = counted();
    await endless.verifier.verify(tokenUntil(null));
    await endless.verifier.verify(tokenUntil(null));
    expect(endless.asked.times).toBe(2);
  });

  it('says nothing of another token, and a refusal is not remembered', async () => {
    let refuses = true;
    const { asked, verifier } = counted(() => refuses);
    const token = tokenUntil(1_000_000);
    await expect(verifier.verify(token)).rejects.toThrow('not issued by our identity provider');
    refuses = false;
    expect(await verifier.verify(token)).toEqual(reader);
    await verifier.verify(tokenUntil(1_000_000, 'b'));
    expect(asked.times).toBe(3);
  });

  it('makes room when very many are remembered', async () => {
    const { asked, verifier } = counted();
    for (let name = 0; name <= mostRemembered; name += 1) await verifier.verify(tokenUntil(1_000_000, `t${name}`));
    await verifier.verify(tokenUntil(1_000_000, `t${mostRemembered}`));
    expect(asked.times).toBe(mostRemembered + 1);
    await verifier.verify(tokenUntil(1_000_000, 't0'));
    expect(asked.times).toBe(mostRemembered + 2);
  });
});
