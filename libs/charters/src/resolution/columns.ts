import type { ColumnName, ColumnValue } from '../schema/columns.js';
import type { Sources } from '../schema/sources.js';
import { resolved, type Resolved, type ResolvedColumns } from './resolved.js';
import { saidForType, type Rulebook } from './rulebook.js';

type Said<C extends ColumnName> = { readonly value: ColumnValue<C>; readonly source: Sources };

/** One cell of the matrix: the charter's switch if it speaks for the type, else the row of the type. */
function cell<C extends ColumnName>(
  book: Rulebook,
  column: C,
  row: Said<C>,
  entries: Readonly<Record<string, Said<C>>> | undefined,
): Resolved<ColumnValue<C>> {
  const switched = saidForType(book, `switches.${column}`, entries);
  return switched ?? resolved('type-matrix', `types.${book.type}.columns.${column}`, row);
}

/** The type's row of the matrix, after the charter's switches. */
export function resolveColumns(book: Rulebook): ResolvedColumns {
  const { columns: row } = book.row;
  const { switches } = book.charter.content;
  return {
    projectRequired: cell(book, 'project_required', row.project_required, switches.project_required),
    coConstruction: cell(book, 'co_construction', row.co_construction, switches.co_construction),
    commonValues: cell(book, 'common_values', row.common_values, switches.common_values),
    capacityPlan: cell(book, 'capacity_direction', row.capacity_direction, switches.capacity_direction),
    skillsTable: cell(book, 'skills_table', row.skills_table, switches.skills_table),
    evaluationBlocks: cell(book, 'evaluation_blocks', row.evaluation_blocks, switches.evaluation_blocks),
    financialFlows: cell(book, 'financial_flows', row.financial_flows, switches.financial_flows),
    budgetCoValidation: cell(book, 'budget_co_validation', row.budget_co_validation, switches.budget_co_validation),
    translationGate: cell(book, 'translation_gate', row.translation_gate, switches.translation_gate),
    followUpCommittee: cell(book, 'follow_up_committee', row.follow_up_committee, switches.follow_up_committee),
    assembly: cell(book, 'assembly', row.assembly, switches.assembly),
    transferPossible: cell(book, 'transfer_possible', row.transfer_possible, switches.transfer_possible),
    endsWithProject: cell(book, 'ends_with_project', row.ends_with_project, switches.ends_with_project),
  };
}

/** How far the verification goes for the type. */
export function resolveDiligenceDepth(book: Rulebook): Resolved<ColumnValue<'due_diligence'>> {
  return cell(book, 'due_diligence', book.row.columns.due_diligence, book.charter.content.switches.due_diligence);
}
