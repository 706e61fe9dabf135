import { pair } from './pair.js';

/** The guide and the first visit. */
export const guideWords = {
  'help.guide': pair(
    'Le guide : qu’est-ce qu’un partenariat, comment se gère un accord, et une page pour chaque phase',
    'The guide: what a partnership is, how an agreement is managed, and a page for each phase',
  ),
  'option.adviceOf': pair(
    'montrer aussi les conseils signés et les outils employés de ce partenariat, sous sa charte',
    'also show the signed advice and the tools used of this partnership, under its charter',
  ),
  'option.guideCharter': pair(
    'montrer aussi l’étape, les conseils et les outils de cette charte',
    'also show the step, advice and tools of this charter',
  ),
  'option.theme': pair('ne montrer de la charte que les outils de ce thème', 'show of the charter’s tools those of this theme only'),
  'guide.charterStep': pair('Dans la charte : {step}', 'In the charter: {step}'),
  'guide.charterTools': pair('Outils de la charte, par thème', 'Tools of the charter, by theme'),
  'guide.themeTools': pair('  · {theme} : {tools}', '  · {theme}: {tools}'),
  'guide.toolUsed': pair('{number} (employé le {on})', '{number} (used on {on})'),
  'guide.noteTool': pair(
    'Un outil employé ? palabre do ID RecordNote --data \'{"kind":"ToolUsed","on":"JOUR","tool":"NUMÉRO","note":"…"}\'',
    'A tool used? palabre do ID RecordNote --data \'{"kind":"ToolUsed","on":"DAY","tool":"NUMBER","note":"…"}\'',
  ),
  'guide.noTools': pair(
    'un thème des outils de la charte, qui n’en a pas ici',
    'a theme of the charter’s tools, of which it has none here',
  ),
  'guide.themeOfWhat': pair(
    'Nommer la charte dont les outils ont ce thème (--charter).',
    'Name the charter whose tools have this theme (--charter).',
  ),
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
} as const;
