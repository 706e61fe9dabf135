import { columnOfRules, type ColumnName, type ColumnValue } from '../schema/columns.js';
import type { Sources } from '../schema/sources.js';
import { resolved, type Resolved, type ResolvedColumns } from './resolved.js';
import { saidByRow, saidForType, type Rulebook } from './rulebook.js';

type Said<C extends ColumnName> = { readonly value: ColumnValue<C>; readonly source: Sources };

/** One cell of the matrix: the charter's switch if it speaks for the type, else the row of the type. */
function cell<C extends ColumnName>(book: Rulebook, column: C): Resolved<ColumnValue<C>> {
  const switches: { readonly [K in ColumnName]?: Readonly<Record<string, Said<K>>> | undefined } = book.charter.content.switches;
  const row: { readonly [K in ColumnName]: Said<K> } = book.row.columns;
  return saidForType(book, `switches.${column}`, switches[column]) ?? saidByRow(book, `columns.${column}`, row[column]);
}

/** A charter without leadership levels offers none, whatever the row of the type would offer. */
function levels(book: Rulebook): Resolved<ColumnValue<'leadership_levels'>> {
  const spectrum = book.charter.content.switches.leadership_spectrum;
  if (spectrum?.value !== 'none') return cell(book, 'leadership_levels');
  return resolved('charter', `${book.charter.code}:switches.leadership_spectrum`, { value: [], source: spectrum.source });
}

/** The type's row of the matrix, after the charter's switches. */
export function resolveColumns(book: Rulebook): ResolvedColumns {
  const entries = Object.entries(columnOfRules).map(([column, rule]) => [rule, cell(book, column as keyof typeof columnOfRules)] as const);
  return { ...(Object.fromEntries(entries) as unknown as ResolvedColumns), leadershipLevels: levels(book) };
}

/** How far the verification goes for the type. */
export function resolveDiligenceDepth(book: Rulebook): Resolved<ColumnValue<'due_diligence'>> {
  return cell(book, 'due_diligence');
}
