import type { NameWord } from '../names/screened-name.js';
import type { ComparedWord, LikenessKind, LikenessOf } from './word-likeness.js';
import { likeness } from './word-likeness.js';

/** Words of the left name that match words of the right one. Places are bits: a name has sixteen words at most. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly how: LikenessKind | 'joined';
  readonly value: number;
  /** How much the words say on each side. */
  readonly leftWeight: number;
  readonly rightWeight: number;
}

type Words = readonly NameWord[];

/** Shortest word that may be two words of the other name written together. */
const shortestJoined = 4;

function joined(one: NameWord, other: NameWord): ComparedWord {
  const twice = one.sound !== '' && one.sound.at(-1) === other.sound[0];
  return {
    text: one.text + other.text,
    sound: one.sound + (twice ? other.sound.slice(1) : other.sound),
    withoutVowels: one.withoutVowels || other.withoutVowels,
    meaning: null,
  };
}

/** Whether two words could be one, by what is cheap to see: their length, and the first letter where vowels are written. */
function mayJoin(word: NameWord, one: NameWord, other: NameWord): boolean {
  const across = word.withoutVowels || one.withoutVowels || other.withoutVowels;
  const difference = Math.abs(one.text.length + other.text.length - word.text.length);
  return across ? difference <= word.text.length : difference <= 2 && word.text[0] === one.text[0];
}

type Found = (single: number, two: readonly [number, number], value: number) => void;

/** Two words of `many` that are one word of `single`, in either order: Abd Allah and Abdullah, Xiao Ming and Xiaoming. */
function joinedPairs(single: Words, many: Words, settled: { single: number; many: number }, found: Found): void {
  for (const [place, word] of single.entries()) {
    if (word.text.length < shortestJoined || (settled.single & (1 << place)) !== 0) continue;
    for (const [first, one] of many.entries()) {
      for (const [second, other] of many.entries()) {
        if (first === second || (settled.many & ((1 << first) | (1 << second))) !== 0 || !mayJoin(word, one, other)) continue;
        const alike = likeness(word, joined(one, other));
        if (alike !== null && alike.how !== 'initial') found(place, [first, second], alike.value);
      }
    }
  }
}

const weightAt = (words: Words, place: number): number => words[place]?.weight ?? 0;

function allPairs(left: Words, right: Words, alike: LikenessOf): Pair[] {
  const pairs: Pair[] = [];
  const settled = { left: 0, right: 0 };
  for (const [row, one] of left.entries()) {
    for (const [column, other] of right.entries()) {
      const found = alike(one, other);
      if (found === null) continue;
      const weight = Math.min(one.weight, other.weight);
      pairs.push({ left: 1 << row, right: 1 << column, how: found.how, value: found.value, leftWeight: weight, rightWeight: weight });
      if (found.how !== 'same') continue;
      settled.left |= 1 << row;
      settled.right |= 1 << column;
    }
  }
  joinedPairs(left, right, { single: settled.left, many: settled.right }, (one, [first, second], value) =>
    pairs.push({
      left: 1 << one,
      right: (1 << first) | (1 << second),
      how: 'joined',
      value,
      leftWeight: weightAt(left, one),
      rightWeight: weightAt(right, first) + weightAt(right, second),
    }),
  );
  joinedPairs(right, left, { single: settled.right, many: settled.left }, (one, [first, second], value) =>
    pairs.push({
      left: (1 << first) | (1 << second),
      right: 1 << one,
      how: 'joined',
      value,
      leftWeight: weightAt(left, first) + weightAt(left, second),
      rightWeight: weightAt(right, one),
    }),
  );
  return pairs;
}

const byLikeness = (one: Pair, other: Pair): number =>
  other.value - one.value || other.leftWeight + other.rightWeight - one.leftWeight - one.rightWeight;

/**
 * Takes the likest pair first, then the likest of what is left. Ties go to the pair that says more, then by the
 * alphabet: the words are in its order.
 */
export function bestPairs(left: Words, right: Words, alike: LikenessOf): Pair[] {
  let [usedLeft, usedRight] = [0, 0];
  return allPairs(left, right, alike)
    .sort(byLikeness)
    .filter(pair => {
      if ((pair.left & usedLeft) !== 0 || (pair.right & usedRight) !== 0) return false;
      usedLeft |= pair.left;
      usedRight |= pair.right;
      return true;
    });
}
