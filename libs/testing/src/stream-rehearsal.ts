import { resolveStreamSettings } from '@palabre/charters';
import type {
  Actor,
  AnyCommand,
  CommandAnswer,
  EventEnvelope,
  EventType,
  OwnedStreamKind,
  StreamCommand,
  StreamSettings,
} from '@palabre/contracts';
import { nextWakeUp, streamRules, type StateOf, type StreamRules } from '@palabre/lifecycle';
import { people, type PersonName } from './people.js';
import { rehearsalStart } from './rehearsal.js';

/** What a charter that is silent asks of the other streams. */
export const silentSettings: StreamSettings = resolveStreamSettings(null);

const recordedAt = '2026-11-21T08:00:00.000Z';

/** Fields of a command that begins a rehearsal of one of these streams. */
export const asRehearsal = { calendar: 'rehearsal', calendarStartsAt: rehearsalStart } as const;

type Asked<K extends OwnedStreamKind, T extends StreamCommand<K>['type']> = Extract<StreamCommand<K>, { readonly type: T }>['data'];

/** An organisation, a charter or a campaign played against its rules alone. */
export class StreamRehearsal<K extends OwnedStreamKind> {
  readonly rules: StreamRules<StateOf[K]>;
  state: StateOf[K];
  readonly events: EventEnvelope[] = [];
  private asked = 0;

  constructor(
    kind: K,
    id: string,
    readonly settings = silentSettings,
  ) {
    this.rules = streamRules[kind];
    this.state = this.rules.empty(id);
  }

  /** Sends a command the way the workflow does: screened, then handled. */
  ask<T extends StreamCommand<K>['type']>(
    who: PersonName | Actor,
    type: T,
    data: Asked<K, T>,
    more: Partial<AnyCommand> = {},
  ): CommandAnswer {
    this.asked += 1;
    const actor = typeof who === 'string' ? people[who] : who;
    const command: AnyCommand = { id: `command-${this.asked}`, type, data, actor, correlation: `click-${this.asked}`, ...more };
    const screened = this.rules.screen(this.state, command);
    if (screened !== null) return { outcome: 'refused', version: this.state.head.version, refusal: screened };
    const handled = this.rules.handle(this.state, command, { recordedAt, settings: this.settings });
    this.state = handled.state;
    this.events.push(...handled.envelopes);
    return handled.answer;
  }

  /** The same, when the sentence takes it for granted that it is accepted. */
  must<T extends StreamCommand<K>['type']>(who: PersonName | Actor, type: T, data: Asked<K, T>): this {
    const answer = this.ask(who, type, data);
    if (answer.outcome === 'refused') throw new Error(`${type} was refused: ${answer.refusal.rule}: ${answer.refusal.reason.en}`);
    return this;
  }

  /** Moved by an officer of the organisation that the stream belongs to. */
  advanceTo(day: string): this {
    const own: Actor = { ...people.officer, organisation: this.state.owner };
    return this.must(own, 'AdvanceCalendar' as StreamCommand<K>['type'], { to: `${day}T09:00:00.000Z` } as never);
  }

  told(): readonly string[] {
    return this.events.map(event => event.attributes.type);
  }

  count(type: EventType): number {
    return this.events.filter(event => event.attributes.type === type).length;
  }

  /** Data of the last event of a type. */
  last(type: EventType): Record<string, unknown> {
    const found = this.events.findLast(event => event.attributes.type === type);
    if (found === undefined) throw new Error(`no ${type} was told`);
    return found.data as Record<string, unknown>;
  }

  /** Kinds of the tasks that wait now. */
  waiting(): readonly string[] {
    return this.state.tasks.map(task => task.kind);
  }

  wakesAt(): string | null {
    return nextWakeUp({ ...this.state, calendar: { ...this.state.calendar, kind: 'real' } });
  }

  /** The state that the events alone give. */
  replayed(): StateOf[K] {
    return this.events.reduce(this.rules.evolve, this.rules.empty(this.state.id));
  }
}
