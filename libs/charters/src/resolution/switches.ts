import type { DecisionRule } from '@palabre/contracts';
import type { Sources } from '../schema/sources.js';
import { switchOfRules, type SwitchName, type SwitchValue } from '../schema/switches.js';
import { resolved, type Resolved, type ResolvedSwitches } from './resolved.js';
import { saidByRow, saidForType, type Rulebook } from './rulebook.js';

type Said<S extends SwitchName> = { readonly value: SwitchValue<S>; readonly source: Sources };

/** What a charter asks beside its gates is asked inside its scope alone: outside, nothing of it stands in the way (MDM-04). */
const onlyInside: readonly SwitchName[] = ['asked_in', 'text_asks'];

/** One switch: the charter's word for the type, else the row of the type, else the engine's. */
function position<S extends SwitchName>(book: Rulebook, name: S): Resolved<SwitchValue<S>> {
  const switches: { readonly [K in SwitchName]?: Readonly<Record<string, Said<K>>> | undefined } = book.charter.content.switches;
  const row: { readonly [K in SwitchName]?: Said<K> | undefined } = book.row.switches ?? {};
  const engine: { readonly [K in SwitchName]: Said<K> } = book.defaults.switches;
  if (book.outsideScope && onlyInside.includes(name)) return resolved('engine-default', `engine:switches.${name}`, engine[name]);
  const said = saidForType(book, `switches.${name}`, switches[name]);
  if (said) return said;
  const ofType = row[name];
  if (ofType) return saidByRow(book, `switches.${name}`, ofType);
  return resolved('engine-default', `engine:switches.${name}`, engine[name]);
}

/** Every switch that rules ask, for the type. */
export function resolveSwitches(book: Rulebook): ResolvedSwitches {
  const entries = Object.entries(switchOfRules).map(([name, rule]) => [rule, position(book, name as keyof typeof switchOfRules)] as const);
  return Object.fromEntries(entries) as unknown as ResolvedSwitches;
}

/** How the parties of this type decide together. */
export function resolveDecisionRule(book: Rulebook): Resolved<DecisionRule> {
  return position(book, 'decision_rule');
}
