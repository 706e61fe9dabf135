import type { ScreenedName } from '../names/screened-name.js';
import { gramsOf } from './grams.js';

const none = new Int32Array(0);

/** A piece that more than one name in eight holds tells nothing and is left out, unless the list is short. */
const fewNames = 2_000;

/** Which names hold a piece, how many pieces each name has, and the counters of one search: all zero between searches. */
class Postings {
  readonly #holders: ReadonlyMap<string, Int32Array>;
  readonly #common: ReadonlySet<string>;
  readonly #sizes: Uint16Array;
  readonly #hits: Uint16Array;

  constructor(grams: readonly ReadonlySet<string>[]) {
    const lists = new Map<string, number[]>();
    this.#hits = new Uint16Array(grams.length);
    for (const [place, set] of grams.entries()) {
      for (const gram of set) {
        const list = lists.get(gram);
        if (list) list.push(place);
        else lists.set(gram, [place]);
      }
    }
    const tooMany = Math.max(fewNames, grams.length / 8);
    this.#common = new Set([...lists].filter(([, places]) => places.length > tooMany).map(([gram]) => gram));
    const telling = [...lists].filter(([gram]) => !this.#common.has(gram));
    this.#holders = new Map(telling.map(([gram, places]) => [gram, Int32Array.from(places)] as const));
    this.#sizes = Uint16Array.from(grams, set => this.telling(set));
  }

  /** How many pieces of a name are looked for at all. */
  telling(grams: ReadonlySet<string>): number {
    let count = 0;
    for (const gram of grams) if (!this.#common.has(gram)) count += 1;
    return count;
  }

  /** Counts the pieces in every name that holds them; writes each name once into `touched` from `end` on, answers the new end. */
  count(grams: ReadonlySet<string>, touched: Int32Array, end: number): number {
    const hits = this.#hits;
    let next = end;
    for (const gram of grams) {
      const places = this.#holders.get(gram) ?? none;
      for (let index = 0; index < places.length; index += 1) {
        const place = places[index] ?? 0;
        const before = hits[place] ?? 0;
        if (before === 0) {
          touched[next] = place;
          next += 1;
        }
        hits[place] = before + 1;
      }
    }
    return next;
  }

  /** The share of pieces in common with a name, the smaller of the two counting more. Sets its counter back to zero. */
  take(place: number, asked: number): number {
    const hits = this.#hits[place] ?? 0;
    if (hits === 0) return 0;
    this.#hits[place] = 0;
    const size = this.#sizes[place] ?? 0;
    return hits / (0.7 * Math.min(asked, size) + 0.3 * Math.max(asked, size));
  }
}

/** Least share of common pieces that makes a name worth comparing. Proposed by us: a test compares with comparing all. */
const leastShare = 0.3;

/** Shares are sorted into so many drawers, so that only the best are put in order. */
const drawers = 64;

const drawerOf = (share: number): number => Math.min(drawers - 1, Math.floor(share * drawers));

/** Finds the names of a list that may be near a given one, without comparing it with each. */
export class GramIndex {
  readonly #letters: Postings;
  readonly #sounds: Postings;
  readonly #touched: Int32Array;
  readonly #shares: Float32Array;

  constructor(names: readonly ScreenedName[]) {
    const grams = names.map(gramsOf);
    this.#letters = new Postings(grams.map(({ letters }) => letters));
    this.#sounds = new Postings(grams.map(({ sounds }) => sounds));
    this.#touched = new Int32Array(2 * names.length);
    this.#shares = new Float32Array(names.length);
  }

  /** Places of the nearest names by common pieces, at most `most`, the nearest first. */
  nearest(name: ScreenedName, most: number): number[] {
    const { letters, sounds } = gramsOf(name);
    const touched = this.#touched;
    const end = this.#sounds.count(sounds, touched, this.#letters.count(letters, touched, 0));
    const asked = { letters: this.#letters.telling(letters), sounds: this.#sounds.telling(sounds) };
    const shares = this.#shares;
    const full = new Int32Array(drawers);
    let kept = 0;
    for (let index = 0; index < end; index += 1) {
      const place = touched[index] ?? 0;
      const share = Math.max(this.#letters.take(place, asked.letters), this.#sounds.take(place, asked.sounds));
      if (share < leastShare) continue;
      shares[place] = share;
      const drawer = drawerOf(share);
      full[drawer] = (full[drawer] ?? 0) + 1;
      touched[kept] = place;
      kept += 1;
    }
    const least = leastDrawer(full, most);
    const best = touched.subarray(0, kept).filter(place => drawerOf(shares[place] ?? 0) >= least);
    const ordered = [...best].toSorted((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0) || one - other);
    return ordered.slice(0, most);
  }
}

/** The lowest drawer that is opened so that the best `most` are among what is taken out. */
function leastDrawer(full: Int32Array, most: number): number {
  let taken = 0;
  for (let drawer = drawers - 1; drawer > 0; drawer -= 1) {
    taken += full[drawer] ?? 0;
    if (taken >= most) return drawer;
  }
  return 0;
}
