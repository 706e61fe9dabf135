import type { EventType } from '../events/index.js';
import { declarations } from '../vocabulary/declarations.js';
import type { FormKind } from '../vocabulary/forms.js';
import { journalNotes } from '../vocabulary/journal.js';
import type { TextKind } from '../vocabulary/texts.js';
import type { CommandType } from './index.js';

/** What somebody does to bring an event about: a command, and the kind that it names where it has several. */
export interface Act {
  readonly command: CommandType;
  readonly kind?: string;
}

const proposed = ['TextProposed', 'VisionProposed', 'BudgetProposed', 'AgreementDrafted', 'FinalReportSubmitted'] as const;

const agreed = [
  'TextAgreed',
  'SharedValuesAgreed',
  'SharedVisionAgreed',
  'CommonObjectivesRecorded',
  'RolesAgreed',
  'BudgetCoValidated',
  'CapacityPlanAgreed',
  'EvaluationModalitiesAgreed',
  'OperatingModesAgreed',
  'CommunicationRulesAgreed',
  'CodeOfConductAdopted',
  'MilestonesDefined',
  'PartnershipPlanAgreed',
  'TransferPlanAgreed',
] as const;

/** The events to which a command leads: at once, or when all who are asked have spoken. Notes, declarations and forms have tables of their own. */
const leadsTo: { readonly [C in CommandType]?: readonly EventType[] } = {
  AssessNeed: ['PartnershipNeedAssessed'],
  CheckExistingPartnerships: ['ExistingPartnershipsChecked'],
  ProposeType: ['PartnershipTypeProposed'],
  CompleteIdea: ['PartnershipIdeaCompleted'],
  NameFileHolder: ['FileHolderNamed'],
  ProtectFile: ['FileProtected'],
  ShortlistCandidate: ['CandidateShortlisted'],
  RecordConsent: ['PartyConsentRecorded'],
  HoldIntroduction: ['IntroductionHeld'],
  HoldPlanningMeeting: ['PlanningMeetingHeld'],
  RecordFinding: ['DueDiligenceFindingRecorded'],
  RaiseLine: ['OrangeLineRaised', 'RedLineAlleged'],
  HearParty: ['PartyHeard'],
  ProposeMitigation: ['MitigationPlanAgreed'],
  AcceptMitigation: ['MitigationPlanAgreed'],
  RecordMandate: ['MandateRecorded'],
  WriteExpectations: ['ExpectationsRecorded'],
  ProposeText: [...proposed, ...agreed],
  AcceptText: ['TextAccepted', ...agreed],
  TranslateText: ['DocumentTranslated'],
  ShareAgreement: ['AgreementContentShared'],
  RequestStrategicValidation: ['StrategicValidationRequested'],
  GrantStrategicValidation: ['StrategicValidationGranted'],
  DesignateOfficer: ['PartnershipOfficerDesignated'],
  ConstituteCommittee: ['FollowUpCommitteeConstituted'],
  OfferMediation: ['MediationOffered'],
  MakeCommitment: ['CommitmentMade'],
  ConfirmCommitment: ['CommitmentKept', 'MilestoneReached', 'DeliverableAccepted'],
  AnswerAccession: ['AccessionAnswersGiven'],
  OpenCatchUp: ['CoConstructionOpened'],
  RenewMembership: ['MembershipFeeRenewed'],
  ProposeEstablishment: ['EstablishmentDecisionProposed', 'EstablishmentDecided'],
  AgreeToProposal: ['EstablishmentDecided', 'AgreementRenewed'],
  ProposeRenewal: ['RenewalProposed', 'AgreementRenewed'],
  ReachTransferMilestone: ['TransferMilestoneReached'],
  AssessReadiness: ['TransferReadinessAssessed'],
  AcceptReadiness: ['TransferReadinessAccepted'],
  RecordPostTransferCheck: ['PostTransferCheckRecorded'],
  EnterPhase: ['RelationshipContinued', 'ClosureInitiated'],
  ChangeIntensity: ['IntensityChanged'],
  OpenBridge: ['BridgeOpened'],
  ApproveReports: ['ReportsApprovedByAssembly'],
  ProposeDecision: ['JointDecisionTaken'],
  AcceptDecision: ['JointDecisionTaken'],
  DeclareAccountRendered: ['AccountRendered'],
  HoldClosingConversation: ['ClosingConversationHeld'],
};

/** The events that the answers to a form tell, or reveal once everybody has answered. */
const formsTold: Readonly<Partial<Record<EventType, FormKind>>> = {
  DueDiligenceAnswersRevealed: 'due-diligence',
  JointReflectionHeld: 'annual-review',
  StageReflectionRecorded: 'stage-reflection',
  StrengthBaselineRecorded: 'self-assessment',
  SelfAssessmentRepeated: 'self-assessment',
  ClosingQuestionAnswered: 'closing',
};

const rows = Object.entries(leadsTo) as readonly (readonly [CommandType, readonly EventType[]])[];

const declared = new Map<string, string>(Object.entries(declarations).map(([kind, { event }]) => [event, kind]));

const isAboutText = (command: CommandType): boolean => command === 'ProposeText' || command === 'AcceptText';

/** The acts that bring an event about; `text`: the kind of text that it is about, where it is about one. */
export function actsBringing(event: EventType, text?: TextKind): readonly Act[] {
  if (Object.hasOwn(journalNotes, event)) return [{ command: 'RecordNote', kind: event }];
  const declaration = declared.get(event);
  if (declaration !== undefined) return [{ command: 'MakeDeclaration', kind: declaration }];
  const form = formsTold[event];
  if (form !== undefined) return [{ command: 'AnswerForm', kind: form }];
  return rows
    .filter(([, events]) => events.includes(event))
    .map(([command]) => (isAboutText(command) && text !== undefined ? { command, kind: text } : { command }));
}
