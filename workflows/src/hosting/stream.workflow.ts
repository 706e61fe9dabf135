import { drainingFailure, notAcceptedFailure, type AnyCommand } from '@palabre/contracts';
import { nextWakeUp, type StreamRules, type StreamState } from '@palabre/lifecycle';
import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { execute, openActionsQuery, standing, stateQuery, whyNotQuery } from './messages.js';
import type { Announce } from './ports.js';
import { StreamFile, untilNextTask } from './stream-file.js';
import type { CarriedStream, HostedInput } from './stream-input.js';

/** What the story has to know of one kind of stream: its rules, and how the input of a run is read and written. */
export interface Hosted<S extends StreamState> {
  readonly rules: StreamRules<S>;
  readonly read: (input: unknown) => HostedInput<S>;
  readonly handOver: (id: string, carried: CarriedStream<S>) => unknown;
}

/** From this many history events on, a run takes no new command: it empties its outbox and goes on as a new run. */
const softLimitOfEvents = 400;

/** How long a run waits for the command that opens its stream. */
const openingWithin = '1 minute';

/** Sorts after every instant. */
const never = '9999';

const now = (): string => new Date().toISOString();

type File = Pick<StreamFile<StreamState>, 'state' | 'hasEnded' | 'pump' | 'turnAway' | 'letTimePass'>;

/** Constant within one activation: the activation that answers a command is never the one that ends the run. */
const mustRest = (): boolean => workflowInfo().historyLength >= softLimitOfEvents || workflowInfo().continueAsNewSuggested;

/** Runs before anything is recorded, so it must stay synchronous: a promise here would let everything through. */
function admit(file: File, command: AnyCommand): void {
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
async function waitForOpening(file: File): Promise<void> {
  const opened = (): boolean => file.state.head.version > 0;
  if (opened() || (await condition(opened, openingWithin))) return;
  throw ApplicationFailure.nonRetryable('No command opened this stream.', 'NeverOpened');
}

const isDue = (file: File): boolean => (nextWakeUp(file.state) ?? never) <= now();

/** More tasks than this for one long absence: deadlines bring new ones for ever. */
const tasksOfAnAbsence = 200;

/**
 * Lets deadlines fire, task by task when they are many. Those that never come to an end would ring for ever: better a
 * failing task that health shows.
 */
async function letDeadlinesPass(file: File): Promise<void> {
  for (let tasks = 0; isDue(file) && !file.hasEnded && !mustRest(); tasks += 1) {
    if (tasks === tasksOfAnAbsence) throw new Error(`The deadline at ${nextWakeUp(file.state)} does not pass`);
    if (tasks > 0) await untilNextTask();
    file.letTimePass(now);
  }
}

/** The story: commands are answered as they come, deadlines ring, until the file has ended or the run must rest. */
async function live(file: File, goOn: () => Promise<never>): Promise<void> {
  await waitForOpening(file);
  while (!file.hasEnded && !mustRest()) {
    const dueAt = nextWakeUp(file.state);
    await waitForDeadlineOr(() => file.hasEnded || mustRest() || isEarlier(nextWakeUp(file.state), dueAt), dueAt);
    // Commands of this activation have been decided by now: a decision beats a deadline that rings with it.
    await letDeadlinesPass(file);
  }
  await condition(() => file.pump.isEmpty && allHandlersFinished());
  if (!file.hasEnded) await goOn();
}

/** One stream, from the command that opens it to its end, with the given way of announcing. */
export const liveStream =
  <S extends StreamState>({ rules, read, handOver }: Hosted<S>, announcing: Announce) =>
  async (started: unknown): Promise<void> => {
    const input = read(started);
    const file = new StreamFile(rules, input, announcing);
    setHandler(execute, command => file.decide(command, now), { validator: command => admit(file, command) });
    setHandler(standing, () => rules.standing(file.state, file.pump.announcedVersion));
    setHandler(whyNotQuery, ask => rules.whyNot(file.state, ask));
    setHandler(openActionsQuery, actor => rules.openActions(file.state, actor));
    setHandler(stateQuery, () => rules.shown(file.state));
    const goOn = (): Promise<never> => continueAsNew(handOver(input.id, file.carry()));
    // Nobody cancels a stream: it ends by its own commands, with everything announced.
    await CancellationScope.nonCancellable(() => Promise.race([file.pump.run(), live(file, goOn)]));
  };
