import { z } from 'zod';
import { campaignEvents } from './campaign.events.js';
import { charterEvents } from './charter.events.js';
import { commitmentEvents } from './commitment.events.js';
import { declarationEvents } from './declaration.events.js';
import { engineEvents } from './engine.events.js';
import { formEvents } from './form.events.js';
import { frameEvents } from './frame.events.js';
import { ideaEvents } from './idea.events.js';
import { journalEvents } from './journal.events.js';
import { lineEvents } from './line.events.js';
import { meetingEvents } from './meeting.events.js';
import { moneyEvents } from './money.events.js';
import { organisationEvents } from './organisation.events.js';
import { partiesEvents } from './parties.events.js';
import { phaseEvents } from './phase.events.js';
import { signOffEvents } from './sign-off.events.js';
import { teamEvents } from './team.events.js';
import { textEvents } from './text.events.js';
import { voiceEvents } from './voice.events.js';
import { transferEvents } from './transfer.events.js';

/**
 * The published language: every event of every stream, current version. Append-only: a changed payload is a new
 * `schemaVersion` with an upcaster, and the golden examples of the old versions stay (`goldens/`).
 */
export const events = {
  ...phaseEvents,
  ...ideaEvents,
  ...declarationEvents,
  ...partiesEvents,
  ...textEvents,
  ...formEvents,
  ...signOffEvents,
  ...lineEvents,
  ...commitmentEvents,
  ...moneyEvents,
  ...meetingEvents,
  ...journalEvents,
  ...engineEvents,
  ...voiceEvents,
  ...frameEvents,
  ...transferEvents,
  ...organisationEvents,
  ...teamEvents,
  ...charterEvents,
  ...campaignEvents,
};

export type EventType = keyof typeof events;

export type EventData<T extends EventType = EventType> = z.infer<(typeof events)[T]['data']>;

/** A fact before it has a place in the stream: what `decide` returns. */
export type Fact = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

export const eventTypes = Object.keys(events) as EventType[];

export const isEventType = (name: string): name is EventType => Object.hasOwn(events, name);

/** Builds a fact with its payload checked by the compiler. */
export const fact = <T extends EventType>(type: T, data: EventData<T>): Fact => ({ type, data }) as unknown as Fact;
