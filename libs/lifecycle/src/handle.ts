import { commands, sha256Hex, type Command, type CommandType, type PartnershipPolicy, type StreamSettings } from '@palabre/contracts';
import { refuse, type Decision } from './decision.js';
import { fromTheFuture, mayBeBackdated, movedOn, notBackdated } from './guards/moment.js';
import type { Handled } from './handled.js';
import { firstObstacle } from './guards/index.js';
import { earliestDeadline } from './settle-deadlines.js';
import type { Decider, Mechanism, Moment } from './mechanism.js';
import { culturalReminders } from './mechanisms/declaration/culture.js';
import { mechanisms } from './mechanisms/index.js';
import { partyOfOrganisation } from './mechanisms/parties/questions.js';
import type { PartyState } from './mechanisms/parties/slice.js';
import { passDeadlines, settle } from './settle.js';
import type { PartnershipState } from './state.js';
import { taskTable } from './tasks/task-table.js';
import { record, type Origin, type Progress } from './stream.js';
import { answerOf, arrivalOf, carryingOut, goingOn, soundly } from './streams/carrying-out.js';
import { clockOf } from './streams/clock.js';
import type { StreamState } from './streams/stream-state.js';

/** What the workflow brings along: its own time, and what the stream will live by when it is opened. */
export interface Circumstances {
  readonly recordedAt: string;
  readonly policy?: PartnershipPolicy;
  readonly settings?: StreamSettings;
  /** Deadlines that may fire in one go; all that are due when left out. A workflow task has little time. */
  readonly atMost?: number;
  /** Set when the same command goes on that was left `unfinished`: what was decided then is not judged again. */
  readonly goesOn?: true;
}

/** Before the first event the opener's own organisation is the host. */
const speakerFor = (state: PartnershipState, command: Command): PartyState =>
  partyOfOrganisation(state, command.actor.organisation) ?? {
    party: 'host',
    side: 'host',
    organisation: command.actor.organisation,
    workingLanguage: 'fr',
    consents: null,
    standing: 'in',
    decisionDays: 0,
  };

/** What the deciders may know of this command's moment. */
export function momentOf(state: PartnershipState, command: Command, recordedAt: string): Moment {
  const now = clockOf('partnership', state, command, recordedAt);
  return {
    now,
    factAt: command.at ?? now,
    actor: command.actor,
    party: speakerFor(state, command),
    newId: prefix => `${prefix}-${sha256Hex(`${state.id}/${command.id}/${prefix}`).slice(0, 12)}`,
    isTask: kind => taskTable().some(row => row.kind === kind),
  };
}

/** Whoever plans a day is shown what the parties told of their calendars (PMP-17). */
function withReminders(state: PartnershipState, command: Command, decision: Decision): Decision {
  const reminders = decision.outcome === 'accepted' ? culturalReminders(state, command) : [];
  return decision.outcome === 'refused' || reminders.length === 0
    ? decision
    : { ...decision, warnings: [...decision.warnings, ...reminders] };
}

const ownerOf = ({ type }: Command): Mechanism | undefined => mechanisms.find(mechanism => Object.hasOwn(mechanism.deciders, type));

/** Guards first, then the mechanism that owns the command. */
export function judge(state: PartnershipState, command: Command, moment: Moment): Decision {
  if (command.expectedVersion !== undefined && command.expectedVersion !== state.head.version) return refuse(movedOn(state.head.version));
  const obstacle = firstObstacle(state, { ...command, now: moment.now });
  if (obstacle !== null) return refuse(obstacle);
  if (moment.factAt > moment.now) return refuse(fromTheFuture(moment.now));
  if (moment.factAt < moment.now && !mayBeBackdated.includes(command.type)) return refuse(notBackdated());
  const decide = ownerOf(command)?.deciders[command.type] as Decider<typeof command.type> | undefined;
  if (decide === undefined) throw new Error(`judge: no mechanism decides ${command.type}`);
  return withReminders(state, command, decide(state, command, moment));
}

/** Commands that are a hand under a text: refused, the attempt is told as such (HFA-15). */
const signatures: readonly CommandType[] = ['SignAgreement', 'SignHandoverDeed'];

/** The role that allowed the act, not just any that the person holds; for a signature, the one that the charter names. */
function actingRole(state: PartnershipState, { type, actor }: Command): string {
  const signing = signatures.includes(type) && state.policy !== null ? [state.policy.authorities.signature] : [];
  const fitting = [...signing, ...commands[type].by.roles].find(role => actor.roles.includes(role));
  return fitting ?? actor.roles[0] ?? 'none';
}

const originOf = (state: PartnershipState, command: Command, moment: Moment, recordedAt: string): Origin => ({
  actor: moment.actor.person,
  role: actingRole(state, command),
  party: moment.party.party,
  cause: command.id,
  correlation: command.correlation,
  factAt: moment.factAt,
  recordedAt,
});

type Keeper = (state: PartnershipState, data: unknown, party: string) => PartnershipState;

/** What events do not tell waits beside them: sealed answers, until all have answered. */
function withSecrets(state: PartnershipState, command: Command, decision: Decision, party: string): PartnershipState {
  if (decision.outcome === 'refused') return state;
  const keepAside = ownerOf(command)?.keepsAside?.[command.type] as Keeper | undefined;
  return keepAside?.(state, command.data, party) ?? state;
}

const carryOut = carryingOut<PartnershipState>({
  record: (...asked) => record(...asked),
  settle: (...asked) => settle(...asked),
  passDeadlines: (...asked) => passDeadlines(...asked),
  refusedAs: type => (signatures.some(one => one === type) ? 'SignatureAttemptRefused' : 'CommandRefused'),
});

/**
 * A command, whole: what the rules say, the events it makes, their consequences, and the answer. Pure; a refusal is an
 * outcome and, where it concerns policy, an event of its own. Assumes that `screen` let the command through.
 */
export const handle = (state: PartnershipState, command: Command, circumstances: Circumstances): Handled =>
  soundly(state, () => carriedOut(state, command, circumstances));

function carriedOut(state: PartnershipState, command: Command, circumstances: Circumstances): Handled {
  const ready = state.head.version === 0 ? { ...state, policy: circumstances.policy ?? null } : state;
  const moment = momentOf(ready, command, circumstances.recordedAt);
  const decision = circumstances.goesOn === true ? goingOn(ready, command) : judge(ready, command, moment);
  const opened = decision.outcome === 'accepted' ? ready : state;
  const progress = carryOut(
    { state: opened, envelopes: [] },
    command,
    decision,
    originOf(ready, command, moment, circumstances.recordedAt),
    circumstances.atMost,
  );
  const next = withSecrets(progress.state, command, decision, moment.party.party);
  return { state: next, envelopes: progress.envelopes, answer: answerOf(progress, decision), ...arrivalOf(next, decision) };
}

/** Fires what is due by the workflow's time, `atMost` in one go. A rehearsal moves by AdvanceCalendar instead, and never here. */
export function passTime(state: PartnershipState, circumstances: Circumstances): Progress {
  if (state.calendar.kind === 'rehearsal') return { state, envelopes: [] };
  const { recordedAt, atMost } = circumstances;
  return passDeadlines({ state, envelopes: [] }, recordedAt, { correlation: 'calendar', recordedAt }, atMost);
}

/** Earliest instant at which time itself has something to do; null for rehearsals and when nothing waits. */
export const nextWakeUp = (state: StreamState): string | null =>
  state.calendar.kind === 'rehearsal' ? null : (earliestDeadline(state.deadlines)?.dueAt ?? null);
