import { resolvePolicy, type Charter, type Resolved, type ResolvedPolicy } from '@palabre/charters';
import { code, table } from './markdown.js';

/** A value of policy in words for a cell. */
export const spoken = (value: unknown): string => {
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(spoken).join(', ');
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([part, amount]) => `${part.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)} ${String(amount)}`)
    .join(', ');
};

/** The policy of a charter for one of its types. */
export function policyFor(charter: Charter, type: string): ResolvedPolicy {
  const resolution = resolvePolicy(charter, type);
  if (!resolution.ok) throw new Error(`policyFor: ${resolution.refusal.reason.en}`);
  return resolution.policy;
}

export type Values = Readonly<Record<string, Resolved<unknown>>>;

const setBy = { charter: 'charter', 'type-matrix': 'row of the type', 'engine-default': 'engine' } as const;

const standing = ({ isDefault }: Resolved<unknown>): string => (isDefault ? 'our default [D]' : 'stated');

interface Told {
  readonly types: string[];
  readonly cells: readonly string[];
}

/** What one value is for every type: types for which it is the same, with the same source, share a row. */
function rowsOf(name: string, perType: readonly (readonly [string, Resolved<unknown>])[]): string[][] {
  const told = new Map<string, Told>();
  for (const [type, value] of perType) {
    const cells = [spoken(value.value), standing(value), value.source.join(', '), setBy[value.setBy]];
    const key = JSON.stringify(cells);
    const known = told.get(key);
    if (known) known.types.push(type);
    else told.set(key, { types: [type], cells });
  }
  return [...told.values()].map(({ types, cells }) => [code(name), types.length === perType.length ? 'all' : types.join(', '), ...cells]);
}

/** One part of the policies (gates, timers …) for every type of a charter, each value with the answer to "says who?". */
export function valuesTable(policies: ReadonlyMap<string, ResolvedPolicy>, part: (policy: ResolvedPolicy) => Values): string {
  const perType = [...policies].map(([type, policy]) => [type, part(policy)] as const);
  const names = Object.keys(perType[0]?.[1] ?? {});
  const rows = names.flatMap(name =>
    rowsOf(
      name,
      perType.flatMap(([type, values]) => (values[name] ? [[type, values[name]] as const] : [])),
    ),
  );
  return table(['Value', 'Types', 'Is', 'Standing', 'Source', 'Set by'], rows);
}

/** How much of a charter's policy its sources state, over all its types. */
export function tally(policies: ReadonlyMap<string, ResolvedPolicy>): string {
  const all = [...policies.values()].flatMap(({ gates, timers, figures, columns, switches, authorities, decisionRule }) => [
    ...[gates, timers, figures, columns, switches, authorities].flatMap<Resolved<unknown>>(part => Object.values<Resolved<unknown>>(part)),
    decisionRule,
  ]);
  const defaults = all.filter(({ isDefault }) => isDefault).length;
  return `Of ${all.length} values over all its types, ${all.length - defaults} are stated by the sources; ${defaults} are our defaults, marked [D] here and on every screen.`;
}
