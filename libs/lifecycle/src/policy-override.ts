import { policyOverride, type PartnershipPolicy, type PolicyOverride, type PolicyOverrideKey } from '@palabre/contracts';
import { policyOf, type PartnershipState } from './state.js';

/**
 * The policy with one value adapted by agreement (PMP-59), every other value as it was. Null when the key is not one
 * that parties may adapt, or the value does not fit it: the closed list is `policyOverride` of the contracts.
 */
export function overridePolicy(
  policy: PartnershipPolicy,
  key: PolicyOverrideKey,
  value: PolicyOverride['value'],
): PartnershipPolicy | null {
  if (!policyOverride.safeParse({ key, value }).success) return null;
  const [table, name] = key.split('.') as ['gates' | 'timers' | 'switches', string] | ['decisionRule' | 'questionQuota'];
  // The schema has just said that the value fits the key, which the compiler cannot see through the name.
  const adapted = name === undefined ? value : { ...policy[table as 'gates' | 'timers' | 'switches'], [name]: value };
  return { ...policy, [table]: adapted };
}

/** The value holds from now on, for this partnership alone (PMP-59); each is kept once, the last word counts. */
export const withOverride = (state: PartnershipState, override: PolicyOverride): PartnershipState => ({
  ...state,
  policy: overridePolicy(policyOf(state), override.key, override.value) ?? state.policy,
  signOffs: { ...state.signOffs, overrides: [...state.signOffs.overrides.filter(one => one.key !== override.key), override] },
});
