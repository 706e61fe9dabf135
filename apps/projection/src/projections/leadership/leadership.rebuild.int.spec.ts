import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { leadershipProjection } from './leadership.projection.js';

it('the read model "leadership" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(leadershipProjection)).resolves.toBeUndefined();
});
