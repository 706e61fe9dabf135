import type { Query } from '../api/query.js';
import type { ViewApi } from '../api/view-api.js';
import { Failure } from '../failure.js';

/** Answers of the reading service by address, laid down by a test, some as functions of what is asked; what was asked is kept. */
export class InMemoryViews implements ViewApi {
  /** Rows of lists. */
  readonly answers = new Map<string, unknown>([
    ['/v1/journal', []],
    ['/v1/organisations', []],
  ]);
  readonly documents = new Map<string, unknown>();
  readonly asked: { readonly as: string; readonly path: string; readonly filter: Query }[] = [];

  async rows<Row>(as: string, path: string, filter: Query = {}): Promise<readonly Row[]> {
    return this.#answer(this.answers, as, path, filter) as readonly Row[];
  }

  async document<Doc>(as: string, path: string, filter: Query = {}): Promise<Doc> {
    return this.#answer(this.documents, as, path, filter) as Doc;
  }

  #answer(laidDown: ReadonlyMap<string, unknown>, as: string, path: string, filter: Query): unknown {
    this.asked.push({ as, path, filter });
    const laid = laidDown.get(path);
    const answer = typeof laid === 'function' ? (laid as (filter: Query) => unknown)(filter) : laid;
    if (answer === undefined) throw new Failure({ exit: 'bad-input', what: `nothing at ${path}`, next: '' });
    return answer;
  }
}
