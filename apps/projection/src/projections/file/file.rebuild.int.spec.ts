import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { fileProjection } from './file.projection.js';

it('the read model "file" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(fileProjection)).resolves.toBeUndefined();
});
