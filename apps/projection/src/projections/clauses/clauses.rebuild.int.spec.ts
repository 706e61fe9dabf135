import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { clausesProjection } from './clauses.projection.js';

it('the read model "clauses" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(clausesProjection)).resolves.toBeUndefined();
});
