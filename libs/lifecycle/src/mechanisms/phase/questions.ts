import type { Role } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';

/** True when a strategic body validated the beginning: nothing but its word begins the end (S-12). */
export const endNeedsApproval = (state: PartnershipState): boolean => validatingBody(state) !== null && state.steps.signedAt !== null;

/** The body whose validation stood at signature, or came with a later change of type. A new request does not undo it. */
export const validatingBody = (state: PartnershipState): Role | null => state.signOffs.validatedBy ?? null;
