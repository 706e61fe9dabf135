/**
 * Sounds that people and lists write in several ways, folded into one letter. Rough on purpose: it finds, the score
 * weighs. Order matters: the longer spelling first.
 */
const folds: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|tch|sch|ch|sh|cz|sz|ts|tz|dz|x/g, 's'],
  [/dj|gh|g|j/g, 'g'],
  [/kh|ck|qu|q|c/g, 'k'],
  [/ph|v/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/z/g, 's'],
];

/**
 * The consonants of a word as they sound: `Mohammed`, `Muhamad` and what `محمد` becomes all give `mhmd`. Short vowels
 * are not written in Arabic or Hebrew, and long ones share their letters with w and y, so all of these go. Empty for a
 * word of vowels.
 */
export function soundOf(word: string): string {
  const folded = folds.reduce((text, [spelling, letter]) => text.replace(spelling, letter), word);
  return folded
    .replace(/[aeiouwy]/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)h$/, '');
}
