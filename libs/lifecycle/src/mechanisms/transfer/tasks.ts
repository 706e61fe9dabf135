import { hasCome } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { DeadlineRow, TaskRow } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { askOf } from '../../tasks/task-state.js';
import { hostOf, partyNames } from '../parties/questions.js';
import { inSigningOrder } from '../sign-off/questions.js';
import { deedOf, deedUnsignedBy, isPlanned, missingForReadiness, openMilestones, owedChecks, planOf, recipientOf } from './questions.js';

const holders = ['partnership-officer', 'hq-ops', 'partner-representative'] as const;

const followers = [...holders, 'follow-up-committee'] as const;

const none = { grant: null, refuse: null, contest: null } as const;

const isOpen = (state: PartnershipState): boolean => state.phase === 'transfer';

export const transferTasks: readonly TaskRow[] = [
  {
    kind: 'plan-transfer',
    title: say(
      'Écrire ensemble le plan de transfert, sa suite et ses deux voies',
      'Write the transfer plan together, its continuity and both tracks',
    ),
    roles: holders,
    doneBy: ['TransferPlanAgreed'],
    verdicts: none,
    requirements: ['MDM-44', 'MDM-45'],
    asks: state => (isOpen(state) && planOf(state) === undefined ? partyNames(state).map(party => askOf(party)) : []),
  },
  {
    kind: 'reach-transfer-milestone',
    title: say('Atteindre une étape du transfert', 'Reach a milestone of the transfer'),
    roles: followers,
    doneBy: ['TransferMilestoneReached'],
    verdicts: none,
    requirements: ['MDM-44', 'MDM-47'],
    asks: state =>
      isOpen(state)
        ? openMilestones(state).map(({ track, milestone, dueAt, owedBy }) =>
            askOf(owedBy, { key: `${track}/${milestone}`, about: `${track}/${milestone}`, dueAt }),
          )
        : [],
  },
  {
    kind: 'assess-readiness',
    title: say('Évaluer la préparation, chaque partie pour elle', 'Assess readiness, each party for itself'),
    roles: holders,
    doneBy: ['TransferReadinessAssessed'],
    verdicts: none,
    requirements: ['MDM-48'],
    asks: state =>
      isOpen(state) && isPlanned(state) && openMilestones(state).length === 0
        ? partyNames(state)
            .filter(party => !(state.transfer?.assessed ?? []).some(one => one.party === party))
            .map(party => askOf(party))
        : [],
  },
  {
    kind: 'accept-readiness',
    title: say('Accepter le constat de préparation', 'Accept the readiness assessment'),
    roles: holders,
    doneBy: ['TransferReadinessAccepted'],
    verdicts: { ...none, grant: 'AcceptReadiness' },
    requirements: ['MDM-48'],
    asks: state =>
      isOpen(state) && state.transfer?.accepted === false && missingForReadiness(state).length === 0 ? [askOf(recipientOf(state))] : [],
  },
  {
    kind: 'sign-handover-deed',
    title: say('Signer l’acte de remise', 'Sign the handover deed'),
    roles: ['signatory-authority'],
    doneBy: ['HandoverDeedSigned'],
    verdicts: { ...none, grant: 'SignHandoverDeed' },
    requirements: ['HFA-15', 'S-04'],
    asks: state => {
      const deed = deedOf(state);
      if (!isOpen(state) || deed?.status !== 'agreed') return [];
      const subject = { kind: 'handover-deed', version: deed.version, hash: deed.hash } as const;
      return inSigningOrder(state, deedUnsignedBy(state)).map(party => askOf(party, { subject, askedBy: deed.proposedByPerson }));
    },
  },
  {
    kind: 'check-after-transfer',
    title: say('Vérifier que le projet continue', 'Check that the project goes on'),
    roles: followers,
    doneBy: ['PostTransferCheckRecorded'],
    verdicts: none,
    requirements: ['MDM-48'],
    asks: state =>
      owedChecks(state)
        .filter(({ dueAt }) => hasCome(dueAt, state.calendar.now))
        .map(({ check, dueAt, of }) => askOf(hostOf(state), { key: `${check}/${of}`, about: check, dueAt })),
  },
];

export const transferDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'post-transfer-check',
    outcome: 'ReminderDue',
    says: say('Regarder si le projet transféré continue', 'Look whether the transferred project goes on'),
    requirements: ['MDM-48'],
    asks: state =>
      owedChecks(state)
        .filter(({ dueAt }) => !hasCome(dueAt, state.calendar.now))
        .map(({ check, dueAt, of }) => ({ key: `${check}/${of}`, dueAt, party: null, about: check })),
    fire: (_state, { deadline, about }) => [{ type: 'ReminderDue', data: { deadline, about: `check-after-transfer-${about ?? ''}` } }],
  },
];
