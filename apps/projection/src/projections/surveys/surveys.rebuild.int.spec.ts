import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { campaignHistory } from '../../spec/campaign-history.js';
import { surveysProjection } from './surveys.projection.js';

it('the read model "surveys" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(surveysProjection, campaignHistory)).resolves.toBeUndefined();
});
