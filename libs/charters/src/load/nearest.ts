/** Number of letters to insert, drop or change to turn one word into the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Words longer than this are not slips of a known key, and measuring them would cost too much. */
const longestWord = 60;

/** The known word that was probably meant, or null when none is close: up to a third of its letters may differ. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > longestWord) return null;
  const ranked = known
    .map(candidate => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / 3)))
    .toSorted((one, other) => one.far - other.far);
  return ranked[0]?.candidate ?? null;
}
