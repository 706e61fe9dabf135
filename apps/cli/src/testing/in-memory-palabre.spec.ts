import {
  contentHash,
  events,
  isEventType,
  uuidFromName,
  type Actor,
  type Command,
  type CommandType,
  type EventEnvelope,
  type FormKind,
  type OpenTask,
} from '@palabre/contracts';
import { openActionsIn, people, questionsIn, Rehearsal, standingIn, whyNotIn } from '@palabre/testing';
import type { PalabreApi } from '../api/palabre-api.js';
import type { Answer, Request } from '../api/request.js';
import type { FileView, HistoryItem, InboxRow, TimelineRow } from '../api/reads.js';
import { actorOf } from './demo-accounts.spec.js';
import { InMemoryStreams } from './in-memory-streams.spec.js';
import { InMemoryViews } from './in-memory-views.spec.js';

export { demoAccounts, repositoryFile } from './demo-accounts.spec.js';

const timelineRow = ({ attributes, data }: EventEnvelope): TimelineRow => {
  const said = (data ?? {}) as Record<string, unknown>;
  const refused = attributes.type === 'CommandRefused' || attributes.type === 'SignatureAttemptRefused';
  return {
    version: attributes.streamversion,
    type: attributes.type,
    says: isEventType(attributes.type) ? events[attributes.type].says : null,
    factAt: attributes.factat,
    actor: attributes.actor,
    actorRole: attributes.actorrole,
    party: attributes.party,
    cause: attributes.cause,
    refused,
    reason: said['reason'] ?? null,
    rule: refused ? String(said['rule']) : null,
    command: refused ? String(said['commandType']) : null,
    protected: false,
  };
};

/** One partnership in memory, decided by the real rules, behind the interface of the public API. */
export class InMemoryPalabre implements PalabreApi {
  readonly streams = new InMemoryStreams();
  readonly views = new InMemoryViews();
  /** Requests that reached the partnership, the repeated ones too. */
  readonly sent: { as: string; request: Request }[] = [];
  readonly states = new Map<number, unknown>();
  readonly #answers = new Map<string, Answer>();
  #ended = false;

  constructor(
    readonly rehearsal = new Rehearsal(),
    private readonly whoIs: (account: string) => Actor = actorOf,
  ) {
    this.views.documents.set(`/v1/partnerships/${this.id}/questions`, ({ form }: { form: FormKind }) => questionsIn(this.rehearsal, form));
  }

  /** A file of the fixtures; its people act under the names of the accounts that they stand for. */
  static of(file: Rehearsal): InMemoryPalabre {
    return new InMemoryPalabre(file, account => (account === 'partner-rep' ? people.representative : people.officer));
  }

  get id(): string {
    return uuidFromName('in-memory');
  }

