import { after, endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { DeadlineRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { deliveredByEach } from '../commitment/questions.js';

/** A transfer is part of the work: the year turns and the project ends in it as well (ALE-46, MDM-37). */
const isAtWork = ({ phase, standing }: PartnershipState): boolean =>
  standing === 'open' && (phase === 'implementation' || phase === 'transfer');

export const phaseDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'annual-review-due',
    outcome: 'AnnualReviewOpened',
    says: say('La revue annuelle s’ouvre d’elle-même à l’anniversaire', 'The annual review opens by itself on the anniversary'),
    requirements: ['ALE-46'],
    asks: state =>
      isAtWork(state) && state.steps.reviewsSince !== null
        ? [
            {
              key: `round-${state.steps.reviewRound + 1}`,
              dueAt: after(state.steps.reviewsSince, policyOf(state).timers.joint_reflection_every),
              party: null,
              about: null,
            },
          ]
        : [],
    fire: (state, deadline) => [
      {
        type: 'AnnualReviewOpened',
        data: {
          from: state.phase,
          to: 'annual-review',
          gates: [],
          round: state.steps.reviewRound + 1,
          openedBy: 'deadline',
          deadline: deadline.deadline,
          delivered: deliveredByEach(state),
        },
      },
    ],
  },
  {
    rule: 'annual-review-overdue',
    outcome: 'AnnualReviewOverdue',
    says: say('La revue annuelle est en retard', 'The annual review is overdue'),
    requirements: ['ALE-46'],
    asks: state =>
      state.phase === 'annual-review' && !state.steps.reviewOverdue
        ? [
            {
              key: `round-${state.steps.reviewRound}`,
              dueAt: after(state.phaseSince, policyOf(state).timers.reflection_overdue_after),
              party: null,
              about: null,
            },
          ]
        : [],
    fire: (state, deadline) => [{ type: 'AnnualReviewOverdue', data: { deadline: deadline.deadline, round: state.steps.reviewRound } }],
  },
  {
    rule: 'project-ends',
    outcome: 'ActionsEnded',
    says: say(
      'La fin du projet ouvre la décision : continuer, se reposer ou clore',
      'The end of the project opens the decision: continue, rest or close',
    ),
    requirements: ['MDM-37', 'ALE-18'],
    asks: state =>
      isAtWork(state) && state.steps.project !== null
        ? [{ key: state.steps.project.reference, dueAt: endOfDay(state.steps.project.endsOn), party: null, about: null }]
        : [],
    /** A service ends with its project (MDM-34); for every other type nothing ends by default, a decision opens. */
    fire: state => [
      policyOf(state).columns.endsWithProject
        ? { type: 'ClosureInitiated', data: { from: state.phase, to: 'closing', gates: [], reason: 'MDM-34' } }
        : { type: 'ActionsEnded', data: { from: state.phase, to: 'after', gates: [] } },
    ],
  },
];
