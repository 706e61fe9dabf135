import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../support/repository.js';
import type { Figure, Finding } from './bench-case.js';

/** What a whole run found and where. */
export interface BenchRun {
  readonly date: string;
  readonly machine: readonly string[];
  readonly load: string;
  readonly rounds: number;
  /** True when the amounts were small. */
  readonly quick: boolean;
  readonly findings: readonly Finding[];
}

const verdict = ({ target }: Figure): string => (target === null ? '' : target.met ? 'met' : '**short**');

const header = ['Figure', 'Ours', 'Baseline', 'Result', 'Target', ''];

const cells = (figure: Figure): string[] => [
  figure.what,
  figure.ours,
  figure.baseline,
  figure.result,
  figure.target?.words ?? '',
  verdict(figure),
];

/** A Markdown table with its columns aligned, as the formatter of this repository writes it. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, column) => Math.max(3, ...rows.map(row => (row[column] ?? '').length)));
  const line = (row: readonly string[], fill = ' '): string =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [first = header, ...others] = rows;
  return [line(first), line([], '-'), ...others.map(row => line(row))];
}

function section({ title, conditions, figures, checks }: Finding): string[] {
  const short = figures.flatMap(({ what, target }) => (target === null || target.met ? [] : [`- **Short: ${what}.** ${target.whenShort}`]));
  return [
    `## ${title}`,
    '',
    ...table([header, ...figures.map(cells)]),
    '',
    ...short,
    ...conditions.map(line => `- ${line}`),
    ...(checks.length === 0 ? [] : [`- Compared after each measurement: ${checks.join('; ')}.`]),
    '',
  ];
}

/** The page as Markdown. */
export const pageOf = ({ date, machine, load, rounds, quick, findings }: BenchRun): string =>
  [
    '# Figures',
    '',
    'Written by `npm run bench -- --write`; do not edit. What counts is the ratio of two things that ran in turn in one run on one machine; absolute numbers hold for this machine only. A figure is the median of its rounds, with the least and the greatest beside it.',
    '',
    `- ${date}, ${rounds} rounds, each contender once per round, every second round in the opposite order`,
    ...machine.map(line => `- ${line}`),
    `- Load of the machine: ${load}`,
    ...(quick ? ['- A short run: small amounts and few rounds; a full one is made with `npm run bench -- --write`.'] : []),
    '',
    ...findings.flatMap(section),
  ].join('\n');

/** Writes docs/bench.md. */
export const writePage = (run: BenchRun): void => writeFileSync(join(repositoryRoot, 'docs', 'bench.md'), `${pageOf(run).trimEnd()}\n`);
