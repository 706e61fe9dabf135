import type { EventType } from '@palabre/contracts';
import type { Rehearsal } from './rehearsal.js';
import { closed, lookedBackOn, reviewed, transferred } from './story-endings.js';
import { fileIn } from './story.js';

const words = 'Dit ensemble.';

/** A partnership of one type from its idea to its proper end, by the shortest way that shows what the type is. */
export interface Life {
  readonly type: string;
  readonly charter: string;
  readonly story: (file: Rehearsal) => unknown;
  /** What this type does and others need not. */
  readonly tells: readonly EventType[];
  /** What this type has no reason to do. */
  readonly neverTells: readonly EventType[];
}

const lived = (...chapters: readonly ((file: Rehearsal) => unknown)[]) => {
  return (file: Rehearsal): void => {
    fileIn('implementation', file);
    for (const chapter of [...chapters, closed]) chapter(file);
  };
};

const actionsEnd = (file: Rehearsal) => file.must('officer', 'EnterPhase', { phase: 'after', reason: null });

/** Each year time itself opens the review. */
const reviewedIn = (year: number) => (file: Rehearsal) => reviewed(file.advanceTo(`${year}-01-25`));

const projectEnds = (file: Rehearsal) => file.advanceTo('2030-01-03');

const rests = (file: Rehearsal) =>
  file
    .must('representative', 'ChangeIntensity', { to: 'dormant', reason: words })
    .advanceTo('2027-06-01')
    .must('officer', 'ChangeIntensity', { to: 'high', reason: words });

const feePaidAgain = (file: Rehearsal) =>
  file.advanceTo('2028-01-25').must('direction', 'RenewMembership', { stakeStillServed: true, fee: { amount: 50_000, currency: 'EUR' } });

/** Both sides sit in one body, which validates and, in the end, lets go. */
const institutionalised = (file: Rehearsal): void => {
  file.must('officer', 'ProposeEstablishment', { outcome: 'institutionalise', prolongedUntil: null, reason: words });
  file.must('representative', 'AgreeToProposal', { proposal: file.state.frame.proposals.at(-1)?.proposal ?? '' });
};

/** The eight types of the matrix. */
export const lives: readonly Life[] = [
  {
    type: 'SP',
    charter: 'palabre',
    story: lived(reviewedIn(2028), reviewedIn(2029), projectEnds),
    tells: ['CoConstructionSkipped', 'ClosureInitiated'],
    neverTells: ['CoConstructionConfirmed', 'BudgetCoValidated', 'ActionsEnded'],
  },
  {
    type: 'OP',
    charter: 'palabre',
    story: lived(reviewed, actionsEnd),
    tells: ['BudgetCoValidated', 'AnnualReviewCompleted', 'ActionsEnded', 'ReportsApprovedByAssembly'],
    neverTells: ['CoConstructionSkipped', 'TransferProjectOpened', 'StrategicValidationGranted'],
  },
  {
    type: 'TR',
    charter: 'palabre',
    story: lived(transferred, lookedBackOn, reviewed),
    tells: ['ProjectTransferred', 'PostTransferCheckRecorded'],
    neverTells: ['TransferAbandoned'],
  },
  {
    type: 'ST',
    charter: 'palabre',
    story: lived(reviewed),
    tells: ['StrategicValidationGranted', 'EndApproved'],
    neverTells: ['CoConstructionSkipped'],
  },
  {
    type: 'AL',
    charter: 'palabre',
    story: lived(rests),
    tells: ['IntensityChanged'],
    neverTells: ['MeetingMissed', 'EndApproved'],
  },
  {
    type: 'NW',
    charter: 'palabre',
    story: lived(feePaidAgain, reviewed),
    tells: ['NetworkMembershipJoined', 'MembershipFeeRenewed'],
    neverTells: ['ImplementationStarted', 'BudgetCoValidated'],
  },
  {
    type: 'MM',
    charter: 'palabre',
    story: lived(reviewed),
    tells: ['StrategicValidationGranted', 'EndApproved'],
    neverTells: ['NetworkMembershipJoined'],
  },
  {
    type: 'MSP',
    charter: 'pmp',
    story: lived(institutionalised, reviewed),
    tells: ['AnnualReviewCompleted'],
    neverTells: ['StrategicValidationGranted'],
  },
];
