import type { Practices } from '@palabre/contracts';
import { policyOf, type PartnershipState } from './state.js';

/** True when the charter asks for this habit; offered habits bind nobody. */
export const asksFor = (state: PartnershipState, habit: keyof Practices): boolean =>
  policyOf(state).switches.practices?.[habit] === 'required';

/** A figure of the charter by its key; null in a file whose policy was written before figures travelled: no rule then counts by it. */
export const figureOf = (state: PartnershipState, key: string): number | null => policyOf(state).figures?.[key] ?? null;
