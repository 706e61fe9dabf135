import { canonicalJson, type EventEnvelope } from '@palabre/contracts';
import { ledgerEvent, type LedgerEvent } from '../ledger/ledger-event.js';

/** The events of a rehearsal as projectors see them. */
export const toldIn = ({ events }: { readonly events: readonly EventEnvelope[] }): LedgerEvent[] =>
  events.map(({ attributes, data }, index) => ledgerEvent(BigInt(index + 1), attributes, data, canonicalJson(data)));
