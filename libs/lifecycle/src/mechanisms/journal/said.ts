import { supportingDocuments } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import type { SaidKind } from './said-kinds.js';

/** When a party last said it; null when it never did. */
export const saidAt = (state: PartnershipState, kind: SaidKind, party: string): string | null =>
  state.journal.said?.[kind]?.[party] ?? null;

/** Papers of the agreement that nobody has filed yet; those about money only once there is money (HFA-27). */
export const missingDocuments = (state: PartnershipState): readonly string[] =>
  supportingDocuments
    .filter(document => document === 'activity-report' || state.steps.financialFlows)
    .filter(document => (state.journal.filed?.[document] ?? 0) === 0);
