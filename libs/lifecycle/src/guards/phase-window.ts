import { phases, type CommandType, type Phase } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';

const from = (first: Phase, last: Phase): readonly Phase[] => phases.slice(phases.indexOf(first), phases.indexOf(last) + 1);

const built: readonly Phase[] = from('co-construction', 'closing');
const running: readonly Phase[] = from('implementation', 'transfer');
const followed: readonly Phase[] = from('implementation', 'closing');
/** What is owed is settled also after the last project: the delay runs on. */
const owed: readonly Phase[] = from('implementation', 'after');
const sinceSearch: readonly Phase[] = from('search', 'after');

/**
 * In which phases a command has a meaning. A command that is not in this table may come in any phase after the
 * beginning: what it needs is said by its gates and rules.
 */
export const phaseWindows: Readonly<Partial<Record<CommandType, readonly Phase[]>>> = {
  OpenPartnership: ['readiness'],
  AssessNeed: ['idea'],
  CheckExistingPartnerships: ['idea'],
  ProposeType: ['idea'],
  DiscardIdea: from('idea', 'due-diligence'),
  StopNegotiation: from('due-diligence', 'setting-up'),
  ShortlistCandidate: ['search'],
  HoldIntroduction: ['search'],
  RecordContact: from('mapping', 'after'),
  RecordConsent: from('search', 'validation'),
  RecordFinding: sinceSearch,
  FailDueDiligence: ['due-diligence'],
  WriteExpectations: from('search', 'co-construction'),
  ProposeText: sinceSearch,
  AcceptText: sinceSearch,
  ContestText: sinceSearch,
  TranslateText: sinceSearch,
  /** Later only where a new type, or a bid in haste, asks for it again (MDM-32, ALE-34). */
  ConfirmCoConstruction: from('co-construction', 'transfer'),
  ShareAgreement: ['validation'],
  SignAgreement: ['validation'],
  RefuseSignature: ['validation'],
  RequestStrategicValidation: from('validation', 'transfer'),
  GrantStrategicValidation: from('validation', 'transfer'),
  RefuseStrategicValidation: from('validation', 'transfer'),
  DesignateOfficer: from('validation', 'closing'),
  ConstituteCommittee: from('setting-up', 'closing'),
  HoldPlanningMeeting: ['setting-up', 'implementation'],
  AgreeMeetingCalendar: from('setting-up', 'transfer'),
  HoldMeeting: built,
  RecordStatusPoint: followed,
  RequestTransfer: running,
  TellTransfer: owed,
  ConfirmTransfer: owed,
  JustifyExpenditure: owed,
  FlagDiversion: owed,
  AgreeAdjustment: ['annual-review'],
  HoldClosingConversation: ['closing'],
  ApproveReports: ['closing'],
  ReturnReports: ['closing'],
  DeclareAccountRendered: ['closing'],
  ClosePartnership: ['closing'],
  ProposeTypeChange: from('idea', 'transfer'),
  ProposeLeadership: from('co-construction', 'transfer'),
  ProposeAccession: from('co-construction', 'after'),
  ProposeRenewal: ['implementation', 'annual-review', 'after'],
  ProposeEmergency: from('mapping', 'validation'),
  AnnounceWithdrawal: from('due-diligence', 'after').filter(phase => phase !== 'closing'),
  OpenCatchUp: from('validation', 'transfer'),
  ChangeIntensity: [...running, 'after'],
  OpenBridge: ['implementation', 'after'],
  JoinNetwork: ['setting-up'],
  RenewMembership: owed,
  ApproveEnd: [...running, 'after'],
  OpenTransfer: ['implementation'],
  ReachTransferMilestone: ['transfer'],
  AssessReadiness: ['transfer'],
  AcceptReadiness: ['transfer'],
  SignHandoverDeed: ['transfer'],
  AbandonTransfer: ['transfer'],
  RecordPostTransferCheck: owed,
};

/** Refuses what comes too early or too late; the attempt stays in the history. */
export const phaseWindow: Guard = (state, { type }) => {
  const window = phaseWindows[type];
  const asked = window ?? phases.filter(phase => phase !== 'readiness');
  if (asked.includes(state.phase)) return null;
  const names = asked.join(', ');
  return because(
    'not-in-this-phase',
    'LIFECYCLE',
    say(
      `Le partenariat est en phase « ${state.phase} » ; cette demande appartient à : ${names}.`,
      `The partnership is in phase "${state.phase}"; this request belongs to: ${names}.`,
    ),
    say('Attendre la phase, ou y passer d’abord.', 'Wait for that phase, or enter it first.'),
  );
};
