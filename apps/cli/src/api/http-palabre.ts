import type { OpenAction, PartnershipStanding, WhyNotAnswer } from '@palabre/contracts';
import { acceptedIn, bodyOf, notUnderstood, refusedOrThrow } from './answers.js';
import { eventData, movedVersion } from './event-stream.js';
import { behind, isEarly, mostRereads, readWaitMs } from './fresh.js';
import { failureOf, headersFor, send, type HttpCircumstances, type HttpReply } from './http.js';
import { HttpStreams } from './http-streams.js';
import { HttpViews } from './http-views.js';
import type { PalabreApi } from './palabre-api.js';
import { problemOf } from './problem.js';
import { queryText, type Query } from './query.js';
import type {
  DeadlineRow,
  FileView,
  Freshness,
  HistoryItem,
  InboxRow,
  MomentView,
  ParkedStream,
  PortfolioRow,
  Rebuild,
  Retried,
  TimelineRow,
  Verification,
} from './reads.js';
import type { Answer, Opened, Refused, Request } from './request.js';
import { allPages, pageSize, Tail, type Page } from './tail.js';

export interface HttpPalabreOptions extends Omit<HttpCircumstances, 'server'> {
  readonly gateway: string;
  readonly reads: string;
}

/** The public API over HTTP: commands and questions at the gateway, everything else at the reading service. */
export class HttpPalabre implements PalabreApi {
  readonly streams: HttpStreams;
  readonly views: HttpViews;
  readonly #histories = new Map<string, Tail<HistoryItem>>();
  readonly #timelines = new Map<string, Tail<TimelineRow>>();

  constructor(private readonly options: HttpPalabreOptions) {
    this.streams = new HttpStreams(options);
    this.views = new HttpViews(options);
  }

  async open(as: string, request: Request): Promise<Opened | Refused> {
    const reply = await this.#gateway('POST', '/v1/partnerships', as, request);
    if (!reply.ok) return refusedOrThrow(reply.problem, this.options);
    const { partnership, ...answer } = (reply.body ?? {}) as { partnership?: unknown };
    const id = typeof partnership === 'string' ? partnership : (reply.headers.get('location') ?? '').split('/').at(-1);
    if (id === undefined || id === '') throw notUnderstood(this.options.say);
    return { id, answer: acceptedIn(answer, this.options.say) };
  }

  async command(as: string, partnership: string, request: Request): Promise<Answer> {
    const reply = await this.#gateway('POST', `${this.#path(partnership)}/commands`, as, request);
    return reply.ok ? acceptedIn(reply.body, this.options.say) : refusedOrThrow(reply.problem, this.options);
  }

