import type { OpenAction, OwnedStreamKind, PartnershipStanding, WhyNotAnswer } from '@palabre/contracts';
import { acceptedIn, bodyOf, notUnderstood, refusedOrThrow } from './answers.js';
import { send, type HttpCircumstances, type HttpReply } from './http.js';
import type { StreamApi, StreamRef } from './stream-api.js';

export interface HttpStreamsOptions extends Omit<HttpCircumstances, 'server'> {
  readonly gateway: string;
}

/** Where each kind has its address. */
const collections: Readonly<Record<OwnedStreamKind, string>> = {
  organisation: 'organisations',
  charter: 'charters',
  campaign: 'campaigns',
};

const fieldOf = (body: unknown, name: string): unknown => ((body ?? {}) as Readonly<Record<string, unknown>>)[name];

/** Leaves out what the gateway adds to the answer of a command. */
function without(body: unknown, name: string): unknown {
  const { [name]: _added, ...rest } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return rest;
}

/** Organisations, charters and campaigns at the gateway, over HTTP. */
export class HttpStreams implements StreamApi {
  constructor(private readonly options: HttpStreamsOptions) {}

  open: StreamApi['open'] = async (as, kind, request) => {
    const reply = await this.#send('POST', `/v1/${collections[kind]}`, as, request);
    if (!reply.ok) return refusedOrThrow(reply.problem, this.options);
    const id = fieldOf(reply.body, kind);
    if (typeof id !== 'string') throw notUnderstood(this.options.say);
    return { id, answer: acceptedIn(without(reply.body, kind), this.options.say) };
  };

  command: StreamApi['command'] = async (as, stream, request) => {
    const reply = await this.#send('POST', `${this.#path(stream)}/commands`, as, request);
    return reply.ok ? acceptedIn(reply.body, this.options.say) : refusedOrThrow(reply.problem, this.options);
  };

  standing: StreamApi['standing'] = async (as, stream) => (await this.#ask(`${this.#path(stream)}/standing`, as)) as PartnershipStanding;

  state: StreamApi['state'] = (as, stream) => this.#ask(`${this.#path(stream)}/state`, as);

  openActions: StreamApi['openActions'] = async (as, stream) => (await this.#ask(`${this.#path(stream)}/open-actions`, as)) as OpenAction[];

  whyNot: StreamApi['whyNot'] = async (as, stream, ask) =>
    bodyOf(await this.#send('POST', `${this.#path(stream)}/why-not`, as, ask), this.options) as WhyNotAnswer;

  invite: StreamApi['invite'] = async (as, id, ask) => {
    const reply = await this.#send('POST', `${this.#path({ kind: 'campaign', id })}/invitations`, as, ask);
    if (!reply.ok) return refusedOrThrow(reply.problem, this.options);
    const told = fieldOf(reply.body, 'invitations');
    if (!Array.isArray(told)) throw notUnderstood(this.options.say);
    const invitations = told.filter((token): token is string => typeof token === 'string');
    return { answer: acceptedIn(without(reply.body, 'invitations'), this.options.say), invitations };
  };

  survey: StreamApi['survey'] = id => this.#ask(`${this.#path({ kind: 'campaign', id })}/survey`, null);

  answerSurvey: StreamApi['answerSurvey'] = async (id, body) => {
    const reply = await this.#send('POST', `${this.#path({ kind: 'campaign', id })}/answers`, null, body);
    return reply.ok ? { outcome: 'accepted' } : refusedOrThrow(reply.problem, this.options);
  };

  #path({ kind, id }: StreamRef): string {
    return `/v1/${collections[kind]}/${encodeURIComponent(id)}`;
  }

  async #ask(path: string, as: string | null): Promise<unknown> {
    return bodyOf(await this.#send('GET', path, as), this.options);
  }

  #send(method: 'GET' | 'POST', path: string, as: string | null, body?: unknown): Promise<HttpReply> {
    const sent = body === undefined ? {} : { body };
    return send({ method, url: `${this.options.gateway}${path}`, as, ...sent }, { ...this.options, server: 'server.gateway' });
  }
}
