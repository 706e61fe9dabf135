import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { practiceProjection } from './practice.projection.js';

it('the read model "practice" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(practiceProjection)).resolves.toBeUndefined();
});
