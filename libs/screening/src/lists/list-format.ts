import type { ListEntry, ListedName } from './sanctions-list.js';
import type { XmlElement } from './xml-element.js';

/** How one publisher writes its list. A further publisher is a further row of `formats`. */
export interface ListFormat {
  readonly code: string;
  /** The outermost element, by which the format is recognised. */
  readonly root: string;
  /** The elements that are entries. */
  readonly entries: readonly string[];
  /** An element outside the entries that tells about the issue as a whole, if there is one. */
  readonly about: string | null;
  issued(root: ReadonlyMap<string, string>, about: XmlElement | null): string | null;
  /** How many entries the publisher says there are; null when it does not. */
  announced(about: XmlElement | null): number | null;
  /** The entry, or null for what is no person and no organisation. */
  read(element: XmlElement): ListEntry | null;
}

/** Each name once, those without text left out; a name that is both strong and weak is strong. */
export function distinctNames(names: readonly ListedName[]): ListedName[] {
  const kept = new Map<string, ListedName>();
  for (const name of names) {
    const known = kept.get(name.text);
    if (name.text !== '' && (known === undefined || known.quality === 'weak')) kept.set(name.text, name);
  }
  return [...kept.values()];
}

export const orNull = (text: string): string | null => (text === '' ? null : text);
