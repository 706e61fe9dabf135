import { partnershipRules, type PartnershipState } from '@palabre/lifecycle';
import { announce, type Announce } from '../hosting/ports.js';
import { liveStream, type Hosted } from '../hosting/stream.workflow.js';
import { readPartnershipInput, type PartnershipInput } from './input.js';

/** A partnership opens under a policy, which travels with it from then on. */
const hosted: Hosted<PartnershipState> = {
  rules: partnershipRules,
  read: started => {
    const { id, policy, carried } = readPartnershipInput(started);
    return { id, carried, brought: policy === null ? {} : { policy } };
  },
  handOver: (id, carried): PartnershipInput => ({ schemaVersion: 1, id, policy: null, carried }),
};

/** One partnership, from the command that opens it to its end: the story is told in `hosting/stream.workflow.ts`. */
export const livePartnership = (announcing: Announce) => liveStream(hosted, announcing);

export const partnership = livePartnership(announce);
