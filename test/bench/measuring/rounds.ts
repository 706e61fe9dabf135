/** Runs each contender once per round, in turn, every second round in the opposite order. Answers a series for each. */
export async function inTurn<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, (round: number) => Promise<number>>>,
  tell: (line: string) => void,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const series = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) series[name].push(await contenders[name](round));
    tell(`round ${round + 1} of ${rounds}: ${names.map(name => `${name} ${Math.round(series[name].at(-1) ?? 0)}`).join(', ')}`);
  }
  return series;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
