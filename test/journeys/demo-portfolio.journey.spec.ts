import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnHouse, type OwnHouse } from '../support/own-servers.js';

interface Played {
  readonly id: string;
  readonly phases: readonly string[];
  readonly standing: string;
  readonly refusals: number;
  readonly version: number;
}

/** How each dossier of the portfolio stands when it was played, and what its story is known by. */
const ends = [
  ['PMP-07: an idea is discarded, with its reason', 'idee-de-la-cote', 'discarded', 'mapping', 'PartnershipIdeaDiscarded'],
  [
    'MDM-34, MDM-36: a service is paid on deliverables and ends with its project',
    'chaine-du-froid',
    'closed',
    'after',
    'DeliverableAccepted',
  ],
  [
    'PMP-21, PMP-28: five founders, and a late joiner admitted by the rule that they chose',
    'bassin-du-kouri',
    'open',
    'implementation',
    'PartnerJoined',
  ],
  [
    'MDM-48: a transfer is looked at again after twelve months',
    'maternite-du-plateau',
    'open',
    'implementation',
    'PostTransferCheckRecorded',
  ],
  ['MDM-62: due diligence ends on a confirmed red line', 'poste-du-gue', 'failed', 'due-diligence', 'RedLineBreachConfirmed'],
  ['MDM-61: the committee refuses, then validates', 'observatoire-du-phare', 'open', 'implementation', 'StrategicValidationRefused'],
  ['MDM-58: the membership of a network is renewed', 'reseau-radeau', 'open', 'annual-review', 'MembershipFeeRenewed'],
  ['MDM-60: a shared body validates vote by vote', 'maison-commune', 'open', 'setting-up', 'VoteCast'],
  ['AGI-13: an alliance lived in Arabic moves a right', 'jisr-al-jiwar', 'open', 'implementation', 'PowerRebalancingMeasureCompleted'],
  ['MDM-32: an operational partnership becomes a transfer', 'postes-de-la-vallee-haute', 'open', 'transfer', 'PartnershipTypeChanged'],
] as const;

/** On servers of its own: an organisation has one workflow id wherever it is registered, and other dossiers know the same ones. */
let house: OwnHouse;

beforeAll(async () => {
  house = await openOwnHouse();
}, 300_000);

afterAll(() => house.stop());

describe('the portfolio that a new user meets, each act through the public API with the rights of its account', () => {
  it.each(ends)(
    '%s',
    async (_story, dossier, standing, phase, event) => {
      const run = await house.palabre('play', `infra/demo/${dossier}.yaml`, '--json');
      expect(run.code, run.stderr).toBe(0);
      const played = JSON.parse(run.stdout) as Played;
      expect({ standing: played.standing, phase: played.phases.at(-1) }).toEqual({ standing, phase });
      const verified = await house.palabre('verify', played.id, '--as', 'auditor', '--json');
      expect(JSON.parse(verified.stdout)).toMatchObject({ equal: true });
      const told = await house.palabre('history', played.id, '--as', 'auditor', '--json');
      expect(told.stdout).toContain(`"${event}"`);
    },
    120_000,
  );
});
