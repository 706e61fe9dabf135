import { pair } from './pair.js';

/** What `show` always tells of the relation. */
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
} as const;
