import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { timelineProjection } from './timeline.projection.js';

it('the read model "timeline" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(timelineProjection)).resolves.toBeUndefined();
});
