import { describe, expect, it } from 'vitest';
import { amountText, withAmounts } from './amounts.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('amounts', () => {
  it('are written in one form in each language, whoever tells them: a table or a sentence of the rules', () => {
    expect(amountText('en', { amount: 2_800_000, currency: 'EUR' })).toBe('EUR 28,000.00');
    expect(amountText('fr', { amount: 2_800_000, currency: 'EUR' })).toBe('28 000,00 EUR');
    expect(withAmounts('en', 'The lines come to 28000.00 EUR, the total to 1250 XOF.')).toBe(
      'The lines come to EUR 28,000.00, the total to XOF 1,250.',
    );
    expect(withAmounts('fr', 'Le total est 28000.00 EUR.')).toBe('Le total est 28 000,00 EUR.');
    expect(plain(withAmounts('en', '1.250 TND'))).toBe('TND 1.250');
  });

  it('what is no amount stays as it is: years, versions, letters that are no currency', () => {
    for (const text of ['En 2027 EURO', 'version 3 PMP', 'A4, 12 MDM', '2026-12-12 EUR']) expect(withAmounts('en', text)).toBe(text);
  });
});
