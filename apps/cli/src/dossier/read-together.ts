import type { EventEnvelope } from '@palabre/contracts';
import type { PalabreApi } from '../api/palabre-api.js';
import type { Freshness, HistoryItem } from '../api/reads.js';
import type { Dossier } from './dossier.js';

/** True for an event that came whole. */
export const isReadable = (item: HistoryItem): item is EventEnvelope => item.withheld === undefined;

/**
 * A history as the people of a dossier read it together: what is withheld from the one who opened it, because a case is
 * protected, the next account that acts in the dossier may be allowed to read. What nobody of them reads stays withheld.
 */
export async function readTogether(
  api: PalabreApi,
  dossier: Dossier,
  id: string,
  from: number,
  freshness?: Freshness,
): Promise<HistoryItem[]> {
  const [opener, ...others] = [...new Set([dossier.openedBy, ...dossier.acts.map(act => act.as)])];
  let history = [...(await api.history(opener ?? dossier.openedBy, id, from, freshness))];
  for (const account of others) {
    if (history.every(isReadable)) break;
    const told = await readableTo(api, account, id, from, freshness);
    history = history.map(item => told.get(item.attributes.streamversion) ?? item);
  }
  return history;
}

/** An account that may not read the partnership at all adds nothing. */
async function readableTo(
  api: PalabreApi,
  as: string,
  id: string,
  from: number,
  freshness?: Freshness,
): Promise<Map<number, EventEnvelope>> {
  const history = await api.history(as, id, from, freshness).catch((): readonly HistoryItem[] => []);
  return new Map(history.filter(isReadable).map(item => [item.attributes.streamversion, item]));
}
