import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepBundle, keptBundle } from './kept-bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'palabre-bundles-'));

afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => ({ workflowsPath: 'unused', file: join(folder, 'bundles', name) });

describe('the bundle that is kept between two starts', () => {
  it('is found again for the same state of the code, and for no other', async () => {
    expect(await keptBundle(place('one.js'))).toBeNull();
    await keepBundle(place('one.js'), 'code one');
    expect(await keptBundle(place('one.js'))).toBe('code one');
    expect(await keptBundle(place('two.js'))).toBeNull();
  });

  it('makes room for the next, and leaves nothing half written', async () => {
    await keepBundle(place('one.js'), 'code one');
    await keepBundle(place('two.js'), 'code two');
    expect(readdirSync(join(folder, 'bundles'))).toEqual(['two.js']);
  });

  it('is no reason to fail where nothing may be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const unwritable = { workflowsPath: 'unused', file: join(folder, 'a-file', 'one.js') };
    await keepBundle(unwritable, 'code');
    expect(await keptBundle(unwritable)).toBeNull();
  });
});
