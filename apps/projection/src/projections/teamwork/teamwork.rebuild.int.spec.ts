import { expect, it } from 'vitest';
import { proveRebuild } from '../../spec/rebuild-proof.js';
import { teamworkHistory } from '../../spec/teamwork-history.js';
import { teamworkProjection } from './teamwork.projection.js';

it('the read model "teamwork" is rebuilt from the ledger alone under load: same rows, no read outage', async () => {
  await expect(proveRebuild(teamworkProjection, teamworkHistory)).resolves.toBeUndefined();
});
