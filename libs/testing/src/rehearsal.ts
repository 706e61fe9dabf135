import type { Command, CommandAnswer, CommandData, CommandType, EventEnvelope, EventType, PartnershipPolicy } from '@palabre/contracts';
import { evolve, handle, initialState, screen, type PartnershipState } from '@palabre/lifecycle';
import { salted } from './answers.js';
import type { Given } from './given.js';
import { people, type Cast, type PersonName } from './people.js';
import { policyOfCharter } from './policies.js';

const recordedAt = '2026-11-21T08:00:00.000Z';

/** First day of the rehearsed calendar. */
export const rehearsalStart = '2027-01-04T08:00:00.000Z';

/**
 * A partnership played against the rules alone, for sentences of the form given / when / then. `ask` is the when,
 * `advanceTo` moves the calendar, `events` and `state` are the then. Ids and times are the same on every run.
 */
export class Rehearsal {
  state: PartnershipState;
  readonly events: EventEnvelope[] = [];
  private asked = 0;

  /** Who acts under which name; a test that plays on real servers brings the accounts of its house. */
  readonly cast: Cast;

  constructor(
    readonly policy: PartnershipPolicy = policyOfCharter('mdm', 'OP'),
    as: { readonly id?: string; readonly cast?: Cast } = {},
  ) {
    this.state = initialState(as.id ?? 'rehearsal-1');
    this.cast = as.cast ?? people;
  }

  /** Sends a command the way the workflow does: screened, then handled. A screened-out command changes nothing. */
  ask<T extends CommandType>(
    who: PersonName,
    type: T,
    data: CommandData<T> | Given<CommandData<T>>,
    more: Partial<Command> = {},
  ): CommandAnswer {
    this.asked += 1;
    const command = {
      id: `command-${this.asked}`,
      type,
      data: salted(type, data),
      actor: this.cast[who],
      correlation: `click-${this.asked}`,
      ...more,
    } as Command;
    const screened = screen(this.state, command);
    if (screened !== null) return { outcome: 'refused', version: this.state.head.version, refusal: screened };
    const handled = handle(this.state, command, { recordedAt, policy: this.policy });
    this.state = handled.state;
    this.events.push(...handled.envelopes);
    return handled.answer;
  }

  /** The same, when the sentence takes it for granted that it is accepted. */
  must<T extends CommandType>(who: PersonName, type: T, data: CommandData<T> | Given<CommandData<T>>, more: Partial<Command> = {}): this {
    const answer = this.ask(who, type, data, more);
    if (answer.outcome === 'refused') throw new Error(`${type} was refused: ${answer.refusal.rule}: ${answer.refusal.reason.en}`);
    return this;
  }

  advanceTo(day: string): this {
    return this.must('officer', 'AdvanceCalendar', { to: `${day}T09:00:00.000Z` });
  }

  /** Types of the events since a version, in order. */
  told(since = 0): readonly string[] {
    return this.events.filter(event => event.attributes.streamversion > since).map(event => event.attributes.type);
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

  /** Version and hash of a text as it stands: what an answer binds to. */
  text<K extends keyof PartnershipState['texts']['heads']>(kind: K): { kind: K; version: number; hash: string } {
    const head = this.state.texts.heads[kind];
    if (head === undefined) throw new Error(`no text ${kind}`);
    return { kind, version: head.version, hash: head.hash };
  }

  /** The state that the events alone give. */
  replayed(): PartnershipState {
    return this.events.reduce(evolve, initialState(this.state.id));
  }
}
