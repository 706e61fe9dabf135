import { nextReminder } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { DeadlineRow } from '../../mechanism.js';
import { policyOf } from '../../state.js';

export const ideaDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'idea-still-a-draft',
    outcome: 'ReminderDue',
    says: say('L’idée est encore un brouillon', 'The idea is still a draft'),
    requirements: ['PMP-01', 'PMP-07'],
    asks: state => {
      if (state.phase !== 'idea' || state.standing !== 'open') return [];
      const dueAt = nextReminder(state.phaseSince, policyOf(state).timers.idea_draft_reminder_after, state.calendar.now);
      return dueAt === null ? [] : [{ key: 'draft', dueAt, party: null, about: null }];
    },
    fire: (_state, { deadline }) => [{ type: 'ReminderDue', data: { deadline, about: 'idea-draft' } }],
  },
];
