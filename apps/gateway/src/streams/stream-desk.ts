import {
  definitionOf,
  uuidFromName,
  type Actor,
  type AnyCommand,
  type CommandAnswer,
  type OpenAction,
  type OwnedStreamKind,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Patient, type Settled } from '../partnerships/patience.js';
import { Outage, type Reply, type WhyNotQuestion } from '../partnerships/workflows.port.js';
import { readersOfEveryFile } from '../permissions/permission-table.js';
import { refuse } from '../problems/gateway-refusals.js';
import { Refused } from '../problems/refused.js';
import { settingsFor, type SettingsFor } from './settings.js';
import { streamWorkflows, type StreamRef, type StreamWorkflows } from './stream-workflows.port.js';

export type StreamAccepted = Extract<CommandAnswer, { outcome: 'accepted' }>;

/** A stream of one of the kinds that belong to one organisation. */
export type OwnedRef = StreamRef & { readonly kind: OwnedStreamKind };

const owned = z.looseObject({ owner: z.string() });

/** Who reads besides the owner and those who read everything: the register is one for all, a charter is discussed by all. */
const readers: Readonly<Record<OwnedStreamKind, (actor: Actor) => boolean>> = {
  organisation: ({ roles }) => roles.includes('hq-ops') || roles.includes('partnership-officer'),
  charter: () => true,
  campaign: () => false,
};

const mayRead = (kind: OwnedStreamKind, actor: Actor, state: unknown): boolean =>
  owned.parse(state).owner === actor.organisation || actor.roles.some(role => readersOfEveryFile.includes(role)) || readers[kind](actor);

/** Id of the stream that a command begins: named by it, or made of who asks and of the command's own id. */
const idsOfOpenings: Readonly<Record<OwnedStreamKind, (command: AnyCommand) => string>> = {
  organisation: ({ data }) => (data as { readonly organisation: string }).organisation,
  charter: ({ data }) => (data as { readonly code: string }).code,
  campaign: ({ actor, id }) => uuidFromName(`campaign:${actor.organisation}:${id}`),
};

/** Where requests meet organisations, charters and campaigns. Throws Refused. */
@Injectable()
export class StreamDesk {
  constructor(
    @Inject(streamWorkflows) private readonly workflows: StreamWorkflows,
    @Inject(settingsFor) private readonly settings: SettingsFor,
    @Inject(Patient) private readonly patient: Patient,
  ) {}

  /** A stream that does not exist yet has no history that could keep a refusal: who may begin one is asked here. */
  requirePermissionToOpen(kind: OwnedStreamKind, type: string, actor: Actor): void {
    const { by } = definitionOf(kind, type);
    if (actor.roles.some(role => by.roles.includes(role))) return;
    const permitted = by.roles.join(', ');
    const fr = `Adressez-vous à une personne qui a l’une de ces fonctions : ${permitted}.`;
    throw refuse('not-permitted', {}, { next: { fr, en: `Turn to a person who has one of these functions: ${permitted}.` } });
  }

  async open(kind: OwnedStreamKind, command: AnyCommand): Promise<{ id: string; answer: StreamAccepted }> {
    const id = idsOfOpenings[kind](command);
    const settings = this.settings(kind === 'charter' ? id : null);
    const input = { schemaVersion: 1, id, settings, carried: null };
    return { id, answer: accepted(await this.#settle(() => this.workflows.open({ kind, id }, input, command))) };
  }

  async execute(stream: OwnedRef, command: AnyCommand): Promise<StreamAccepted> {
    return accepted(await this.#settle(() => this.workflows.execute(stream, command)));
  }

  /** Whether the register knows an organisation, asked of the organisation's own stream: also right after it was entered. */
  async isRegistered(organisation: string): Promise<boolean> {
    const reply = await this.#patiently(() => this.workflows.standing({ kind: 'organisation', id: organisation }));
    return reply.kind === 'answered' || reply.kind === 'ended';
  }

  /** What anybody may know: asked for only where that is decided by the route. */
  stateForAll(stream: OwnedRef): Promise<unknown> {
    return this.#settle(() => this.workflows.state(stream));
  }

  async state(stream: OwnedRef, reader: Actor): Promise<unknown> {
    const state = await this.stateForAll(stream);
    if (!mayRead(stream.kind, reader, state)) throw refuse('unknown-stream');
    return state;
  }

  async standing(stream: OwnedRef, reader: Actor): Promise<PartnershipStanding> {
    await this.state(stream, reader);
    return this.#settle(() => this.workflows.standing(stream));
  }

  async openActions(stream: OwnedRef, actor: Actor): Promise<readonly OpenAction[]> {
    await this.state(stream, actor);
    return this.#settle(() => this.workflows.openActions(stream, actor));
  }

  async whyNot(stream: OwnedRef, question: WhyNotQuestion): Promise<WhyNotAnswer> {
    await this.state(stream, question.actor);
    return this.#settle(() => this.workflows.whyNot(stream, question));
  }

  #patiently<T>(attempt: () => Promise<Reply<T>>): Promise<Settled<T>> {
    return this.patient.settle(attempt).catch((error: unknown) => {
      throw error instanceof Outage
        ? refuse(error.kind === 'away' ? 'temporal-away' : 'answer-outstanding', { retryAfterSeconds: 1 })
        : error;
    });
  }

  async #settle<T>(attempt: () => Promise<Reply<T>>): Promise<T> {
    const reply = await this.#patiently(attempt);
    if (reply.kind === 'answered') return reply.value;
    if (reply.kind === 'ended') throw refuse('stream-ended');
    if (reply.kind === 'unknown' || reply.refusal.code === 'not-begun') throw refuse('unknown-stream');
    throw new Refused(reply.refusal);
  }
}

function accepted(answer: CommandAnswer): StreamAccepted {
  if (answer.outcome === 'refused') throw new Refused(answer.refusal, { version: answer.version });
  return answer;
}
