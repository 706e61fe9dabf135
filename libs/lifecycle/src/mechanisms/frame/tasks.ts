import { objectionDelay } from '../../agreement/poll.js';
import { after } from '../../calendar/span.js';
import { hasCome } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { hasEnded, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { hostOf, partyNames } from '../parties/questions.js';
import { isInItsPhase } from '../../guards/phase-window.js';
import { nobodyAt } from './consequences.js';
import { catchUpDueAt, rowOf } from './effects.js';
import { establishmentIsAsked, membershipDueAt, stillOwed, trackIsOpen } from './moments.js';
import { isWithinOneParty, openProposalOf, pollOn, silenceAgreesAt } from './questions.js';
import { renewalAskedOf, renewalHeardUntil } from './renewal.js';
import type { OpenProposal } from './slice.js';

const holders = ['partnership-officer', 'hq-ops', 'partner-representative'] as const;

const none = { grant: null, refuse: null, contest: null } as const;

/** Every party with a voice that has not spoken, as soon as nothing else is missing. */
function answersAsked(state: PartnershipState, open: OpenProposal): readonly TaskAsk[] {
  if (!isInItsPhase(state, open)) return [];
  if (open.kind === 'accession' && rowOf(open).obstacle(state, open, nobodyAt(state.calendar.now)) !== null) return [];
  const dueAt = silenceAgreesAt(state, open) ?? after(open.askedAt, objectionDelay(state));
  return pollOn(state, open)
    .parties.filter(party => isWithinOneParty(state, open) || !open.verdicts.some(verdict => verdict.party === party))
    .map(party => askOf(party, { key: open.proposal, about: open.proposal, askedBy: open.proposedByPerson, dueAt }));
}

const findingMissing = (state: PartnershipState, about: string): boolean =>
  !state.forms.findings.some(finding => finding.about === about && partyNames(state).includes(finding.by));

export const frameTasks: readonly TaskRow[] = [
  {
    kind: 'propose-renewal',
    title: say('Proposer le renouvellement : le compte est rendu', 'Propose the renewal: the account is rendered'),
    roles: [...holders, 'signatory-authority'],
    doneBy: ['RenewalProposed'],
    verdicts: none,
    requirements: ['HFA-38'],
    afterTheEnd: true,
    asks: state =>
      renewalAskedOf(state).map(party => askOf(party, hasEnded(state) ? { key: 'closed', dueAt: renewalHeardUntil(state) } : {})),
  },
  {
    kind: 'answer-proposal',
    title: say('Accepter ou décliner ce qui engage toutes les parties', 'Agree to or decline what binds every party'),
    roles: [...holders, 'signatory-authority'],
    doneBy: [
      'FrameChangeAccepted',
      'FrameChangeDeclined',
      'PartnershipTypeChanged',
      'LeadershipPositionSet',
      'LeadershipPositionChanged',
      'PartnerJoined',
      'NeutralSecretariatAppointed',
      'AgreementRenewed',
      'EmergencyPathOpened',
      'EstablishmentDecided',
      'PartyExcluded',
      'ProtectionLifted',
    ],
    verdicts: { grant: 'AgreeToProposal', refuse: 'DeclineProposal', contest: null },
    requirements: ['MDM-15', 'MDM-32', 'PMP-28', 'C-15'],
    asks: state => state.frame.proposals.flatMap(open => answersAsked(state, open)),
  },
  {
    kind: 'answer-accession',
    title: say('Remplir le questionnaire d’entrée', 'Answer the accession form'),
    roles: holders,
    doneBy: ['AccessionAnswersGiven'],
    verdicts: none,
    requirements: ['PMP-21', 'MDM-14'],
    asks: ({ frame: { applicant } }) => (applicant === null || applicant.answered ? [] : [askOf(applicant.party)]),
  },
  {
    kind: 'accept-rules',
    title: say('Lire et accepter les règles en vigueur', 'Read and accept the rules in force'),
    roles: [...holders, 'signatory-authority'],
    doneBy: ['RulesInForceAccepted'],
    verdicts: { ...none, grant: 'AcceptRules' },
    requirements: ['PMP-21'],
    asks: ({ frame: { applicant } }) => (applicant === null || applicant.rulesAcceptedAt !== null ? [] : [askOf(applicant.party)]),
  },
  {
    kind: 'look-at-applicant',
    title: say('Noter un constat sur la partie qui demande à entrer', 'Record a finding about the applicant'),
    roles: holders,
    doneBy: ['DueDiligenceFindingRecorded'],
    verdicts: none,
    requirements: ['PMP-21', 'PMP-19'],
    asks: state => {
      const party = openProposalOf(state, 'accession')?.effect.applicant.party;
      return party !== undefined && findingMissing(state, party) ? [askOf(hostOf(state), { about: party })] : [];
    },
  },
  {
    kind: 'catch-up-co-design',
    title: say('Rattraper la co-construction après l’offre hâtive', 'Catch up on co-construction after the bid in haste'),
    roles: holders,
    doneBy: ['CoConstructionOpened'],
    verdicts: none,
    requirements: ['ALE-34'],
    asks: state => {
      const dueAt = catchUpDueAt(state);
      return dueAt === null ? [] : partyNames(state).map(party => askOf(party, { dueAt }));
    },
  },
  {
    kind: 'make-up-gate',
    title: say('Rattraper ce que l’urgence a laissé ouvert', 'Make up for what the emergency left open'),
    roles: holders,
    doneBy: [
      'PartnershipNeedAssessed',
      'ExistingPartnershipsChecked',
      'DueDiligenceAnswersRevealed',
      'DueDiligenceFindingRecorded',
      'ExpectationsRecorded',
      'SharedValuesAgreed',
      'CommonObjectivesRecorded',
      'RolesAgreed',
      'BudgetCoValidated',
      'CapacityPlanAgreed',
      'EvaluationModalitiesAgreed',
      'DocumentTranslated',
      'AgreementContentShared',
      'StrategicValidationGranted',
      'IntroductionHeld',
      'PlanningMeetingHeld',
      'PartnershipOfficerDesignated',
      'FollowUpCommitteeConstituted',
    ],
    verdicts: none,
    requirements: ['S-19'],
    asks: state =>
      stillOwed(state).map(gate => askOf(hostOf(state), { key: gate, about: gate, dueAt: state.frame.emergency?.catchUpBy ?? null })),
  },
  {
    kind: 'renew-membership',
    title: say('Renouveler l’adhésion : l’enjeu est-il encore servi ?', 'Renew the membership: is the stake still served?'),
    roles: ['signatory-authority'],
    doneBy: ['MembershipFeeRenewed'],
    verdicts: none,
    requirements: ['MDM-58'],
    asks: state => {
      const dueAt = membershipDueAt(state);
      return dueAt !== null && hasCome(dueAt, state.calendar.now) ? [askOf(hostOf(state), { key: dueAt, dueAt })] : [];
    },
  },
  {
    kind: 'give-lasting-form',
    title: say(
      'Donner au partenariat une forme durable : forme juridique et secrétariat, dans une nouvelle version des modes de fonctionnement',
      'Give the partnership a lasting form: legal form and secretariat, in a new version of the operating modes',
    ),
    roles: holders,
    doneBy: ['OperatingModesAgreed'],
    text: 'operating-modes',
    verdicts: none,
    requirements: ['PMP-61'],
    asks: state => (trackIsOpen(state, ['operating-modes']) ? partyNames(state).map(party => askOf(party)) : []),
  },
  {
    kind: 'measure-results',
    title: say(
      'Dire comment les résultats se mesurent : indicateurs des objectifs, ou modalités d’évaluation',
      'Say how results are measured: indicators of the objectives, or ways of evaluating',
    ),
    roles: holders,
    doneBy: ['CommonObjectivesRecorded', 'EvaluationModalitiesAgreed'],
    text: 'objectives',
    verdicts: none,
    requirements: ['PMP-61'],
    asks: state => (trackIsOpen(state, ['objectives', 'evaluation']) ? partyNames(state).map(party => askOf(party)) : []),
  },
  {
    kind: 'decide-establishment',
    title: say('Décider de la suite de la première phase', 'Decide what follows the first phase'),
    roles: holders,
    doneBy: ['EstablishmentDecisionProposed', 'EstablishmentDecided'],
    verdicts: none,
    requirements: ['PMP-60', 'PMP-61'],
    asks: state =>
      establishmentIsAsked(state) && openProposalOf(state, 'establishment') === undefined
        ? partyNames(state).map(party => askOf(party))
        : [],
  },
];
