import { commandTypes } from '@palabre/contracts';

/** Edit distance of Levenshtein, one row at a time. */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}

/** Longest name that is compared; anything longer is no slip of the pen. */
const longestName = 60;

/** The command whose name is closest to what was written, or null when nothing is close. */
export function nearestCommand(written: string, among: readonly string[] = commandTypes): string | null {
  if (written.length > longestName) return null;
  const word = written.toLowerCase();
  const ranked = among.map(type => ({ type, steps: distance(word, type.toLowerCase()) })).toSorted((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best !== undefined && best.steps <= Math.max(2, best.type.length / 2) ? best.type : null;
}
