import { builtInCharter, builtInCharterCodes, resolvePolicy, toPartnershipPolicy, type PolicyCircumstances } from '@palabre/charters';
import type { PartnershipPolicy } from '@palabre/contracts';
import { refuse } from '../problems/gateway-refusals.js';

/** Finds the policy that a new partnership will live under. Throws Refused `unknown-charter`. */
export type PolicyFor = (charter: string, type: string, circumstances?: PolicyCircumstances) => PartnershipPolicy;

/** Injection token of `PolicyFor`. */
export const policyFor = Symbol('PolicyFor');

/** The policies of the charters that come with Palabre. */
export const builtInPolicies: PolicyFor = (code, type, circumstances = {}) => {
  const charter = builtInCharter(code);
  if (charter === null) {
    const known = builtInCharterCodes.join(', ');
    throw refuse('unknown-charter', {}, { next: { fr: `Chartes chargées : ${known}.`, en: `Loaded charters: ${known}.` } });
  }
  const resolution = resolvePolicy(charter, type, circumstances);
  if (!resolution.ok) throw refuse('unknown-charter', {}, { reason: resolution.refusal.reason });
  return toPartnershipPolicy(resolution.policy);
};
