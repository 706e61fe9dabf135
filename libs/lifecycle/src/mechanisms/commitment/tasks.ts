import { commands, type EventType } from '@palabre/contracts';
import { endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { openBreaches } from './breaches.js';
import { openCommitments } from './questions.js';
import type { OpenCommitment } from './slice.js';

const saidKept: readonly EventType[] = ['CommitmentKept', 'MilestoneReached', 'DeliverableAccepted'];

const asksFor =
  (wanted: (one: OpenCommitment) => boolean, ask: (one: OpenCommitment) => TaskAsk) =>
  (state: PartnershipState): readonly TaskAsk[] =>
    openCommitments(state).filter(wanted).map(ask);

const lateOrBreached = asksFor(
  one => one.standing !== 'open' && !one.acknowledged,
  one => askOf(one.owedBy, { key: `${one.commitment}-${one.standing}`, about: one.commitment }),
);

export const commitmentTasks: readonly TaskRow[] = [
  {
    kind: 'keep-commitment',
    title: say('Tenir votre engagement et le faire confirmer', 'Keep your commitment and have it confirmed'),
    /** Members take their part in what is tied to the agreement (HFA-28). */
    roles: [...commands.MakeCommitment.by.roles, 'member'],
    doneBy: saidKept,
    verdicts: { grant: null, refuse: null, contest: null },
    requirements: ['MDM-24', 'PMP-35', 'HFA-28'],
    asks: asksFor(
      one => one.standing !== 'breached',
      one => askOf(one.owedBy, { key: one.commitment, about: one.commitment, dueAt: endOfDay(one.dueOn) }),
    ),
  },
  {
    kind: 'confirm-commitment',
    title: say('Dire si l’engagement envers vous est tenu', 'Say whether the commitment owed to you was kept'),
    roles: commands.ConfirmCommitment.by.roles,
    doneBy: [...saidKept, 'CommitmentBreachRecorded'],
    verdicts: { grant: 'ConfirmCommitment', refuse: 'RecordBreach', contest: null },
    requirements: ['MDM-24', 'C-08'],
    asks: asksFor(
      one => one.standing !== 'breached',
      one => askOf(one.owedTo, { key: one.commitment, about: one.commitment }),
    ),
  },
  {
    kind: 'acknowledge-breach',
    title: say('Prendre acte d’un retard ou d’un manquement de votre organisation', 'Acknowledge a delay or breach of your organisation'),
    roles: commands.AcknowledgeBreach.by.roles,
    doneBy: ['GuarantorAcknowledged'],
    verdicts: { grant: 'AcknowledgeBreach', refuse: null, contest: null },
    requirements: ['HFA-24', 'HFA-21'],
    asks: state => [
      ...lateOrBreached(state),
      ...openBreaches(state).map(({ breach, party }) => askOf(party, { key: breach, about: breach })),
    ],
  },
];
