import type { Command, CommandAnswer, CommandData, CommandType } from '@palabre/contracts';
import { answersTo, salted } from './answers.js';
import { people, type PersonName } from './people.js';
import { Rehearsal } from './rehearsal.js';
import { fileIn } from './story.js';

const startYear = 2027;
const words = 'Dit ensemble.';

/** A rehearsal that keeps what was asked, so that it can be asked again elsewhere; its project lasts as long as the story needs. */
export class RecordedRehearsal extends Rehearsal {
  /** Every command that was let in, in order, exactly as it was handled. */
  readonly commands: Command[] = [];
  readonly #endsOn: string;

  constructor(years = 1) {
    super();
    this.#endsOn = `${startYear + years + 1}-12-31`;
  }

  override ask<T extends CommandType>(who: PersonName, type: T, data: CommandData<T>, more: Partial<Command> = {}): CommandAnswer {
    const opening = data as CommandData<'OpenPartnership'>;
    const longer =
      type === 'OpenPartnership' && opening.project ? { ...opening, project: { ...opening.project, endsOn: this.#endsOn } } : data;
    const sent = salted(type, longer);
    const id = `step-${this.commands.length + 1}`;
    this.commands.push({ id, type, data: sent, actor: people[who], correlation: id, ...more } as Command);
    return super.ask(who, type, sent as CommandData<T>, { id, correlation: id, ...more });
  }
}

const dayIn = (month: number, day: string): string => {
  const year = startYear + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-${day}`;
};

function meet(file: Rehearsal, heldOn: string): void {
  const attendance = [
    { party: 'host', people: 2 },
    { party: 'partner', people: 3 },
  ];
  file.must('officer', 'HoldMeeting', { heldOn, attendance, inPerson: false, minutes: words, kind: 'formal', purpose: 'exchange' });
}

/** Once a quarter the host pays, the partner confirms and justifies. */
function transfer(file: Rehearsal, today: string): void {
  const value = { amount: 100_000, currency: 'EUR' };
  file.must('officer', 'RequestTransfer', { line: 'A.1', value, from: 'host', to: 'partner' });
  const id = String(file.last('FundTransferRequested')['transfer']);
  file
    .must('representative', 'ConfirmTransfer', { transfer: id, receivedOn: today })
    .must('representative', 'JustifyExpenditure', { transfer: id, value, vouchers: [`voucher-${today}`] });
}

const statusPoint = (file: Rehearsal, heldOn: string): Rehearsal =>
  file.must('officer', 'RecordStatusPoint', {
    heldOn,
    clauses: [
      { number: '1', state: 'kept', evidence: words, owner: 'host' },
      { number: '2', state: 'not-due' },
    ],
    note: words,
    rates: { activities: 50, finances: 50 },
  });

function challenge(file: Rehearsal): void {
  file.must('representative', 'RaiseChallenge', { text: words });
  const id = String(file.last('ChallengeRaised')['challenge']);
  file
    .must('officer', 'AcknowledgeChallenge', { challenge: id })
    .must('representative', 'ResolveChallenge', { challenge: id, solution: words });
}

/** Both answer, their answers are revealed together, work goes on; due diligence is answered again in the same month. */
function review(file: Rehearsal): void {
  const answer = (who: PersonName, form: 'annual-review' | 'due-diligence', side: 'host' | 'partner'): void => {
    const kind = form === 'annual-review' ? 'annualReview' : 'dueDiligence';
    file.ask(who, 'AnswerForm', { form, answers: answersTo(file.policy, kind, side), place: 'headquarters' });
  };
  for (const form of ['due-diligence', 'annual-review'] as const) {
    answer('officer', form, 'host');
    answer('representative', form, 'partner');
  }
  file.must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
}

/**
 * A partnership from its idea through some years of follow-up, by the calendar: a meeting every month, each quarter a transfer with
 * its justification and a status point, a difficulty raised and resolved, each year a review of both sides.
 */
export function followedFor(years: number): RecordedRehearsal {
  const file = new RecordedRehearsal(years);
  fileIn('implementation', file);
  for (let month = 1; month <= years * 12; month += 1) {
    const today = dayIn(month, '25');
    file.advanceTo(today);
    if (file.state.phase === 'annual-review') review(file);
    meet(file, today);
    if (month % 3 !== 0) continue;
    transfer(file, today);
    statusPoint(file, today);
    challenge(file);
  }
  return file;
}
