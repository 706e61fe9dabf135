import type { DecisionRule, FreeText } from '@palabre/contracts';
import { policyOf, type PartnershipState } from '../state.js';
import { partiesIn, votersOf } from '../mechanisms/parties/questions.js';
import { agreed, objectionEndsAt, type Outcome, type Poll } from './decision-rule.js';

/** What the parties have said so far to something put to them at `askedAt`. */
export interface Voices {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly askedAt: string;
  /** Where the matter is decided by another rule than the partnership's own. */
  readonly by?: DecisionRule;
}

/** How long silence lasts: the charter's delay, and never less than the longest that a party declared for itself (PMP-30). */
export function objectionDelay(state: PartnershipState): Poll['objectionWithin'] {
  const longest = Math.max(0, ...partiesIn(state).map(party => party.decisionDays));
  const stated = policyOf(state).timers.objection_within;
  return 'days' in stated && stated.days < longest ? { days: longest } : stated;
}

/** How it stands by the rule that this partnership decides under (S-10, PMP-28). `among`: who is asked, where it is not everybody. */
export function outcomeOf(state: PartnershipState, { yes, no, askedAt, by }: Voices, now: string, among?: readonly string[]): Outcome {
  const rule = by ?? policyOf(state).decisionRule;
  const verdicts = [...yes.map(party => ({ party, says: 'yes' as const })), ...no.map(party => ({ party, says: 'no' as const }))];
  const parties = among === undefined ? votersOf(state) : votersOf(state).filter(party => among.includes(party));
  return agreed({ rule, parties, verdicts, askedAt, objectionWithin: objectionDelay(state) }, now);
}

/** A question put long ago, and looked at before that: no silence has lasted. */
const noTime = { askedAt: '1970-01-01T00:00:00.000Z', now: '0000-01-01T00:00:00.000Z' };

/**
 * How it stands by voices alone, once nobody is left who would have to speak: the last silent party has left, or the rule
 * has changed. Silence has a deadline of its own, and one voice alone never agrees with itself.
 */
export const outcomeByVoices = (state: PartnershipState, voices: Omit<Voices, 'askedAt'>, among?: readonly string[]): Outcome =>
  votersOf(state).length < 2 ? 'waiting' : outcomeOf(state, { ...voices, askedAt: noTime.askedAt }, noTime.now, among);

/** Said as the reason where an objection is enough because whoever had not spoken is gone. */
export const objectionIsEnough: FreeText =
  'Personne d’autre n’a plus à répondre : l’objection suffit. / Nobody else has to answer any more: the objection is enough.';

/** When silence will have meant yes; null where this partnership asks everybody to speak. */
export function silenceEndsAt(state: PartnershipState, askedAt: string): string | null {
  const { decisionRule } = policyOf(state);
  return decisionRule === 'no-objection' ? objectionEndsAt({ askedAt, objectionWithin: objectionDelay(state) }) : null;
}
