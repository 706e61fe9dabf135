import { hasShown, type ControlReport } from './control/control.js';
import type { Losses } from './counting.js';
import { broken, damage, isComplete, isKept } from './report.js';
import type { FaultReport, StormReport } from './run.js';

/** What the parts of the command found; null for a part that was not asked for. */
export interface Outcome {
  readonly storm: FaultReport | null;
  readonly control: StormReport<Losses> | null;
  readonly aimed: ControlReport | null;
  readonly seconds: number;
}

interface Line {
  readonly good: boolean;
  readonly text: string;
}

const total = (kills: FaultReport['kills']): number => Object.values(kills).reduce((sum, count) => sum + count, 0);

function stormLine(report: FaultReport): Line {
  const faults = Object.values(broken(report)).reduce((sum, list) => sum + list.length, 0);
  const { lost, doubled, gaps } = report.findings;
  return {
    good: isKept(report) && isComplete(report),
    text: `storm: ${total(report.kills)} of ${report.plan.kills} kills, ${report.decisions} decisions (at least ${report.plan.decisions}), ${lost.length} lost, ${doubled.length} doubled, ${gaps.length} gaps, ${faults} findings in all`,
  };
}

const controlLine = (report: StormReport<Losses>): Line => ({
  good: isComplete(report) && damage(report.findings) > 0,
  text: `control, the same storm announcing before the commit: ${total(report.kills)} kills, ${report.decisions} decisions, ${report.findings.lost.length} lost, ${report.findings.doubled.length} doubled (some expected)`,
});

const aimedLine = (report: ControlReport): Line => ({
  good: hasShown(report),
  text: `control, aimed kills: announcing before the commit ${damage(report.before)} lost or doubled (some expected), after it ${damage(report.after)} (none expected)`,
});

const linesOf = ({ storm, control, aimed }: Outcome): Line[] => [
  ...(storm === null ? [] : [stormLine(storm)]),
  ...(control === null ? [] : [controlLine(control)]),
  ...(aimed === null ? [] : [aimedLine(aimed)]),
];

/** True when the promise was kept and every control that was asked for broke it. */
export const isGood = (outcome: Outcome): boolean => linesOf(outcome).every(({ good }) => good);

/** The whole command in a few lines. */
export const summary = (outcome: Outcome): string =>
  [
    `Faults, in ${(outcome.seconds / 60).toFixed(1)} minutes`,
    ...linesOf(outcome).map(({ good, text }) => `  ${good ? 'as it must be' : 'NOT as it must be'}: ${text}`),
  ].join('\n');
