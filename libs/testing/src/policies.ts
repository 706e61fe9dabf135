import { builtInCharter, resolvePolicy, toPartnershipPolicy } from '@palabre/charters';
import type { PartnershipPolicy } from '@palabre/contracts';

/** The real policy of a type under a built-in charter: tests of rules run on what users run on. */
export function policyOfCharter(charterCode: string, type: string): PartnershipPolicy {
  const charter = builtInCharter(charterCode);
  if (charter === null) throw new Error(`policyOfCharter: no charter ${charterCode}`);
  const resolution = resolvePolicy(charter, type);
  if (!resolution.ok) throw new Error(`policyOfCharter: ${resolution.refusal.reason.en}`);
  return toPartnershipPolicy(resolution.policy);
}