  standing: PalabreApi['standing'] = async (as, id) => (await this.#ask(`${this.#path(id)}/standing`, as)) as PartnershipStanding;

  state: PalabreApi['state'] = (as, id) => this.#ask(`${this.#path(id)}/state`, as);

  openActions: PalabreApi['openActions'] = async (as, id) => (await this.#ask(`${this.#path(id)}/open-actions`, as)) as OpenAction[];

  whyNot: PalabreApi['whyNot'] = async (as, id, ask) =>
    bodyOf(await this.#gateway('POST', `${this.#path(id)}/why-not`, as, ask), this.options) as WhyNotAnswer;

  portfolio: PalabreApi['portfolio'] = (as, filter) =>
    allPages(async cursor => (await this.#page('/v1/portfolio', as, { ...filter, cursor })) as Page<PortfolioRow>);

  file: PalabreApi['file'] = async (as, id, freshness) => (await this.#fresh(this.#path(id), as, {}, freshness)) as FileView;

  stateAt: PalabreApi['stateAt'] = async (as, id, moment) => (await this.#read(`${this.#path(id)}/at`, as, { ...moment })) as MomentView;

  inbox: PalabreApi['inbox'] = (as, filter) =>
    allPages(async cursor => (await this.#page('/v1/inbox', as, { ...filter, cursor })) as Page<InboxRow>);

  deadlines: PalabreApi['deadlines'] = (as, id) =>
    allPages(async cursor => (await this.#page(`${this.#path(id)}/deadlines`, as, { cursor })) as Page<DeadlineRow>);

  verification: PalabreApi['verification'] = async (as, id, freshness) =>
    (await this.#fresh(`${this.#path(id)}/verify`, as, {}, freshness)) as Verification;

  parked: PalabreApi['parked'] = as => allPages(async cursor => (await this.#page('/v1/parked', as, { cursor })) as Page<ParkedStream>);

  rebuild: PalabreApi['rebuild'] = async (as, id) => (await this.#read(`/v1/rebuilds/${encodeURIComponent(id)}`, as, {})) as Rebuild;

  async timeline(as: string, id: string, { refused, after }: { refused: boolean; after: number }): Promise<readonly TimelineRow[]> {
    const tail = this.#tail(this.#timelines, `${as} ${id} ${refused}`);
    const filter = refused ? { refused: true } : {};
    const rows = await tail.all(
      async cursor => (await this.#page(`${this.#path(id)}/timeline`, as, { ...filter, cursor })) as Page<TimelineRow>,
    );
    return rows.filter(row => row.version > after);
  }

  async history(as: string, id: string, from: number, freshness: Freshness = {}): Promise<readonly HistoryItem[]> {
    const tail = this.#tail(this.#histories, `${as} ${id}`);
    const items = await tail.all(
      async cursor => (await this.#fresh(`${this.#path(id)}/history`, as, { cursor, limit: pageSize }, freshness)) as Page<HistoryItem>,
    );
    return items.filter(item => item.attributes.streamversion >= from);
  }

  async retryParked(as: string, stream: string): ReturnType<PalabreApi['retryParked']> {
    return bodyOf(await this.#reading('POST', `/v1/parked/${encodeURIComponent(stream)}/retry`, as, {}), this.options) as Retried;
  }

  async rebuildable(as: string): Promise<readonly string[]> {
    return (bodyOf(await this.#reading('GET', '/v1/rebuilds', as), this.options) as { models: string[] }).models;
  }

  async startRebuild(as: string, model: string): Promise<string> {
    const { id } = bodyOf(await this.#reading('POST', '/v1/rebuilds', as, { model }), this.options) as { id: string };
    return id;
  }

  async *follow(as: string, id: string, signal: AbortSignal): AsyncGenerator<number> {
    const request = { method: 'GET', url: `${this.options.reads}${this.#path(id)}/live`, as } as const;
    const headers = await headersFor(request, this.#circumstances('server.reads'));
    const answer = await fetch(request.url, { headers: { ...headers, accept: 'text/event-stream' }, signal });
    if (!answer.ok || answer.body === null)
      throw failureOf(problemOf(answer.status, await answer.json().catch(() => null)), this.options.language);
    for await (const data of eventData(answer.body)) {
      const version = movedVersion(data);
      if (version !== null) yield version;
    }
  }

  #path(partnership: string): string {
    return `/v1/partnerships/${encodeURIComponent(partnership)}`;
  }

  #tail<T>(tails: Map<string, Tail<T>>, key: string): Tail<T> {
    const tail = tails.get(key) ?? new Tail<T>();
    tails.set(key, tail);
    return tail;
  }

  #circumstances(server: HttpCircumstances['server']): HttpCircumstances {
    return { ...this.options, server };
  }

  #gateway(method: 'GET' | 'POST', path: string, as: string, body?: unknown): Promise<HttpReply> {
    const sent = body === undefined ? {} : { body };
    return send({ method, url: `${this.options.gateway}${path}`, as, ...sent }, this.#circumstances('server.gateway'));
  }

  #reading(method: 'GET' | 'POST', path: string, as: string, body?: unknown): Promise<HttpReply> {
    const sent = body === undefined ? {} : { body };
    return send({ method, url: `${this.options.reads}${path}`, as, ...sent }, this.#circumstances('server.reads'));
  }

  async #ask(path: string, as: string): Promise<unknown> {
    return bodyOf(await this.#gateway('GET', path, as), this.options);
  }

  async #read(path: string, as: string, query: Query): Promise<unknown> {
    return bodyOf(await this.#reading('GET', `${path}${queryText(query)}`, as), this.options);
  }

  #page(path: string, as: string, query: Query): Promise<unknown> {
    return this.#read(path, as, { limit: pageSize, ...query });
  }

  /** Reads at least at a version: asked again while the service says that it is behind. */
  async #fresh(path: string, as: string, query: Query, { after }: Freshness = {}): Promise<unknown> {
    const waiting = after === undefined || after < 1 ? {} : { after, wait: readWaitMs };
    for (let tries = 0; ; tries += 1) {
      const reply = await this.#reading('GET', `${path}${queryText({ ...query, ...waiting })}`, as);
      if (!isEarly(reply, after)) return bodyOf(reply, this.options);
      if (tries >= mostRereads) throw reply.ok ? behind(after ?? 0, this.options.say) : failureOf(reply.problem, this.options.language);
    }
  }
}
