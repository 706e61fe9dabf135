/** Edit distance of two short words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [place, match] of [...other].entries()) {
      const kept = (row[place] ?? 0) + (letter === match ? 0 : 1);
      next.push(Math.min(kept, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The known word that was probably meant: at most a third of it is different. */
export function nearest(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map(name => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.ceil(name.length / 3))
    .toSorted((one, other) => one.far - other.far);
  return ranked[0]?.name ?? null;
}
