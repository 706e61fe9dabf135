/** Numbers from 0 to 1 that a seed determines: a run with the same seed strikes in the same order. */
export interface Random {
  next(): number;
  between(from: number, to: number): number;
  shuffled<T>(elements: readonly T[]): T[];
}

/** The generator mulberry32: 32 bits of state, enough to draw targets and pauses. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    shuffled: elements =>
      elements
        .map(element => ({ element, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ element }) => element),
  };
}
