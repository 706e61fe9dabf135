import { expect, it } from 'vitest';
import { protectedStory } from '../../spec/protected-history.js';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { protectionProjection } from './protection.projection.js';

it('the read model "protection" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(protectionProjection, protectedStory)).resolves.toBeUndefined();
});
