import { contentHash } from '@palabre/contracts';
import { GramIndex } from './candidates/gram-index.js';
import type { ListedKind, ListedName, ListEntry, SanctionsList } from './lists/sanctions-list.js';
import { screenedName, type ScreenedName } from './names/screened-name.js';
import { nearness, scoreNames, type NameScore } from './score/name-score.js';
import { rememberedLikeness } from './score/word-likeness.js';

/** How strict the screening is. Data of the installation; all of it proposed by us [D]. */
export interface ScreeningSettings {
  /** Score, 0 to 1, from which a match is shown to a person. */
  readonly threshold: number;
  /** The same for names that the publisher itself calls weak. */
  readonly weakThreshold: number;
  /** Listed names that are compared in full for one name asked. */
  readonly candidates: number;
}

export const proposedSettings: ScreeningSettings = { threshold: 0.85, weakThreshold: 0.95, candidates: 250 };

/** A listed person or organisation whose name is near the one asked. A question for a person, never an answer. */
export interface Match {
  readonly entry: ListEntry;
  /** What stands for the entry where no name may stand, see `entryReference`. */
  readonly reference: string;
  /** The listed name that came nearest. */
  readonly name: ListedName;
  readonly score: NameScore;
}

interface IndexedName {
  readonly entry: ListEntry;
  readonly name: ListedName;
  readonly screened: ScreenedName;
}

/** Enough of a hash to tell two states of one entry apart. */
const versionSigns = 16;

/**
 * What stands for an entry in commands, events and keys: the publisher's own reference and a hash of the entry as it
 * stands. When the list changes the entry the reference is another, so a decision about it is asked again. No name in it.
 */
export const entryReference = (entry: ListEntry): string => `${entry.id}/${contentHash(entry).slice(0, versionSigns)}`;

/** Every name of the list that has letters; the same word is kept once in memory, however many names hold it. */
function indexedNames(list: SanctionsList): IndexedName[] {
  const kept = new Map<string, ScreenedName['words'][number]>();
  const shared = (screened: ScreenedName): ScreenedName => ({
    ...screened,
    words: screened.words.map(word => {
      const id = word.withoutVowels ? `${word.text}*` : word.text;
      const known = kept.get(id) ?? word;
      kept.set(id, known);
      return known;
    }),
  });
  return list.entries.flatMap(entry =>
    entry.names.map(name => ({ entry, name, screened: shared(screenedName(name.text)) })).filter(({ screened }) => screened.key !== ''),
  );
}

const matchOf = (asked: ScreenedName, { entry, name, screened }: IndexedName): Match => ({
  entry,
  reference: entryReference(entry),
  name,
  score: scoreNames(asked, screened),
});

const byScore = (one: Match, other: Match): number =>
  other.score.score - one.score.score || (one.entry.id < other.entry.id ? -1 : one.entry.id > other.entry.id ? 1 : 0);

/** A list made ready to be asked. Building takes seconds for a large list; asking takes milliseconds. */
export class Screener {
  readonly #names: readonly IndexedName[];
  readonly #index: GramIndex;
  readonly #settings: ScreeningSettings;

  constructor(list: SanctionsList, settings: ScreeningSettings = proposedSettings) {
    this.#names = indexedNames(list);
    this.#index = new GramIndex(this.#names.map(({ screened }) => screened));
    this.#settings = settings;
  }

  /**
   * Everybody on the list whose name comes near, the nearest first, each once with its nearest name. `kind` narrows to
   * persons or organisations. A name without letters matches nobody.
   */
  screen(name: string, kind: ListedKind | null = null): Match[] {
    const asked = screenedName(name);
    const alike = rememberedLikeness();
    const best = new Map<ListEntry, { listed: IndexedName; score: number }>();
    for (const place of this.#index.nearest(asked, this.#settings.candidates)) {
      const listed = this.#names[place];
      if (listed === undefined || (kind !== null && listed.entry.kind !== kind)) continue;
      const score = nearness(asked, listed.screened, alike);
      if (score < this.#thresholdFor(listed.name) || score <= (best.get(listed.entry)?.score ?? 0)) continue;
      best.set(listed.entry, { listed, score });
    }
    return [...best.values()].map(({ listed }) => matchOf(asked, listed)).toSorted(byScore);
  }

  #thresholdFor({ quality }: ListedName): number {
    return quality === 'weak' ? this.#settings.weakThreshold : this.#settings.threshold;
  }
}
