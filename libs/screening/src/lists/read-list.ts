import { ListBuilder } from './list-builder.js';
import { UnreadableList, type ListMistake } from './list-mistake.js';
import type { SanctionsList } from './sanctions-list.js';
import { XmlScanner } from './xml-scanner.js';

export type ListReading = { readonly ok: true; readonly list: SanctionsList } | { readonly ok: false; readonly mistake: ListMistake };

/**
 * Reads a sanctions list as it comes, in pieces of any size. All or nothing: a file that is cut off, unknown or
 * contradicts itself gives one mistake with its line, and no entry of it.
 */
export class ListReader {
  readonly #builder = new ListBuilder();
  readonly #scanner = new XmlScanner(this.#builder);
  #mistake: ListMistake | null = null;

  /** Takes the next piece. Answers false once the file is known to be unreadable: the rest need not be fetched. */
  take(text: string): boolean {
    if (this.#mistake === null) this.#watch(() => this.#scanner.take(text));
    return this.#mistake === null;
  }

  finish(): ListReading {
    let list: SanctionsList | null = null;
    if (this.#mistake === null) {
      this.#watch(() => {
        this.#scanner.finish();
        list = this.#builder.finish(this.#scanner.line);
      });
    }
    if (list !== null) return { ok: true, list };
    if (this.#mistake === null) throw new Error('ListReader: neither a list nor a mistake');
    return { ok: false, mistake: this.#mistake };
  }

  #watch(read: () => void): void {
    try {
      read();
    } catch (cause) {
      if (!(cause instanceof UnreadableList)) throw cause;
      this.#mistake = cause.mistake;
    }
  }
}

/** Reads a list from pieces that are there already. */
export function readList(pieces: Iterable<string>): ListReading {
  const reader = new ListReader();
  for (const piece of pieces) {
    if (!reader.take(piece)) break;
  }
  return reader.finish();
}

/** Reads a list from a stream, for example of a file: `readListStream(createReadStream(path, 'utf8'))`. */
export async function readListStream(pieces: AsyncIterable<string>): Promise<ListReading> {
  const reader = new ListReader();
  for await (const piece of pieces) {
    if (!reader.take(piece)) break;
  }
  return reader.finish();
}
