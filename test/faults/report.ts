import type { ControlReport, OrderReport } from './control/control.js';
import type { Losses } from './counting.js';
import type { FaultReport, StormReport } from './run.js';

const firstOf = (list: readonly string[]): string =>
  list
    .slice(0, 5)
    .map(line => `\n    ${line}`)
    .join('');

/** What must be empty for the promise to be kept. */
export function broken({ findings, unclear, died }: FaultReport): Record<string, readonly string[]> {
  const { lost, doubled, gaps, unasked, parting, differingModels, parked } = findings;
  return { lost, doubled, gaps, unasked, parting, differingModels, parked, unclear, died };
}

/** True when nothing was lost, doubled, left apart, or answered unclearly. */
export const isKept = (report: FaultReport): boolean => Object.values(broken(report)).every(list => list.length === 0);

const words: Readonly<Record<string, string>> = {
  lost: 'acknowledged events lost',
  doubled: 'events doubled',
  gaps: 'versions missing',
  unasked: 'events nobody asked for',
  parting: 'streams where workflow, chain or read models part',
  differingModels: 'read models that a rebuild changes',
  parked: 'records parked',
  unclear: 'unclear answers',
  died: 'programs that ended by themselves',
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const killsOf = ({ kills }: Pick<FaultReport, 'kills'>): number => Object.values(kills).reduce((sum, count) => sum + count, 0);

/** True when the run struck as often, and had as much decided, as it was asked to. */
export const isComplete = (report: StormReport<unknown>): boolean =>
  killsOf(report) >= report.plan.kills && report.decisions >= report.plan.decisions;

/** What was done, for people. */
const deeds = (report: StormReport<unknown>): string[] => [
  `seed                  ${report.plan.seed}`,
  `kills                 ${killsOf(report)} (${Object.entries(report.kills)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')})`,
  `longest start         ${Object.entries(report.longestStartMs)
    .map(([name, ms]) => `${name} ${seconds(ms)}`)
    .join(', ')}`,
  `decisions answered    ${report.decisions}, of which refused ${report.refused}`,
  `sent again            ${report.retries} (${
    Object.entries(report.awayAnswers)
      .map(([what, count]) => `${what}: ${count}`)
      .join(', ') || 'never'
  })`,
  `longest wait          ${seconds(report.longestOutageMs)} for one answer`,
];

/** The report for people. */
export function reportText(report: FaultReport): string {
  const { findings } = report;
  return [
    ...deeds(report),
    `events                ${findings.events} in the ledger, ${findings.acknowledgedEvents} acknowledged to clients`,
    `ledger complete       ${seconds(findings.caughtUpMs)} after the last decision`,
    `whole run             ${report.seconds.toFixed(0)} s`,
    ...Object.entries(broken(report)).map(([what, list]) => `${String(list.length).padStart(6)} ${words[what] ?? what}${firstOf(list)}`),
  ].join('\n');
}

/** Events that a run in the wrong order lost or told twice. */
export const damage = ({ lost, doubled }: Pick<Losses, 'lost' | 'doubled'>): number => lost.length + doubled.length;

/** The same run with the one switch, for people. */
export function controlStormText(report: StormReport<Losses>): string {
  const { lost, doubled } = report.findings;
  return [
    'Control: the same storm with announcing moved before the commit',
    ...deeds(report),
    `whole run             ${report.seconds.toFixed(0)} s`,
    `${String(lost.length).padStart(6)} ${words['lost']}${firstOf(lost)}`,
    `${String(doubled.length).padStart(6)} ${words['doubled']}${firstOf(doubled)}`,
  ].join('\n');
}

const orderText = ({ announces, kills, decisions, lost, doubled }: OrderReport): string =>
  `  announcing ${announces.padEnd(6)} the commit: ${kills} kills, ${decisions} decisions, ${lost.length} events lost, ${doubled.length} told twice`;

/** Kills that are aimed at the moment right after an announcement, in both orders, for people. */
export const aimedText = ({ before, after, seconds: took }: ControlReport): string =>
  ['Control: the worker is killed right after an announcement, in the right and in the wrong order', orderText(after), orderText(before)]
    .concat(`  whole run ${took.toFixed(0)} s`)
    .join('\n');
