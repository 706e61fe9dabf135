import type { PartnershipState } from '@palabre/lifecycle';

const names: Readonly<Record<string, string>> = { host: 'partner', partner: 'host' };

const swapped = (text: string): string => text.replaceAll(/(?<![\w-])(host|partner)(?![\w-])/g, name => names[name] ?? name);

/** A value in which each of two parties stands where the other stood. */
export function mirrored(value: unknown): unknown {
  if (typeof value === 'string') return swapped(value);
  if (Array.isArray(value)) return value.map(mirrored);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [swapped(key), mirrored(inner)]));
}

/**
 * The same file, had each party done what the other did. Who the parties are stays: the host is still the host, so a rule
 * that asks for a side and not for what happened answers differently here.
 */
export const mirroredState = (state: PartnershipState): PartnershipState => ({
  ...(mirrored(state) as PartnershipState),
  policy: state.policy,
  parties: { ...(mirrored(state.parties) as PartnershipState['parties']), members: state.parties.members },
});
