import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { journalProjection } from './journal.projection.js';

it('the read model "journal" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(journalProjection)).resolves.toBeUndefined();
});
