import { euFormat } from './eu-format.js';
import type { ListFormat } from './list-format.js';
import { UnreadableList } from './list-mistake.js';
import { ofacFormat } from './ofac-format.js';
import type { ListEntry, SanctionsList } from './sanctions-list.js';
import { unFormat } from './un-format.js';
import type { XmlElement } from './xml-element.js';
import type { XmlListener } from './xml-scanner.js';

/** The publishers whose lists can be read, recognised by their outermost element. */
const formats: readonly ListFormat[] = [unFormat, euFormat, ofacFormat];

/** References travel in events as opaque ids. */
const writableReference = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** Turns the elements of a file into entries, one at a time, and holds what the file says about itself to it. */
export class ListBuilder implements XmlListener {
  readonly #entries: ListEntry[] = [];
  readonly #ids = new Map<string, number>();
  /** The elements being read inside an entry, the entry first. */
  readonly #inside: XmlElement[] = [];
  #format: ListFormat | null = null;
  #root: ReadonlyMap<string, string> = new Map();
  #about: XmlElement | null = null;
  #seen = 0;

  opened(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (this.#format === null) {
      this.#format = formats.find(({ root }) => root === name) ?? unknownFormat(name, line);
      this.#root = attributes;
      return;
    }
    const parent = this.#inside.at(-1);
    if (parent === undefined && !this.#format.entries.includes(name) && name !== this.#format.about) return;
    const element: XmlElement = { name, attributes, line, children: [], text: '' };
    parent?.children.push(element);
    this.#inside.push(element);
  }

  text(text: string): void {
    const element = this.#inside.at(-1);
    if (element !== undefined) element.text += text;
  }

  closed(): void {
    const element = this.#inside.pop();
    if (element === undefined || this.#inside.length > 0 || this.#format === null) return;
    if (element.name === this.#format.about) this.#about = element;
    else this.#keep(element, this.#format);
  }

  /** The list, once the file has ended; `line` is its last. */
  finish(line: number): SanctionsList {
    const format = this.#format ?? unknownFormat(null, line);
    const announced = format.announced(this.#about);
    if (announced !== null && announced !== this.#seen) {
      throw new UnreadableList(
        line,
        `${announced} entrées, comme le fichier l’annonce`,
        `${announced} entries, as the file announces`,
        String(this.#seen),
      );
    }
    if (this.#entries.length === 0) throw new UnreadableList(line, 'au moins une entrée', 'at least one entry', null);
    return { format: format.code, issued: format.issued(this.#root, this.#about), entries: this.#entries };
  }

  #keep(element: XmlElement, format: ListFormat): void {
    this.#seen += 1;
    const entry = format.read(element);
    if (entry === null) return;
    const { line } = element;
    if (!writableReference.test(entry.id)) {
      const found = entry.id === '' ? `<${element.name}>` : entry.id;
      throw new UnreadableList(
        line,
        'une entrée avec sa référence (lettres, chiffres, - _ .)',
        'an entry with its reference (letters, digits, - _ .)',
        found,
      );
    }
    if (entry.names.length === 0) throw new UnreadableList(line, 'une entrée avec un nom', 'an entry with a name', entry.id);
    const before = this.#ids.get(entry.id);
    if (before !== undefined) {
      throw new UnreadableList(
        line,
        `une référence qui ne sert qu’une fois (déjà à la ligne ${before})`,
        `a reference used only once (already on line ${before})`,
        entry.id,
      );
    }
    this.#ids.set(entry.id, line);
    this.#entries.push(entry);
  }
}

function unknownFormat(name: string | null, line: number): never {
  const known = formats.map(({ root }) => `<${root}>`).join(', ');
  throw new UnreadableList(line, `une liste connue : ${known}`, `a known list: ${known}`, name === null ? null : `<${name}>`);
}
