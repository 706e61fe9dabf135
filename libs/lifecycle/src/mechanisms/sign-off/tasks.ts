import type { OpenTask, Role, TextKind } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { hasCome } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import { strengthOf } from '../../gates/index.js';
import type { TaskRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { owedBy } from '../frame/questions.js';
import { hostOf, partyNames } from '../parties/questions.js';
import { headOf } from '../text/questions.js';
import {
  accountOwedBy,
  coConstructionConfirmedBy,
  contentKnownAt,
  partiesToSign,
  presentVersionRefused,
  reportAccepted,
  reportStatus,
  strategicStatus,
  votingParties,
} from './questions.js';
import { accountingSince } from './accounting.js';
import { askedParties } from './who-decides.js';

const holders: readonly Role[] = ['partnership-officer', 'hq-ops', 'partner-representative'];

const none = { grant: null, refuse: null, contest: null } as const;

const subjectOf = (state: PartnershipState, kind: TextKind): OpenTask['subject'] => {
  const head = headOf(state, kind);
  return head === undefined ? null : { kind, version: head.version, hash: head.hash };
};

const agreementStands = (state: PartnershipState): boolean =>
  state.phase === 'validation' && headOf(state, 'agreement')?.status === 'agreed' && !presentVersionRefused(state);

const validationIs = (state: PartnershipState, ...wanted: ReturnType<typeof strategicStatus>[]): boolean =>
  agreementStands(state) && wanted.includes(strategicStatus(state));

/** The body is asked before signature, and afterwards where an emergency passed over its word (S-19). */
const bodyIsAsked = (state: PartnershipState): boolean =>
  validationIs(state, 'requested') || (owedBy(state, 'CD') !== null && strategicStatus(state) === 'requested');

/** Where the charter holds to it, a signature is asked only once each side's bureau or secretariat has known the text for long enough (HFA-16). */
const contentKnown = (state: PartnershipState): boolean =>
  strengthOf(state, { gate: 'CONTENT' }) !== 'block' ||
  partyNames(state).every(party => {
    const knownAt = contentKnownAt(state, party);
    return knownAt !== null && hasCome(knownAt, state.calendar.now);
  });

function signatureAsks(state: PartnershipState): readonly TaskAsk[] {
  if (!validationIs(state, 'granted', 'not-needed') || !contentKnown(state)) return [];
  const askedBy = headOf(state, 'agreement')?.proposedByPerson ?? null;
  return partiesToSign(state).map(party => askOf(party, { subject: subjectOf(state, 'agreement'), askedBy }));
}

function validationAsks(state: PartnershipState): readonly TaskAsk[] {
  const { strategic } = state.signOffs;
  if (!bodyIsAsked(state) || strategic === null) return [];
  const dueAt = after(strategic.requestedAt, policyOf(state).timers.cd_answer_in);
  const body = policyOf(state).authorities.strategicValidation ?? 'steering-committee';
  return votingParties(state, body, hostOf(state)).map(party =>
    askOf(party, { subject: subjectOf(state, 'agreement'), askedBy: strategic.requestedBy, dueAt }),
  );
}

/** Those whose voice counts are asked; a change that touches the signature, of the hierarchy of every party. */
const decisionAsks =
  (binding: boolean) =>
  (state: PartnershipState): readonly TaskAsk[] =>
    state.signOffs.decisions
      .filter(open => (open.binding === true) === binding)
      .flatMap(open =>
        askedParties(state, open)
          .filter(party => !open.acceptedBy.includes(party) && !open.declinedBy.includes(party))
          .map(party => askOf(party, { key: open.decision, about: open.decision, askedBy: open.proposedByPerson })),
      );

/** The first assembly to approve is enough; a single return sends the report back to who wrote it. */
function assemblyAsks(state: PartnershipState): readonly TaskAsk[] {
  const head = headOf(state, 'final-report');
  const since = accountingSince(state);
  if (since === null || !policyOf(state).columns.assembly || head === undefined || reportStatus(state) !== 'submitted') return [];
  const dueAt = after(since, policyOf(state).timers.assembly_within);
  return partyNames(state).map(party => askOf(party, { subject: subjectOf(state, 'final-report'), askedBy: head.proposedByPerson, dueAt }));
}

function reportAsks(state: PartnershipState): readonly TaskAsk[] {
  const status = reportStatus(state);
  const since = accountingSince(state);
  if (since === null || (status !== 'missing' && status !== 'returned')) return [];
  const head = headOf(state, 'final-report');
  const dueAt = after(since, policyOf(state).timers.final_report_due_in);
  return [askOf(head?.proposedBy ?? hostOf(state), { key: `version-${(head?.version ?? 0) + 1}`, dueAt })];
}

export const signOffTasks: readonly TaskRow[] = [
  {
    kind: 'confirm-co-construction',
    title: say('Confirmer votre participation à la co-construction', 'Confirm your participation in co-construction'),
    roles: holders,
    doneBy: ['CoConstructionConfirmed'],
    verdicts: { ...none, grant: 'ConfirmCoConstruction' },
    requirements: ['MDM-27', 'ALE-71'],
    asks: state =>
      state.phase === 'co-construction' && policyOf(state).columns.coConstruction === 'required'
        ? partyNames(state)
            .filter(party => !coConstructionConfirmedBy(state).includes(party))
            .map(party => askOf(party))
        : [],
  },
  {
    kind: 'request-strategic-validation',
    title: say('Demander la validation du comité de direction', 'Request validation by the steering committee'),
    roles: holders,
    doneBy: ['StrategicValidationRequested'],
    verdicts: none,
    requirements: ['MDM-61'],
    asks: state => (validationIs(state, 'missing') ? [askOf(hostOf(state), { subject: subjectOf(state, 'agreement') })] : []),
  },
  {
    kind: 'validate-strategically',
    title: say('Valider ou refuser le partenariat stratégique', 'Validate or refuse the strategic partnership'),
    roles: ['steering-committee'],
    doneBy: ['StrategicValidationGranted', 'StrategicValidationRefused'],
    verdicts: { grant: 'GrantStrategicValidation', refuse: 'RefuseStrategicValidation', contest: null },
    requirements: ['MDM-61', 'C-05'],
    asks: validationAsks,
  },
  {
    kind: 'sign-agreement',
    title: say('Signer l’accord pour votre organisation', 'Sign the agreement for your organisation'),
    roles: ['signatory-authority'],
    doneBy: ['SignatureGiven', 'SignatureRefused', 'AgreementSigned'],
    verdicts: { grant: 'SignAgreement', refuse: 'RefuseSignature', contest: null },
    requirements: ['HFA-15', 'HFA-16'],
    asks: signatureAsks,
  },
  {
    kind: 'answer-decision',
    title: say('Accepter ou décliner la décision commune proposée', 'Accept or decline the joint decision proposed'),
    roles: holders,
    doneBy: [
      'JointDecisionAccepted',
      'JointDecisionDeclined',
      'JointDecisionTaken',
      'ChangeAgreed',
      'ScopeChanged',
      'PolicyOverrideAgreed',
    ],
    verdicts: { grant: 'AcceptDecision', refuse: 'DeclineDecision', contest: null },
    requirements: ['MDM-15', 'AGI-30', 'PMP-59'],
    asks: decisionAsks(false),
  },
  {
    kind: 'sign-change',
    title: say('Signer ou décliner le changement qui touche l’accord', 'Sign or decline the change that touches the agreement'),
    roles: ['signatory-authority'],
    doneBy: ['JointDecisionAccepted', 'JointDecisionDeclined', 'ChangeAgreed'],
    verdicts: { grant: 'AcceptDecision', refuse: 'DeclineDecision', contest: null },
    requirements: ['AGI-30', 'HFA-15'],
    asks: decisionAsks(true),
  },
  {
    kind: 'submit-final-report',
    title: say(
      'Remettre le bilan final : activités, finances, difficultés, leçons',
      'Submit the final report: activities, finances, difficulties, lessons',
    ),
    roles: ['executive-bureau', 'executive-secretariat', ...holders],
    doneBy: ['FinalReportSubmitted'],
    verdicts: none,
    requirements: ['HFA-32', 'HFA-33'],
    asks: reportAsks,
  },
  {
    kind: 'approve-reports',
    title: say('Approuver ou renvoyer les rapports en assemblée', 'Approve or return the reports in assembly'),
    roles: ['general-assembly'],
    doneBy: ['ReportsApprovedByAssembly', 'ReportsReturnedByAssembly'],
    verdicts: { grant: 'ApproveReports', refuse: 'ReturnReports', contest: null },
    requirements: ['HFA-34'],
    asks: assemblyAsks,
  },
  {
    kind: 'declare-account-rendered',
    title: say('Déclarer le compte rendu', 'Declare the account rendered'),
    roles: ['first-authority'],
    doneBy: ['AccountRendered'],
    verdicts: { ...none, grant: 'DeclareAccountRendered' },
    requirements: ['HFA-24', 'HFA-32'],
    asks: state => (accountingSince(state) !== null && reportAccepted(state) ? accountOwedBy(state).map(party => askOf(party)) : []),
  },
];
