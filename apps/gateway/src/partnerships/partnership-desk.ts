import {
  commands,
  uuidFromName,
  type Actor,
  type Command,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { policyFor, type PolicyFor } from '../policies/policies.js';
import { mayAsk } from '../permissions/permission-table.js';
import { refuse } from '../problems/gateway-refusals.js';
import { Refused } from '../problems/refused.js';
import { Patient } from './patience.js';
import { isShutTo, shutStanding, toldState } from './protected-file.js';
import { mayRead, veiledStanding } from './reading.js';
import { answerNamesCase, veiledActions, veiledAnswer, veiledWhyNot } from './veiled-refusals.js';
import { StreamDesk } from '../streams/stream-desk.js';
import { Outage, partnershipWorkflows, type PartnershipWorkflows, type Reply, type WhyNotQuestion } from './workflows.port.js';

/** An accepted command. */
export type Accepted = Extract<CommandAnswer, { outcome: 'accepted' }>;

/** Seconds after which the same request is worth sending again. */
const worthRepeatingAfterSeconds = 1;

/** Refusals that would tell a stranger that a file exists. */
const showsNothing = new Set(['stranger', 'not-begun']);

/** The same request of the same organisation always means the same file. */
export const idOfOpening = (command: Command): string => uuidFromName(`partnership:${command.actor.organisation}:${command.id}`);

/** What the gateway looks at to know whose rules a partnership lives by. */
const underCharter = z.looseObject({ policy: z.looseObject({ charter: z.string() }) });

/** Where requests meet the partnerships: patient towards the engine, plain towards the caller. Throws Refused. */
@Injectable()
export class PartnershipDesk {
  constructor(
    @Inject(partnershipWorkflows) private readonly workflows: PartnershipWorkflows,
    @Inject(policyFor) private readonly policies: PolicyFor,
    @Inject(StreamDesk) private readonly streams: StreamDesk,
    @Inject(Patient) private readonly patient: Patient,
  ) {}

  /**
   * The gateway's half of the permissions: who may open a partnership. In a partnership that exists every request goes
   * on to its workflow, which knows parties, sides and delegations, and which records the refusal of a member: a
   * request stopped here would leave no trace in the history.
   */
  requirePermissionToOpen(actor: Actor): void {
    if (mayAsk('OpenPartnership', actor.roles)) return;
    const permitted = commands.OpenPartnership.by.roles.join(', ');
    const fr = `Adressez-vous à une personne qui a l’une de ces fonctions : ${permitted}.`;
    throw refuse('not-permitted', {}, { next: { fr, en: `Turn to a person who has one of these functions: ${permitted}.` } });
  }

  async open(command: Command<'OpenPartnership'>): Promise<{ partnership: string; answer: Accepted }> {
    const partnership = idOfOpening(command);
    const policy = this.policies(command.data.charter, command.data.type, { outsideScope: command.data.outsideScope ?? false });
    const asked = await this.#withUnregistered(command, command.data.founders ?? []);
    const answer = accepted(await this.settle(() => this.workflows.open({ partnership, policy, command: asked })));
    return { partnership, answer };
  }

  async execute(partnership: string, command: Command): Promise<Accepted> {
    const asked = await this.#withWhatIsAsked(partnership, command);
    const answer = await this.settle(() => this.workflows.execute(partnership, asked));
    return accepted(answerNamesCase(answer) ? veiledAnswer(answer, await this.#stateFor(partnership, command.actor)) : answer);
  }

  /** What a rule may not look up for itself is brought along, so that its refusal stands in the history. */
  async #withWhatIsAsked(partnership: string, command: Command): Promise<Command> {
    if (command.type === 'ProposeTypeChange') return this.#withPolicy(partnership, command);
    if (command.type !== 'ShortlistCandidate' && command.type !== 'ProposeAccession') return command;
    return this.#withUnregistered(command, [command.data]);
  }

  async #withUnregistered<C extends Command>(command: C, broughtIn: readonly { readonly organisation: string }[]): Promise<C> {
    const registered = await Promise.all(broughtIn.map(({ organisation }) => this.streams.isRegistered(organisation)));
    const unregistered = broughtIn.filter((_, at) => registered[at] !== true).map(({ organisation }) => organisation);
    return unregistered.length === 0 ? command : { ...command, unregistered };
  }

  /** The rules of the new type, by the charter that the partnership lives under; like at the opening, nobody sends them in. */
  async #withPolicy(partnership: string, command: Command<'ProposeTypeChange'>): Promise<Command> {
    const { policy } = underCharter.parse(await this.#stateFor(partnership, command.actor));
    return { ...command, policy: this.policies(policy.charter, command.data.type) };
  }

  async state(partnership: string, reader: Actor): Promise<unknown> {
    return toldState(await this.#stateFor(partnership, reader));
  }

  async #stateFor(partnership: string, reader: Actor): Promise<unknown> {
    const state = await this.settle(() => this.workflows.state(partnership));
    if (!mayRead(reader, state)) throw refuse('unknown-partnership');
    return state;
  }

  async standing(partnership: string, reader: Actor): Promise<PartnershipStanding> {
    // The state is read after the standing: a case raised between the two is then known, and veiled.
    const standing = await this.settle(() => this.workflows.standing(partnership));
    const state = await this.#stateFor(partnership, reader);
    return isShutTo(reader, state) ? shutStanding(standing) : veiledStanding(standing, state);
  }

  async openActions(partnership: string, actor: Actor): Promise<readonly OpenAction[]> {
    const state = await this.#openStateFor(partnership, actor);
    return veiledActions(await this.settle(() => this.workflows.openActions(partnership, actor)), state);
  }

  async whyNot(partnership: string, question: WhyNotQuestion): Promise<WhyNotAnswer> {
    const answer = await this.settle(() => this.workflows.whyNot(partnership, question));
    // The state is read after the answer: a case raised between the two is then known, and veiled.
    return veiledWhyNot(answer, await this.#openStateFor(partnership, question.actor));
  }

  /** What may be asked for, and what is in the way, is for those who read the file. */
  async #openStateFor(partnership: string, reader: Actor): Promise<unknown> {
    const state = await this.#stateFor(partnership, reader);
    if (isShutTo(reader, state)) throw refuse('protected-file');
    return state;
  }

  private async settle<T>(attempt: () => Promise<Reply<T>>): Promise<T> {
    const reply = await this.patient.settle(attempt).catch((error: unknown) => {
      throw error instanceof Outage ? refusedOutage(error) : error;
    });
    if (reply.kind === 'answered') return reply.value;
    if (reply.kind === 'ended') throw refuse('partnership-ended');
    // A stranger learns nothing, not even that the file exists.
    if (reply.kind === 'unknown' || showsNothing.has(reply.refusal.code)) throw refuse('unknown-partnership');
    throw new Refused(reply.refusal);
  }
}

const refusedOutage = ({ kind }: Outage): Refused =>
  refuse(kind === 'away' ? 'temporal-away' : 'answer-outstanding', { retryAfterSeconds: worthRepeatingAfterSeconds });

function accepted(answer: CommandAnswer): Accepted {
  if (answer.outcome === 'refused') throw new Refused(answer.refusal, { version: answer.version });
  return answer;
}
