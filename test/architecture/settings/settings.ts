import { charterContent, columnNames, columnOfRules, figureKeys, switchNames, switchOfRules } from '@palabre/charters';
import { partnershipPolicy, policySwitches, practices, streamSettings, timerKeys } from '@palabre/contracts';

/** One thing that a charter may set, by the table it stands in and its name there. */
export interface Setting {
  readonly table: string;
  readonly name: string;
  /** charters: it may be spent when the policy is resolved. rules: it travels, and somebody beyond libs/charters reads it. */
  readonly spentIn: 'charters' | 'rules';
  /** Its name is nobody else's: wherever it is taken, it is this one that is read. */
  readonly unmistakable?: true;
}

const inTable = (table: string, names: readonly string[], spentIn: Setting['spentIn'] = 'rules'): Setting[] =>
  names.map(name => ({ table, name, spentIn }));

const unmistakable = (table: string, names: readonly string[], spentIn?: Setting['spentIn']): Setting[] =>
  inTable(table, names, spentIn).map(setting => ({ ...setting, unmistakable: true }));

const { switches, authorities } = charterContent.shape;

const resolvedByRule: readonly string[] = [...columnNames, ...switchNames];

const { fundingWarning, budgetLines, emergency } = policySwitches.shape;

/** Everything that a charter decides, in the names by which it is read. */
export const settings: readonly Setting[] = [
  ...unmistakable('timers', timerKeys, 'charters'),
  ...unmistakable('figures', figureKeys, 'charters'),
  ...unmistakable('settings', Object.keys(streamSettings.shape)),
  ...inTable('columns', Object.values(columnOfRules)),
  ...inTable('switches', Object.values(switchOfRules)),
  ...unmistakable('practices', Object.keys(practices.shape)),
  ...unmistakable('fundingWarning', Object.keys(fundingWarning.unwrap().shape)),
  ...unmistakable('budgetLines', Object.keys(budgetLines.shape)),
  ...unmistakable('emergency', Object.keys(emergency.shape)),
  ...inTable('authorities', Object.keys(partnershipPolicy.shape.authorities.shape)),
  // What stands beside the tables of columns and switches: spent where the policy is resolved.
  ...unmistakable(
    'switches',
    Object.keys(switches.shape).filter(name => !resolvedByRule.includes(name)),
    'charters',
  ),
  ...inTable('authorities', Object.keys(authorities.shape), 'charters'),
];
