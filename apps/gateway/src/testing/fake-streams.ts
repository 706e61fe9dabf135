import {
  streamName,
  type AnyCommand,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import type { Reply } from '../partnerships/workflows.port.js';
import type { StreamRef, StreamWorkflows } from '../streams/stream-workflows.port.js';
import { accepted, memberOrganisation } from './fake-workflows.js';

/** The port of all streams in memory: remembers what was forwarded, and knows the streams that were opened. */
export class FakeStreams implements StreamWorkflows {
  readonly forwarded: AnyCommand[] = [];
  readonly opened = new Map<string, unknown>();
  reply: Reply<CommandAnswer> = { kind: 'answered', value: accepted };

  async open(stream: StreamRef, input: unknown, command: AnyCommand): Promise<Reply<CommandAnswer>> {
    this.opened.set(streamName(stream.kind, stream.id), input);
    return this.execute(stream, command);
  }

  async execute(stream: StreamRef, command: AnyCommand): Promise<Reply<CommandAnswer>> {
    if (!this.#knows(stream)) return { kind: 'unknown' };
    this.forwarded.push(command);
    return this.reply;
  }

  async state(stream: StreamRef): Promise<Reply<unknown>> {
    const survey = { scale: { lowest: 1, highest: 5 }, questions: [], dimensions: [], closesAt: null };
    return this.#about(stream, { owner: memberOrganisation, standing: 'open', ...survey });
  }

  async standing(stream: StreamRef): Promise<Reply<PartnershipStanding>> {
    return this.#about(stream, { id: stream.id } as PartnershipStanding);
  }

  async whyNot(stream: StreamRef, { type }: { type: string }): Promise<Reply<WhyNotAnswer>> {
    return this.#about(stream, { command: type, possible: true, refusals: [], warnings: [] });
  }

  async openActions(stream: StreamRef): Promise<Reply<readonly OpenAction[]>> {
    return this.#about(stream, []);
  }

  async reachable(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {}

  #knows({ kind, id }: StreamRef): boolean {
    return this.opened.has(streamName(kind, id)) || id === 'known-1';
  }

  #about<T>(stream: StreamRef, value: T): Reply<T> {
    return this.#knows(stream) ? { kind: 'answered', value } : { kind: 'unknown' };
  }
}
