import type { PartnershipStanding, WhyNotAnswer } from '@palabre/contracts';
import { standingOf, whyNot, type Ask } from '@palabre/lifecycle';
import type { Rehearsal } from './rehearsal.js';

/** What the engine answers about a rehearsed file: where it stands, everything announced. */
export const standingIn = (file: Rehearsal): PartnershipStanding => standingOf(file.state, file.state.head.version);

/** What the engine answers to "would this be accepted?". */
export const whyNotIn = (file: Rehearsal, ask: Ask): WhyNotAnswer => whyNot(file.state, ask);
