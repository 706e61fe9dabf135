import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { commitmentsProjection } from './commitments.projection.js';

it('the read model "commitments" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(commitmentsProjection)).resolves.toBeUndefined();
});
