import { commands } from '@palabre/contracts';
import type { PartnershipState } from '@palabre/lifecycle';
import { people, type PersonName } from '../people.js';
import { policyOfCharter } from '../policies.js';
import { Rehearsal } from '../rehearsal.js';
import { Scripted, type Act, type Asked } from '../scripted.js';
import { closed, transferred } from '../story-endings.js';
import { fileIn } from '../story.js';

/** One roll of the dice: what is done next, drawn from what people really ask for. */
export interface Roll {
  /** 0 to 99: goes on with the story, or does something out of its turn, or lets time pass. */
  readonly turn: number;
  readonly pick: number;
  readonly who: number;
  readonly days: number;
}

const charterOf = (type: string): string => (type === 'MSP' ? 'pmp' : 'palabre');

/** The types of the matrix, each with a story that passes through its phases. */
export const wanderedTypes = ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM', 'MSP'] as const;

export type WanderedType = (typeof wanderedTypes)[number];

const words = 'Dit ensemble.';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** What happens beside the story of a type: money, lines, changes, palavers. Ids are filled in by `fitting`. */
const beside: readonly Act[] = [
  { who: 'officer', type: 'RequestTransfer', data: { line: 'A.1', value: euros(3_000_000), from: 'host', to: 'partner' } },
  { who: 'officer', type: 'RequestTransfer', data: { line: 'B.1', value: euros(400_000), from: 'host', to: 'partner' } },
  { who: 'hqOps', type: 'TellTransfer', data: { transfer: '', sentOn: '2027-01-20' } },
  { who: 'representative', type: 'ConfirmTransfer', data: { transfer: '', receivedOn: '2027-01-21' } },
  { who: 'representative', type: 'JustifyExpenditure', data: { transfer: '', value: euros(100_000), vouchers: ['voucher-1'] } },
  { who: 'officer', type: 'RaiseLine', data: { line: 'care_quality', about: 'partner', facts: null } },
  { who: 'representative', type: 'RaiseLine', data: { line: 'financial_accountability', about: 'host', facts: null } },
  { who: 'officer', type: 'RaiseLine', data: { line: 'fund_diversion', about: 'partner', facts: null } },
  { who: 'representative', type: 'HearParty', data: { case: '', statement: words } },
  { who: 'officer', type: 'HearParty', data: { case: '', statement: words } },
  { who: 'committee', type: 'ConfirmLine', data: { case: '', reason: words } },
  { who: 'committee', type: 'DismissLine', data: { case: '', reason: words } },
  { who: 'committee', type: 'ResumePartnership', data: { case: '', reason: words } },
  { who: 'committee', type: 'ReleaseTransfers', data: { case: '', reason: words } },
  { who: 'officer', type: 'ProposeMitigation', data: { case: '', steps: [{ owner: 'partner', dueOn: '2028-06-30', text: words }] } },
  { who: 'officer', type: 'AcceptMitigation', data: { case: '' } },
  { who: 'representative', type: 'AcceptMitigation', data: { case: '' } },
  {
    who: 'representative',
    type: 'ProposeDecision',
    data: { kind: 'change', subject: 'calendrier', text: words, override: null, crosses: [] },
  },
  { who: 'officer', type: 'AcceptDecision', data: { decision: '' } },
  { who: 'secondRepresentative', type: 'AcceptDecision', data: { decision: '' } },
  { who: 'officer', type: 'ProposeRenewal', data: { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: null, reason: words } },
  { who: 'presidency', type: 'AgreeToProposal', data: { proposal: '' } },
  { who: 'representative', type: 'AgreeToProposal', data: { proposal: '' } },
  { who: 'representative', type: 'DeclineProposal', data: { proposal: '', reason: words } },
  { who: 'representative', type: 'AnnounceWithdrawal', data: { reason: words } },
  { who: 'officer', type: 'EnterPhase', data: { phase: 'annual-review', reason: null } },
  { who: 'representative', type: 'EnterPhase', data: { phase: 'after', reason: null } },
  { who: 'hqOps', type: 'DiscardIdea', data: { reason: words } },
  { who: 'representative', type: 'StopNegotiation', data: { reason: words } },
  { who: 'representative', type: 'PostPalaverMessage', data: { object: 'agreement', message: words } },
];

