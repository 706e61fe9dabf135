import type { Localized } from './localized.js';

export type Language = keyof Localized;

const isLanguage = (tag: string): tag is Language => tag === 'fr' || tag === 'en';

const ranked = (header: string): { tag: string; quality: number }[] =>
  header
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map(parameter => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(found => found !== undefined);
      return { tag: range.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .toSorted((a, b) => b.quality - a.quality);

/** The language a caller reads best, by `Accept-Language`; English when it names neither French nor English. */
export function preferredLanguage(header: string | undefined): Language {
  const found = ranked(header ?? '').find(({ tag, quality }) => isLanguage(tag) && quality > 0)?.tag;
  return found !== undefined && isLanguage(found) ? found : 'en';
}
