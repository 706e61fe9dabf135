import {
  canonicalJson,
  dataSchemaName,
  eventId,
  events,
  genesisHash,
  partnershipStream,
  sealEnvelope,
  type EventAttributes,
  type EventData,
  type EventEnvelope,
  type EventType,
  type OpenTask,
  type SetDeadline,
} from '@palabre/contracts';
import type { Given } from '@palabre/testing';
import { samplePolicy } from './sample-policy.js';
import { ledgerEvent, type LedgerEvent } from '../ledger/ledger-event.js';

export const sampleTask = (task: string, changes: Partial<OpenTask> = {}): OpenTask => ({
  task,
  kind: 'accept-budget',
  title: { fr: 'Répondre au budget', en: 'Answer the budget' },
  phase: 'co-construction',
  roles: ['partner-representative'],
  party: 'partner',
  dueAt: null,
  subject: null,
  about: null,
  askedBy: null,
  verdicts: { grant: 'AcceptText', refuse: null, contest: 'ContestText' },
  requirements: ['MDM-11'],
  ...changes,
});

export const sampleDeadline = (deadline: string, changes: Partial<SetDeadline> = {}): SetDeadline => ({
  deadline,
  rule: 'meeting_every',
  dueAt: '2026-03-01T00:00:00.000Z',
  outcome: 'MeetingMissed',
  party: null,
  about: null,
  ...changes,
});

/** An idea, as every story begins with one: all but who has it, of which type and under which policy. */
export const ideaOfWater = {
  from: 'idea',
  to: 'idea',
  gates: [],
  title: 'Clean water',
  desiredChange: 'water for all',
  trigger: 'other',
  origin: 'study',
  rightsServed: 'health',
  whyTogether: 'each knows what the other does not',
  financialFlows: true,
  project: null,
  calendar: 'real',
} as const;

/** Tells the events of one partnership in order, each sealed after the one before it. */
export class Story {
  readonly id: string;
  readonly envelopes: EventEnvelope[] = [];
  #previous = genesisHash;

  constructor(id = 'p-1') {
    this.id = id;
  }

  /** A partnership with its host and its partner: versions 1 and 2. */
  static opened(id = 'p-1', title = 'Clean water', host = 'org-host', partner = 'org-partner', charter = 'sample'): Story {
    const story = new Story(id);
    story.tell(
      'PartnershipIdeaRecorded',
      {
        ...ideaOfWater,
        title,
        type: 'OP',
        parties: [{ party: 'host', side: 'host', organisation: host, workingLanguage: 'fr' }],
        policy: samplePolicy,
      },
      { charter },
    );
    story.tell('CandidateShortlisted', {
      entry: { party: 'partner', side: 'partner', organisation: partner, workingLanguage: 'fr' },
      reason: 'they live there',
    });
    return story;
  }

  tell<T extends EventType>(type: T, data: EventData<T> | Given<EventData<T>>, changes: Partial<EventAttributes> = {}): EventEnvelope {
    const version = this.envelopes.length + 1;
    const stream = partnershipStream(this.id);
    const at = new Date(Date.UTC(2026, 0, 1) + version * 60_000).toISOString();
    const envelope: EventEnvelope = sealEnvelope(
      {
        specversion: '1.0',
        id: eventId(stream, version),
        source: '/palabre',
        type,
        subject: this.id,
        time: at,
        datacontenttype: 'application/json',
        dataschema: dataSchemaName(type, events[type].schemaVersion),
        stream,
        streamversion: version,
        epoch: 1,
        factat: at,
        actor: 'person-1',
        actorrole: 'hq-ops',
        party: 'host',
        cause: `command-${version}`,
        correlation: `click-${version}`,
        charter: 'sample',
        charterhash: 'c'.repeat(64),
        schemaversion: events[type].schemaVersion,
        rehearsal: false,
        previoushash: this.#previous,
        ...changes,
      },
      data,
    );
    this.#previous = envelope.attributes.hash;
    this.envelopes.push(envelope);
    return envelope;
  }

  /** As many palaver messages as asked for: cheap events that say little. */
  talk(count: number): this {
    for (let n = 0; n < count; n += 1) this.tell('PalaverMessagePosted', { object: 'budget', party: 'host', message: `word ${n}` });
    return this;
  }

  /** The events as projectors see them. */
  get told(): LedgerEvent[] {
    return this.envelopes.map(({ attributes, data }, index) => ledgerEvent(BigInt(index + 1), attributes, data, canonicalJson(data)));
  }
}
