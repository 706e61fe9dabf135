import { readsProtected, shutState, type Actor, type PartnershipStanding } from '@palabre/contracts';
import { z } from 'zod';
import { veiled } from './reading.js';

const guarded = z.looseObject({
  parties: z.looseObject({
    members: z.array(z.looseObject({ party: z.string(), organisation: z.string() })),
    protection: z.looseObject({ readers: z.record(z.string(), z.array(z.string())) }),
  }),
});

/** True where a file is protected and this person is not among those who read it (AGI-02). */
export function isShutTo({ person, organisation, roles }: Actor, state: unknown): boolean {
  const read = guarded.safeParse(state);
  if (!read.success) return false;
  const { members, protection } = read.data.parties;
  const party = members.find(member => member.organisation === organisation)?.party;
  return party === undefined || !readsProtected(protection.readers[party], { person, roles });
}

const isProtected = (state: unknown): state is object => guarded.safeParse(state).success;

/**
 * The state as the gateway tells it: of a protected file, where it stands and no more, whoever asks. All of it is told on the
 * reading side alone, where reading is recorded (AGI-02).
 */
export const toldState = (state: unknown): unknown => (isProtected(state) ? shutState(state) : veiled(state));

/** Where a protected file stands, for those who do not read it: neither what waits for whom nor what is missing. */
export const shutStanding = ({ relationToBuild: _missing, ...standing }: PartnershipStanding): PartnershipStanding => ({
  ...standing,
  tasks: [],
  deadlines: [],
});
