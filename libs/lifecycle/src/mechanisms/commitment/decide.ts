import { fact, type CommandData, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { justSpokeOfCollaboration } from '../meeting/questions.js';
import { partyNames } from '../parties/questions.js';
import { unknownParty } from '../../refusals.js';
import { isAgreedChange } from '../sign-off/questions.js';
import { openBreaches } from './breaches.js';
import { commitmentOf } from './questions.js';
import type { CommitmentOrigin } from './slice.js';
import {
  bindsOnlyItself,
  breachAlreadyRecorded,
  changeNotAgreed,
  dueInThePast,
  guarantorIsTheirs,
  noOpenCommitment,
  notTalkedAbout,
  nothingToAcknowledge,
  owedToItself,
  saidByTheOther,
} from './refusals.js';
import { outOfPlace } from './work.js';

/** What is wrong with who owes what to whom by when, or null. */
function malformed(state: PartnershipState, promised: CommandData<'AgreeAdjustment'>, moment: Moment): Refusal | null {
  const stranger = [promised.owedBy, promised.owedTo].find(party => !partyNames(state).includes(party));
  if (stranger !== undefined) return unknownParty(stranger, 'MDM-24');
  if (promised.owedBy === promised.owedTo) return owedToItself();
  const today = dayOf(moment.now);
  return promised.dueOn < today ? dueInThePast(promised.dueOn, today) : null;
}

const makeCommitment: Decider<'MakeCommitment'> = (state, command, moment) => {
  const wrong = malformed(state, command.data, moment);
  if (wrong !== null) return refuse(wrong);
  if (command.data.owedBy !== moment.party.party) return refuse(bindsOnlyItself(command.data.owedBy));
  const misplaced = outOfPlace(state, command.data);
  if (misplaced !== null) return refuse(misplaced);
  return accept(fact('CommitmentMade', { ...command.data, commitment: moment.newId('commitment') }));
};

/** In the yearly review, which both sides have answered, what they adjust may bind either; after a meeting, which one side records, each binds itself (C-08). */
const agreeAdjustment: Decider<'AgreeAdjustment'> = (state, command, moment) => {
  const wrong = malformed(state, command.data, moment);
  if (wrong !== null) return refuse(wrong);
  if (state.phase !== 'annual-review') {
    if (!justSpokeOfCollaboration(state)) return refuse(notTalkedAbout());
    if (command.data.owedBy !== moment.party.party) return refuse(bindsOnlyItself(command.data.owedBy));
  }
  return accept(fact('AdjustmentAgreed', { ...command.data, origin: 'adjustment', commitment: moment.newId('commitment') }));
};

/** The domain's name for a promise kept. */
const keptAs = (origin: CommitmentOrigin): 'MilestoneReached' | 'DeliverableAccepted' | 'CommitmentKept' => {
  if (origin === 'milestone') return 'MilestoneReached';
  return origin === 'deliverable' ? 'DeliverableAccepted' : 'CommitmentKept';
};

const confirmCommitment: Decider<'ConfirmCommitment'> = (state, command, moment) => {
  const found = commitmentOf(state, command.data.commitment);
  if (found === undefined) return refuse(noOpenCommitment(command.data.commitment));
  if (found.owedTo !== moment.party.party) return refuse(saidByTheOther(found.owedTo));
  const kept = { ...command.data, confirmedBy: moment.party.party };
  return accept(fact(keptAs(found.origin), kept));
};

const recordBreach: Decider<'RecordBreach'> = (state, command, moment) => {
  const found = commitmentOf(state, command.data.commitment);
  if (found === undefined) return refuse(noOpenCommitment(command.data.commitment));
  if (found.owedTo !== moment.party.party) return refuse(saidByTheOther(found.owedTo));
  if (found.standing === 'breached') return refuse(breachAlreadyRecorded());
  return accept(fact('CommitmentBreachRecorded', { ...command.data, recordedBy: moment.party.party }));
};

/** Of what is no promise, each party it waits for has its own; null where it waits for nobody. */
function acknowledgeOther(state: PartnershipState, reference: string, party: string): Decision | null {
  const waiting = openBreaches(state).filter(one => one.breach === reference);
  const [first] = waiting;
  if (first === undefined) return null;
  if (waiting.every(one => one.party !== party)) return refuse(guarantorIsTheirs(first.party));
  return accept(fact('GuarantorAcknowledged', { commitment: reference, party, breach: first.kind }));
}

const acknowledgeBreach: Decider<'AcknowledgeBreach'> = (state, command, moment) => {
  const other = acknowledgeOther(state, command.data.commitment, moment.party.party);
  if (other !== null) return other;
  const found = commitmentOf(state, command.data.commitment);
  if (found === undefined) return refuse(noOpenCommitment(command.data.commitment));
  if (found.owedBy !== moment.party.party) return refuse(guarantorIsTheirs(found.owedBy));
  if (found.standing === 'open' || found.acknowledged) return refuse(nothingToAcknowledge());
  return accept(fact('GuarantorAcknowledged', { commitment: found.commitment, party: moment.party.party }));
};

const excuseCommitment: Decider<'ExcuseCommitment'> = (state, command) => {
  const { commitment, decision } = command.data;
  if (commitmentOf(state, commitment) === undefined) return refuse(noOpenCommitment(commitment));
  if (!isAgreedChange(state, decision)) return refuse(changeNotAgreed(decision));
  return accept(fact('CommitmentExcused', { commitment, decision }));
};

export const commitmentDeciders: Deciders = {
  MakeCommitment: makeCommitment,
  AgreeAdjustment: agreeAdjustment,
  ConfirmCommitment: confirmCommitment,
  RecordBreach: recordBreach,
  AcknowledgeBreach: acknowledgeBreach,
  ExcuseCommitment: excuseCommitment,
};
