import {
  canonicalJson,
  dataSchemaName,
  eventId,
  events,
  partnershipStream,
  sealEnvelope,
  type EventEnvelope,
  type Fact,
} from '@palabre/contracts';
import { evolve } from './evolve.js';
import type { PartnershipState } from './state.js';

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
export interface Progress {
  readonly state: PartnershipState;
  readonly envelopes: readonly EventEnvelope[];
}

const epoch = 1;

function envelopeOf(state: PartnershipState, recorded: Fact, origin: Origin): EventEnvelope {
  const version = state.head.version + 1;
  const stream = partnershipStream(state.id);
  const definition = events[recorded.type];
  const policy = recorded.type === 'PartnershipIdeaRecorded' ? recorded.data.policy : state.policy;
  const kind = recorded.type === 'PartnershipIdeaRecorded' ? recorded.data.calendar : state.calendar.kind;
  return sealEnvelope(
    {
      specversion: '1.0',
      id: eventId(stream, version),
      source: '/palabre',
      type: recorded.type,
      subject: state.id,
      time: origin.recordedAt,
      datacontenttype: 'application/json',
      dataschema: dataSchemaName(recorded.type, definition.schemaVersion),
      stream,
      streamversion: version,
      epoch,
      factat: origin.factAt,
      actor: origin.actor,
      actorrole: origin.role,
      party: origin.party,
      cause: origin.cause,
      correlation: origin.correlation,
      charter: policy?.charter ?? 'none',
      charterhash: policy?.charterHash ?? '0'.repeat(64),
      schemaversion: definition.schemaVersion,
      rehearsal: kind === 'rehearsal',
      previoushash: state.head.hash,
    },
    JSON.parse(canonicalJson(recorded.data)),
  );
}

/** Gives facts their place in the stream, one after the other, and applies them. */
export function record(progress: Progress, facts: readonly Fact[], origin: Origin): Progress {
  let { state } = progress;
  const envelopes = [...progress.envelopes];
  for (const recorded of facts) {
    const envelope = envelopeOf(state, recorded, origin);
    envelopes.push(envelope);
    state = evolve(state, envelope);
  }
  return { state, envelopes };
}
