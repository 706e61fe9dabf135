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
  NobodyEndangered: note(journalNotes.NobodyEndangered),
  SoughtChangeLinked: note(journalNotes.SoughtChangeLinked),
  PublicInterestNoted: note(journalNotes.PublicInterestNoted),
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
  ParticipationBarrierNamed: note(journalNotes.ParticipationBarrierNamed),
  ParticipationBarrierLowered: note(journalNotes.ParticipationBarrierLowered),
  NoParticipationBarrierKnown: note(journalNotes.NoParticipationBarrierKnown),
  PeerSessionHeld: note(journalNotes.PeerSessionHeld),
  PowerRebalancingMeasureCompleted: note(journalNotes.PowerRebalancingMeasureCompleted),
  MediaDisseminationRecorded: note(journalNotes.MediaDisseminationRecorded),
  ExchangeNoted: note(journalNotes.ExchangeNoted),
  KnowledgeItemShared: note(journalNotes.KnowledgeItemShared),
  ExperienceSheetPublished: note(journalNotes.ExperienceSheetPublished),
  VoiceActionTaken: note(journalNotes.VoiceActionTaken),
  InitiativeBorn: note(journalNotes.InitiativeBorn),
  DirectoryListingSet: note(journalNotes.DirectoryListingSet),
  StrengthNamed: note(journalNotes.StrengthNamed),
  StrengthLinked: note(journalNotes.StrengthLinked),
  ResourcePooled: note(journalNotes.ResourcePooled),
  ResultReported: note(journalNotes.ResultReported),
  LearningSessionHeld: note(journalNotes.LearningSessionHeld),
  ScaleUpAssessed: note(journalNotes.ScaleUpAssessed),
  StatusDigestRead: note(journalNotes.StatusDigestRead),
  AgreementContentRead: note(journalNotes.AgreementContentRead),
  ContributionMade: note(journalNotes.ContributionMade),
  ContributionConfirmed: note(journalNotes.ContributionConfirmed),
  PartnerContributionRecorded: note(journalNotes.PartnerContributionRecorded),
  AccompanimentGiven: note(journalNotes.AccompanimentGiven),
  InclusionChecked: note(journalNotes.InclusionChecked),
  AdvocacyConsentGiven: note(journalNotes.AdvocacyConsentGiven),
  AdvocacyActionTaken: note(journalNotes.AdvocacyActionTaken),
  OpportunityFollowedUp: note(journalNotes.OpportunityFollowedUp),
  SharedHistoryNoted: note(journalNotes.SharedHistoryNoted),
  SharedHistoryAnswered: note(journalNotes.SharedHistoryAnswered),
  CommunityParticipationRecorded: note(journalNotes.CommunityParticipationRecorded),
  DesignSessionHeld: note(journalNotes.DesignSessionHeld),
  OutreachSessionHeld: note(journalNotes.OutreachSessionHeld),
  RelationTimePlanned: note(journalNotes.RelationTimePlanned),
  RelationTimeSpent: note(journalNotes.RelationTimeSpent),
  AnswerQuoted: note(journalNotes.AnswerQuoted),
  AdviceGiven: note(journalNotes.AdviceGiven),
  RoleAndNeedsStated: note(journalNotes.RoleAndNeedsStated),
  ResourceAccessStated: note(journalNotes.ResourceAccessStated),
  LevelsChosen: note(journalNotes.LevelsChosen),
  ReciprocityNoted: note(journalNotes.ReciprocityNoted),
  ExpectationReviewed: note(journalNotes.ExpectationReviewed),
  StrengthsUsed: note(journalNotes.StrengthsUsed),
  TrainingFollowed: note(journalNotes.TrainingFollowed),
  RebalancingEffectScored: note(journalNotes.RebalancingEffectScored),
  SupportingDocumentFiled: note(journalNotes.SupportingDocumentFiled),
  DonorRequirementsListed: note(journalNotes.DonorRequirementsListed),
  DonorRequirementMet: note(journalNotes.DonorRequirementMet),
  ReportsReceived: note(journalNotes.ReportsReceived),
};

export type JournalKind = keyof typeof journalEvents;
