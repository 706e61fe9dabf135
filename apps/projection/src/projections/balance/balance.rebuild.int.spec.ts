import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { balanceProjection } from './balance.projection.js';

it('the read model "balance" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(balanceProjection)).resolves.toBeUndefined();
});