const remembered = new Map<WanderedType, readonly Asked[]>();

/** Everything that is asked in the story of a type, told once. */
export function storyOf(type: WanderedType): readonly Asked[] {
  const known = remembered.get(type);
  if (known !== undefined) return known;
  const file = new Scripted(policyOfCharter(charterOf(type), type));
  fileIn('implementation', file);
  (type === 'TR' ? transferred : closed)(file);
  remembered.set(type, file.script);
  return file.script;
}

const openIds = (state: PartnershipState): Readonly<Record<string, readonly string[]>> => ({
  case: state.lines.cases.map(open => open.case),
  transfer: state.money.transfers.map(open => open.transfer),
  decision: state.signOffs.decisions.map(open => open.decision),
  proposal: state.frame.proposals.map(open => open.proposal),
});

/** The same request about something that is open here: a text in its present version, one of the open cases. */
function fitting(state: PartnershipState, { type, data }: Act, pick: number): unknown {
  const told = data as Readonly<Record<string, unknown>>;
  const ids = Object.entries(openIds(state)).flatMap(([field, open]) =>
    told[field] === undefined ? [] : [[field, open[pick % Math.max(1, open.length)] ?? 'none'] as const],
  );
  const bound = told['hash'] === undefined ? undefined : (told['kind'] ?? (type === 'ApproveReports' ? 'final-report' : 'agreement'));
  const head = state.texts.heads[bound as 'agreement'];
  const version = head === undefined ? {} : { version: head.version, hash: head.hash };
  return { ...told, ...Object.fromEntries(ids), ...(bound === undefined ? {} : version) };
}

/** Half of the files begin anywhere in their story; the others stay in implementation, where money may move. */
const begunAt = (story: readonly Asked[], from: number): number =>
  from % 2 === 0 ? 1 + (from % (story.length - 1)) : story.findIndex(({ before }) => before.phase === 'implementation');

const names = Object.keys(people) as PersonName[];

/** A file of a type that somebody walks through, mostly as its story goes, often enough not. */
export class Wanderer {
  readonly file: Rehearsal;
  readonly start: PartnershipState;
  readonly #story: readonly Asked[];
  #next: number;

  constructor(type: WanderedType, from: number) {
    this.#story = storyOf(type);
    const at = begunAt(this.#story, from);
    const begun = this.#story[at]?.before;
    this.#next = from % 2 === 0 ? at : this.#story.length;
    if (begun === undefined) throw new Error('Wanderer: a story has more than one act');
    this.file = new Rehearsal(policyOfCharter(charterOf(type), type));
    this.file.state = begun;
    this.start = begun;
  }

  /** Asks for the next thing. Answers what was asked by whom. */
  step(roll: Roll): Act {
    const act = this.#drawn(roll);
    const data = fitting(this.file.state, act, roll.pick);
    const parsed = commands[act.type].data.safeParse(data);
    this.file.ask(act.who, act.type, (parsed.success ? parsed.data : data) as never, {
      id: `roll-${this.file.state.head.version}-${roll.pick}`,
    });
    return { ...act, data };
  }

  #drawn({ turn, pick, who, days }: Roll): Act {
    if (turn < 45) {
      const act = this.#story[this.#next];
      if (act !== undefined) {
        this.#next += 1;
        return act;
      }
    }
    if (turn >= 45 && turn < 50) {
      const to = new Date(Date.parse(this.file.state.calendar.now) + days * 86_400_000).toISOString();
      return { who: 'officer', type: 'AdvanceCalendar', data: { to } };
    }
    const drawn = turn < 80 ? beside[pick % beside.length] : this.#story[pick % this.#story.length];
    if (drawn === undefined) throw new Error('Wanderer: nothing to draw from');
    return turn < 92 ? drawn : { ...drawn, who: names[who % names.length] ?? 'outsider' };
  }
}
