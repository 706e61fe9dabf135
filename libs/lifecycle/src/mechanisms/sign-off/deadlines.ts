import type { SetDeadline } from '@palabre/contracts';
import { silenceEndsAt } from '../../agreement/poll.js';
import { hasCome, nextReminder } from '../../calendar/reminder.js';
import { later } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { DeadlineAsk, DeadlineRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { headOf } from '../text/questions.js';
import { accountingSince } from './accounting.js';
import { taken } from './joint-decisions.js';
import { contentKnownAt, presentVersionRefused, reportStatus, strategicStatus } from './questions.js';

const remind =
  (about: string) =>
  (_state: PartnershipState, deadline: SetDeadline): readonly { type: 'ReminderDue'; data: unknown }[] => [
    { type: 'ReminderDue', data: { deadline: deadline.deadline, about } },
  ];

const one = (dueAt: string | null, key: string): readonly DeadlineAsk[] =>
  dueAt === null ? [] : [{ key, dueAt, party: null, about: null }];

/** From when on every side knows the agreement; null when one does not, or when it is known already. */
function knownByAllAt(state: PartnershipState): string | null {
  const moments = partyNames(state).map(party => contentKnownAt(state, party));
  if (moments.length === 0 || moments.includes(null)) return null;
  const last = moments.reduce<string>((latest, moment) => later(latest, moment ?? latest), '');
  return hasCome(last, state.calendar.now) ? null : last;
}

const waitsForSignature = (state: PartnershipState): boolean =>
  state.phase === 'validation' &&
  state.standing === 'open' &&
  headOf(state, 'agreement')?.status === 'agreed' &&
  !presentVersionRefused(state) &&
  ['granted', 'not-needed'].includes(strategicStatus(state));

export const signOffDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'decision-objection',
    outcome: 'JointDecisionTaken',
    says: say('Sans objection d’ici là, la décision proposée est prise', 'Without an objection by then, the proposed decision is taken'),
    requirements: ['PMP-28', 'S-10'],
    asks: state =>
      state.signOffs.decisions.flatMap(open => {
        const dueAt = silenceEndsAt(state, open.proposedAt);
        return dueAt === null || open.binding === true ? [] : [{ key: open.decision, dueAt, party: null, about: open.decision }];
      }),
    fire: (state, { about }) =>
      state.signOffs.decisions.filter(open => open.decision === about).map(open => taken(open, [...open.acceptedBy])),
  },
  {
    rule: 'agreement-content-known',
    outcome: 'ReminderDue',
    says: say(
      'Le contenu est connu depuis le délai voulu : la signature est demandée',
      'The content has been known for long enough: the signature is asked',
    ),
    requirements: ['HFA-16'],
    asks: state => (state.phase === 'validation' ? one(knownByAllAt(state), `version-${headOf(state, 'agreement')?.version ?? 0}`) : []),
    fire: remind('agreement-content-known'),
  },
  {
    rule: 'signature-reminder',
    outcome: 'ReminderDue',
    says: say('Rappel aux signataires', 'Reminder to the signatories'),
    requirements: ['HFA-15'],
    asks: state => {
      const head = headOf(state, 'agreement');
      if (!waitsForSignature(state) || head?.agreedAt === undefined || head.agreedAt === null) return [];
      return one(
        nextReminder(head.agreedAt, policyOf(state).timers.signature_reminder_every, state.calendar.now),
        `version-${head.version}`,
      );
    },
    fire: remind('sign-agreement'),
  },
  {
    rule: 'strategic-validation-answer',
    outcome: 'ReminderDue',
    says: say('La validation stratégique attend sa réponse', 'Strategic validation waits for its answer'),
    requirements: ['MDM-61'],
    asks: state => {
      const { strategic } = state.signOffs;
      if (strategic === null || state.phase !== 'validation' || strategicStatus(state) !== 'requested') return [];
      return one(
        nextReminder(strategic.requestedAt, policyOf(state).timers.cd_answer_in, state.calendar.now),
        `version-${strategic.version}`,
      );
    },
    fire: remind('validate-strategically'),
  },
  {
    rule: 'final-report-due',
    outcome: 'ReminderDue',
    says: say('Le bilan final est attendu', 'The final report is due'),
    requirements: ['HFA-32'],
    asks: state => {
      const since = accountingSince(state);
      return since !== null && ['missing', 'returned'].includes(reportStatus(state))
        ? one(nextReminder(since, policyOf(state).timers.final_report_due_in, state.calendar.now), 'final-report')
        : [];
    },
    fire: remind('submit-final-report'),
  },
  {
    rule: 'assembly-due',
    outcome: 'ReminderDue',
    says: say('L’assemblée est attendue', 'The assembly is due'),
    requirements: ['HFA-34'],
    asks: state => {
      const since = accountingSince(state);
      return since !== null && policyOf(state).columns.assembly && reportStatus(state) === 'submitted'
        ? one(nextReminder(since, policyOf(state).timers.assembly_within, state.calendar.now), 'assembly')
        : [];
    },
    fire: remind('approve-reports'),
  },
];
