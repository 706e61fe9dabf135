import {
  commandTypesOf,
  isOpening,
  type Actor,
  type AnyCommand,
  type OpenAction,
  type OwnedStreamKind,
  type Refusal,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { obstacleTo, screenOwned } from './owned-guards.js';
import { judgeOwned, ownedMoment } from './owned-judgement.js';
import type { OwnedStream } from './owned-tables.js';
import type { StreamAsk } from './stream-rules.js';
import type { OwnedState } from './stream-state.js';

const told = (command: string, refusals: readonly Refusal[], warnings: readonly Refusal[] = []): WhyNotAnswer => ({
  command,
  possible: refusals.length === 0,
  refusals,
  warnings,
});

/** Whether a command would be accepted now. Without its data only role and standpoint can be told. */
export function whyNotOwned<K extends OwnedStreamKind, S extends OwnedState>(
  tables: OwnedStream<K, S>,
  state: S,
  ask: StreamAsk,
): WhyNotAnswer {
  if (ask.data === undefined) {
    const obstacle = obstacleTo(tables.kind, state, ask);
    return told(ask.type, obstacle === null ? [] : [obstacle]);
  }
  const command: AnyCommand = { id: 'why-not', data: ask.data, type: ask.type, actor: ask.actor, correlation: 'why-not' };
  const screened = screenOwned(tables.kind, state, command);
  if (screened !== null) return told(ask.type, [screened]);
  const moment = ownedMoment(tables.kind, state, command, { recordedAt: ask.at ?? state.calendar.now });
  const decision = judgeOwned(tables, state, command, moment);
  return decision.outcome === 'refused' ? told(ask.type, [decision.refusal]) : told(ask.type, [], decision.warnings);
}

/** Every command with whether this person may try it now, and why not. */
export const openActionsOwned = (kind: OwnedStreamKind, state: OwnedState, actor: Actor): readonly OpenAction[] =>
  commandTypesOf(kind)
    .filter(type => !isOpening(kind, type))
    .map(type => {
      const because = obstacleTo(kind, state, { type, actor });
      return { command: type, possible: because === null, because };
    });
