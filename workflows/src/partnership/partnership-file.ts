import type { Command, CommandAnswer, Refusal } from '@palabre/contracts';
import { handle, initialState, passTime, screen, type PartnershipState } from '@palabre/lifecycle';
import { AnsweredCommands, noAnswers } from './answered-commands.js';
import type { PartnershipInput } from './input.js';
import { AnnouncingPump } from './pump.js';
import type { Announce } from './ports.js';

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

/** The file on the table: its state, the commands it has answered, and the events on their way out. */
export class PartnershipFile {
  readonly #input: PartnershipInput;
  readonly #answered: AnsweredCommands;
  readonly pump: AnnouncingPump;
  #state: PartnershipState;

  constructor(input: PartnershipInput, announce: Announce) {
    this.#input = input;
    this.#state = input.carried?.state ?? initialState(input.id);
    this.#answered = new AnsweredCommands(input.carried?.answered ?? noAnswers);
    this.pump = new AnnouncingPump(input.carried?.announcedVersion ?? 0, announce);
  }

  get state(): PartnershipState {
    return this.#state;
  }

  /** Why a command is not even considered, or null. Nothing is recorded. A command answered before always passes. */
  turnAway(command: Command): Refusal | null {
    const known = this.#answered.find(command);
    if (known === null) return screen(this.#state, command);
    return known === 'reused' ? idReused : null;
  }

  /** Answers a command. State, version and outbox change together, without an `await` between them. */
  decide(command: Command, recordedAt: string): CommandAnswer {
    const known = this.#answered.find(command);
    if (known === 'reused') return { outcome: 'refused', version: this.#state.head.version, refusal: idReused };
    if (known !== null) return known;
    const { state, envelopes, answer } = handle(this.#state, command, this.#circumstances(recordedAt));
    this.#state = state;
    this.pump.push(envelopes);
    this.#answered.remember(command, answer);
    return answer;
  }

  /** Lets what is due happen, in order, each with its named outcome. */
  letTimePass(recordedAt: string): void {
    const { state, envelopes } = passTime(this.#state, this.#circumstances(recordedAt));
    this.#state = state;
    this.pump.push(envelopes);
  }

  /** What the next run needs to go on. Asked only when every event has been announced. */
  carry(): PartnershipInput {
    const carried = { state: this.#state, announcedVersion: this.pump.announcedVersion, answered: this.#answered.carry() };
    return { schemaVersion: 1, id: this.#input.id, policy: null, carried };
  }

  #circumstances(recordedAt: string) {
    return this.#input.policy === null ? { recordedAt } : { recordedAt, policy: this.#input.policy };
  }
}
