import { partnershipPolicy, type PartnershipPolicy } from '@palabre/contracts';
import { z } from 'zod';
import { perType, sourced } from './sources.js';

const rules = partnershipPolicy.shape.columns.shape;

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
  due_diligence: z.enum(diligenceDepths),
} as const;

export type ColumnName = keyof typeof columnValues;

export type ColumnValue<C extends ColumnName> = z.infer<(typeof columnValues)[C]>;

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
} as const satisfies Record<Exclude<ColumnName, 'due_diligence'>, keyof PartnershipPolicy['columns']>;

/** One row of the matrix: every column, each with its source. */
export const matrixRow = z.strictObject({
  project_required: sourced(columnValues.project_required),
  co_construction: sourced(columnValues.co_construction),
  common_values: sourced(columnValues.common_values),
  capacity_direction: sourced(columnValues.capacity_direction),
  skills_table: sourced(columnValues.skills_table),
  evaluation_blocks: sourced(columnValues.evaluation_blocks),
  financial_flows: sourced(columnValues.financial_flows),
  budget_co_validation: sourced(columnValues.budget_co_validation),
  translation_gate: sourced(columnValues.translation_gate),
  follow_up_committee: sourced(columnValues.follow_up_committee),
  assembly: sourced(columnValues.assembly),
  transfer_possible: sourced(columnValues.transfer_possible),
  ends_with_project: sourced(columnValues.ends_with_project),
  due_diligence: sourced(columnValues.due_diligence),
});

/** The same columns as switches of a charter: any of them, for any type, replaces the cell of the matrix. */
export const columnSwitches = {
  project_required: perType(columnValues.project_required).optional(),
  co_construction: perType(columnValues.co_construction).optional(),
  common_values: perType(columnValues.common_values).optional(),
  capacity_direction: perType(columnValues.capacity_direction).optional(),
  skills_table: perType(columnValues.skills_table).optional(),
  evaluation_blocks: perType(columnValues.evaluation_blocks).optional(),
  financial_flows: perType(columnValues.financial_flows).optional(),
  budget_co_validation: perType(columnValues.budget_co_validation).optional(),
  translation_gate: perType(columnValues.translation_gate).optional(),
  follow_up_committee: perType(columnValues.follow_up_committee).optional(),
  assembly: perType(columnValues.assembly).optional(),
  transfer_possible: perType(columnValues.transfer_possible).optional(),
  ends_with_project: perType(columnValues.ends_with_project).optional(),
  due_diligence: perType(columnValues.due_diligence).optional(),
} as const;
