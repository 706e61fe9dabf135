import type { MoneyRow } from '../projections/money/money.entity.js';
import type { ByParty, ReviewDoc } from '../projections/reviews/reviews.entity.js';

/** Money of one side in one currency, minor units: what it paid to others, received, and accounted for by vouchers. */
export interface FundsOfSide {
  readonly currency: string;
  readonly paid: number;
  readonly received: number;
  readonly justified: number;
}

/** A meeting as the account tells it: who came, and how many. A meeting that is kept from the reader has no attendance. */
export interface Met {
  readonly attendance?: readonly { readonly party: string; readonly people: number }[];
}

/** A joint decision as the file keeps it; one that is kept from the reader names nobody. */
export interface Decided {
  readonly proposedBy?: string;
  readonly state?: string;
  readonly acceptedBy?: readonly string[];
}

/** Something owed, by whichever side; one that is kept from the reader names nobody. */
export interface Pending {
  readonly owedBy?: string;
  readonly dueOn?: string;
}

/** One side of the shared account (MDM-28). */
export interface SideOfAccount {
  readonly party: string;
  readonly funds: readonly FundsOfSide[];
  readonly activities: { readonly meetings: number; readonly people: number };
  readonly decisions: { readonly proposed: number; readonly accepted: number; readonly alone: number };
  readonly pending: readonly Pending[];
}

export interface AccountParts {
  readonly parties: readonly string[];
  /** Rows of money that the reader may see. */
  readonly money: readonly MoneyRow[];
  readonly meetings: readonly Met[];
  readonly decisions: readonly Decided[];
  /** How many decisions each party noted that it took alone. */
  readonly alone: Readonly<Record<string, number>>;
  readonly pending: readonly Pending[];
}

const sum = (rows: readonly MoneyRow[], amount: (row: MoneyRow) => number): number => rows.reduce((total, row) => total + amount(row), 0);

function fundsOf(rows: readonly MoneyRow[], party: string): readonly FundsOfSide[] {
  const arrived = rows.filter(row => row.kind === 'transfer' && row.state === 'received');
  const concerned = arrived.filter(row => row.party === party || row.payer === party);
  const currencies = [...new Set(concerned.flatMap(({ currency }) => currency ?? []))].toSorted();
  return currencies.map(currency => {
    const inCurrency = concerned.filter(row => row.currency === currency);
    const received = inCurrency.filter(row => row.party === party);
    return {
      currency,
      paid: sum(
        inCurrency.filter(row => row.payer === party),
        row => row.amount,
      ),
      received: sum(received, row => row.amount),
      justified: sum(received, row => row.justified),
    };
  });
}

const peopleOf = ({ attendance = [] }: Met, party: string): number =>
  attendance.filter(one => one.party === party).reduce((total, one) => total + one.people, 0);

function sideOf(parts: AccountParts, party: string): SideOfAccount {
  const people = parts.meetings.map(met => peopleOf(met, party));
  return {
    party,
    funds: fundsOf(parts.money, party),
    activities: { meetings: people.filter(count => count > 0).length, people: people.reduce((total, count) => total + count, 0) },
    decisions: {
      proposed: parts.decisions.filter(one => one.proposedBy === party).length,
      accepted: parts.decisions.filter(one => one.state === 'taken' && one.acceptedBy?.includes(party) === true).length,
      alone: parts.alone[party] ?? 0,
    },
    pending: parts.pending.filter(one => one.owedBy === party),
  };
}

/** What each side has given, done, decided and still owes: one page, the same words for whoever reads it (MDM-28). */
export const sidesOf = (parts: AccountParts): readonly SideOfAccount[] => parts.parties.map(party => sideOf(parts, party));

/** One review's score of the question on autonomy. */
export interface AutonomyPoint {
  readonly round: number;
  readonly heldAt: string;
  readonly question: string;
  readonly scores: ByParty;
  /** Against the review before, in hundredths, by party; null in the first that was scored. */
  readonly change: ByParty | null;
}

/** How far the partnership increased the partner's autonomy, review by review, as the partner scored it (MDM-22). */
export function autonomyTrend(reviews: readonly ReviewDoc[], questions: readonly string[]): readonly AutonomyPoint[] {
  return questions.flatMap(question => {
    const scored = reviews.filter(review => review.questions[question] !== undefined);
    return scored.map(({ round, heldAt, questions: told }, at) => {
      const scores = told[question] ?? {};
      const before = scored[at - 1]?.questions[question];
      const change =
        before === undefined
          ? null
          : Object.fromEntries(
              Object.entries(scores).flatMap(([party, score]) => (before[party] === undefined ? [] : [[party, score - before[party]]])),
            );
      return { round, heldAt, question, scores, change };
    });
  });
}
