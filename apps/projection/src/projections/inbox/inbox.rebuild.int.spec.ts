import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { inboxProjection } from './inbox.projection.js';

it('the read model "inbox" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(inboxProjection)).resolves.toBeUndefined();
});
