import type { ListEntry, SanctionsList } from '@palabre/screening';
import type { Random } from '../../faults/random.js';

const onsets = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'r', 's', 't', 'z', 'sh', 'kh', 'j', 'y', 'w', 'p', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ou', 'ai', 'é'];
const endings = ['', '', '', 'n', 'r', 'l', 'm', 'd', 's', 't'];
const bodies = ['Charitable', 'Association', 'Foundation', 'Trading', 'Company', 'International', 'Group', 'Relief'];

/** Words that a list uses again and again, the first ones most often, as first names and family names are. */
const vocabularySize = 8_000;

const one = <T>(random: Random, all: readonly T[]): T => {
  const chosen = all[Math.floor(random.next() * all.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
};

function word(random: Random): string {
  const syllables = 2 + Math.floor(random.next() * 2.5);
  const letters = Array.from({ length: syllables }, () => one(random, onsets) + one(random, vowels) + one(random, endings)).join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Names that nobody bears, made from syllables; the same seed makes the same list. */
export class InventedNames {
  readonly #random: Random;
  readonly #vocabulary: readonly string[];

  constructor(random: Random) {
    this.#random = random;
    this.#vocabulary = Array.from({ length: vocabularySize }, () => word(random));
  }

  person(): string {
    const words = 2 + Math.floor(this.#random.next() * 3);
    return Array.from({ length: words }, () => this.#usual()).join(' ');
  }

  organisation(): string {
    return [this.#usual(), this.#usual(), one(this.#random, bodies), one(this.#random, bodies)].join(' ');
  }

  /** The name as somebody else writes it: two letters swapped, another order of words, no accents. */
  rewritten(name: string): string {
    const place = 1 + Math.floor(this.#random.next() * (name.length - 2));
    const swapped = name.slice(0, place) + (name[place + 1] ?? '') + (name[place] ?? '') + name.slice(place + 2);
    return swapped.replaceAll('é', 'e').split(' ').reverse().join(' ');
  }

  #usual(): string {
    return this.#vocabulary[Math.floor(this.#random.next() ** 2.2 * vocabularySize)] ?? '';
  }
}

/** A list of so many entries: two thirds persons, each with one to three names. */
export function inventedList(random: Random, names: InventedNames, size: number): SanctionsList {
  const entry = (index: number): ListEntry => {
    const kind = index % 3 === 2 ? 'organisation' : 'person';
    const texts = Array.from({ length: 1 + Math.floor(random.next() * 3) }, () =>
      kind === 'organisation' ? names.organisation() : names.person(),
    );
    return { id: `invented-${index}`, kind, programme: null, names: texts.map(text => ({ text, quality: 'strong' })) };
  };
  return { format: 'un', issued: null, entries: Array.from({ length: size }, (_, index) => entry(index)) };
}
