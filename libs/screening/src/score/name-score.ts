import type { ScreenedName } from '../names/screened-name.js';
import { bestPairs, type Pair } from './word-pairs.js';
import { likeness, type LikenessKind, type LikenessOf } from './word-likeness.js';

/** Words of the one name that match words of the other. Two words on one side: written apart there, together here. */
export interface MatchedWords {
  readonly asked: readonly string[];
  readonly listed: readonly string[];
  readonly how: LikenessKind | 'joined';
  /** How alike, 0 to 1. */
  readonly likeness: number;
  /** How much these words say, those of both names together. */
  readonly weight: number;
}

/**
 * How near two names are, 0 to 1, and why. Holds words of names: for the screen of those who may see the case, never
 * for an event, a log or a key.
 */
export interface NameScore {
  readonly score: number;
  readonly matched: readonly MatchedWords[];
  /** Words that found nothing on the other side. */
  readonly askedAlone: readonly string[];
  readonly listedAlone: readonly string[];
}

/** How much of a name was found on the other side, and how much there is. */
interface Side {
  readonly found: number;
  readonly held: number;
}

/**
 * The share of the lighter name that was found counts most: a list often holds a father's name that the partner leaves
 * out. A name of one word leans on nothing, so there both shares count alike.
 */
function shareOf(one: Side, other: Side): number {
  const [light, heavy] = one.held <= other.held ? [one, other] : [other, one];
  if (light.held === 0) return 0;
  const lean = 0.5 + 0.25 * Math.min(1, Math.max(0, light.held - 1));
  return lean * Math.min(1, light.found / light.held) + (1 - lean) * Math.min(1, heavy.found / heavy.held);
}

interface Comparison {
  readonly score: number;
  readonly pairs: readonly Pair[];
}

function compare(left: ScreenedName, right: ScreenedName, alike: LikenessOf): Comparison {
  const pairs = bestPairs(left.words, right.words, alike);
  let [foundLeft, foundRight] = [0, 0];
  for (const { value, leftWeight, rightWeight } of pairs) {
    foundLeft += value * leftWeight;
    foundRight += value * rightWeight;
  }
  return { score: shareOf({ found: foundLeft, held: left.weight }, { found: foundRight, held: right.weight }), pairs };
}

/** Whichever comes first in the alphabet is the left one: so the score is the same both ways round. */
const isTurned = (asked: ScreenedName, listed: ScreenedName): boolean => asked.key > listed.key;

/** How near two names are, without the reasons: 0 to 1. */
export function nearness(asked: ScreenedName, listed: ScreenedName, alike: LikenessOf = likeness): number {
  return isTurned(asked, listed) ? compare(listed, asked, alike).score : compare(asked, listed, alike).score;
}

const textsIn = ({ words }: ScreenedName, places: number): string[] =>
  words.filter((_, place) => (places & (1 << place)) !== 0).map(word => word.text);

const unitedOf = (places: readonly number[]): number => places.reduce((all, some) => all | some, 0);

/**
 * Compares two names. The same score both ways round; 1 for names that are equal after normalisation; 0 when one has no
 * letters.
 */
export function scoreNames(asked: ScreenedName, listed: ScreenedName): NameScore {
  const turned = isTurned(asked, listed);
  const { score, pairs } = turned ? compare(listed, asked, likeness) : compare(asked, listed, likeness);
  const inAsked = (pair: Pair): number => (turned ? pair.right : pair.left);
  const inListed = (pair: Pair): number => (turned ? pair.left : pair.right);
  const matched = pairs.map(pair => ({
    asked: textsIn(asked, inAsked(pair)),
    listed: textsIn(listed, inListed(pair)),
    how: pair.how,
    likeness: pair.value,
    weight: pair.leftWeight + pair.rightWeight,
  }));
  return {
    score,
    matched,
    askedAlone: textsIn(asked, ~unitedOf(pairs.map(inAsked))),
    listedAlone: textsIn(listed, ~unitedOf(pairs.map(inListed))),
  };
}
