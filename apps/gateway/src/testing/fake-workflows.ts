import type { Actor, Command, CommandAnswer, OpenAction, PartnershipStanding, Refusal, WhyNotAnswer } from '@palabre/contracts';
import type { Opening, PartnershipWorkflows, Reply, WhyNotQuestion } from '../partnerships/workflows.port.js';

/** Organisation that is a party of every file the fake knows. */
export const memberOrganisation = 'org-host';

export const aRefusal = (code: string, rule = 'SIGNATORY'): Refusal => ({
  code,
  rule,
  reason: { fr: 'Une raison.', en: 'A reason.' },
  next: { fr: 'Une suite.', en: 'A next step.' },
  gates: rule === 'SIGNATORY' ? ['SIGNATORY'] : [],
});

export const accepted: CommandAnswer = {
  outcome: 'accepted',
  version: 7,
  events: [{ type: 'PartnershipNeedAssessed', version: 7 }],
  warnings: [],
};

const standing: PartnershipStanding = {
  id: 'file-1',
  version: 6,
  announcedVersion: 6,
  hash: '0'.repeat(64),
  phase: 'idea',
  standing: 'open',
  calendar: { kind: 'rehearsal', now: '2026-01-01T00:00:00.000Z' },
  tasks: [],
  deadlines: [],
};

/** The port in memory: remembers what was forwarded; `replies` are given in order, the last one for ever. */
export class FakeWorkflows implements PartnershipWorkflows {
  readonly forwarded: Command[] = [];
  readonly openings: Opening[] = [];
  readonly asked: WhyNotQuestion[] = [];
  replies: (Reply<CommandAnswer> | Error)[] = [{ kind: 'answered', value: accepted }];
  known = new Set(['file-1']);
  isReachable = true;

  async open(opening: Opening): Promise<Reply<CommandAnswer>> {
    this.openings.push(opening);
    return this.#reply(opening.command);
  }

  async execute(partnership: string, command: Command): Promise<Reply<CommandAnswer>> {
    return this.known.has(partnership) ? this.#reply(command) : { kind: 'unknown' };
  }

  async state(partnership: string): Promise<Reply<unknown>> {
    const parties = { members: [{ party: 'host', organisation: memberOrganisation }] };
    return this.#about(partnership, { parties, head: { version: 6 }, policy: { charter: 'mdm', lines: [] } });
  }

  async standing(partnership: string): Promise<Reply<PartnershipStanding>> {
    return this.#about(partnership, standing);
  }

  async whyNot(partnership: string, question: WhyNotQuestion): Promise<Reply<WhyNotAnswer>> {
    this.asked.push(question);
    return this.#about(partnership, { command: question.type, possible: true, refusals: [], warnings: [] });
  }

  async openActions(partnership: string, _actor: Actor): Promise<Reply<readonly OpenAction[]>> {
    return this.#about(partnership, [{ command: 'AssessNeed', possible: true, because: null }]);
  }

  async reachable(): Promise<boolean> {
    return this.isReachable;
  }

  async close(): Promise<void> {}

  #about<T>(partnership: string, value: T): Reply<T> {
    return this.known.has(partnership) ? { kind: 'answered', value } : { kind: 'unknown' };
  }

  #reply(command: Command): Reply<CommandAnswer> {
    this.forwarded.push(command);
    const reply = this.replies.length > 1 ? this.replies.shift() : this.replies[0];
    if (reply === undefined || reply instanceof Error) throw reply ?? new Error('The fake has no reply.');
    return reply;
  }
}
