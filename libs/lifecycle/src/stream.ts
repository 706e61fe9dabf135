import {
  canonicalJson,
  dataSchemaName,
  eventId,
  events,
  readEventData,
  sealEnvelope,
  streamName,
  type EventEnvelope,
  type Fact,
  type StreamKind,
} from '@palabre/contracts';
import { evolve } from './evolve.js';
import type { PartnershipState } from './state.js';
import type { StreamState } from './streams/stream-state.js';

/** Who and what stands behind facts: the person or Palabre itself, the cause, the moment. */
export interface Origin {
  readonly actor: string;
  readonly role: string;
  readonly party: string;
  readonly cause: string;
  readonly correlation: string;
  readonly factAt: string;
  readonly recordedAt: string;
}

/** A state and the events recorded on the way to it. */
export interface Progress<S extends StreamState = PartnershipState> {
  readonly state: S;
  readonly envelopes: readonly EventEnvelope[];
}

/** The charter that an event is told under. */
export interface ToldUnder {
  readonly charter: string;
  readonly charterHash: string;
}

/** What the record of a stream has to know of its kind. */
export interface StreamRecord<S extends StreamState> {
  readonly kind: StreamKind;
  readonly evolve: (state: S, event: EventEnvelope) => S;
  /** The fact itself may bring the charter: the first of a stream does. */
  readonly toldUnder: (state: S, recorded: Fact) => ToldUnder | null;
}

/** Gives facts their place in the stream, one after the other, and applies them. */
export type Recorder<S extends StreamState> = (progress: Progress<S>, facts: readonly Fact[], origin: Origin) => Progress<S>;

const epoch = 1;

/** The first event of a stream names its calendar; no other does. */
function calendarOf(state: StreamState, recorded: Fact): string {
  const { calendar } = recorded.data as { readonly calendar?: unknown };
  return state.head.version === 0 && typeof calendar === 'string' ? calendar : state.calendar.kind;
}

/** A rule made an event that its own schema does not take: a mistake of ours, and never sealed into a history. */
export class UnsoundFact extends Error {
  constructor(
    readonly type: string,
    detail: string,
  ) {
    super(`An event that the published language does not know so: ${type}: ${detail}`);
    this.name = 'UnsoundFact';
  }
}

/** The payload as it travels, if its schema takes it. */
function soundData(type: Fact['type'], dataText: string): unknown {
  const travelling: unknown = JSON.parse(dataText);
  const read = readEventData(type, events[type].schemaVersion, travelling);
  if (!read.ok) throw new UnsoundFact(type, read.detail);
  return travelling;
}

function envelopeOf<S extends StreamState>(stream: StreamRecord<S>, state: S, recorded: Fact, origin: Origin): EventEnvelope {
  const version = state.head.version + 1;
  const name = streamName(stream.kind, state.id);
  const definition = events[recorded.type];
  const under = stream.toldUnder(state, recorded);
  const dataText = canonicalJson(recorded.data);
  return sealEnvelope(
    {
      specversion: '1.0',
      id: eventId(name, version),
      source: '/palabre',
      type: recorded.type,
      subject: state.id,
      time: origin.recordedAt,
      datacontenttype: 'application/json',
      dataschema: dataSchemaName(recorded.type, definition.schemaVersion),
      stream: name,
      streamversion: version,
      epoch,
      factat: origin.factAt,
      actor: origin.actor,
      actorrole: origin.role,
      party: origin.party,
      cause: origin.cause,
      correlation: origin.correlation,
      charter: under?.charter ?? 'none',
      charterhash: under?.charterHash ?? '0'.repeat(64),
      schemaversion: definition.schemaVersion,
      rehearsal: calendarOf(state, recorded) === 'rehearsal',
      previoushash: state.head.hash,
    },
    soundData(recorded.type, dataText),
    dataText,
  );
}

/** The recorder of one kind of stream. */
export const recorderOf =
  <S extends StreamState>(stream: StreamRecord<S>): Recorder<S> =>
  (progress, facts, origin) => {
    let { state } = progress;
    const envelopes = [...progress.envelopes];
    for (const recorded of facts) {
      const envelope = envelopeOf(stream, state, recorded, origin);
      envelopes.push(envelope);
      state = stream.evolve(state, envelope);
    }
    return { state, envelopes };
  };

/** The recorder of partnerships: an event is told under the policy that the partnership lives by. */
export const record: Recorder<PartnershipState> = recorderOf<PartnershipState>({
  kind: 'partnership',
  evolve: (state, event) => evolve(state, event),
  toldUnder: (state, recorded) => (recorded.type === 'PartnershipIdeaRecorded' ? recorded.data.policy : state.policy),
});
