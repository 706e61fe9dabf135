import { exchangeAxes, exchangeNatures } from '@palabre/contracts';

/** How much of one thing there was, as a row of the balance tells it. */
export interface Counted {
  readonly year: number;
  readonly measure: string;
  readonly party: string;
  readonly amount: number;
}

/** Whole percent of a total; null where there is nothing to share. */
export const percentOf = (part: number, total: number): number | null => (total === 0 ? null : Math.round((100 * part) / total));

/** Sums over rows of the balance, and the indicators that are made of sums alone. */
export class Tally {
  constructor(
    private readonly rows: readonly Counted[],
    private readonly parties: readonly string[],
  ) {}

  /** Everything of a measure; of one party, when it is named. */
  of(measure: string, party?: string): number {
    return this.rows
      .filter(row => row.measure === measure && (party === undefined || row.party === party))
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Share of each nature among the exchanges that carry one; those without are counted apart, not guessed (MDM-13). */
  exchanges(): object {
    const counts = exchangeNatures.map(nature => ({ nature, count: this.of(`exchange/${nature}`) }));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    return {
      shares: counts.map(({ nature, count }) => ({ nature, count, percent: percentOf(count, total) })),
      untagged: this.of('exchange/untagged'),
    };
  }

  /** Votes, turns at speaking and decisions of each party, side by side (PMP-53). */
  equality(): object[] {
    return this.parties.map(party => ({
      party,
      votes: this.of('vote', party),
      turns: this.of('turn', party),
      proposed: this.of('decision/proposed', party),
      taken: this.of('decision/taken', party),
      alone: this.of('decision/alone', party),
    }));
  }

  /** What is asked of each party: questions, forms, commitments (ALE-41). */
  burden(): object[] {
    return this.parties.map(party => ({
      party,
      questions: this.of('burden/questions', party),
      forms: this.of('burden/forms', party),
      commitments: this.of('commitment/owed', party),
    }));
  }

  /** Health of the relation, and results beside it: two readings, never one score (HFA-10, C-25). Changes weigh in neither (AGI-31). */
  relation(): { readonly health: object; readonly results: object } {
    const [held, missed] = [this.of('meeting/held'), this.of('meeting/missed')];
    const [asked, late] = [this.of('answer/asked'), this.of('answer/late')];
    const raised = this.of('challenge/raised');
    return {
      health: {
        meetings: { held, missed, keptPercent: percentOf(held, held + missed) },
        answers: { asked, late, inTimePercent: percentOf(Math.max(asked - late, 0), asked) },
        challenges: { raised, open: Math.max(raised - this.of('challenge/resolved'), 0) },
      },
      results: { kept: this.of('result/kept'), late: this.of('result/late'), breached: this.of('result/breached') },
    };
  }

  /** Actions in which each party spoke itself, as a share of all (ALE-50). */
  voice(): object {
    const actions = this.of('voice/action');
    const spoke = this.parties.map(party => {
      const times = this.of('voice/spoke', party);
      return { party, times, percent: percentOf(times, actions) };
    });
    return { actions, spoke };
  }

  /** Changes are counted with those that answered a need (AGI-31). */
  changes(): object {
    return { changes: this.of('change'), answeredANeed: this.of('change/need') };
  }

  axes(): object[] {
    return exchangeAxes.map(axis => ({ axis, exchanges: this.of(`axis/${axis}`), practices: this.of(`practice/${axis}`) }));
  }

  connections(): object {
    return {
      sameContext: this.of('connection/same-context'),
      otherRegion: this.of('connection/other-region'),
      untold: this.of('connection/untagged'),
      initiatives: this.of('initiative'),
    };
  }

  /** Who was there of those most affected and of people with disabilities, by their own word alone (ALE-23). */
  inclusion(): object {
    return {
      meetings: this.of('meeting/held'),
      meetingsThatTell: this.of('presence/told'),
      mostAffected: this.of('presence/most-affected'),
      withDisabilities: this.of('presence/with-disabilities'),
      needs: this.of('access/needs'),
      measures: this.of('access/measures'),
    };
  }
}
