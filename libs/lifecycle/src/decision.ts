import type { Fact, GateId, Localized, Refusal } from '@palabre/contracts';

/** What the rules answer: facts to record, or why not. A refusal is a value, never an exception. */
export type Decision =
  | { readonly outcome: 'accepted'; readonly facts: readonly Fact[]; readonly warnings: readonly Refusal[] }
  | {
      readonly outcome: 'refused';
      readonly refusal: Refusal;
      /** Where several things are in the way: each by itself, for whoever asks why not. */
      readonly each?: readonly Refusal[];
    };

export const accept = (...facts: Fact[]): Decision => ({ outcome: 'accepted', facts, warnings: [] });

export const refuse = (refusal: Refusal): Decision => ({ outcome: 'refused', refusal });

/** A sentence in French and in English. */
export const say = (fr: string, en: string): Localized => ({ fr, en });

/** Builds a refusal: machine code, rule id, why, and what to do next. */
export const because = (code: string, rule: string, reason: Localized, next: Localized, gates: readonly GateId[] = []): Refusal => ({
  code,
  rule,
  reason,
  next,
  gates: [...gates],
});
