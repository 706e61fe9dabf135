import { policyColumns, type PartnershipPolicy } from '@palabre/contracts';
import { z } from 'zod';
import { perTypeTable, sourcedTable } from './tables.js';

const rules = policyColumns.shape;

/** How far the verification goes for a type (policy matrix, M3). */
export const diligenceDepths = ['full', 'short', 'red-lines'] as const;

/** The columns of the policy matrix: the name in the files, and the values that rules accept. */
export const columnValues = {
  project_required: rules.projectRequired,
  co_construction: rules.coConstruction,
  common_values: rules.commonValues,
  capacity_direction: rules.capacityPlan,
  skills_table: rules.skillsTable,
  evaluation_blocks: rules.evaluationBlocks,
  financial_flows: rules.financialFlows,
  budget_co_validation: rules.budgetCoValidation,
  translation_gate: rules.translationGate,
  follow_up_committee: rules.followUpCommittee,
  assembly: rules.assembly,
  transfer_possible: rules.transferPossible,
  ends_with_project: rules.endsWithProject,
  parties: rules.parties,
  admission: rules.admission,
  annual_review: rules.annualReview,
  renewal: rules.renewal,
  dormancy: rules.dormancy,
  deliverables: rules.deliverables,
  leadership_levels: rules.leadershipLevels,
  network_mandate: rules.networkMandate,
  first_phase_months: rules.firstPhaseMonths,
  due_diligence: z.enum(diligenceDepths),
} as const;

type ColumnValues = typeof columnValues;

export type ColumnName = keyof ColumnValues;

export type ColumnValue<C extends ColumnName> = z.infer<ColumnValues[C]>;

export const columnNames = Object.keys(columnValues) as ColumnName[];

/** The name that rules use for a column. `due_diligence` is not among them: it is spent when the form is built. */
export const columnOfRules = {
  project_required: 'projectRequired',
  co_construction: 'coConstruction',
  common_values: 'commonValues',
  capacity_direction: 'capacityPlan',
  skills_table: 'skillsTable',
  evaluation_blocks: 'evaluationBlocks',
  financial_flows: 'financialFlows',
  budget_co_validation: 'budgetCoValidation',
  translation_gate: 'translationGate',
  follow_up_committee: 'followUpCommittee',
  assembly: 'assembly',
  transfer_possible: 'transferPossible',
  ends_with_project: 'endsWithProject',
  parties: 'parties',
  admission: 'admission',
  annual_review: 'annualReview',
  renewal: 'renewal',
  dormancy: 'dormancy',
  deliverables: 'deliverables',
  leadership_levels: 'leadershipLevels',
  network_mandate: 'networkMandate',
  first_phase_months: 'firstPhaseMonths',
} as const satisfies Record<Exclude<ColumnName, 'due_diligence'>, keyof PartnershipPolicy['columns']>;

/** One row of the matrix: every column, each with its source. */
export const matrixRow = z.strictObject(sourcedTable(columnValues));

/** The same columns as switches of a charter: any of them, for any type, replaces the cell of the matrix. */
export const columnSwitches = perTypeTable(columnValues);
