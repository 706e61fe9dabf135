/** Longest word that is compared letter by letter; what follows is left out of the comparison on both sides. */
const longest = 64;

/** Rows of the table of one comparison: the one being filled and the two before it. */
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const;

/**
 * Edits that turn one word into the other: a letter put in, left out, replaced, or two neighbours swapped. Stops at
 * `most` and answers `most + 1`: how far apart two strangers are is nobody's question. The same both ways round.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > most) return most + 1;
  const [width, height] = [Math.min(short.length, longest), Math.min(long.length, longest)];
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= width; column += 1) last[column] = column;
  for (let row = 1; row <= height; row += 1) {
    current[0] = row;
    let least = row;
    const letter = long.charCodeAt(row - 1);
    for (let column = 1; column <= width; column += 1) {
      const against = short.charCodeAt(column - 1);
      let cost = (last[column - 1] ?? 0) + (letter === against ? 0 : 1);
      cost = Math.min(cost, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && letter === short.charCodeAt(column - 2) && long.charCodeAt(row - 2) === against) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[width] ?? 0, most + 1);
}
