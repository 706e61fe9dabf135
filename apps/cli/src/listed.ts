import type { Localized, Refusal } from '@palabre/contracts';

/**
 * Refusals as a list, one line each with what stands behind it; what is done about several that follow each other is told
 * once, under the last of them.
 */
export const listed = (
  refusals: readonly Refusal[],
  told: (text: Localized) => string,
  behind: (refusal: Refusal) => string,
): readonly string[] =>
  refusals.flatMap((refusal, at) => {
    const next = told(refusal.next);
    const following = refusals[at + 1];
    const goesOn = following !== undefined && following.rule === refusal.rule && told(following.next) === next;
    const line = `- ${told(refusal.reason)} (${behind(refusal)})`;
    return goesOn ? [line] : [line, `  → ${next}`];
  });
