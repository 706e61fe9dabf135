import { policyOverride, type PartnershipPolicy, type PolicyOverride, type PolicyOverrideKey } from '@palabre/contracts';

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
