import type { NameWord } from '../names/screened-name.js';
import { editDistance } from './distance.js';

/** How two words came to match: letter for letter, nearly, by their consonants, by translation, or a letter for a whole name. */
export type LikenessKind = 'same' | 'spelling' | 'sound' | 'meaning' | 'initial';

export interface Likeness {
  readonly how: LikenessKind;
  /** 0 to 1. */
  readonly value: number;
}

/** Proposed by us; data, like the weights of words. Below `least` two words are strangers. */
export const likenessValues = {
  least: 0.7,
  initial: 0.75,
  meaning: 0.9,
  /** The same consonants in a script with vowels: so much better than the letters alone, up to `sound`. */
  soundBonus: 0.2,
  sound: 0.9,
  /** The same consonants when one script leaves vowels out; a single consonant proves less. */
  soundAcrossScripts: 0.95,
  shortSound: 0.8,
} as const;

const same: Likeness = { how: 'same', value: 1 };
const meaning: Likeness = { how: 'meaning', value: likenessValues.meaning };
const initial: Likeness = { how: 'initial', value: likenessValues.initial };

export type ComparedWord = Pick<NameWord, 'text' | 'sound' | 'withoutVowels' | 'meaning'>;

/** Letters that may differ before the words are strangers: none up to three letters, then one in three or four. */
const editsAllowed = (length: number): number => Math.floor(length * (1 - likenessValues.least) + 1e-9);

function spelling(one: ComparedWord, other: ComparedWord): Likeness | null {
  const length = Math.max(one.text.length, other.text.length);
  const most = editsAllowed(length);
  const edits = editDistance(one.text, other.text, most);
  return edits > most ? null : { how: 'spelling', value: 1 - edits / length };
}

/** Between scripts, one of which leaves vowels out: the consonants are all there is to compare. */
function soundAcross(one: ComparedWord, other: ComparedWord): Likeness | null {
  const length = Math.max(one.sound.length, other.sound.length);
  if (length === 0) return null;
  if (one.sound === other.sound) return { how: 'sound', value: length > 1 ? likenessValues.soundAcrossScripts : likenessValues.shortSound };
  if (length < 5 || editDistance(one.sound, other.sound, 1) > 1) return null;
  return { how: 'sound', value: likenessValues.soundAcrossScripts * (1 - 1 / length) };
}

/** With vowels on both sides they count too: Zubair is Zoubeïr, Mahmoud is not Mohamed. */
function soundWithin(one: ComparedWord, other: ComparedWord): Likeness | null {
  if (one.sound !== other.sound || one.sound.length < 2) return null;
  const length = Math.max(one.text.length, other.text.length);
  const most = Math.floor(length * (1 - likenessValues.least + likenessValues.soundBonus) + 1e-9);
  const edits = editDistance(one.text, other.text, most);
  return edits > most ? null : { how: 'sound', value: Math.min(likenessValues.sound, 1 - edits / length + likenessValues.soundBonus) };
}

/** How alike two words are, or null for strangers. The same both ways round. */
export function likeness(one: ComparedWord, other: ComparedWord): Likeness | null {
  if (one.text === other.text) return same;
  if (one.meaning !== null && one.meaning === other.meaning) return meaning;
  const [short, long] = one.text.length <= other.text.length ? [one, other] : [other, one];
  if (short.text.length === 1) return long.text.startsWith(short.text) ? initial : null;
  const byLetters = spelling(one, other);
  const bySound = one.withoutVowels || other.withoutVowels ? soundAcross(one, other) : soundWithin(one, other);
  if (byLetters === null || bySound === null) return byLetters ?? bySound;
  return bySound.value > byLetters.value ? bySound : byLetters;
}

export type LikenessOf = (one: NameWord, other: NameWord) => Likeness | null;

/** The same, remembered: within one search the words of a list come again and again. */
export function rememberedLikeness(): LikenessOf {
  const known = new Map<NameWord, Map<NameWord, Likeness | null>>();
  return (one, other) => {
    const row = known.get(one) ?? new Map<NameWord, Likeness | null>();
    known.set(one, row);
    const before = row.get(other);
    if (before !== undefined) return before;
    const found = likeness(one, other);
    row.set(other, found);
    return found;
  };
}
