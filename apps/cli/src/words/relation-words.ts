import { pair } from './pair.js';

/** What `show` always tells of the relation, and what both sides read of it. */
export const relationWords = {
  'relation.problem': pair('Le problème : {problem}', 'The problem: {problem}'),
  'relation.expectationsOf': pair('partie', 'party'),
  'relation.expectations': pair('ce qu’elle attend', 'what it expects'),
  'relation.unwritten': pair('(pas encore écrit)', '(not written yet)'),
  'relation.challenges': pair('difficultés ouvertes', 'open challenges'),
  'relation.none': pair('aucune', 'none'),
  'relation.lastTalk': pair('dernier échange', 'last discussion'),
  'relation.never': pair('pas encore', 'not yet'),
  'relation.challenge': pair('difficulté', 'challenge'),
  'relation.kind': pair('sorte', 'kind'),
  'relation.raisedBy': pair('soulevée par', 'raised by'),
  'relation.acknowledgedBy': pair('reconnue par', 'acknowledged by'),
  'relation.notYet': pair('personne encore', 'nobody yet'),
  'help.relationTime': pair(
    'Comparer les jours prévus et donnés à la relation par chaque côté, année par année, avec ce qu’il a appris',
    'Compare days planned and given to the relation by each side, year by year, with what it learned',
  ),
  'relationTime.none': pair('Aucun temps prévu ni noté pour la relation.', 'No time planned or noted for the relation.'),
  'col.planned': pair('jours prévus', 'days planned'),
  'col.given': pair('jours donnés', 'days given'),
  'col.difference': pair('écart', 'difference'),
  'col.learned': pair('appris de', 'learned from'),
  'help.sharedAccount': pair(
    'Lire le compte commun : fonds, activités, décisions, ce que chaque côté doit encore, l’autonomie revue après revue',
    'Read the shared account: funds, activities, decisions, what each side still owes, autonomy review by review',
  ),
  'account.sides': pair('Ce que chaque côté a donné, fait et décidé', 'What each side gave, did and decided'),
  'account.pending': pair('Ce que chaque côté doit encore', 'What each side still owes'),
  'account.autonomy': pair('L’autonomie du partenaire, selon lui', 'The partner’s autonomy, in its own view'),
  'account.journal': pair('Les dernières notes', 'The latest notes'),
  'col.received': pair('reçu', 'received'),
  'col.meetings': pair('rencontres', 'meetings'),
  'col.trend': pair('tendance', 'trend'),
} as const;
