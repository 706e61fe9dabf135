import type { CalendarSpan, SetDeadline } from '@palabre/contracts';
import { nextReminder } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { DeadlineAsk, DeadlineRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { openOrangeLines, openRedLines, orangeLinesWithoutPlan } from './questions.js';
import type { LineCase } from './slice.js';

const remind =
  (about: string) =>
  (_state: PartnershipState, deadline: SetDeadline): readonly { type: 'ReminderDue'; data: unknown }[] => [
    { type: 'ReminderDue', data: { deadline: deadline.deadline, about } },
  ];

function inTurn(state: PartnershipState, open: LineCase, since: string, every: CalendarSpan, party: string | null): readonly DeadlineAsk[] {
  const dueAt = nextReminder(since, every, state.calendar.now);
  return dueAt === null ? [] : [{ key: open.case, dueAt, party, about: open.case }];
}

export const lineDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'red-line-decision',
    outcome: 'ReminderDue',
    says: say('La ligne rouge alléguée attend sa décision', 'The alleged red line waits for its decision'),
    requirements: ['S-01'],
    asks: state =>
      openRedLines(state).flatMap(open => inTurn(state, open, open.raisedAt, policyOf(state).timers.red_line_decision_in, null)),
    fire: remind('decide-red-line'),
  },
  {
    rule: 'orange-line-plan',
    outcome: 'ReminderDue',
    says: say('La ligne orange attend un plan convenu', 'The orange line waits for an agreed plan'),
    requirements: ['S-01', 'MDM-66'],
    asks: state =>
      orangeLinesWithoutPlan(state).flatMap(open =>
        inTurn(state, open, open.raisedAt, policyOf(state).timers.orange_line_plan_in, open.about),
      ),
    fire: remind('agree-mitigation-plan'),
  },
  {
    rule: 'orange-line-review',
    outcome: 'ReminderDue',
    says: say('Le plan de la ligne orange est à revoir', 'The plan of the orange line is to be reviewed'),
    requirements: ['S-01', 'MDM-66'],
    asks: state =>
      openOrangeLines(state).flatMap(open =>
        open.planAgreedAt === null ? [] : inTurn(state, open, open.planAgreedAt, policyOf(state).timers.orange_line_review_in, null),
      ),
    fire: remind('review-orange-line'),
  },
];
