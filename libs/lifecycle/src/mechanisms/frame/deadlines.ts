import type { SetDeadline } from '@palabre/contracts';
import { hasCome, nextReminder } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { DeadlineAsk, DeadlineRow } from '../../mechanism.js';
import { hasEnded, policyOf, type PartnershipState } from '../../state.js';
import { takenFact } from './decide.js';
import { mayBeSettled, nobodyAt } from './consequences.js';
import { establishmentMoments, membershipDueAt, stillOwed } from './moments.js';
import { isDormant, openProposal, silenceAgreesAt } from './questions.js';
import { renewalAskedOf, renewalHeardUntil } from './renewal.js';
import type { OpenProposal } from './slice.js';

const remind =
  (about: string) =>
  (_state: PartnershipState, deadline: SetDeadline): readonly { type: 'ReminderDue'; data: unknown }[] => [
    { type: 'ReminderDue', data: { deadline: deadline.deadline, about } },
  ];

/** A moment that is told once, on the day, and not any more afterwards. */
const once = (state: PartnershipState, dueAt: string | null | undefined, key: string): readonly DeadlineAsk[] =>
  dueAt === null || dueAt === undefined || hasCome(dueAt, state.calendar.now) ? [] : [{ key, dueAt, party: null, about: null }];

/** Silence agrees, where nothing else is missing: never while the partnership is suspended, and never one voice with itself. */
function silenceAsk(state: PartnershipState, open: OpenProposal): readonly DeadlineAsk[] {
  if (!mayBeSettled(state, open)) return [];
  const dueAt = silenceAgreesAt(state, open);
  return dueAt === null ? [] : [{ key: open.proposal, dueAt, party: null, about: open.proposal }];
}

export const frameDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'silence-agrees',
    outcome: 'FrameChangeAccepted',
    says: say('Sans objection dans le délai, la proposition est prise', 'Without objection within the delay the proposal is taken'),
    requirements: ['S-10', 'PMP-28', 'PMP-30'],
    asks: state => state.frame.proposals.flatMap(open => silenceAsk(state, open)),
    fire: (state, deadline) => {
      const open = openProposal(state, deadline.about ?? '');
      return open === undefined ? [] : [takenFact(state, open, open.verdicts, nobodyAt(deadline.dueAt))];
    },
  },
  {
    rule: 'emergency-path-ends',
    outcome: 'EmergencyPathEnded',
    says: say('Le chemin d’urgence se ferme', 'The emergency path closes'),
    requirements: ['S-19'],
    asks: state =>
      state.frame.emergency?.open === true ? [{ key: 'path', dueAt: state.frame.emergency.endsAt, party: null, about: null }] : [],
    fire: (_state, { deadline }) => [{ type: 'EmergencyPathEnded', data: { deadline } }],
  },
  {
    rule: 'emergency-catch-up',
    outcome: 'EmergencyCatchUpMissed',
    says: say('Ce que l’urgence a laissé ouvert doit être rattrapé', 'What the emergency left open has to be made up'),
    requirements: ['S-19'],
    asks: state => {
      const { emergency } = state.frame;
      return emergency !== null && !emergency.missed && stillOwed(state).length > 0
        ? [{ key: 'catch-up', dueAt: emergency.catchUpBy, party: null, about: null }]
        : [];
    },
    fire: (state, { deadline }) => [{ type: 'EmergencyCatchUpMissed', data: { deadline, gates: [...stillOwed(state)] } }],
  },
  {
    rule: 'establishment-warning',
    outcome: 'ReminderDue',
    says: say('La première phase approche de son terme', 'The first phase comes near its end'),
    requirements: ['PMP-60'],
    asks: state => once(state, establishmentMoments(state)?.warnAt, 'warning'),
    fire: remind('establishment-warning'),
  },
  {
    rule: 'establishment-decision',
    outcome: 'ReminderDue',
    says: say('La suite de la première phase est à décider', 'What follows the first phase is to be decided'),
    requirements: ['PMP-60'],
    asks: state => once(state, establishmentMoments(state)?.decideAt, 'decision'),
    fire: remind('decide-establishment'),
  },
  {
    rule: 'membership-renewal',
    outcome: 'ReminderDue',
    says: say('L’adhésion est à renouveler', 'The membership is to be renewed'),
    requirements: ['MDM-58'],
    asks: state => once(state, membershipDueAt(state), `year-${(state.frame.membership?.renewals ?? 0) + 1}`),
    fire: remind('renew-membership'),
  },
  {
    rule: 'renewal-no-longer-asked',
    outcome: 'TasksWithdrawn',
    says: say('Le partenariat clos n’entend plus parler de renouvellement', 'The closed partnership no longer hears of a renewal'),
    requirements: ['HFA-38'],
    afterTheEnd: true,
    asks: state => (hasEnded(state) && renewalAskedOf(state).length > 0 ? once(state, renewalHeardUntil(state), 'closed') : []),
    fire: () => [],
  },
  {
    rule: 'rest-contact',
    outcome: 'ReminderDue',
    says: say('Au repos, un contact par an reste', 'At rest, one contact a year remains'),
    requirements: ['MDM-53'],
    asks: state => {
      const { intensity } = state.frame;
      if (intensity === null || !isDormant(state) || state.standing !== 'open') return [];
      const dueAt = nextReminder(intensity.since, policyOf(state).timers.rest_contact_every, state.calendar.now);
      return dueAt === null ? [] : [{ key: 'rest', dueAt, party: null, about: null }];
    },
    fire: remind('rest-contact'),
  },
];
