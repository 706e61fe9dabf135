/**
 * Waits until something holds, asking again at short intervals; fails with what was seen last. For conditions of other
 * processes, which nobody can await.
 */
export async function until<T>(what: string, ask: () => Promise<T>, holds: (seen: T) => boolean, withinMs = 60_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  let seen: T | Error;
  do {
    seen = await ask().catch((reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))));
    if (!(seen instanceof Error) && holds(seen)) return seen;
    await new Promise(resolve => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  const last = seen instanceof Error ? seen.message : JSON.stringify(seen);
  throw new Error(`not within ${withinMs} ms: ${what}; last seen: ${last?.slice(0, 600)}`);
}
