import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

/* What stands in the way of telling a transfer asked for, sent or received. */

export const noOpenTransfer = (transfer: string): Refusal =>
  because(
    'no-open-transfer',
    'ALE-12',
    say(`Aucun transfert ouvert ne porte la référence ${transfer}.`, `No open transfer has the reference ${transfer}.`),
    say(
      'Reprendre la référence dans le dossier ; un transfert justifié est clos.',
      'Take the reference from the file; a justified transfer is closed.',
    ),
  );

export const receiverSays = (to: string): Refusal =>
  because(
    'said-by-the-receiver',
    'ALE-12',
    say(`C’est « ${to} », qui reçoit l’argent, qui peut le dire.`, `"${to}", which receives the money, is the one to say so.`),
    say(`Demander à « ${to} ».`, `Ask "${to}".`),
  );

export const askerNeverConfirms = (): Refusal =>
  because(
    'four-eyes',
    'ALE-12',
    say('Qui a demandé un transfert ne le confirme pas.', 'Whoever asked for a transfer does not confirm it.'),
    say('Une autre personne de la partie qui reçoit confirme.', 'Another person of the receiving party confirms.'),
  );

export const alreadyReceived = (): Refusal =>
  because(
    'already-received',
    'ALE-12',
    say('Ce transfert est déjà confirmé reçu.', 'This transfer is already confirmed as received.'),
    say('Justifier son emploi (JustifyExpenditure).', 'Justify its use (JustifyExpenditure).'),
  );

export const payerSays = (from: string): Refusal =>
  because(
    'said-by-the-payer',
    'ALE-12',
    say(
      `C’est « ${from} », qui verse l’argent, qui le dit envoyé.`,
      `"${from}", which pays the money, is the one to say that it was sent.`,
    ),
    say(`Demander à « ${from} ».`, `Ask "${from}".`),
  );

export const alreadySent = (): Refusal =>
  because(
    'already-sent',
    'ALE-12',
    say('Ce transfert est déjà dit envoyé.', 'This transfer is already said to be sent.'),
    say('Attendre que la partie qui reçoit le confirme.', 'Wait for the receiving party to confirm it.'),
  );

export const notSent = (from: string): Refusal =>
  because(
    'not-sent',
    'ALE-12',
    say(
      `« ${from} » n’a pas dit avoir envoyé cet argent : qui reçoit ne fait pas, seul, bouger l’argent.`,
      `"${from}" has not said that it sent this money: the receiver alone does not make money move.`,
    ),
    say(`Laisser « ${from} » le dire (TellTransfer), puis confirmer.`, `Let "${from}" say so (TellTransfer), then confirm.`),
  );

export const notReceivedYet = (): Refusal =>
  because(
    'not-received',
    'HFA-20',
    say('Ce transfert n’est pas encore confirmé reçu.', 'This transfer is not confirmed as received yet.'),
    say('Confirmer d’abord la réception (ConfirmTransfer).', 'Confirm the receipt first (ConfirmTransfer).'),
  );

export const impossibleDay = (day: string, earliest: string, today: string): Refusal =>
  because(
    'impossible-day',
    'ALE-12',
    say(
      `Le ${day} n’est pas possible : pas avant le ${earliest}, et nous sommes le ${today}.`,
      `${day} is not possible: not before ${earliest}, and today is ${today}.`,
    ),
    say('Donner le jour où cela s’est fait.', 'Give the day on which it happened.'),
  );
