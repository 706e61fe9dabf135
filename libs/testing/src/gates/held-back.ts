import type { Command, CommandAnswer, CommandData, CommandType } from '@palabre/contracts';
import type { Step } from '@palabre/lifecycle';
import type { Cast, PersonName } from '../people.js';
import type { Rehearsal } from '../rehearsal.js';
import { Scripted, type Act } from '../scripted.js';
import { stepOf, type GateTrial } from './gate-trial.js';

/** Commands that ask for a step of the procedure. */
const doors: readonly CommandType[] = ['EnterPhase', 'JoinNetwork', 'SignAgreement', 'ClosePartnership', 'AgreeToProposal'];

const tooEarly = (step: Step): unknown => {
  if (step.by === 'EnterPhase') return { phase: step.to, reason: null };
  if (step.by === 'AgreeToProposal') return { proposal: 'proposal-none' };
  return step.by === 'SignAgreement' ? { version: 1, hash: 'ab'.repeat(32) } : {};
};

/**
 * A story that is told as always, but for what one gate asks: that is left out, and the story halts before the door.
 * `knock` is somebody trying the door, `meet` does what was missing, `passThrough` goes on.
 */
export class HeldBack extends Scripted {
  readonly #leftOut: Act[] = [];
  readonly #beyond: Act[] = [];
  #halted = false;

  constructor(
    readonly trial: GateTrial,
    ...rest: ConstructorParameters<typeof Rehearsal>
  ) {
    super(...rest);
  }

  override must<T extends CommandType>(who: PersonName, type: T, data: CommandData<T>, more: Partial<Command> = {}): this {
    const act: Act = { who, type, data };
    if (!this.#halted && this.state.phase === this.trial.from && doors.includes(type)) this.#halt();
    if (this.#halted) {
      this.#beyond.push(act);
      return this;
    }
    if (this.trial.leftOut?.(act) === true) {
      this.#leftOut.push(act);
      return this;
    }
    super.must(who, type, data, more);
    if (type === 'OpenPartnership') this.#comeTooEarly();
    return this;
  }

  /** The next thing that the story would ask for: the door of the trial. */
  knock(): CommandAnswer {
    const [door] = this.#beyond;
    if (door === undefined) throw new Error(`HeldBack: the story of ${this.trial.gate} never came to its door`);
    return this.#do(door);
  }

  meet(): void {
    for (const act of this.#leftOut) this.#doSurely(act);
    this.#unhalted(() => this.trial.met?.(this));
  }

  /** Goes through the door, and what else the same step needs. */
  passThrough(): readonly CommandAnswer[] {
    return this.#beyond.map(act => this.#do(act));
  }

  #halt(): void {
    this.trial.trouble?.(this);
    this.#halted = true;
  }

  #comeTooEarly(): void {
    const step = stepOf(this.trial);
    if (step.from === 'idea') return;
    const who = step.by === 'SignAgreement' ? 'direction' : 'officer';
    if (step.by !== 'JoinNetwork') this.#do({ who, type: step.by as CommandType, data: tooEarly(step) });
  }

  #unhalted(tell: () => void): void {
    this.#halted = false;
    tell();
    this.#halted = true;
  }

  #do({ who, type, data }: Act): CommandAnswer {
    return this.ask(who, type, data as CommandData);
  }

  #doSurely(act: Act): void {
    const answer = this.#do(act);
    if (answer.outcome === 'refused') throw new Error(`${act.type} was refused: ${answer.refusal.rule}: ${answer.refusal.reason.en}`);
  }
}

/** Tells the story of a trial up to its door. */
export function heldBackAt(
  trial: GateTrial,
  policy: Rehearsal['policy'],
  as: { readonly id?: string; readonly cast?: Cast } = {},
): HeldBack {
  const file = new HeldBack(trial, policy, as);
  trial.story(file);
  return file;
}
