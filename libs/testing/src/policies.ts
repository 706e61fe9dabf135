import { builtInCharter, resolvePolicy, toPartnershipPolicy, type Charter } from '@palabre/charters';
import type { GateId, GateStrength, PartnershipPolicy } from '@palabre/contracts';

function charterOf(code: string): Charter {
  const charter = builtInCharter(code);
  if (charter === null) throw new Error(`policyOfCharter: no charter ${code}`);
  return charter;
}

function policyUnder(charter: Charter, type: string): PartnershipPolicy {
  const resolution = resolvePolicy(charter, type);
  if (!resolution.ok) throw new Error(`policyOfCharter: ${resolution.refusal.reason.en}`);
  return toPartnershipPolicy(resolution.policy);
}

/** The real policy of a type under a built-in charter: tests of rules run on what users run on. */
export const policyOfCharter = (charterCode: string, type: string): PartnershipPolicy => policyUnder(charterOf(charterCode), type);

/** The same charter with its switch on the steering committee naming these types (C-05). */
export function policyWithCommitteeFor(types: readonly string[], charterCode: string, type: string): PartnershipPolicy {
  const charter = charterOf(charterCode);
  const named = { value: 'required' as const, source: ['MDM-61' as const] };
  const switches = { ...charter.content.switches, cd_validation: Object.fromEntries(types.map(one => [one, named])) };
  return policyUnder({ ...charter, content: { ...charter.content, switches } }, type);
}

/** The same charter with one row of its table of gates switched: data that an organisation would write in its file. */
export function policyWithGate(charterCode: string, type: string, gate: GateId, strength: GateStrength): PartnershipPolicy {
  const charter = charterOf(charterCode);
  const gates = { ...charter.content.gates, [gate]: { strength, basis: 'default' as const, source: ['D' as const] } };
  return policyUnder({ ...charter, content: { ...charter.content, gates } }, type);
}
