import { pair } from './pair.js';

/** The accounts of a year. */
export const accountWords = {
  'help.report': pair(
    'Préparer le rapport public d’une année d’une organisation : chiffres calculés, paroles avec accord',
    'Prepare the public report of a year of an organisation: computed figures, words with consent',
  ),
  'help.eventDigest': pair(
    'Résumer l’année pour une rencontre interne : notes, citations autorisées, changements',
    'Sum up the year for an internal event: scores, cleared citations, changes',
  ),
  'help.annualExport': pair(
    'Sortir engagements, notes et changements par équipe, pour le plan et le rapport de l’année',
    'Give commitments, scores and changes by team, for the annual plan and report',
  ),
  'option.accountYear': pair('année (sinon l’année passée)', 'year (otherwise the last one)'),
  'option.html': pair('écrire aussi la page dans ce fichier', 'also write the page to this file'),
  'expected.year': pair('une année, par exemple 2026', 'a year, for example 2026'),
  'report.year': pair('année', 'year'),
  'report.partnerships': pair('partenariats', 'partnerships'),
  'report.named': pair('partenaires nommés', 'partners named'),
  'report.unnamed': pair('non nommés', 'not named'),
  'report.reviews': pair('revues', 'reviews'),
  'report.held': pair('{held} pour {of} partenariats', '{held} for {of} partnerships'),
  'report.survey': pair('enquête', 'survey'),
  'report.victories': pair('petites victoires', 'small wins'),
  'report.withheld': pair('gardées pour eux', 'kept to themselves'),
  'report.position': pair('registre', 'ledger'),
  'report.hash': pair('empreinte', 'hash'),
  'report.tooFew': pair('trop peu de revues', 'too few reviews'),
  'report.draft': pair('Brouillon : rien n’est publié.', 'Draft: nothing is published.'),
  'report.published': pair('Publié le {at}, inchangé depuis.', 'Published on {at}, unchanged since.'),
  'report.moved': pair(
    'Publié le {at} ; ce qui se calcule aujourd’hui diffère de ce qui fut publié.',
    'Published on {at}; what is computed today differs from what was published.',
  ),
  'report.written': pair('Page écrite : {file}', 'Page written: {file}'),
  'report.unwritable': pair('Le fichier {file} ne peut pas être écrit', 'The file {file} cannot be written'),
  'report.unwritableNext': pair('Vérifiez le dossier et les droits.', 'Check the folder and its rights.'),
  'digest.title': pair('{event} : l’année {year}', '{event}: the year {year}'),
  'digest.citation': pair('« {words} »', '“{words}”'),
  'digest.change': pair('{on}  {says}  ({partnership})', '{on}  {says}  ({partnership})'),
  'export.noTeam': pair('(sans équipe)', '(no team)'),
  'col.scores': pair('notes', 'scores'),
  'col.changes': pair('changements', 'changes'),
} as const;
