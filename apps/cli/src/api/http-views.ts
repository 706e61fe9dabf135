import { bodyOf } from './answers.js';
import { send, type HttpCircumstances } from './http.js';
import { queryText, type Query } from './query.js';
import { allPages, pageSize, type Page } from './tail.js';
import type { ViewApi } from './view-api.js';

export interface HttpViewsOptions extends Omit<HttpCircumstances, 'server'> {
  readonly reads: string;
}

/** The lists of the reading service, over HTTP. */
export class HttpViews implements ViewApi {
  constructor(private readonly options: HttpViewsOptions) {}

  rows<Row>(as: string, path: string, filter: Query = {}): Promise<readonly Row[]> {
    return allPages(cursor => this.document<Page<Row>>(as, path, { limit: pageSize, ...filter, cursor }));
  }

  async document<Doc>(as: string, path: string, filter: Query = {}): Promise<Doc> {
    const request = { method: 'GET', url: `${this.options.reads}${path}${queryText(filter)}`, as } as const;
    return bodyOf(await send(request, { ...this.options, server: 'server.reads' }), this.options) as Doc;
  }
}
