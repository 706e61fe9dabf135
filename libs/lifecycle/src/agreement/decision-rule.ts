import type { CalendarSpan, DecisionRule } from '@palabre/contracts';
import { after } from '../calendar/span.js';

/** What a party has said so far. Silence is not in the list: it is the absence of an entry. */
export interface Verdict {
  readonly party: string;
  readonly says: 'yes' | 'no';
}

/** How a question put to the parties stands. `refused`: no later voice can change it under this rule. */
export type Outcome = 'agreed' | 'refused' | 'waiting';

/** A question put to parties: who is asked, what they said, since when, and how long silence may last. */
export interface Poll {
  readonly rule: DecisionRule;
  /** Parties with a voice. Whoever asks is one of them and counts as a yes only if it says so. */
  readonly parties: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly askedAt: string;
  /** Delay after which silence is no objection; only the rule `no-objection` looks at it. */
  readonly objectionWithin: CalendarSpan;
}

const count = (poll: Poll, says: Verdict['says']): number =>
  poll.parties.filter(party => poll.verdicts.findLast(verdict => verdict.party === party)?.says === says).length;

const rules: Readonly<Record<DecisionRule, (poll: Poll, now: string) => Outcome>> = {
  all: poll => {
    if (count(poll, 'no') > 0) return 'refused';
    return count(poll, 'yes') === poll.parties.length ? 'agreed' : 'waiting';
  },
  majority: poll => {
    if (count(poll, 'yes') * 2 > poll.parties.length) return 'agreed';
    return count(poll, 'no') * 2 >= poll.parties.length ? 'refused' : 'waiting';
  },
  'no-objection': (poll, now) => {
    if (count(poll, 'no') > 0) return 'refused';
    if (count(poll, 'yes') === poll.parties.length) return 'agreed';
    return objectionEndsAt(poll) <= now ? 'agreed' : 'waiting';
  },
};

/** Instant from which silence is no objection any more. */
export const objectionEndsAt = (poll: Pick<Poll, 'askedAt' | 'objectionWithin'>): string => after(poll.askedAt, poll.objectionWithin);

/**
 * Whether the parties have agreed, by the rule they decide under (S-10, PMP-28). The last word of a party counts;
 * voices of anybody else do not. Nobody asked means nothing agreed: the outcome stays `waiting`.
 */
export const agreed = (poll: Poll, now: string): Outcome => (poll.parties.length === 0 ? 'waiting' : rules[poll.rule](poll, now));
