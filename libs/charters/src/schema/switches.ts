import { decisionRules, policySwitches, type PolicySwitches } from '@palabre/contracts';
import { z } from 'zod';
import { optionalTable, perTypeTable, sourcedTable } from './tables.js';

const rules = policySwitches.shape;

/**
 * Switches beside the columns of the matrix: the name in the files, and the values that rules accept. A charter sets
 * them type by type, or for all; the row of a type may set one too; the engine's default stands behind.
 */
export const switchValues = {
  decision_rule: z.enum(decisionRules),
  own_limits: rules.ownLimits,
  min_sectors_warning: rules.minSectorsWarning,
  funding_warning: rules.fundingWarning,
  uncertain_results_publishable: rules.uncertainResultsPublishable,
  overhead_line: rules.overheadLine,
  role_table: rules.roleTable,
  content_shared_to: rules.contentSharedTo,
  signing_order: rules.signingOrder,
  reports_transmitted: rules.reportsTransmitted.unwrap(),
  power_map: rules.powerMap,
  roles_before_budget: rules.rolesBeforeBudget,
  budget_lines: rules.budgetLines,
  change_without_resignature: rules.changeWithoutResignature,
  north_south: rules.northSouth,
  practices: rules.practices.unwrap(),
  emergency: rules.emergency,
  own_texts: rules.ownTexts.unwrap(),
  money_by_default: rules.moneyByDefault.unwrap(),
  asked_in: rules.askedIn.unwrap(),
  text_asks: rules.textAsks.unwrap(),
  agreement_clauses: rules.agreementClauses.unwrap(),
  contract_is_enough: rules.contractIsEnough.unwrap(),
  work_lists: rules.workLists.unwrap(),
} as const;

type SwitchValues = typeof switchValues;

export type SwitchName = keyof SwitchValues;

export type SwitchValue<S extends SwitchName> = z.infer<SwitchValues[S]>;

export const switchNames = Object.keys(switchValues) as SwitchName[];

/** The name that rules use for a switch. `decision_rule` stands beside the switches in the policy. */
export const switchOfRules = {
  own_limits: 'ownLimits',
  min_sectors_warning: 'minSectorsWarning',
  funding_warning: 'fundingWarning',
  uncertain_results_publishable: 'uncertainResultsPublishable',
  overhead_line: 'overheadLine',
  role_table: 'roleTable',
  content_shared_to: 'contentSharedTo',
  signing_order: 'signingOrder',
  reports_transmitted: 'reportsTransmitted',
  power_map: 'powerMap',
  roles_before_budget: 'rolesBeforeBudget',
  budget_lines: 'budgetLines',
  change_without_resignature: 'changeWithoutResignature',
  north_south: 'northSouth',
  practices: 'practices',
  emergency: 'emergency',
  own_texts: 'ownTexts',
  money_by_default: 'moneyByDefault',
  asked_in: 'askedIn',
  text_asks: 'textAsks',
  agreement_clauses: 'agreementClauses',
  contract_is_enough: 'contractIsEnough',
  work_lists: 'workLists',
} as const satisfies Record<Exclude<SwitchName, 'decision_rule'>, keyof PolicySwitches>;

/** The engine's value for every switch, each with its source. */
export const defaultSwitches = z.strictObject(sourcedTable(switchValues));

/** The switches on which a type differs from the engine's default. */
export const rowSwitches = z.strictObject(optionalTable(switchValues));

/** The same switches in a charter. */
export const charterSwitches = perTypeTable(switchValues);
