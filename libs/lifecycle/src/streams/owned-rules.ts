import { definitionOf, type AnyCommand, type EventEnvelope, type OwnedStreamKind } from '@palabre/contracts';
import { advance } from '../evolve.js';
import type { Handled } from '../handled.js';
import { taskEvolvers } from '../mechanisms/task/evolve.js';
import { settlingOf, spokenByPalabre } from '../settle.js';
import { hasEnded } from '../state.js';
import { standingOf } from '../standing.js';
import { recorderOf, type Origin } from '../stream.js';
import { answerOf, arrivalOf, carryingOut, goingOn, soundly } from './carrying-out.js';
import { rolesFrom, screenOwned } from './owned-guards.js';
import { judgeOwned, ownedMoment } from './owned-judgement.js';
import { openActionsOwned, whyNotOwned } from './owned-questions.js';
import type { OwnedMoment, OwnedStream } from './owned-tables.js';
import type { StreamRules } from './stream-rules.js';
import type { OwnedState } from './stream-state.js';

type AnyEvolver<S> = (state: S, data: unknown, attributes: EventEnvelope['attributes']) => S;
type Evolvers<S> = Readonly<Record<string, AnyEvolver<S> | undefined>>;
type Keepers<S> = Readonly<Record<string, ((state: S, data: unknown) => S) | undefined>>;

/** One event applied: by the tables of its kind, or as every stream does it. Total and pure. */
const evolving =
  <K extends OwnedStreamKind, S extends OwnedState>({ evolvers }: OwnedStream<K, S>) =>
  (state: S, event: EventEnvelope): S => {
    const { type } = event.attributes;
    const apply = (evolvers as Evolvers<S>)[type] ?? (taskEvolvers as Evolvers<S>)[type];
    return advance(state, apply === undefined ? state : apply(state, event.data, event.attributes), event);
  };

const isAnonymous = <K extends OwnedStreamKind, S extends OwnedState>({ anonymous }: OwnedStream<K, S>, { type }: AnyCommand): boolean =>
  (anonymous as readonly string[]).includes(type);

const roleOf = (kind: OwnedStreamKind, { type, actor }: AnyCommand, { standpoint }: OwnedMoment): string =>
  rolesFrom(definitionOf(kind, type).by, standpoint).find(role => actor.roles.includes(role)) ?? actor.roles[0] ?? 'none';

/** An event speaks of who asked; where nobody may know that, it speaks for Palabre, under a cause that says nothing. */
function originOf(kind: OwnedStreamKind, command: AnyCommand, moment: OwnedMoment, recordedAt: string, anonymously: boolean): Origin {
  const when = { factAt: moment.now, recordedAt };
  if (anonymously) return spokenByPalabre({ ...when, cause: `${kind}/lot`, correlation: 'survey' });
  const { person: actor, organisation: party } = moment.actor;
  return { ...when, actor, role: roleOf(kind, command, moment), party, cause: command.id, correlation: command.correlation };
}

/** Everything that an organisation, a charter and a campaign do alike, around the tables of one of them. */
export function ownedRules<K extends OwnedStreamKind, S extends OwnedState>(tables: OwnedStream<K, S>): StreamRules<S> {
  const { kind } = tables;
  const evolve = evolving(tables);
  const record = recorderOf<S>({ kind, evolve, toldUnder: tables.toldUnder });
  const settling = settlingOf<S>({ tasks: () => tables.tasks, deadlines: () => tables.deadlines, record });
  const carryOut = carryingOut<S>({ ...settling, record, refusedAs: () => 'CommandRefused' });

  const carriedOut: StreamRules<S>['handle'] = (state, command, circumstances): Handled<S> => {
    const moment = ownedMoment(kind, state, command, circumstances);
    const decision = circumstances.goesOn === true ? goingOn(state, command) : judgeOwned(tables, state, command, moment);
    const anonymously = isAnonymous(tables, command);
    const before = { state, envelopes: [] };
    if (decision.outcome === 'refused' && anonymously) return { ...before, answer: answerOf(before, decision) };
    const keepAside = decision.outcome === 'accepted' ? (tables.keepsAside as Keepers<S>)[command.type] : undefined;
    const kept = keepAside?.(state, command.data) ?? state;
    const origin = originOf(kind, command, moment, circumstances.recordedAt, anonymously);
    const progress = carryOut({ ...before, state: kept }, command, decision, origin, circumstances.atMost);
    return { ...progress, answer: answerOf(progress, decision), ...arrivalOf(progress.state, decision) };
  };

  const handle: StreamRules<S>['handle'] = (...asked) => soundly(asked[0], () => carriedOut(...asked));

  return {
    kind,
    empty: tables.empty,
    screen: (state, command) => screenOwned(kind, state, command),
    handle,
    passTime: (state, { recordedAt, atMost }) =>
      state.calendar.kind === 'rehearsal'
        ? { state, envelopes: [] }
        : settling.passDeadlines({ state, envelopes: [] }, recordedAt, { correlation: 'calendar', recordedAt }, atMost),
    evolve,
    hasEnded,
    standing: (state, announcedVersion) => standingOf(state, announcedVersion, tables.tasks),
    whyNot: (state, ask) => whyNotOwned(tables, state, ask),
    openActions: (state, actor) => openActionsOwned(kind, state, actor),
    shown: tables.shown,
    remembers: command => !isAnonymous(tables, command),
  };
}
