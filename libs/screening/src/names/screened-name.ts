import { contentHash } from '@palabre/contracts';
import { plainWords } from './plain-spelling.js';
import { soundOf } from './sound.js';
import { classOf, meaningOf, wordWeights, type WordClass } from './words.js';

/** One word of a name, ready to be compared. `sound`: its consonants. `meaning`: of a generic word. `weight`: how much it says, 0 to 1. */
export interface NameWord {
  readonly text: string;
  readonly sound: string;
  readonly withoutVowels: boolean;
  readonly kind: WordClass;
  readonly meaning: string | null;
  readonly weight: number;
}

/**
 * A name after normalisation: its words in plain letters, in alphabetical order, each once. Two spellings with the same
 * `key` are the same name for the screening: accents, case, order of words and script no longer tell them apart.
 */
export interface ScreenedName {
  readonly key: string;
  readonly words: readonly NameWord[];
  /** How much its words say together. */
  readonly weight: number;
}

/** Longest name that is looked at: more words than any list holds, few enough to be compared at once. */
export const mostWords = 16;

const byText = (one: NameWord, other: NameWord): number => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0);

/** The name of a person or of an organisation, ready to be compared. Without any letter it has no words and matches nothing. */
export function screenedName(text: string): ScreenedName {
  const words = new Map<string, NameWord>();
  for (const { text: word, withoutVowels } of plainWords(text)) {
    const kind = classOf(word);
    const before = words.get(word);
    words.set(word, {
      text: word,
      sound: soundOf(word),
      withoutVowels: withoutVowels || before?.withoutVowels === true,
      kind,
      meaning: meaningOf(word),
      weight: wordWeights[kind],
    });
  }
  const ordered = [...words.values()].toSorted(byText).slice(0, mostWords);
  const weight = ordered.reduce((sum, word) => sum + word.weight, 0);
  return { key: ordered.map(word => word.text).join(' '), words: ordered, weight };
}

/**
 * What stands for a name where no name may stand (events, logs, keys): a hash with a secret of the installation. The
 * same name, however it is written, has the same hash. Without the secret, names cannot be tried out against it.
 */
export function nameHash(text: string, secret: string): string {
  if (secret.length < 16) throw new RangeError('nameHash: a secret of at least 16 characters is needed');
  return contentHash({ secret, name: screenedName(text).key });
}
