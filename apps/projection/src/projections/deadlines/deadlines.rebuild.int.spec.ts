import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { deadlinesProjection } from './deadlines.projection.js';

it('the read model "deadlines" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(deadlinesProjection)).resolves.toBeUndefined();
});
