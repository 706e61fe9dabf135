import type { FaultReport } from './run.js';

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

/** The report for people. */
export function reportText(report: FaultReport): string {
  const { findings } = report;
  const kills = Object.entries(report.kills);
  const total = kills.reduce((sum, [, count]) => sum + count, 0);
  return [
    `seed                  ${report.seed}`,
    `kills                 ${total} (${kills.map(([name, count]) => `${name} ${count}`).join(', ')})`,
    `longest start         ${Object.entries(report.longestStartMs)
      .map(([name, ms]) => `${name} ${(ms / 1_000).toFixed(1)} s`)
      .join(', ')}`,
    `decisions answered    ${report.decisions}, of which refused ${report.refused}`,
    `sent again            ${report.retries} (${
      Object.entries(report.awayAnswers)
        .map(([what, count]) => `${what}: ${count}`)
        .join(', ') || 'never'
    })`,
    `longest wait          ${(report.longestOutageMs / 1_000).toFixed(1)} s for one answer`,
    `events                ${findings.events} in the ledger, ${findings.acknowledgedEvents} acknowledged to clients`,
    `ledger complete       ${(findings.caughtUpMs / 1_000).toFixed(1)} s after the last decision`,
    `whole run             ${report.seconds.toFixed(0)} s`,
    ...Object.entries(broken(report)).map(([what, list]) => `${String(list.length).padStart(6)} ${words[what] ?? what}${firstOf(list)}`),
  ].join('\n');
}
