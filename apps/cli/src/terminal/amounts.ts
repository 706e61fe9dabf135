import type { Money } from '@palabre/contracts';
import type { Language } from './language.js';

const formatOf = (language: Language, currency: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' });

const written = (format: Intl.NumberFormat, units: number): string => format.format(units).replace(/[\u00a0\u202f]/g, ' ');

/** An amount as people write it in this language: minor units become units of the currency. */
export function amountText(language: Language, { amount, currency }: Money): string {
  const format = formatOf(language, currency);
  return written(format, amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The same for the amounts in a sentence of the rules, which write `1250.00 EUR` in every language. */
export const withAmounts = (language: Language, text: string): string =>
  text.replace(/(?<![\d.,-])(\d+(?:\.\d{1,3})?) ([A-Z]{3})(?![A-Za-z])/g, (whole, units: string, currency: string) =>
    currencies.has(currency) ? written(formatOf(language, currency), Number(units)) : whole,
  );
