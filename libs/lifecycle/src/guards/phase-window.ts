import { phases, type CommandType, type FrameKind, type GateId, type Phase } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { stillShut } from '../gates/still-shut.js';
import { openProposal } from '../mechanisms/frame/questions.js';
import type { OpenProposal } from '../mechanisms/frame/slice.js';
import type { PartnershipState } from '../state.js';

const from = (first: Phase, last: Phase): readonly Phase[] => phases.slice(phases.indexOf(first), phases.indexOf(last) + 1);

const built: readonly Phase[] = from('co-construction', 'closing');
const running: readonly Phase[] = from('implementation', 'transfer');
const followed: readonly Phase[] = from('implementation', 'closing');
/** What is owed is settled also after the last project: the delay runs on. */
const owed: readonly Phase[] = from('implementation', 'after');
/** The account is owed from the end of the actions on (HFA-32). */
const accounted: readonly Phase[] = from('closing', 'after');
const sinceSearch: readonly Phase[] = from('search', 'after');

/**
 * In which phases a command has a meaning. A command that is not in this table may come in any phase after the
 * beginning: what it needs is said by its gates and rules.
 */
export const phaseWindows: Readonly<Partial<Record<CommandType, readonly Phase[]>>> = {
  OpenPartnership: ['readiness'],
  AssessNeed: ['idea'],
  CheckExistingPartnerships: ['idea'],
  CompleteIdea: from('idea', 'validation'),
  JoinExisting: ['idea', 'mapping'],
  SwitchStep: from('idea', 'transfer'),
  LinkProject: from('setting-up', 'after'),
  EndLinkedProject: from('setting-up', 'after'),
  GiveCommunityOpinion: from('mapping', 'after'),
  ReportBrandIncident: from('setting-up', 'after'),
  ProposeType: ['idea'],
  DiscardIdea: from('idea', 'due-diligence'),
  StopNegotiation: from('due-diligence', 'setting-up'),
  ShortlistCandidate: ['search'],
  SetCandidateAside: ['search'],
  /** Also after signature, as long as nobody has met: a contract is not enough (AGI-04). */
  HoldIntroduction: ['search', ...from('setting-up', 'transfer')],
  RecordContact: from('mapping', 'after'),
  RecordConsent: from('search', 'validation'),
  RecordFinding: sinceSearch,
  FailDueDiligence: ['due-diligence'],
  WriteExpectations: [...from('search', 'co-construction'), ...from('setting-up', 'transfer')],
  ProposeText: from('mapping', 'after'),
  AcceptText: sinceSearch,
  ContestText: sinceSearch,
  TranslateText: sinceSearch,
  /** Later only where a new type, or a bid in haste, asks for it again (MDM-32, ALE-34). */
  ConfirmCoConstruction: from('co-construction', 'transfer'),
  /** Before signature with the bodies, afterwards with all members (HFA-16, HFA-29). */
  ShareAgreement: from('validation', 'transfer'),
  SignAgreement: ['validation'],
  RefuseSignature: ['validation'],
  RequestStrategicValidation: from('validation', 'transfer'),
  GrantStrategicValidation: from('validation', 'transfer'),
  RefuseStrategicValidation: from('validation', 'transfer'),
  /** An officer is designated for a signed agreement; until then somebody holds the file (S-24). */
  NameFileHolder: from('idea', 'validation'),
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
  /** In the review, and between reviews after a meeting that spoke of the collaboration (AGI-24). */
  AgreeAdjustment: from('implementation', 'transfer'),
  HoldClosingConversation: ['closing'],
  ApproveReports: accounted,
  ReturnReports: accounted,
  DeclareAccountRendered: accounted,
  ClosePartnership: ['closing'],
  ProposeTypeChange: from('idea', 'transfer'),
  ProposeLeadership: from('co-construction', 'transfer'),
  ProposeAccession: from('co-construction', 'after'),
  ProposeRenewal: ['implementation', 'annual-review', 'after'],
  ProposeEmergency: from('mapping', 'validation'),
  AnnounceWithdrawal: from('idea', 'after').filter(phase => phase !== 'closing'),
  OpenCatchUp: from('validation', 'transfer'),
  ChangeIntensity: [...running, 'after'],
  OpenBridge: ['implementation', 'after'],
  JoinNetwork: ['setting-up'],
  RenewMembership: owed,
  ApproveEnd: [...running, 'after'],
  RefuseEnd: [...running, 'after'],
  OpenTransfer: ['implementation'],
  ReachTransferMilestone: ['transfer'],
  AssessReadiness: ['transfer'],
  AcceptReadiness: ['transfer'],
  SignHandoverDeed: ['transfer'],
  AbandonTransfer: ['transfer'],
  RecordPostTransferCheck: owed,
};

