import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until `condition` answers something, asking every `everyMs`.
 * Undefined and false mean "not yet"; undefined is returned when `withinMs` have passed.
 */
export async function waitUntil<T>(
  condition: () => Promise<T | undefined | false> | T | undefined | false,
  options: { withinMs: number; everyMs?: number },
): Promise<T | undefined> {
  const deadline = Date.now() + options.withinMs;
  for (;;) {
    const answer = await condition();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() >= deadline) return undefined;
    await pause(options.everyMs ?? 25);
  }
}
