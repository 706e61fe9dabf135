import { commands } from '@palabre/contracts';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { askOf } from '../../tasks/task-state.js';
import { justificationDueAt, moneyMayFlow, receiptDueAt, unexaminedDiversions } from './questions.js';

export const moneyTasks: readonly TaskRow[] = [
  {
    kind: 'send-transfer',
    title: say('Envoyer l’argent demandé et le dire', 'Send the money asked for and say so'),
    roles: commands.TellTransfer.by.roles,
    doneBy: ['FundTransferSent', 'FundTransferCancelled'],
    verdicts: { grant: 'TellTransfer', refuse: 'CancelTransfer', contest: null },
    requirements: ['ALE-12'],
    asks: state =>
      moneyMayFlow(state)
        ? state.money.transfers
            .filter(one => one.sentOn === null)
            .map(one => askOf(one.from, { key: one.transfer, about: one.transfer, dueAt: receiptDueAt(state, one) }))
        : [],
  },
  {
    kind: 'confirm-transfer',
    title: say('Confirmer la réception d’un transfert', 'Confirm the receipt of a transfer'),
    roles: commands.ConfirmTransfer.by.roles,
    doneBy: ['FundTransferCompleted'],
    verdicts: { grant: 'ConfirmTransfer', refuse: null, contest: null },
    requirements: ['ALE-12'],
    asks: state =>
      moneyMayFlow(state)
        ? state.money.transfers
            .filter(one => one.sentOn !== null && one.receivedOn === null)
            .map(one =>
              askOf(one.to, {
                key: one.transfer,
                about: one.transfer,
                askedBy: one.requestedBy,
                dueAt: one.byPayer ? null : receiptDueAt(state, one),
              }),
            )
        : [],
  },
  {
    kind: 'justify-expenditure',
    title: say('Justifier l’emploi d’un transfert, pièces à l’appui', 'Justify the use of a transfer, with vouchers'),
    roles: commands.JustifyExpenditure.by.roles,
    doneBy: ['ExpenditureJustified'],
    verdicts: { grant: 'JustifyExpenditure', refuse: null, contest: null },
    requirements: ['HFA-20', 'HFA-27'],
    asks: state =>
      state.money.transfers.flatMap(one =>
        one.receivedOn === null
          ? []
          : [askOf(one.to, { key: one.transfer, about: one.transfer, dueAt: justificationDueAt(state, one.receivedOn) })],
      ),
  },
  {
    kind: 'examine-diversion',
    title: say(
      'Examiner un emploi de fonds hors de leur ligne et signaler la ligne concernée',
      'Examine a use of funds outside their line and raise the line concerned',
    ),
    roles: [...commands.FlagDiversion.by.roles, 'case-handler'],
    doneBy: ['RedLineAlleged', 'OrangeLineRaised'],
    verdicts: { grant: 'RaiseLine', refuse: null, contest: null },
    requirements: ['HFA-19', 'C-19'],
    asks: state =>
      unexaminedDiversions(state).map(one => askOf(one.flaggedBy, { key: `${one.transfer}-${one.flaggedAt}`, about: one.transfer })),
  },
];
