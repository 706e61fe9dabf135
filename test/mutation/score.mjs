import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { nameOf } from './draw.mjs';

const noticed = ['Killed', 'Timeout'];
const alive = ['Survived', 'NoCoverage'];
const root = 'libs/lifecycle/src/';
const asked = 0.85;

const folderOf = file => (dirname(`${file}`) + '/').slice(root.length).replace(/\/$/, '') || '(root)';

/** Wilson's interval of 95 % around a share seen in a sample, as two shares between 0 and 1. */
export function interval(hits, all) {
  const z = 1.96;
  const share = hits / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [middle - half, middle + half];
}

const percent = share => `${(100 * share).toFixed(1)} %`;

/** A report counts lines and columns from one, the instrumenter, whose names a draw uses, from zero. */
const drawnAs = ({ file, location: { start, end }, replacement }) => {
  const fromZero = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  return nameOf({ fileName: file, location: { start: fromZero(start), end: fromZero(end) }, replacement });
};

/**
 * Every mutant of the reports that was asked about, with the folder it stands in and the line as it was written. One
 * that was asked about twice is noticed when either asking noticed it.
 */
function mutantsOf(reports) {
  const everyAsking = reports.flatMap(report =>
    Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(([file, { source, mutants }]) =>
      mutants
        .filter(({ status }) => noticed.includes(status) || alive.includes(status))
        .map(mutant => ({ ...mutant, file, folder: folderOf(file), line: source.split('\n')[mutant.location.start.line - 1].trim() })),
    ),
  );
  const byName = new Map();
  for (const mutant of everyAsking) {
    const name = drawnAs(mutant);
    if (!noticed.includes(byName.get(name)?.status)) byName.set(name, mutant);
  }
  return [...byName.values()];
}

/** Names of the mutants that nobody noticed, as a draw names them. */
export const livingIn = reports =>
  mutantsOf(reports)
    .filter(({ status }) => alive.includes(status))
    .map(drawnAs);

function row(name, mutants) {
  const hits = mutants.filter(({ status }) => noticed.includes(status)).length;
  const [low, high] = interval(hits, mutants.length);
  return `| ${name} | ${mutants.length} | ${hits} | ${percent(hits / mutants.length)} | ${percent(low)} – ${percent(high)} |`;
}

/** Prints score and interval by folder, then every mutant that lives. Answers 0 where the score is reached, else 1. */
export function tell(reports) {
  const mutants = mutantsOf(reports);
  if (mutants.length === 0) return 1;
  const folders = [...new Set(mutants.map(({ folder }) => folder))].toSorted((one, other) => one.localeCompare(other));
  console.log('| Folder | Mutants | Noticed | Score | 95 % |\n| --- | --: | --: | --: | --: |');
  for (const folder of folders)
    console.log(
      row(
        folder,
        mutants.filter(mutant => mutant.folder === folder),
      ),
    );
  console.log(row('all', mutants));
  const living = mutants.filter(({ status }) => alive.includes(status));
  for (const { file, location, status, mutatorName, line, replacement } of living)
    console.log(
      `${file.slice(root.length)}:${location.start.line}:${location.start.column} ${status} ${mutatorName}: ${line} → ${replacement.replaceAll(/\s+/g, ' ')}`,
    );
  return 1 - living.length / mutants.length >= asked ? 0 : 1;
}
