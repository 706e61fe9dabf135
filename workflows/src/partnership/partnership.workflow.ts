import { drainingFailure, notAcceptedFailure, type Command } from '@palabre/contracts';
import { hasEnded, nextWakeUp, openActions, standingOf, whyNot, withoutSealedAnswers } from '@palabre/lifecycle';
import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { readPartnershipInput } from './input.js';
import { execute, openActionsQuery, standing, stateQuery, whyNotQuery } from './messages.js';
import { PartnershipFile } from './partnership-file.js';
import { announce, type Announce } from './ports.js';

/** From this many history events on, a run takes no new command: it empties its outbox and goes on as a new run. */
const softLimitOfEvents = 400;

/** How long a run waits for the command that opens its partnership. */
const openingWithin = '1 minute';

/** Sorts after every instant. */
const never = '9999';

const now = (): string => new Date().toISOString();

/** Constant within one activation: the activation that answers a command is never the one that ends the run. */
const mustRest = (): boolean => workflowInfo().historyLength >= softLimitOfEvents || workflowInfo().continueAsNewSuggested;

/** Runs before anything is recorded, so it must stay synchronous: a promise here would let everything through. */
function admit(file: PartnershipFile, command: Command): void {
  if (mustRest())
    throw ApplicationFailure.nonRetryable('The file goes on in a new run; send the same command again shortly.', drainingFailure);
  const refusal = file.turnAway(command);
  if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal.reason.en, notAcceptedFailure, refusal);
}

const isEarlier = (dueAt: string | null, than: string | null): boolean => (dueAt ?? never) < (than ?? never);

/** Waits until something calls, at the latest until the next deadline. A deadline that went away is found out when it rings. */
async function waitForDeadlineOr(called: () => boolean, dueAt: string | null): Promise<void> {
  if (dueAt === null) return condition(called);
  const left = Date.parse(dueAt) - Date.now();
  if (left > 0) await condition(called, left);
}

/** A workflow that was started, but whose opening command was turned away, fails: its id is free for another attempt. */
async function waitForOpening(file: PartnershipFile): Promise<void> {
  const opened = (): boolean => file.state.head.version > 0;
  if (opened() || (await condition(opened, openingWithin))) return;
  throw ApplicationFailure.nonRetryable('No command opened this partnership.', 'NeverOpened');
}

const isDue = (file: PartnershipFile): boolean => (nextWakeUp(file.state) ?? never) <= now();

/** A deadline that is still due after time has passed would ring for ever: better a failing task that health shows. */
function letDeadlinesPass(file: PartnershipFile): void {
  file.letTimePass(now());
  if (isDue(file)) throw new Error(`The deadline at ${nextWakeUp(file.state)} does not pass`);
}

/** The story: commands are answered as they come, deadlines ring, until the file has ended or the run must rest. */
async function live(file: PartnershipFile): Promise<void> {
  await waitForOpening(file);
  while (!hasEnded(file.state) && !mustRest()) {
    const dueAt = nextWakeUp(file.state);
    await waitForDeadlineOr(() => hasEnded(file.state) || mustRest() || isEarlier(nextWakeUp(file.state), dueAt), dueAt);
    // Commands of this activation have been decided by now: a decision beats a deadline that rings with it.
    if (isDue(file)) letDeadlinesPass(file);
  }
  await condition(() => file.pump.isEmpty && allHandlersFinished());
  if (!hasEnded(file.state)) await continueAsNew(file.carry());
}

/** One partnership, from the command that opens it to its end, with the given way of announcing. */
export const livePartnership =
  (announcing: Announce) =>
  async (input: unknown): Promise<void> => {
    const file = new PartnershipFile(readPartnershipInput(input), announcing);
    setHandler(execute, command => file.decide(command, now()), { validator: command => admit(file, command) });
    setHandler(standing, () => standingOf(file.state, file.pump.announcedVersion));
    setHandler(whyNotQuery, ask => whyNot(file.state, ask));
    setHandler(openActionsQuery, actor => openActions(file.state, actor));
    setHandler(stateQuery, () => withoutSealedAnswers(file.state));
    // Nobody cancels a partnership: it ends by its own commands, with everything announced.
    await CancellationScope.nonCancellable(() => Promise.race([file.pump.run(), live(file)]));
  };

export const partnership = livePartnership(announce);
