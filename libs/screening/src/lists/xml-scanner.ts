import { UnreadableList } from './list-mistake.js';
import { localName, readAttributes, resolveReferences } from './xml-text.js';

/** What a scanner tells of a file, in its order. */
export interface XmlListener {
  opened(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  text(text: string): void;
  closed(name: string): void;
}

/** Longest piece of markup that is waited for; names and remarks of lists are far shorter. */
const longestPiece = 262_144;
const deepest = 32;

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/**
 * Reads XML piece by piece as it comes, so that a list of a hundred megabytes needs no memory of its own. Knows what
 * lists use: elements, attributes, text, CDATA, comments. A document type is refused: nobody's list needs entities of
 * its own, and attacks do. Every start has its end, or the file is half written.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #open: { name: string; line: number }[] = [];
  #rest = '';
  #line = 1;
  #begun = false;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** The line that is being read, from 1. */
  get line(): number {
    return this.#line;
  }

  take(text: string): void {
    this.#rest += text;
    let start = 0;
    for (;;) {
      const end = this.#step(start);
      if (end === null) break;
      this.#line += lineBreaks(this.#rest.slice(start, end));
      start = end;
    }
    this.#rest = this.#rest.slice(start);
    if (this.#rest.length > longestPiece) {
      throw new UnreadableList(this.#line, 'un élément qui se termine', 'a piece of markup that ends', this.#rest);
    }
  }

  finish(): void {
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) {
      throw new UnreadableList(
        this.#line + lineBreaks(this.#rest),
        `la fin de <${unclosed.name}>, ouvert à la ligne ${unclosed.line} : le fichier n’est écrit qu’en partie`,
        `the end of <${unclosed.name}>, opened on line ${unclosed.line}: the file is half written`,
        null,
      );
    }
    if (this.#rest.trim() !== '') throw new UnreadableList(this.#line, 'un fichier XML', 'an XML file', this.#rest.trim());
  }

  /** Reads one piece from a place; answers where the next begins, or null when more has to come. */
  #step(start: number): number | null {
    const rest = this.#rest;
    if (start >= rest.length) return null;
    if (rest[start] !== '<') return this.#words(start);
    if (rest.startsWith('<!--', start)) return this.#until('-->', start);
    if (rest.startsWith('<?', start)) return this.#until('?>', start);
    if (rest.startsWith('<![CDATA[', start)) return this.#literal(start);
    if ('<![CDATA['.startsWith(rest.slice(start)) || '<!--'.startsWith(rest.slice(start))) return null;
    if (rest.startsWith('<!', start)) {
      throw new UnreadableList(
        this.#line,
        'une liste sans déclaration de type',
        'a list without a document type',
        rest.slice(start, start + 40),
      );
    }
    const end = tagEnd(rest, start);
    if (end === null) return null;
    this.#tag(rest.slice(start + 1, end));
    return end + 1;
  }

  #words(start: number): number | null {
    const end = this.#rest.indexOf('<', start);
    if (end === -1) return null;
    const text = this.#rest.slice(start, end);
    if (this.#open.length > 0) this.#listener.text(resolveReferences(text, this.#line));
    else if (text.replace(/^\uFEFF/, '').trim() !== '') throw new UnreadableList(this.#line, 'un fichier XML', 'an XML file', text.trim());
    return end;
  }

  #until(mark: string, start: number): number | null {
    const end = this.#rest.indexOf(mark, start);
    return end === -1 ? null : end + mark.length;
  }

  #literal(start: number): number | null {
    const end = this.#until(']]>', start);
    if (end !== null) this.#listener.text(this.#rest.slice(start + '<![CDATA['.length, end - ']]>'.length));
    return end;
  }

  #tag(inside: string): void {
    if (inside.startsWith('/')) return this.#close(inside.slice(1).trim());
    const alone = inside.endsWith('/');
    const body = alone ? inside.slice(0, -1) : inside;
    const name = /^[^\s/<>]+/.exec(body)?.[0];
    if (name === undefined) throw new UnreadableList(this.#line, 'le nom d’un élément', 'the name of an element', `<${inside}>`);
    if (this.#open.length >= deepest || (this.#begun && this.#open.length === 0)) {
      throw new UnreadableList(this.#line, 'un seul élément racine, peu imbriqué', 'a single root element, not deeply nested', `<${name}>`);
    }
    this.#begun = true;
    this.#open.push({ name, line: this.#line });
    this.#listener.opened(localName(name), readAttributes(body.slice(name.length), this.#line), this.#line);
    if (alone) this.#close(name);
  }

  #close(name: string): void {
    const last = this.#open.pop();
    if (last?.name !== name) {
      const wanted = last === undefined ? 'rien' : `</${last.name}>`;
      throw new UnreadableList(this.#line, `${wanted} ici`, last === undefined ? 'nothing here' : `${wanted} here`, `</${name}>`);
    }
    this.#listener.closed(localName(name));
  }
}

/** Where a tag ends: the first > outside quotes; null when it has not come yet. */
function tagEnd(text: string, start: number): number | null {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match[0] === '>') return match.index;
    const closing = text.indexOf(match[0], match.index + 1);
    if (closing === -1) return null;
    mark.lastIndex = closing + 1;
  }
  return null;
}