/**
 * What meets a gate, among the commands that belong to one part of the life. When an emergency passed over the gate (S-19),
 * or a step went by its warning, they come in every later phase until it is met; other gates are met by commands that may
 * come at any time.
 */
const metBy: Readonly<Partial<Record<GateId, readonly CommandType[]>>> = {
  NEED: ['AssessNeed'],
  'ADDED-VALUE': ['CheckExistingPartnerships'],
  INTRODUCED: ['HoldIntroduction'],
  EXPECTATIONS: ['WriteExpectations'],
  CONTENT: ['ShareAgreement'],
  CD: ['RequestStrategicValidation', 'GrantStrategicValidation', 'RefuseStrategicValidation'],
  OFFICER: ['DesignateOfficer'],
  'FOLLOW-UP': ['ConstituteCommittee'],
  PRESENCE: ['HoldPlanningMeeting'],
};

const makesUp = (state: PartnershipState, type: CommandType): boolean => {
  const passed = [...(state.frame.emergency?.owed ?? []), ...(state.steps.warned ?? []).map(({ gate }) => gate)];
  return (
    stillShut(
      state,
      passed.filter(gate => metBy[gate]?.includes(type)),
    ).length > 0
  );
};

/** The request that brings a proposal: it is agreed to where it may be made, not later. An exclusion is decided wherever it stands. */
const proposedBy: Readonly<Record<FrameKind, CommandType | null>> = {
  type: 'ProposeTypeChange',
  leadership: 'ProposeLeadership',
  accession: 'ProposeAccession',
  secretariat: 'ProposeSecretariat',
  renewal: 'ProposeRenewal',
  emergency: 'ProposeEmergency',
  establishment: 'ProposeEstablishment',
  exclusion: null,
  protection: 'ProposeLiftingProtection',
};

const windowOf = (type: CommandType | null): readonly Phase[] =>
  (type === null ? undefined : phaseWindows[type]) ?? phases.filter(phase => phase !== 'readiness');

/** True where the parties may still agree to a proposal. */
export const isInItsPhase = (state: PartnershipState, open: OpenProposal): boolean => windowOf(proposedBy[open.kind]).includes(state.phase);

/** Requests that come where what they answer may be asked. */
const answersToProposals: readonly CommandType[] = ['AgreeToProposal'];

/** The window of a request; for an agreement, that of what is agreed to. */
function windowAsked(state: PartnershipState, { type, data }: Parameters<Guard>[1]): readonly Phase[] {
  const named = (data as { readonly proposal?: unknown } | undefined)?.proposal;
  const open = answersToProposals.includes(type) && typeof named === 'string' ? openProposal(state, named) : undefined;
  return windowOf(open === undefined ? type : proposedBy[open.kind]);
}

/** Refuses what comes too early or too late; the attempt stays in the history. */
export const phaseWindow: Guard = (state, ask) => {
  const asked = windowAsked(state, ask);
  if (asked.includes(state.phase) || makesUp(state, ask.type)) return null;
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
