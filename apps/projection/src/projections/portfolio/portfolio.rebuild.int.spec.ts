import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { portfolioProjection } from './portfolio.projection.js';

it('the read model "portfolio" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(portfolioProjection)).resolves.toBeUndefined();
});
