import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from './machine.js';

/** Where the address does not resolve or does not answer, we must know at once: other ways are waiting. */
const ANSWER_MS = 5_000;
const WHOLE_MS = 10 * 60_000;
const UNPACK_MS = 120_000;

/**
 * Downloads a tar.gz and unpacks it into `folder`. With `sha512` (address of a checksum file) the archive is checked first.
 * Throws when the address does not answer within five seconds, or anything else goes wrong.
 */
export async function downloadArchive(address: string, folder: string, sha512?: string): Promise<void> {
  const archive = join(folder, 'archive.tar.gz');
  const response = await answer(address);
  if (response.body === null) throw new Error(`${new URL(address).host} answered nothing`);
  await pipeline(Readable.fromWeb(response.body), createWriteStream(archive), { signal: AbortSignal.timeout(WHOLE_MS) });
  if (sha512 !== undefined) await check(archive, await (await answer(sha512)).text());
  await run('tar', ['-xzf', archive, '-C', folder], { timeoutMs: UNPACK_MS });
  await run('rm', ['-f', archive], { timeoutMs: UNPACK_MS });
}

async function answer(address: string): Promise<Response> {
  const host = new URL(address).host;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS);
  try {
    const response = await fetch(address, { signal: late.signal });
    if (!response.ok) throw new Error(`${host} answered ${response.status}`);
    return response;
  } catch (reason) {
    if (reason instanceof TypeError || late.signal.aborted) throw new Error(`${host} cannot be reached`, { cause: reason });
    throw reason;
  } finally {
    clearTimeout(timer);
  }
}

async function check(archive: string, published: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const wanted = published.replaceAll(/[^0-9a-fA-F]/g, '').toLowerCase();
  if (!wanted.includes(hash.digest('hex'))) throw new Error('the downloaded archive does not have the published checksum');
}
