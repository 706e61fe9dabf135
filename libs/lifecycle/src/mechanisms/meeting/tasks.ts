import { commands, type CommandType, type EventType, type Localized, type Phase } from '@palabre/contracts';
import { startOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { partiesOverdueInARow } from '../commitment/questions.js';
import { chartersLine } from '../line/questions.js';
import { partyNames } from '../parties/questions.js';
import { agreedToPlanAtADistance, currentMeetingSlot, collaborationIsDue, currentStatusSlot, metSince, missedInARow } from './questions.js';

/** Meetings are owed by both sides: each is asked, either may record what was held. */
const ofEverybody = (state: PartnershipState, more: Partial<TaskAsk> = {}): readonly TaskAsk[] =>
  partyNames(state).map(party => askOf(party, more));

interface Once {
  readonly kind: string;
  readonly title: Localized;
  readonly phase: Phase;
  readonly command: CommandType;
  readonly event: EventType;
  readonly requirements: readonly string[];
  readonly missing: (state: PartnershipState) => boolean;
}

/** A meeting that a phase asks for once. */
const once = ({ kind, title, phase, command, event, requirements, missing }: Once): TaskRow => ({
  kind,
  title,
  roles: commands[command].by.roles,
  doneBy: [event],
  verdicts: { grant: command, refuse: null, contest: null },
  requirements,
  asks: state => (state.phase === phase && missing(state) ? ofEverybody(state) : []),
});

const involvementAsks = (state: PartnershipState): readonly TaskAsk[] => {
  if (chartersLine(state, 'low_involvement') === undefined) return [];
  const missed = missedInARow(state) >= 2 ? ofEverybody(state, { key: `meetings-${state.meetings.lastHeldVersion}` }) : [];
  const overdue = partiesOverdueInARow(state)
    .filter(run => !metSince(state, run.lastVersion))
    .flatMap(run => ofEverybody(state, { key: `commitments-${run.party}-${run.lastVersion}` }));
  return [...missed, ...overdue];
};

export const meetingTasks: readonly TaskRow[] = [
  once({
    kind: 'hold-introduction',
    title: say('Se présenter entre personnes qui travailleront ensemble', 'Introduce to each other the people who will work together'),
    phase: 'search',
    command: 'HoldIntroduction',
    event: 'IntroductionHeld',
    requirements: ['AGI-03'],
    missing: state => !state.meetings.introduced,
  }),
  once({
    kind: 'hold-planning-meeting',
    title: say('Tenir la réunion de planification, en présence', 'Hold the planning meeting, in person'),
    phase: 'setting-up',
    command: 'HoldPlanningMeeting',
    event: 'PlanningMeetingHeld',
    requirements: ['AGI-25'],
    missing: state => state.meetings.plannedInPerson === null && !agreedToPlanAtADistance(state),
  }),
  once({
    kind: 'agree-meeting-calendar',
    title: say('Convenir du calendrier des rencontres', 'Agree the calendar of meetings'),
    phase: 'setting-up',
    command: 'AgreeMeetingCalendar',
    event: 'MeetingCalendarAgreed',
    requirements: ['AGI-23', 'MDM-18'],
    missing: state => state.meetings.calendar === null,
  }),
  {
    kind: 'hold-meeting',
    title: say(
      'Tenir la rencontre prévue : ce qui va bien, les difficultés, les solutions',
      'Hold the meeting planned: what goes well, challenges, solutions',
    ),
    roles: commands.HoldMeeting.by.roles,
    doneBy: ['MeetingHeld'],
    verdicts: { grant: 'HoldMeeting', refuse: null, contest: null },
    requirements: ['MDM-18', 'AGI-15'],
    asks: state => {
      const slot = currentMeetingSlot(state);
      return slot === null ? [] : ofEverybody(state, { key: slot.day, dueAt: startOfDay(slot.nextDay) });
    },
  },
  {
    kind: 'talk-about-collaboration',
    title: say(
      'Mettre la collaboration elle-même à l’ordre du jour de la prochaine rencontre',
      'Put the collaboration itself on the agenda of the next meeting',
    ),
    roles: commands.HoldMeeting.by.roles,
    doneBy: ['MeetingHeld'],
    verdicts: { grant: 'HoldMeeting', refuse: null, contest: null },
    requirements: ['AGI-24'],
    asks: state =>
      currentMeetingSlot(state) !== null && collaborationIsDue(state)
        ? ofEverybody(state, { key: `item-${(state.meetings.collaboration?.items ?? 0) + 1}` })
        : [],
  },
  {
    kind: 'record-status-point',
    title: say('Faire le point de situation, clause par clause', 'Make the status point, clause by clause'),
    roles: commands.RecordStatusPoint.by.roles,
    doneBy: ['StatusPointRecorded'],
    verdicts: { grant: 'RecordStatusPoint', refuse: null, contest: null },
    requirements: ['HFA-18', 'HFA-26'],
    asks: state => {
      const slot = currentStatusSlot(state);
      return slot === null ? [] : ofEverybody(state, { key: slot.day });
    },
  },
  {
    kind: 'talk-about-involvement',
    title: say(
      'Parler ensemble des causes du manque d’implication, les nôtres comprises ; signaler la ligne orange s’il le faut',
      'Talk together about the causes of low involvement, ours included; raise the orange line if it must be',
    ),
    roles: commands.HoldMeeting.by.roles,
    doneBy: ['MeetingHeld'],
    verdicts: { grant: 'HoldMeeting', refuse: null, contest: null },
    requirements: ['MDM-70'],
    asks: involvementAsks,
  },
  once({
    kind: 'hold-closing-conversation',
    title: say('Tenir la conversation de clôture', 'Hold the closing conversation'),
    phase: 'closing',
    command: 'HoldClosingConversation',
    event: 'ClosingConversationHeld',
    requirements: ['MDM-09'],
    missing: state => !state.meetings.closingHeld,
  }),
];
