import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { durationsProjection } from './durations.projection.js';

it('the read model "durations" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(durationsProjection)).resolves.toBeUndefined();
});
