import { builtInCharter, resolvePolicy, type ResolvedPolicy } from '@palabre/charters';

/** What a charter sets for a type; null where the charter is not known here, or does not offer the type. */
export function policyFor(code: string | null, type: string): ResolvedPolicy | null {
  const charter = code === null ? null : builtInCharter(code);
  const resolution = charter === null ? null : resolvePolicy(charter, type);
  return resolution?.ok === true ? resolution.policy : null;
}
