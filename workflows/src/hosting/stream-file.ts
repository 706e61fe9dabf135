import type { AnyCommand, CommandAnswer, Refusal } from '@palabre/contracts';
import type { Circumstances, Handled, StreamRules, StreamState } from '@palabre/lifecycle';
import { sleep } from '@temporalio/workflow';
import { AnsweredCommands, noAnswers } from './answered-commands.js';
import { AnnouncingPump } from './pump.js';
import type { Announce } from './ports.js';
import type { CarriedStream, HostedInput } from './stream-input.js';

const idReused: Refusal = {
  code: 'command-id-reused',
  rule: 'COMMAND-ID',
  reason: {
    fr: 'Cet identifiant de demande a déjà servi pour une autre demande.',
    en: 'This command id was already used for another request.',
  },
  next: {
    fr: 'Envoyez la demande avec un nouvel identifiant.',
    en: 'Send the request again with an id of its own.',
  },
  gates: [],
};

/** Deadlines that fire in one workflow task: a fraction of a second of work, far from the ten seconds that a task may take. */
const deadlinesATask = 100;

/** Ends the workflow task; what follows happens in the next one. */
export const untilNextTask = (): Promise<void> => sleep(1);

/** The workflow's own time, read in its story alone. */
type Clock = () => string;

/** The file on the table: its state, the commands it has answered, and the events on their way out. */
export class StreamFile<S extends StreamState> {
  readonly #rules: StreamRules<S>;
  readonly #input: HostedInput<S>;
  readonly #answered: AnsweredCommands;
  readonly pump: AnnouncingPump;
  #state: S;
  /** The calendar on its way, which nobody else moves meanwhile. */
  #moving: Promise<CommandAnswer> | null = null;

  constructor(rules: StreamRules<S>, input: HostedInput<S>, announce: Announce) {
    this.#rules = rules;
    this.#input = input;
    this.#state = input.carried?.state ?? rules.empty(input.id);
    this.#answered = new AnsweredCommands(input.carried?.answered ?? noAnswers);
    this.pump = new AnnouncingPump(input.carried?.announcedVersion ?? 0, announce);
  }

  get state(): S {
    return this.#state;
  }

  get hasEnded(): boolean {
    return this.#rules.hasEnded(this.#state);
  }

  /** Why a command is not even considered, or null. Nothing is recorded. A command answered before always passes. */
  turnAway(command: AnyCommand): Refusal | null {
    const known = this.#answered.find(command);
    if (known === null) return this.#rules.screen(this.#state, command);
    return known === 'reused' ? idReused : null;
  }

  /**
   * Answers a command. State, version and outbox change together, without an `await` between them. A calendar that is
   * moved past many deadlines does so in steps, each a workflow task of its own; other commands are answered meanwhile.
   */
  decide(command: AnyCommand, now: Clock): CommandAnswer | Promise<CommandAnswer> {
    const known = this.#answered.find(command);
    if (known === 'reused') return { outcome: 'refused', version: this.#state.head.version, refusal: idReused };
    if (known !== null) return known;
    if (command.type !== 'AdvanceCalendar') return this.#answer(command, now).answer;
    if (this.#moving !== null) return this.#moving.then(() => this.decide(command, now));
    const { answer, unfinished } = this.#answer(command, now);
    if (unfinished === undefined) return answer;
    this.#moving = this.#goOn(command, now);
    return this.#moving;
  }

  /** Lets what is due happen, in order, each with its named outcome; the rest of a great many in the next task. */
  letTimePass(now: Clock): void {
    const { state, envelopes } = this.#rules.passTime(this.#state, this.#circumstances(now));
    this.#state = state;
    this.pump.push(envelopes);
  }

  #answer(command: AnyCommand, now: Clock, more: Pick<Circumstances, 'goesOn'> = {}): Handled<S> {
    const handled = this.#rules.handle(this.#state, command, { ...this.#circumstances(now), ...more });
    this.#state = handled.state;
    this.pump.push(handled.envelopes);
    if (handled.unfinished === undefined && this.#rules.remembers(command)) this.#answered.remember(command, handled.answer);
    return handled;
  }

  async #goOn(command: AnyCommand, now: Clock): Promise<CommandAnswer> {
    for (;;) {
      await untilNextTask();
      const { answer, unfinished } = this.#answer(command, now, { goesOn: true });
      if (unfinished !== undefined) continue;
      this.#moving = null;
      return answer;
    }
  }

  /** What the next run needs to go on. Asked only when every event has been announced. */
  carry(): CarriedStream<S> {
    return { state: this.#state, announcedVersion: this.pump.announcedVersion, answered: this.#answered.carry() };
  }

  #circumstances(now: Clock): Circumstances {
    return { recordedAt: now(), atMost: deadlinesATask, ...this.#input.brought };
  }
}
