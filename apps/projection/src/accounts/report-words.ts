import type { Localized } from '@palabre/contracts';

const pair = (fr: string, en: string): Localized => ({ fr, en });

/** What the page of the public report says; `{name}` stands for a value. */
export const reportWords = {
  title: pair('Nos partenariats en {year}', 'Our partnerships in {year}'),
  computed: pair(
    'Chaque chiffre est calculé depuis l’histoire des partenariats ; aucun n’est saisi à la main.',
    'Each figure is computed from the history of the partnerships; none is typed by hand.',
  ),
  rehearsal: pair('Répétition : ces partenariats sont inventés.', 'Rehearsal: these partnerships are invented.'),
  partnerships: pair('Partenariats', 'Partnerships'),
  byType: pair('{count} partenariat(s), par type', '{count} partnership(s), by type'),
  type: pair('Type', 'Type'),
  count: pair('Nombre', 'Number'),
  partners: pair('Nos partenaires', 'Our partners'),
  unnamed: pair('Et {count} autre(s), qui n’ont pas demandé à être nommé(s).', 'And {count} other(s), who did not ask to be named.'),
  reviews: pair('Ce que disent les deux côtés', 'What both sides say'),
  held: pair('{held} revue(s) commune(s) pour {of} partenariat(s).', '{held} joint review(s) for {of} partnership(s).'),
  score: pair('{name} : {mean} sur 5', '{name}: {mean} of 5'),
  tooFew: pair('{name} : trop peu de revues pour montrer une note', '{name}: too few reviews to show a score'),
  results: pair('Résultats', 'Results'),
  process: pair('Processus', 'Process'),
  survey: pair('Ce que disent les partenaires, anonymement', 'What partners say, anonymously'),
  surveyScore: pair(
    '{title} ({month}) : {mean} sur {top}, il reste {gap} ; {responses} réponses, {actions} action(s) en cours.',
    '{title} ({month}): {mean} of {top}, {gap} to go; {responses} answers, {actions} action(s) under way.',
  ),
  spread: pair('Réponses par note', 'Answers by score'),
  scoreColumn: pair('Note', 'Score'),
  practice: pair('Notre façon de travailler', 'How we work'),
  teams: pair('{reviewed} équipe(s) examinée(s) sur {named}.', '{reviewed} team(s) reviewed of {named}.'),
  transfers: pair('Transfert de fonds : {days} jours en médiane.', 'Fund transfer: {days} days in the median.'),
  improvements: pair('Améliorations : {done} faites, {open} en cours.', 'Improvements: {done} done, {open} under way.'),
  lighter: pair('Allégé cette année', 'Made lighter this year'),
  victories: pair('Petites victoires', 'Small wins'),
  withheld: pair('{count} autre(s), que les partenaires gardent pour eux.', '{count} other(s) that partners keep to themselves.'),
  citations: pair('En leurs mots', 'In their words'),
} as const;

export type ReportWord = keyof typeof reportWords;
