import type { EventData, Refusal } from '@palabre/contracts';
import { after, startOfDay } from '../../calendar/span.js';
import { because, say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { unknownParty } from '../../refusals.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { partyNames } from '../parties/questions.js';
import type { NoteRules } from './note-rule.js';
import type { JournalSlice } from './slice.js';

/** With the yearly reflection, which has a task of its own, the joint activities that come back (ALE-64). */
const activities = { DesignSessionHeld: 'design', LearningSessionHeld: 'learning' } as const;

type Session = EventData<keyof typeof activities>;

export const isActivity = (kind: string): kind is keyof typeof activities => Object.hasOwn(activities, kind);

/** The day of the last session with people of two parties; one of a single side is no joint one. */
export function activityHeld(journal: JournalSlice, kind: keyof typeof activities, { on, participants }: Session): Partial<JournalSlice> {
  const present = new Set(participants.filter(({ people }) => people > 0).map(({ party }) => party));
  const name = activities[kind];
  const last = journal.joint?.[name] ?? '';
  return present.size < 2 || on <= last ? {} : { joint: { ...journal.joint, [name]: on } };
}

const isDue = (state: PartnershipState, name: 'design' | 'learning'): boolean => {
  const last = state.journal.joint?.[name];
  return last === undefined || after(startOfDay(last), policyOf(state).timers.joint_reflection_every) <= state.calendar.now;
};

/** Asked of every party when they look back together, if the last session is a whole rhythm ago; whoever notes one does it for all. */
const whenDue =
  (name: 'design' | 'learning') =>
  (state: PartnershipState): readonly TaskAsk[] =>
    state.phase === 'annual-review' && asksFor(state, 'jointActivities') && isDue(state, name)
      ? partyNames(state).map(party => askOf(party, { key: state.phaseSince }))
      : [];

const row = (kind: string, name: 'design' | 'learning', doneBy: keyof typeof activities, title: TaskRow['title']): TaskRow => ({
  kind,
  title,
  roles: ['partnership-officer', 'hq-ops', 'partner-representative', 'country-team'],
  doneBy: [doneBy],
  verdicts: { grant: 'RecordNote', refuse: null, contest: null },
  requirements: ['ALE-64'],
  asks: whenDue(name),
});

export const activityTasks: readonly TaskRow[] = [
  row('hold-joint-design', 'design', 'DesignSessionHeld', say('Tenir une séance de conception commune', 'Hold a joint design session')),
  row(
    'hold-joint-learning',
    'learning',
    'LearningSessionHeld',
    say('Tenir une séance d’apprentissage commun', 'Hold a joint learning session'),
  ),
];

const noSuchDigest = (heldOn: string): Refusal =>
  because(
    'no-such-digest',
    'HFA-31',
    say(`Aucun point de situation du ${heldOn} n’est en cours de lecture.`, `No status point of ${heldOn} waits to be read.`),
    say('Lire le dernier : `palabre digests`.', 'Read the latest one: `palabre digests`.'),
  );

export const activityRules: NoteRules = {
  LearningSessionHeld: (state, { participants }) => {
    const stranger = participants.find(({ party }) => !partyNames(state).includes(party));
    return stranger === undefined ? null : unknownParty(stranger.party, 'ALE-64');
  },
  StatusDigestRead: (state, { heldOn }) =>
    Object.values(state.meetings.clauses).some(({ on }) => on === heldOn) ? null : noSuchDigest(heldOn),
};
