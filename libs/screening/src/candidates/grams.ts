import type { ScreenedName } from '../names/screened-name.js';

const edge = '_';

function pieces(word: string, length: number, into: Set<string>): void {
  if (word === '') return;
  const text = `${edge}${word}${edge}`;
  for (let start = 0; start + length <= text.length; start += 1) into.add(text.slice(start, start + length));
}

/** Short pieces of a name by which it is found again: of its letters, and of its consonants for other scripts. */
export interface Grams {
  readonly letters: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
}

export function gramsOf({ words }: ScreenedName): Grams {
  const [letters, sounds] = [new Set<string>(), new Set<string>()];
  for (const { text, sound, weight } of words) {
    // Words that say next to nothing would call up half the list.
    if (weight < 0.2 && words.length > 1) continue;
    pieces(text, Math.min(3, text.length + 1), letters);
    pieces(sound, 2, sounds);
  }
  return { letters, sounds };
}
