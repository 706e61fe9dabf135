import type { Query } from './query.js';

/**
 * Lists and documents of the read API by their address, which tells what rows they have: `v1/organisations`, or one of
 * `ofPartnership`. Every method throws Failure.
 */
export interface ViewApi {
  /** Every row of a list, page after page. */
  rows<Row>(as: string, path: string, filter?: Query): Promise<readonly Row[]>;
  /** One document. */
  document<Doc>(as: string, path: string, filter?: Query): Promise<Doc>;
}

/** Address of a list or a document of one partnership. */
export const ofPartnership = (partnership: string, name: string): string => `/v1/partnerships/${encodeURIComponent(partnership)}/${name}`;
