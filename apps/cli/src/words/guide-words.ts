import { pair } from './pair.js';

/** The guide, the first visit, and what differs between two charters. */
export const guideWords = {
  'help.guide': pair(
    'Le guide : qu’est-ce qu’un partenariat, comment se gère un accord, et une page pour chaque phase',
    'The guide: what a partnership is, how an agreement is managed, and a page for each phase',
  ),
  'option.adviceOf': pair('montrer aussi les conseils signés de ce partenariat', 'also show the signed advice of this partnership'),
  'guide.step': pair('Étape : {phase}', 'Step: {phase}'),
  'guide.advice': pair('Conseils', 'Advice'),
  'guide.tools': pair('Outils', 'Tools'),
  'guide.signed': pair('{advice} ({by}, {party}, le {on})', '{advice} ({by}, {party}, on {on})'),
  'guide.giveAdvice': pair(
    'Un conseil à donner ? palabre do ID RecordNote --data \'{"kind":"AdviceGiven","on":"JOUR","step":"{phase}","advice":"…"}\'',
    'Some advice to give? palabre do ID RecordNote --data \'{"kind":"AdviceGiven","on":"DAY","step":"{phase}","advice":"…"}\'',
  ),
  'guide.phases': pair('Une page par phase, palabre guide PHASE : {phases}.', 'A page for each phase, palabre guide PHASE: {phases}.'),
  'guide.firstVisit': pair(
    'Première visite de {account} ? `palabre guide` dit ce qu’est un partenariat et comment se gère un accord.',
    'First visit of {account}? `palabre guide` says what a partnership is and how an agreement is managed.',
  ),
  'help.chartersDiff': pair(
    'Dire, clause par clause, ce qui diffère entre deux chartes ou deux versions',
    'Say clause by clause what differs between two charters or two versions',
  ),
  'diff.title': pair('De « {before} » à « {after} » : {count} différence(s).', 'From “{before}” to “{after}”: {count} difference(s).'),
  'diff.change': pair('changement', 'change'),
  'diff.before': pair('avant', 'before'),
  'diff.after': pair('après', 'after'),
  'diff.added': pair('ajouté', 'added'),
  'diff.removed': pair('retiré', 'removed'),
  'diff.changed': pair('changé', 'changed'),
} as const;
