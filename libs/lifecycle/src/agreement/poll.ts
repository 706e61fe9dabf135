import { policyOf, type PartnershipState } from '../state.js';
import { partiesIn, votersOf } from '../mechanisms/parties/questions.js';
import { agreed, objectionEndsAt, type Outcome, type Poll } from './decision-rule.js';

/** What the parties have said so far to something put to them at `askedAt`. */
export interface Voices {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly askedAt: string;
}

/** How long silence lasts: the charter's delay, and never less than the longest that a party declared for itself (PMP-30). */
export function objectionDelay(state: PartnershipState): Poll['objectionWithin'] {
  const longest = Math.max(0, ...partiesIn(state).map(party => party.decisionDays));
  const stated = policyOf(state).timers.objection_within;
  return 'days' in stated && stated.days < longest ? { days: longest } : stated;
}

/** How it stands by the rule that this partnership decides under (S-10, PMP-28). */
export function outcomeOf(state: PartnershipState, { yes, no, askedAt }: Voices, now: string): Outcome {
  const { decisionRule: rule } = policyOf(state);
  const verdicts = [...yes.map(party => ({ party, says: 'yes' as const })), ...no.map(party => ({ party, says: 'no' as const }))];
  return agreed({ rule, parties: votersOf(state), verdicts, askedAt, objectionWithin: objectionDelay(state) }, now);
}

/** When silence will have meant yes; null where this partnership asks everybody to speak. */
export function silenceEndsAt(state: PartnershipState, askedAt: string): string | null {
  const { decisionRule } = policyOf(state);
  return decisionRule === 'no-objection' ? objectionEndsAt({ askedAt, objectionWithin: objectionDelay(state) }) : null;
}
