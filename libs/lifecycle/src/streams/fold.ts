import type { EventEnvelope, StreamKind } from '@palabre/contracts';
import { rulesOf } from './index.js';

/** State of any stream after these events, as far as events tell it: what its workflow answers when asked for its state. */
export function foldStream(kind: StreamKind, id: string, events: readonly EventEnvelope[]): unknown {
  const rules = rulesOf(kind);
  return rules.shown(events.reduce(rules.evolve, rules.empty(id)));
}
