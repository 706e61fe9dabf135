import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { realityProjection } from './reality.projection.js';

it('the read model "reality" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(realityProjection)).resolves.toBeUndefined();
});
