import type { TextBodies } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';

type Told = NonNullable<TextBodies['final-report']['told']>;

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

/** The figures of the final report's first two blocks, as the events of the whole life tell them (HFA-33). */
export function toldByEvents({ meetings, commitments, money }: PartnershipState): Told {
  const ended = Object.values(commitments.counts);
  const currencies = [...new Set(money.totals.map(totals => totals.currency))].sort();
  return {
    activities: {
      meetings: sum(meetings.years.map(year => year.held)),
      statusPoints: sum(meetings.years.map(year => year.statusPoints)),
      kept: sum(ended.map(counts => counts.kept)),
      late: sum(ended.map(counts => counts.late)),
      breached: sum(ended.map(counts => counts.breached)),
      excused: sum(ended.map(counts => counts.excused)),
    },
    ...(meetings.rates === undefined ? {} : { rates: meetings.rates }),
    finances: currencies.map(currency => {
      const inCurrency = money.totals.filter(totals => totals.currency === currency);
      return {
        currency,
        transferred: sum(inCurrency.map(totals => totals.paid)),
        justified: sum(inCurrency.map(totals => totals.justified)),
      };
    }),
  };
}
