import { expect, it } from 'vitest';
import { organisationHistory } from '../../spec/organisation-history.js';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { organisationsProjection } from './organisations.projection.js';

it('the read model "organisations" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(organisationsProjection, organisationHistory)).resolves.toBeUndefined();
});
