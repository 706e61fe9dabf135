/** One page of a list, as the reading service answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Largest page that the reading service gives. */
export const pageSize = 200;

export type FetchPage<T> = (cursor: string | null) => Promise<Page<T>>;

/** Every item of a list, page after page. */
export async function allPages<T>(fetchPage: FetchPage<T>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const page: Page<T> = await fetchPage(cursor);
    items.push(...page.items);
    cursor = page.next;
    more = cursor !== null;
  }
  return items;
}

/**
 * A list that only grows, read again and again: pages that were full are kept, and only what follows them is asked for.
 */
export class Tail<T> {
  readonly #kept: T[] = [];
  #cursor: string | null = null;

  async all(fetchPage: FetchPage<T>): Promise<readonly T[]> {
    for (;;) {
      const page = await fetchPage(this.#cursor);
      if (page.next === null) return [...this.#kept, ...page.items];
      this.#kept.push(...page.items);
      this.#cursor = page.next;
    }
  }
}
