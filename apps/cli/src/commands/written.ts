import type { FreeText, Money } from '@palabre/contracts';
import type { Session } from '../session.js';

/** A written text on one line; a sealed one says that it is. */
export const textIn = ({ say }: Session, text: FreeText | null): string =>
  text === null ? '' : typeof text === 'string' ? text : say('history.sealed');

/** An amount in the person's way of writing it: minor units become units of the currency. */
export function moneyIn({ terminal }: Session, { amount, currency }: Money): string {
  const format = new Intl.NumberFormat(terminal.language, { style: 'currency', currency, currencyDisplay: 'code' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(amount / 10 ** digits).replace(/[\u00a0\u202f]/g, ' ');
}
