import type { z } from 'zod';
import { eventRows } from './event-definition.js';
import { journalNotes } from '../vocabulary/journal.js';

const row = eventRows('journal');

interface Noted<S extends z.ZodType> {
  readonly fields: S;
  readonly requirements: readonly string[];
  readonly fr: string;
  readonly en: string;
}

/** Typed by the row itself, so that each event keeps the fields of its own kind. */
const note = <S extends z.ZodType>({ fields, requirements, fr, en }: Noted<S>) => row(fields, requirements, [fr, en]);

/** Dated notes of a declared kind: one row of `journalNotes` each, no life of their own. */
export const journalEvents = {
  NetworkMobilised: note(journalNotes.NetworkMobilised),
  StakeholderIdentified: note(journalNotes.StakeholderIdentified),
  StakeholderListDeclaredEmpty: note(journalNotes.StakeholderListDeclaredEmpty),
  MissingVoiceAcknowledged: note(journalNotes.MissingVoiceAcknowledged),
  MechanismAdopted: note(journalNotes.MechanismAdopted),
  ToolUsed: note(journalNotes.ToolUsed),
  CapacityNeedsAssessed: note(journalNotes.CapacityNeedsAssessed),
  CapacityPlanProgressAssessed: note(journalNotes.CapacityPlanProgressAssessed),
  ProposalSubmitted: note(journalNotes.ProposalSubmitted),
  DecisionRecorded: note(journalNotes.DecisionRecorded),
  DecisionDeviationFlagged: note(journalNotes.DecisionDeviationFlagged),
  RequestDeclined: note(journalNotes.RequestDeclined),
  ContextChangeReported: note(journalNotes.ContextChangeReported),
  StepVictoryShared: note(journalNotes.StepVictoryShared),
  LearningShared: note(journalNotes.LearningShared),
  OpportunityShared: note(journalNotes.OpportunityShared),
  PartnerConnectionMade: note(journalNotes.PartnerConnectionMade),
  LessonsLearnedRecorded: note(journalNotes.LessonsLearnedRecorded),
  ReportsTransmitted: note(journalNotes.ReportsTransmitted),
  ChampionEngaged: note(journalNotes.ChampionEngaged),
  DonorIntroductionMade: note(journalNotes.DonorIntroductionMade),
  ParticipationBarrierLowered: note(journalNotes.ParticipationBarrierLowered),
  PeerSessionHeld: note(journalNotes.PeerSessionHeld),
  PowerRebalancingMeasureCompleted: note(journalNotes.PowerRebalancingMeasureCompleted),
  MediaDisseminationRecorded: note(journalNotes.MediaDisseminationRecorded),
};

export type JournalKind = keyof typeof journalEvents;
