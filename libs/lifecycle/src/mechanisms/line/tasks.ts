import { phases, type Role } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { hasCome } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { partyNames } from '../parties/questions.js';
import { involvementAsks } from './involvement.js';
import { decidingParties, hearingIsOver, openOrangeLines, openRedLines, withoutLimits } from './questions.js';
import type { LineCase } from './slice.js';

const holders: readonly Role[] = ['partnership-officer', 'hq-ops', 'partner-representative'];

const none = { grant: null, refuse: null, contest: null } as const;

const about = (open: LineCase, more: Partial<TaskAsk> = {}): Partial<TaskAsk> => ({ key: open.case, about: open.case, ...more });

const planDueAt = (state: PartnershipState, open: LineCase): string => after(open.raisedAt, policyOf(state).timers.orange_line_plan_in);

/** When the agreed plan of an orange line has to be looked at again. */
export const reviewDueAt = (state: PartnershipState, open: LineCase): string | null =>
  open.planAgreedAt === null ? null : after(open.planAgreedAt, policyOf(state).timers.orange_line_review_in);

/** A plan is looked at when its time has come, and in every yearly review until the line is lifted (MDM-67, MDM-72). */
function isToReview(state: PartnershipState, open: LineCase): boolean {
  const dueAt = reviewDueAt(state, open);
  return dueAt !== null && (state.phase === 'annual-review' || hasCome(dueAt, state.calendar.now));
}

const reviewAsks = (state: PartnershipState): readonly TaskAsk[] =>
  openOrangeLines(state)
    .filter(open => isToReview(state, open))
    .flatMap(open =>
      partyNames(state)
        .filter(party => party !== open.about)
        .map(party => askOf(party, about(open))),
    );

/** From the verification on: who joins later is asked as well. */
const limitsAreAsked = phases.slice(phases.indexOf('due-diligence'), phases.indexOf('closing'));

export const lineTasks: readonly TaskRow[] = [
  {
    kind: 'declare-limits',
    title: say('Dire les limites propres de votre organisation', 'Say the limits of your own organisation'),
    roles: holders,
    doneBy: ['OwnLimitDeclared'],
    verdicts: { ...none, grant: 'DeclareLimit' },
    requirements: ['PMP-26', 'C-03'],
    asks: state => (limitsAreAsked.includes(state.phase) ? withoutLimits(state).map(party => askOf(party)) : []),
  },
  {
    kind: 'be-heard',
    title: say('Vous faire entendre sur la ligne signalée', 'Be heard on the line that was raised'),
    roles: holders,
    /** A plan that was agreed with the party has heard it. */
    doneBy: ['PartyHeard', 'MitigationPlanAgreed'],
    verdicts: none,
    requirements: ['S-01'],
    asks: state =>
      [...openRedLines(state), ...openOrangeLines(state)]
        .filter(open => !open.heard && open.planAgreedAt === null)
        .map(open => askOf(open.about, about(open))),
  },
  {
    kind: 'decide-red-line',
    title: say('Confirmer ou écarter la ligne rouge alléguée', 'Confirm or dismiss the alleged red line'),
    roles: ['steering-committee', 'signatory-authority'],
    doneBy: ['RedLineBreachConfirmed', 'LineDismissed'],
    verdicts: { grant: 'ConfirmLine', refuse: 'DismissLine', contest: null },
    requirements: ['S-01', 'MDM-63', 'MDM-65'],
    asks: state =>
      openRedLines(state)
        .filter(open => hearingIsOver(state, open, state.calendar.now))
        .flatMap(open => {
          const dueAt = after(open.raisedAt, policyOf(state).timers.red_line_decision_in);
          return decidingParties(state, open).map(party => askOf(party, about(open, { askedBy: open.raisedByPerson, dueAt })));
        }),
  },
  {
    kind: 'propose-mitigation',
    title: say('Proposer un plan de mesures pour la ligne orange', 'Propose a mitigation plan for the orange line'),
    roles: holders,
    doneBy: ['MitigationPlanProposed', 'LineDismissed'],
    verdicts: { ...none, grant: 'ProposeMitigation' },
    requirements: ['MDM-66'],
    asks: state =>
      openOrangeLines(state)
        .filter(open => open.planAgreedAt === null && open.plan === null)
        .map(open => askOf(open.about, about(open, { dueAt: planDueAt(state, open) }))),
  },
  {
    kind: 'answer-mitigation',
    title: say('Accepter le plan de mesures, ou en proposer un autre', 'Accept the mitigation plan, or propose another one'),
    roles: holders,
    doneBy: ['MitigationPlanAccepted', 'MitigationPlanAgreed', 'MitigationPlanProposed'],
    verdicts: { grant: 'AcceptMitigation', refuse: null, contest: 'ProposeMitigation' },
    requirements: ['MDM-66'],
    asks: state =>
      openOrangeLines(state).flatMap(open => {
        const { plan } = open;
        if (plan === null) return [];
        const waited = partyNames(state).filter(party => !plan.acceptedBy.includes(party));
        return waited.map(party => askOf(party, about(open, { askedBy: plan.proposedByPerson, dueAt: planDueAt(state, open) })));
      }),
  },
  {
    kind: 'weigh-low-involvement',
    title: say(
      'Peser la ligne orange du manque d’implication : en parler d’abord, nos causes comprises, puis la signaler ou non',
      'Weigh the orange line of low involvement: talk first, our own causes included, then raise it or not',
    ),
    roles: holders,
    doneBy: ['OrangeLineRaised', 'MeetingHeld'],
    verdicts: { ...none, grant: 'RaiseLine' },
    requirements: ['MDM-70'],
    asks: involvementAsks,
  },
  {
    kind: 'review-orange-line',
    title: say(
      'Revoir le plan de la ligne orange, et la lever si elle est réglée',
      'Review the plan of the orange line, and lift the line if it is settled',
    ),
    roles: holders,
    doneBy: ['OrangeLineLifted', 'LineDismissed'],
    verdicts: { ...none, grant: 'LiftOrangeLine' },
    requirements: ['MDM-66', 'MDM-67', 'MDM-72', 'S-01'],
    asks: reviewAsks,
  },
];
