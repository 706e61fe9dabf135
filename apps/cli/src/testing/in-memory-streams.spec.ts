import { sha256Hex, uuidFromName, type Actor, type AnyCommand, type CommandAnswer, type OwnedStreamKind } from '@palabre/contracts';
import { StreamRehearsal } from '@palabre/testing';
import type { Accepted, Refused } from '../api/request.js';
import type { StreamApi, StreamRef } from '../api/stream-api.js';
import { Failure } from '../failure.js';
import { actorOf } from './demo-accounts.spec.js';

const kept = (answer: CommandAnswer): Accepted | Refused =>
  answer.outcome === 'accepted' ? answer : { ...answer, fields: [], status: 409 };

const idOfOpening: Readonly<Record<OwnedStreamKind, (command: AnyCommand) => string>> = {
  organisation: ({ data }) => (data as { organisation: string }).organisation,
  charter: ({ data }) => (data as { code: string }).code,
  campaign: ({ id }) => uuidFromName(`campaign:${id}`),
};

const respondent: Actor = { person: 'respondent', organisation: 'invited', roles: ['respondent'] };

/** Organisations, charters and campaigns in memory, decided by the real rules, behind the interface of the public API. */
export class InMemoryStreams implements StreamApi {
  readonly files = new Map<string, StreamRehearsal<OwnedStreamKind>>();

  file({ kind, id }: StreamRef): StreamRehearsal<OwnedStreamKind> {
    const found = this.files.get(`${kind}/${id}`);
    if (found === undefined) throw new Failure({ exit: 'bad-input', what: `no ${kind} ${id}`, next: '' });
    return found;
  }

  #ask(file: StreamRehearsal<OwnedStreamKind>, actor: Actor, { type, data, id }: Pick<AnyCommand, 'type' | 'data' | 'id'>): CommandAnswer {
    return file.ask(actor, type as never, data as never, { id });
  }

  open: StreamApi['open'] = async (as, kind, request) => {
    const id = idOfOpening[kind](request as AnyCommand);
    const file = this.files.get(`${kind}/${id}`) ?? new StreamRehearsal<OwnedStreamKind>(kind, id);
    const answer = kept(this.#ask(file, actorOf(as), request));
    if (answer.outcome === 'refused') return answer;
    this.files.set(`${kind}/${id}`, file);
    return { id, answer };
  };

  command: StreamApi['command'] = async (as, stream, request) => kept(this.#ask(this.file(stream), actorOf(as), request));

  standing: StreamApi['standing'] = async (_as, stream) => {
    const { rules, state } = this.file(stream);
    return rules.standing(state, state.head.version);
  };

  state: StreamApi['state'] = async (_as, stream) => {
    const { rules, state } = this.file(stream);
    return rules.shown(state);
  };

  openActions: StreamApi['openActions'] = async (as, stream) => {
    const { rules, state } = this.file(stream);
    return rules.openActions(state, actorOf(as));
  };

  whyNot: StreamApi['whyNot'] = async (as, stream, ask) => {
    const { rules, state } = this.file(stream);
    return rules.whyNot(state, { ...ask, actor: actorOf(as) });
  };

  invite: StreamApi['invite'] = async (as, campaign, { id, count }) => {
    const invitations = Array.from({ length: count }, (_, place) => `invitation-number-${String(place)}-of-${id}`);
    const data = { hashes: invitations.map(sha256Hex) };
    const answer = kept(this.#ask(this.file({ kind: 'campaign', id: campaign }), actorOf(as), { id, type: 'IssueInvitations', data }));
    return answer.outcome === 'refused' ? answer : { answer, invitations };
  };

  survey: StreamApi['survey'] = async campaign => {
    const { scale, questions } = (await this.state('nobody', { kind: 'campaign', id: campaign })) as Record<string, unknown>;
    return { scale, questions };
  };

  answerSurvey: StreamApi['answerSurvey'] = async (campaign, { id, invitation, answers, traits }) => {
    const data = { invitation: sha256Hex(invitation), answers, traits };
    const answer = kept(this.#ask(this.file({ kind: 'campaign', id: campaign }), respondent, { id, type: 'AnswerSurvey', data }));
    return answer.outcome === 'refused' ? answer : { outcome: 'accepted' };
  };
}
