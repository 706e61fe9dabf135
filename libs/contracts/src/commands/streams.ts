import type { z } from 'zod';
import type { StreamKind } from '../streams.js';
import { campaignCommands } from './campaign.commands.js';
import { charterCommands } from './charter.commands.js';
import { commands, type Actor } from './index.js';
import { organisationCommands } from './organisation.commands.js';
import type { StreamCommandDefinition } from './stream-command.js';

/** Every command of every stream: what may be asked of which, by whom, with which data. */
export const streamCommands = {
  partnership: commands,
  organisation: organisationCommands,
  charter: charterCommands,
  campaign: campaignCommands,
} as const;

/** The streams whose people stand to them by `standpoints`; a partnership has parties and sides. */
export type OwnedStreamKind = Exclude<StreamKind, 'partnership'>;

export const ownedStreamKinds = ['organisation', 'charter', 'campaign'] as const satisfies readonly OwnedStreamKind[];

export type CommandTypeOf<K extends StreamKind> = Extract<keyof (typeof streamCommands)[K], string>;

type DataOf<Row> = Row extends { readonly data: infer S extends z.ZodType } ? z.infer<S> : never;

/** A command as any stream may receive it, its type and data not looked at. */
export interface AnyCommand {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly actor: Actor;
  readonly correlation: string;
  /** Moment of the fact, when the person reports something earlier than now. Never later than the calendar. */
  readonly at?: string;
  /** When given, the command is refused if the stream has moved on. */
  readonly expectedVersion?: number;
}

/** A command of one kind of stream. */
export type StreamCommand<K extends StreamKind, T extends CommandTypeOf<K> = CommandTypeOf<K>> = {
  [C in T]: Omit<AnyCommand, 'type' | 'data'> & { readonly type: C; readonly data: DataOf<(typeof streamCommands)[K][C]> };
}[T];

export const commandTypesOf = <K extends StreamKind>(kind: K): readonly CommandTypeOf<K>[] =>
  Object.keys(streamCommands[kind]) as CommandTypeOf<K>[];

export const isCommandTypeOf = <K extends StreamKind>(kind: K, name: string): name is CommandTypeOf<K> =>
  Object.hasOwn(streamCommands[kind], name);

/** The row of a command that is known to be one of this kind. */
export const definitionOf = (kind: OwnedStreamKind, type: string): StreamCommandDefinition =>
  (streamCommands[kind] as Readonly<Record<string, StreamCommandDefinition>>)[type] as StreamCommandDefinition;

/** The commands that begin a stream of a kind. */
export const openings: { readonly [K in StreamKind]: readonly CommandTypeOf<K>[] } = {
  partnership: ['OpenPartnership'],
  organisation: ['RegisterOrganisation'],
  charter: ['DraftCharter'],
  campaign: ['OpenSurveyCampaign', 'RecordSurveyBaseline'],
};

/** True for a command that begins a stream of its kind, and may come only once. */
export const isOpening = (kind: StreamKind, type: string): boolean => openings[kind].some(opening => opening === type);
