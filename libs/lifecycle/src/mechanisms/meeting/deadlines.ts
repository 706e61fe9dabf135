import { nextReminder } from '../../calendar/reminder.js';
import { dayOf } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { DeadlineAsk, DeadlineRow } from '../../mechanism.js';
import { policyOf } from '../../state.js';
import { currentMeetingSlot, currentStatusSlot, meetingSlotRule, statusPointRule } from './questions.js';
import type { Slot } from './slots.js';

const forSlot = (slot: Slot | null): readonly DeadlineAsk[] =>
  slot === null ? [] : [{ key: `slot-${slot.number}`, dueAt: slot.dueAt, party: null, about: slot.day }];

export const meetingDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'contact-answer',
    outcome: 'ReminderDue',
    says: say('Une organisation contactée n’a pas répondu', 'An organisation that was contacted has not answered'),
    requirements: ['PMP-15'],
    asks: state => {
      const { contactedAt, contacts, introduced } = state.meetings;
      if (state.phase !== 'search' || introduced || contactedAt === undefined) return [];
      const dueAt = nextReminder(contactedAt, policyOf(state).timers.contact_answer_in, state.calendar.now);
      return dueAt === null ? [] : [{ key: `contact-${contacts}`, dueAt, party: null, about: null }];
    },
    fire: (_state, { deadline }) => [{ type: 'ReminderDue', data: { deadline, about: 'hold-introduction' } }],
  },
  {
    rule: meetingSlotRule,
    outcome: 'MeetingMissed',
    says: say('La rencontre prévue se tient avant la suivante', 'The meeting planned is held before the next one'),
    requirements: ['MDM-18', 'AGI-23'],
    asks: state => forSlot(currentMeetingSlot(state)),
    fire: (state, { about, deadline, dueAt }) => {
      const slot = currentMeetingSlot(state);
      const next = slot?.day === about ? { nextOn: slot?.nextDay } : {};
      return [{ type: 'MeetingMissed', data: { slot: about ?? dayOf(dueAt), deadline, ...next } }];
    },
  },
  {
    rule: statusPointRule,
    outcome: 'StatusReportOverdue',
    says: say('Le point de situation se fait ce jour-là au plus tard', 'The status point is made on that day at the latest'),
    requirements: ['HFA-21', 'HFA-26'],
    asks: state => forSlot(currentStatusSlot(state)),
    fire: (_state, { about, deadline, dueAt }) => [{ type: 'StatusReportOverdue', data: { slot: about ?? dayOf(dueAt), deadline } }],
  },
];
