import { phases, type CommandType, type Phase } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';

const from = (first: Phase, last: Phase): readonly Phase[] => phases.slice(phases.indexOf(first), phases.indexOf(last) + 1);

const built: readonly Phase[] = from('co-construction', 'closing');
const running: readonly Phase[] = from('implementation', 'transfer');
const followed: readonly Phase[] = from('implementation', 'closing');
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
  DiscardIdea: from('idea', 'search'),
  ShortlistCandidate: ['search'],
  HoldIntroduction: ['search'],
  RecordContact: from('mapping', 'search'),
  RecordConsent: from('search', 'validation'),
  RecordFinding: sinceSearch,
  FailDueDiligence: ['due-diligence'],
  WriteExpectations: from('search', 'co-construction'),
  ProposeText: sinceSearch,
  AcceptText: sinceSearch,
  ContestText: sinceSearch,
  TranslateText: sinceSearch,
  ConfirmCoConstruction: ['co-construction'],
  ShareAgreement: ['validation'],
  SignAgreement: ['validation'],
  RefuseSignature: ['validation'],
  RequestStrategicValidation: ['validation'],
  GrantStrategicValidation: ['validation'],
  RefuseStrategicValidation: ['validation'],
  DesignateOfficer: from('validation', 'closing'),
  ConstituteCommittee: from('setting-up', 'closing'),
  HoldPlanningMeeting: ['setting-up', 'implementation'],
  AgreeMeetingCalendar: from('setting-up', 'transfer'),
  HoldMeeting: built,
  RecordStatusPoint: followed,
  RequestTransfer: running,
  ConfirmTransfer: followed,
  JustifyExpenditure: followed,
  FlagDiversion: followed,
  AgreeAdjustment: ['annual-review'],
  HoldClosingConversation: ['closing'],
  ApproveReports: ['closing'],
  ReturnReports: ['closing'],
  DeclareAccountRendered: ['closing'],
  ClosePartnership: ['closing'],
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
