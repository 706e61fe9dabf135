import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { reviewsProjection } from './reviews.projection.js';

it('the read model "reviews" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(reviewsProjection)).resolves.toBeUndefined();
});
