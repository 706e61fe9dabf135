import { pair } from './pair.js';

/** The page of a transfer, and who holds the project. */
export const transferWords = {
  'help.transfer': pair(
    'Montrer le transfert d’un projet : objet, repreneur, étapes des deux volets, préparation, acte, vérifications',
    'Show the transfer of a project: object, recipient, milestones of both tracks, readiness, deed, checks',
  ),
  'transfer.none': pair('Aucun transfert de projet n’a été ouvert.', 'No transfer of a project was opened.'),
  'transfer.title': pair('Transfert vers {recipient} : {object}', 'Transfer of {object} to {recipient}'),
  'transfer.heldBy': pair('le projet est tenu par', 'the project is held by'),
  'transfer.state': pair('état', 'state'),
  'transfer.state.open': pair('en cours depuis le {on}', 'under way since {on}'),
  'transfer.state.transferred': pair('transféré le {on}', 'transferred on {on}'),
  'transfer.state.abandoned': pair('abandonné le {on} : {reason}', 'abandoned on {on}: {reason}'),
  'transfer.accepted': pair('préparation acceptée', 'readiness accepted'),
  'transfer.acceptedBy': pair('{party}, le {on}', '{party}, on {on}'),
  'transfer.deed': pair('acte de remise signé', 'handover deed signed'),
  'transfer.notYet': pair('pas encore', 'not yet'),
  'transfer.noPlan': pair('Le plan du transfert n’est pas encore écrit.', 'The plan of the transfer is not written yet.'),
  'transfer.budget': pair('Budget du transfert', 'Budget of the transfer'),
  'transfer.checks': pair('Vérifications', 'Checks'),
  'transfer.readiness': pair('Préparation, selon chaque partie', 'Readiness, as each party sees it'),
  'transfer.ready': pair('prêt', 'ready'),
  'transfer.notReady': pair('pas prêt', 'not ready'),
  'transfer.goesOn': pair('le projet continue', 'the project goes on'),
  'transfer.stopped': pair('le projet s’est arrêté', 'the project has stopped'),
  'col.track': pair('volet', 'track'),
  'col.milestone': pair('étape', 'milestone'),
  'col.reached': pair('atteinte le', 'reached on'),
  'col.check': pair('vérification', 'check'),
  'col.result': pair('résultat', 'result'),
} as const;
