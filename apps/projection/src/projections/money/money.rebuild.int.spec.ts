import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { moneyProjection } from './money.projection.js';

it('the read model "money" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(moneyProjection)).resolves.toBeUndefined();
});
