import { events, eventTypes, type EventType } from './index.js';
import { transition } from './phase.events.js';

/** The events that take a partnership from one phase to another, told by their payload: it holds the whole transition. */
export const phaseMoves: readonly EventType[] = eventTypes.filter(type => {
  const { data } = events[type];
  return 'shape' in data && 'to' in data.shape && data.shape.to === transition.to;
});