  #decide(as: string, request: Request): Answer {
    this.sent.push({ as, request });
    const known = this.#answers.get(request.id);
    if (known !== undefined) return known;
    const { type, data, ...more } = request;
    const command = { ...more, actor: this.whoIs(as) } as Partial<Command>;
    const answer = this.rehearsal.ask('hqOps', type as CommandType, data as never, command);
    const kept: Answer =
      answer.outcome === 'accepted' ? answer : { ...answer, fields: [], status: answer.refusal.code === 'partnership-ended' ? 410 : 409 };
    this.states.set(this.rehearsal.state.head.version, this.rehearsal.state);
    this.#answers.set(request.id, kept);
    return kept;
  }

  /** What a gateway answers long after a file has ended: its engine knows nothing of it any more. */
  forget(): void {
    this.#ended = true;
    this.#answers.clear();
  }

  open: PalabreApi['open'] = async (as, request) => {
    const answer: Answer = this.#ended
      ? {
          outcome: 'refused',
          version: null,
          status: 410,
          fields: [],
          refusal: { code: 'partnership-ended', rule: 'ENDED', reason: { fr: '.', en: '.' }, next: { fr: '.', en: '.' }, gates: [] },
        }
      : this.#decide(as, request);
    return answer.outcome === 'accepted' ? { id: this.id, answer } : answer;
  };

  command: PalabreApi['command'] = async (as, _id, request) => this.#decide(as, request);

  standing: PalabreApi['standing'] = async () => ({ ...standingIn(this.rehearsal), id: this.id });

  state: PalabreApi['state'] = async () => this.rehearsal.state;

  openActions: PalabreApi['openActions'] = async as => openActionsIn(this.rehearsal, this.whoIs(as));

  whyNot: PalabreApi['whyNot'] = async (as, _id, { type, ...asked }) =>
    whyNotIn(this.rehearsal, { ...asked, type: type as CommandType, actor: this.whoIs(as) });

  portfolio: PalabreApi['portfolio'] = async () => {
    const { steps, head, phase, standing } = this.rehearsal.state;
    return [
      {
        id: this.id,
        version: head.version,
        title: steps.title,
        type: 'OP',
        phase,
        standing,
        rehearsal: true,
        openTasks: 0,
        nextDeadline: null,
      },
    ];
  };

  file: PalabreApi['file'] = async (as): Promise<FileView> => {
    const { steps, head, phase, phaseSince: since, standing, calendar, parties } = this.rehearsal.state;
    const { organisation: own } = this.whoIs(as);
    const members = parties.members.map(({ party, organisation, workingLanguage, side }) => ({
      party,
      organisation,
      workingLanguage,
      side,
    }));
    const phases = [{ phase, since, version: head.version }];
    const heading = { title: steps.title, type: 'OP', phase, standing, charter: 'mdm', calendar: calendar.kind, phases };
    return {
      id: this.id,
      version: head.version,
      now: calendar.now,
      party: members.find(({ organisation }) => organisation === own)?.party ?? 'host',
      head: heading,
      parties: { parties: members },
      texts: {},
    };
  };

  stateAt: PalabreApi['stateAt'] = async (_as, _id, moment) => {
    const version = 'version' in moment ? Number(moment.version) : this.rehearsal.state.head.version;
    const state = this.states.get(version);
    const setBy = { type: 'PartnershipIdeaRecorded', actor: 'person-hq-ops', party: 'host', cause: 'x' };
    return { id: this.id, version, at: '2022-01-10T08:00:00.000Z', setBy, contentHash: contentHash(state), state };
  };

  /** Tasks as they were opened; the state keeps what rules ask of them alone. */
  #opened(): Map<string, OpenTask> {
    const opened = this.rehearsal.events.filter(event => event.attributes.type === 'TasksOpened');
    return new Map(opened.flatMap(event => (event.data as { tasks: OpenTask[] }).tasks).map(task => [task.task, task]));
  }

  inbox: PalabreApi['inbox'] = async as => {
    const { organisation, roles } = this.whoIs(as);
    const { parties, tasks, steps } = this.rehearsal.state;
    const party = parties.members.find(member => member.organisation === organisation)?.party;
    const opened = this.#opened();
    return tasks
      .filter(task => task.party === party && task.roles.some(role => roles.includes(role)))
      .flatMap(({ task: id, claimedBy, overdue, delegatedTo }): InboxRow[] => {
        const task = opened.get(id);
        const row = { partnership: this.id, partnershipTitle: steps.title, claimedBy, overdue, delegatedTo: delegatedTo?.person ?? null };
        return task === undefined ? [] : [{ ...task, ...row }];
      });
  };

  timeline: PalabreApi['timeline'] = async (_as, _id, { refused, after }) =>
    this.rehearsal.events.map(timelineRow).filter(row => row.version > after && (!refused || row.refused));

  deadlines: PalabreApi['deadlines'] = async () =>
    this.rehearsal.state.deadlines.map(deadline => ({ ...deadline, state: 'to-come' as const, settledAt: null }));

  history: PalabreApi['history'] = async (_as, _id, from): Promise<readonly HistoryItem[]> =>
    this.rehearsal.events.filter(event => event.attributes.streamversion >= from);

  follow: PalabreApi['follow'] = async function* follow() {
    yield* [];
  };

  verification: PalabreApi['verification'] = async () => {
    const { version, hash } = this.rehearsal.state.head;
    return {
      equal: true,
      chain: { holds: true, version, hash, brokenAt: null },
      readModels: [{ model: 'file', equal: true, differing: [] }],
      state: { version, contentHash: contentHash(this.rehearsal.replayed()) },
    };
  };

  parked: PalabreApi['parked'] = async () => [];

  retryParked: PalabreApi['retryParked'] = async (_as, stream) => ({ stream, appended: 0, waiting: 0 });

  rebuildable: PalabreApi['rebuildable'] = async () => ['portfolio', 'file'];

  startRebuild: PalabreApi['startRebuild'] = async (_as, model) => `job-${model}`;

  rebuild: PalabreApi['rebuild'] = async (_as, id) => ({
    id,
    model: id.slice('job-'.length),
    state: 'switched',
    done: 1,
    total: 1,
    report: { equal: true, events: 10, milliseconds: 20, after: { rows: '3' } },
  });
}
