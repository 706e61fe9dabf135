import { partnershipPolicy, type PartnershipPolicy } from '@palabre/contracts';
import { partnershipRules, type PartnershipState } from '@palabre/lifecycle';
import { must, readInput, type CarriedStream, type InputUpcaster } from '../hosting/stream-input.js';

export { upcast } from '../hosting/stream-input.js';

export type Carried = CarriedStream<PartnershipState>;

/**
 * What a run of the partnership workflow starts from. A public schema: runs that began years ago hand it on, and the
 * gateway writes it when a partnership opens. A changed shape is a new `schemaVersion` with an upcaster and a golden
 * file in `workflows/inputs`.
 */
export interface PartnershipInput {
  readonly schemaVersion: 1;
  /** Partnership id, without `partnership/`. */
  readonly id: string;
  /** The policy under which the partnership opens; null when it is carried on. */
  readonly policy: PartnershipPolicy | null;
  /** What the run before hands over; null when the partnership opens. */
  readonly carried: Carried | null;
}

const upcasters: readonly InputUpcaster[] = [];

/** Reads the input of a run, of whatever version. Throws when it is broken or newer than this code. */
export function readPartnershipInput(value: unknown): PartnershipInput {
  const { input, id, carried } = readInput(partnershipRules, value, upcasters);
  const policy = input['policy'] === null ? null : partnershipPolicy.parse(input['policy']);
  must(policy !== null || carried !== null, 'a partnership opens under a policy or is carried on');
  return { schemaVersion: 1, id, policy, carried };
}
