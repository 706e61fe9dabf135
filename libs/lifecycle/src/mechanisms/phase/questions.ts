import type { PartnershipState } from '../../state.js';

/** True when a strategic body validated the beginning: nothing but its word begins the end (S-12). */
export const endNeedsApproval = (state: PartnershipState): boolean =>
  state.signOffs.strategic?.status === 'granted' && state.steps.signedAt !== null;
