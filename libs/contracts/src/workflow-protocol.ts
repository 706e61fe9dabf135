import type { CommandAnswer, Refusal } from './commands/index.js';
import type { Act } from './commands/leads-to.js';
import type { OpenTask, SetDeadline } from './events/engine.events.js';
import type { Localized } from './vocabulary/localized.js';
import type { Phase, Standing } from './vocabulary/phases.js';

/** Names shared by the gateway and the partnership workflow; the gateway never imports workflow code. */
export const partnershipWorkflow = {
  type: 'partnership',
  /**
   * Update: `execute(command) → CommandAnswer`. Its update id is the command id and a digest of the body: the
   * server itself answers a known update id, so the id alone would hide that the body is another.
   */
  execute: 'execute',
  /** Query: `standing() → PartnershipStanding`. */
  standing: 'standing',
  /** Query: `whyNot({ type, data?, actor, at? }) → WhyNotAnswer`; `at` is the moment of the question. */
  whyNot: 'whyNot',
  /** Query: `openActions(actor) → OpenAction[]`. */
  openActions: 'openActions',
  /** Query: `state() → the whole state`, for `verify`. */
  state: 'state',
} as const;

/** ApplicationFailure type with which the validator asks the caller to try the same update id again shortly. */
export const drainingFailure = 'Draining';

/** ApplicationFailure type of a refusal that is not recorded (shape, stranger, finished file); details[0] is a Refusal. */
export const notAcceptedFailure = 'NotAccepted';

/** An open task, with the acts by which it is done where no verdict answers it. */
export interface StandingTask extends OpenTask {
  readonly acts?: readonly Act[];
}

export interface PartnershipStanding {
  readonly id: string;
  readonly version: number;
  readonly announcedVersion: number;
  readonly hash: string;
  readonly phase: Phase;
  readonly standing: Standing;
  readonly calendar: { readonly kind: 'real' | 'rehearsal'; readonly now: string };
  readonly tasks: readonly StandingTask[];
  readonly deadlines: readonly SetDeadline[];
  /** Signed, and still a relation to build: what is missing. Absent where nothing is (AGI-04). */
  readonly relationToBuild?: readonly Localized[];
}

/** Whether a command would be accepted now, and what stands in the way. */
export interface WhyNotAnswer {
  readonly command: string;
  readonly possible: boolean;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Refusal[];
}

/** A command that this actor may try now. */
export interface OpenAction {
  readonly command: string;
  readonly possible: boolean;
  readonly because: Refusal | null;
  /** False where only the body of the command decides: then it may be tried, no more. Absent where nobody says. */
  readonly judged?: boolean;
}

/** Answer cached by command id, in a form small enough to travel for ten years. */
export interface AnsweredCommand {
  readonly id: string;
  readonly bodyHash: string;
  readonly answer: CommandAnswer;
}

/** Temporal names of the sweeper. */
export const sweeperWorkflow = { type: 'sweepHeads', scheduleId: 'palabre-sweep-heads' } as const;
