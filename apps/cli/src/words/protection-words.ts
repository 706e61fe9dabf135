import { pair } from './pair.js';

/** What is said of protected files, and of who read them. */
export const protectionWords = {
  'help.readings': pair(
    'Lister qui a lu un dossier protégé, quoi et quand : les deux côtés voient la même liste',
    'List who read a protected file, what and when: both sides see the same list',
  ),
  'protection.title': pair('(dossier protégé)', '(protected file)'),
  'protection.masked': pair(
    'Noms, organisations et lieux sont réservés aux personnes que chaque partie a nommées. Votre lecture est notée.',
    'Names, organisations and places are for the people whom each party has named. Your reading is recorded.',
  ),
  'protection.inClear': pair(
    'Protégé depuis le {since} par {by}. Lecteurs : {readers}. Chaque lecture est notée (palabre readings {id}).',
    'Protected since {since} by {by}. Readers: {readers}. Every reading is recorded (palabre readings {id}).',
  ),
  'protection.nobodyNamed': pair('par fonction', 'by function'),
  'readings.none': pair(
    'Aucune lecture notée : le dossier n’est pas protégé, ou personne ne l’a lu.',
    'No reading recorded: the file is not protected, or nobody read it.',
  ),
  'reading.file': pair('le dossier', 'the file'),
  'reading.history': pair('l’histoire entière', 'the whole history'),
  'reading.timeline': pair('l’histoire en lignes', 'the history in lines'),
  'reading.deadlines': pair('les échéances', 'the deadlines'),
  'reading.commitments': pair('les engagements', 'the commitments'),
  'reading.clauses': pair('les clauses', 'the clauses'),
  'reading.money': pair('l’argent', 'the money'),
  'reading.past-breaches': pair('les manquements passés', 'the past breaches'),
  'reading.sectors': pair('les secteurs', 'the sectors'),
  'reading.existing': pair('les partenariats existants', 'the existing partnerships'),
  'reading.journal': pair('le journal', 'the journal'),
  'reading.reviews': pair('les revues', 'the reviews'),
  'reading.lines': pair('les lignes', 'the lines'),
  'reading.activities': pair('les activités communes', 'the joint activities'),
  'reading.relation-time': pair('le temps de la relation', 'the time of the relation'),
  'reading.digests': pair('les points de situation', 'the digests'),
  'reading.balance': pair('l’équilibre', 'the balance'),
  'reading.shared-account': pair('le compte commun', 'the shared account'),
  'reading.readings': pair('les lectures', 'the readings'),
  'readings.inClear': pair('en clair', 'in clear'),
  'readings.masked': pair('masqué', 'masked'),
  'col.at': pair('quand', 'when'),
  'col.reader': pair('personne', 'person'),
  'col.shown': pair('vu', 'seen'),
} as const;
