import { commands, type CommandType, type Refusal } from '@palabre/contracts';
import { because, say } from './decision.js';
import { openBreaches } from './mechanisms/commitment/breaches.js';
import type { PartnershipState } from './state.js';

type Things = (state: PartnershipState) => readonly unknown[];

const one = (thing: unknown): readonly unknown[] => (thing === null || thing === undefined ? [] : [thing]);

const cases: Things = ({ lines }) => lines.cases;
/** A case that was closed may still hold the file, or its money, until somebody says that it is over. */
const held: Things = ({ lines, money }) => [...lines.cases, ...lines.suspending, ...money.frozenBy];

const challenges: Things = ({ voices }) => voices.challenges;
const commitments: Things = ({ commitments: { open } }) => open;
const texts: Things = state => Object.keys(state.texts.heads);
const agreement: Things = state => one(state.texts.heads.agreement);
const finalReport: Things = state => one(state.texts.heads['final-report']);
const withdrawals: Things = ({ parties }) => parties.withdrawals;
const requests: Things = ({ forms }) => forms.requests;
const transfers: Things = ({ money }) => money.transfers;
const decisions: Things = ({ signOffs }) => signOffs.decisions;
const proposals: Things = ({ frame }) => frame.proposals;
const transfer: Things = state => one(state.transfer);
const tasks: Things = state => state.tasks;

/** What a command acts on: while none of it is there, it cannot be accepted, whatever its body says. */
const actedOn: { readonly [C in CommandType]?: Things } = {
  AcknowledgeBrandIncident: ({ idea }) => idea.incidents,
  ConfirmHandover: ({ parties }) => parties.handovers,
  OfferMediation: withdrawals,
  AnswerMediation: withdrawals,
  RevokeWithdrawal: withdrawals,
  AnswerQuestions: requests,
  DeclineQuestions: requests,
  ConfirmAnswer: ({ forms }) => forms.toConfirm,
  ContestAnswer: ({ forms }) => forms.toConfirm,
  ClearQuotation: ({ forms }) => forms.quotable,
  WithdrawFormQuestion: ({ forms }) => forms.own,
  AcceptDecision: decisions,
  DeclineDecision: decisions,
  HearParty: cases,
  ProposeMitigation: cases,
  AcceptMitigation: cases,
  LiftOrangeLine: cases,
  ConfirmLine: cases,
  DismissLine: cases,
  ResumePartnership: held,
  ReleaseTransfers: held,
  RefuseResumption: held,
  RefuseRelease: held,
  ConfirmCommitment: commitments,
  RecordBreach: commitments,
  AcknowledgeBreach: state => [...commitments(state), ...openBreaches(state)],
  ExcuseCommitment: commitments,
  AgreeToProposal: proposals,
  DeclineProposal: proposals,
  TellTransfer: transfers,
  CancelTransfer: transfers,
  ConfirmTransfer: transfers,
  JustifyExpenditure: transfers,
  AcknowledgeChallenge: challenges,
  CommitTogether: challenges,
  ProposeMediator: challenges,
  AcceptMediator: challenges,
  ResolveChallenge: challenges,
  AcceptText: texts,
  ContestText: texts,
  CommentText: texts,
  TranslateText: texts,
  ShareAgreement: agreement,
  SignAgreement: agreement,
  RefuseSignature: agreement,
  RequestStrategicValidation: agreement,
  GrantStrategicValidation: agreement,
  RefuseStrategicValidation: agreement,
  ApproveReports: finalReport,
  ReturnReports: finalReport,
  SignHandoverDeed: state => one(state.texts.heads['handover-deed']),
  ReachTransferMilestone: transfer,
  AssessReadiness: transfer,
  ClaimTask: tasks,
  HandBackTask: tasks,
  DelegateTask: tasks,
};

/** Why a command has nothing to act on now, or null. Told to who asks what is open; the command itself says more. */
export function nothingToActOn(state: PartnershipState, type: CommandType): Refusal | null {
  const things = actedOn[type];
  if (things === undefined || things(state).length > 0) return null;
  const { fr, en } = commands[type].says;
  return because(
    'nothing-to-act-on',
    'LIFECYCLE',
    say(`« ${fr} » : il n’y a rien de tel ici maintenant.`, `"${en}": there is nothing of the kind here now.`),
    say('Voir les tâches ouvertes.', 'See the open tasks.'),
  );
}
