import { fact, type CommandAnswer, type Fact, type Refusal } from '@palabre/contracts';
import { isAtRest } from '../after-the-end.js';
import { because, say, type Decision } from '../decision.js';
import { isAnyDue, type Settling } from '../settle.js';
import type { Handled } from '../handled.js';
import { UnsoundFact, type Origin, type Progress, type Recorder } from '../stream.js';
import type { StreamState } from './stream-state.js';

/** A command, as far as carrying out its decision needs it. */
interface Asked {
  readonly type: string;
  readonly data: unknown;
}

/** How streams of one kind record, settle and name their refusals. */
export interface CarryingParts<S extends StreamState> extends Settling<S> {
  readonly record: Recorder<S>;
  readonly refusedAs: (commandType: string) => 'CommandRefused' | 'SignatureAttemptRefused';
}

/** A conflict with somebody quicker is no matter of policy; a stream that did not begin has no history yet, one that has ended takes no more. */
const leavesNoTrace = (state: StreamState, refusal: Refusal): boolean =>
  refusal.code === 'wrong-version' || refusal.code === 'stream-ended' || state.head.version === 0;

const refusalFact = (event: 'CommandRefused' | 'SignatureAttemptRefused', commandType: string, refusal: Refusal): Fact =>
  fact(event, {
    commandType,
    code: refusal.code,
    rule: refusal.rule,
    reason: refusal.reason,
    next: refusal.next,
    gates: [...refusal.gates],
  });

/** What was asked is sound, what the rules made of it is not: nothing is recorded, and the operator is told by the answer. */
const internalMistake = ({ type }: UnsoundFact): Refusal =>
  because(
    'internal-mistake',
    'SHAPE',
    say(
      `Palabre s’est trompé : la règle a produit un « ${type} » que le langage publié ne connaît pas. Rien n’est enregistré.`,
      `Palabre made a mistake: a rule produced a "${type}" that the published language does not know. Nothing is recorded.`,
    ),
    say('Le signaler à qui exploite Palabre, avec la commande.', 'Tell who runs Palabre, with the command.'),
  );

/** Hands a command to its rules; where they make nonsense of it, the file stays as it was and the person is told. */
export function soundly<S extends StreamState>(state: S, carried: () => Handled<S>): Handled<S> {
  try {
    return carried();
  } catch (error) {
    if (!(error instanceof UnsoundFact)) throw error;
    const refusal = internalMistake(error);
    return { state, envelopes: [], answer: { outcome: 'refused', version: state.head.version, refusal } };
  }
}

/** Goes on with a calendar that stopped on its way; a stream that has ended meanwhile moves no further. */
export const goingOn = (state: StreamState, { data }: Asked): Decision => ({
  outcome: 'accepted',
  facts: isAtRest(state) ? [] : [fact('CalendarAdvanced', { to: (data as { readonly to: string }).to })],
  warnings: [],
});

/** Whether a calendar that was moved is still on its way: something is due before the instant it was to reach. */
export function arrivalOf(state: StreamState, decision: Decision): { unfinished?: true } {
  const first = decision.outcome === 'accepted' ? decision.facts[0] : undefined;
  return first?.type === 'CalendarAdvanced' && isAnyDue(state, first.data.to) ? { unfinished: true } : {};
}

/** A refusal of a fact from the future is dated now: it must not move the calendar. */
function notLater(state: StreamState, { factAt, recordedAt }: Origin): string {
  const now = state.calendar.kind === 'rehearsal' ? state.calendar.now : recordedAt;
  return factAt > now ? now : factAt;
}

/** The answer to a command, from its decision and the events that came of it. */
export function answerOf(progress: Pick<Progress<StreamState>, 'state' | 'envelopes'>, decision: Decision): CommandAnswer {
  const { version } = progress.state.head;
  if (decision.outcome === 'refused') return { outcome: 'refused', version, refusal: decision.refusal };
  const told = progress.envelopes.map(({ attributes }) => ({ type: attributes.type, version: attributes.streamversion }));
  return { outcome: 'accepted', version, events: told, warnings: [...decision.warnings] };
}

/**
 * Turns a decision into events and their consequences; a refusal that concerns policy is an event of its own. A calendar
 * that is moved past more than `atMost` deadlines stops after those, without the event that would say it has arrived.
 */
export const carryingOut =
  <S extends StreamState>({ record, settle, passDeadlines, refusedAs }: CarryingParts<S>) =>
  (progress: Progress<S>, command: Asked, decision: Decision, origin: Origin, atMost?: number): Progress<S> => {
    if (decision.outcome === 'refused') {
      if (leavesNoTrace(progress.state, decision.refusal)) return progress;
      const refused = refusalFact(refusedAs(command.type), command.type, decision.refusal);
      return record(progress, [refused], { ...origin, factAt: notLater(progress.state, origin) });
    }
    const [first] = decision.facts;
    if (first?.type !== 'CalendarAdvanced') return settle(record(progress, decision.facts, origin), 0, origin);
    const passed = passDeadlines(progress, first.data.to, origin, atMost);
    if (isAnyDue(passed.state, first.data.to)) return passed;
    return record(passed, decision.facts, { ...origin, factAt: first.data.to });
  };
