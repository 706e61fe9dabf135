import { expect, it } from 'vitest';
import { historyFor } from '../spec/model-history.js';
import { proveRebuild } from '../spec/rebuild-proof.js';
import { projections } from './index.js';

it.each(projections.map(one => [one.name, one] as const))(
  'the read model "%s" is rebuilt from the ledger alone under load: same rows, no read outage',
  async (name, projection) => {
    await expect(proveRebuild(projection, historyFor(name))).resolves.toBeUndefined();
  },
);
