/** Currencies of ISO 4217 whose minor unit is not a hundredth: digits after the point. */
const otherDigits: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(code => [
      code,
      0,
    ]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(code => [code, 3])),
};

/** An amount in minor units as people write it: 1250 EUR reads `12.50 EUR`, 1250 XOF reads `1250 XOF`. */
export function writtenAmount(amount: number, currency: string): string {
  const digits = otherDigits[currency] ?? 2;
  if (digits === 0) return `${amount} ${currency}`;
  const padded = String(amount).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)} ${currency}`;
}
