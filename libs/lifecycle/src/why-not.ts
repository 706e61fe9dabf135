import {
  commands,
  commandTypes,
  isOpening,
  type Actor,
  type Command,
  type CommandType,
  type OpenAction,
  type Refusal,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { nothingToActOn } from './acted-on.js';
import { later } from './calendar/span.js';
import type { Decision } from './decision.js';
import { firstObstacle, obstacles } from './guards/index.js';
import { afterTheEnd, screen } from './guards/screen.js';
import { judge, momentOf } from './handle.js';
import { stepsFrom } from './lifecycle.js';
import type { PartnershipState } from './state.js';

/** What somebody asks about: a command, with or without its data. */
export interface Ask {
  readonly type: CommandType;
  readonly data?: unknown;
  readonly actor: Actor;
  /** The asker's moment. A real file that has been quiet for a year is judged now, not at its last event. */
  readonly at?: string;
}

/** A rehearsal has its own calendar; a real file's now is the moment of the question, never before its last event. */
const nowOf = (state: PartnershipState, ask: Ask): string =>
  state.calendar.kind === 'rehearsal' ? state.calendar.now : later(state.calendar.now, ask.at ?? state.calendar.now);

const probe = (ask: Ask, data: unknown): Command =>
  ({ id: 'why-not', type: ask.type, data, actor: ask.actor, correlation: 'why-not' }) as Command;

/** Data to try with when the person gave none: the present agreement, every next phase, or nothing needed. */
function likelyData(state: PartnershipState, ask: Ask): readonly unknown[] {
  if (ask.data !== undefined) return [ask.data];
  const agreement = state.texts.heads.agreement;
  switch (ask.type) {
    case 'EnterPhase':
      return stepsFrom(state.phase, 'EnterPhase').map(step => ({ phase: step.to, reason: 'why-not' }));
    case 'SignAgreement':
      return agreement === undefined ? [] : [{ version: agreement.version, hash: agreement.hash }];
    case 'OpenTransfer':
      return state.parties.members.slice(1, 2).map(({ party }) => ({ object: 'operational', recipient: party }));
    case 'AbandonTransfer':
    case 'StopNegotiation':
    case 'AnnounceWithdrawal':
      return [{ reason: 'why-not' }];
    case 'ConfirmCoConstruction':
      return [{ participants: [ask.actor.person] }];
    case 'AcceptReadiness':
    case 'AcceptRules':
    case 'ClosePartnership':
    case 'DeclareAccountRendered':
      return [{}];
    default:
      return commands[ask.type].data.safeParse({}).success ? [{}] : [];
  }
}

function tryOut(state: PartnershipState, ask: Ask, data: unknown): Decision {
  const command = probe(ask, data);
  const screened = screen(state, command);
  if (screened !== null) return { outcome: 'refused', refusal: screened };
  return judge(state, command, momentOf(state, command, nowOf(state, ask)));
}

const sameRefusal = (one: Refusal, other: Refusal): boolean =>
  one.code === other.code && one.rule === other.rule && one.reason.en === other.reason.en;

const distinct = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.filter((refusal, at) => refusals.findIndex(other => sameRefusal(refusal, other)) === at);

/** Whether a command would be accepted now; if not, everything that stands in its way, in words. Changes nothing. */
export function whyNot(state: PartnershipState, ask: Ask): WhyNotAnswer {
  const general = obstacles(state, { ...ask, now: nowOf(state, ask) });
  const tried = likelyData(state, ask).map(data => tryOut(state, ask, data));
  const refused = tried.flatMap(decision => (decision.outcome === 'refused' ? (decision.each ?? [decision.refusal]) : []));
  const accepted = tried.flatMap(decision => (decision.outcome === 'accepted' ? [decision] : []));
  const possible = general.length === 0 && (accepted.length > 0 || tried.length === 0);
  return {
    command: ask.type,
    possible,
    refusals: possible ? [] : distinct([...general, ...refused]),
    warnings: distinct(accepted.flatMap(decision => decision.warnings)),
  };
}

/** Whether this person may try a command now. What needs no body is judged; the rest hangs on what its body says. */
function openAction(state: PartnershipState, type: CommandType, actor: Actor): OpenAction {
  const general = afterTheEnd(state, type) ?? firstObstacle(state, { type, actor }) ?? nothingToActOn(state, type);
  if (general !== null) return { command: type, possible: false, because: general, judged: true };
  if (likelyData(state, { type, actor }).length === 0) return { command: type, possible: true, because: null, judged: false };
  const { possible, refusals } = whyNot(state, { type, actor });
  return { command: type, possible, because: refusals[0] ?? null, judged: true };
}

/** Every command with whether this person may try it now, and the first reason why not. */
export const openActions = (state: PartnershipState, actor: Actor): readonly OpenAction[] =>
  commandTypes.filter(type => !isOpening('partnership', type)).map(type => openAction(state, type, actor));
