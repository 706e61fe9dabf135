import type { Localized } from '@palabre/contracts';
import { pair } from './pair.js';

/** Parts of a policy, as headings. */
export const policyPartWords: Readonly<Record<string, Localized>> = {
  columns: pair('Ce que demande le type', 'What the type asks for'),
  gates: pair('Passages', 'Gates'),
  authorities: pair('Qui décide', 'Who decides'),
  switches: pair('Réglages', 'Settings'),
  timers: pair('Délais et rythmes', 'Delays and rhythms'),
  figures: pair('Chiffres', 'Figures'),
  lines: pair('Lignes rouges et orange', 'Red and orange lines'),
  values: pair('Valeurs', 'Values'),
  documents: pair('Documents demandés', 'Documents asked for'),
  forms: pair('Questions', 'Questions'),
};

/** Forms by the names that policies and charter files give them. */
export const formWords: Readonly<Record<string, Localized>> = {
  dueDiligence: pair('Vérification dans les deux sens', 'Due diligence in both directions'),
  annualReview: pair('Revue annuelle', 'Annual review'),
  stageReflection: pair('Réflexion d’étape', 'Reflection on the stage'),
  selfAssessment: pair('Auto-évaluation', 'Self-assessment'),
  closing: pair('Conversation de clôture', 'Closing conversation'),
  trustPulse: pair('Baromètre de confiance', 'Trust pulse'),
  teamReview: pair('Revue de l’équipe', 'Review of the team'),
  survey: pair('Enquête anonyme', 'Anonymous survey'),
};

/** Columns of the matrix and the rule of decision. */
export const columnWords: Readonly<Record<string, Localized>> = {
  projectRequired: pair('Un projet est nécessaire', 'A project is needed'),
  coConstruction: pair('Co-construction', 'Co-construction'),
  commonValues: pair('Valeurs communes', 'Common values'),
  capacityPlan: pair('Renforcement des capacités', 'Strengthening of capacities'),
  skillsTable: pair('Tableau des compétences', 'Table of skills'),
  evaluationBlocks: pair('Ce que l’évaluation regarde', 'What the evaluation looks at'),
  financialFlows: pair('Argent', 'Money'),
  budgetCoValidation: pair('Budget validé par le partenaire', 'Budget validated by the partner'),
  translationGate: pair('Version dans la langue du partenaire', 'Version in the partner’s language'),
  followUpCommittee: pair('Comité de suivi', 'Follow-up committee'),
  assembly: pair('Assemblée après le bilan', 'Assembly after the final report'),
  transferPossible: pair('Transfert possible', 'Transfer possible'),
  endsWithProject: pair('Prend fin avec le projet', 'Ends with the project'),
  parties: pair('Pour combien de côtés', 'For how many sides'),
  admission: pair('Entrée d’une nouvelle partie', 'How a new party comes in'),
  annualReview: pair('Revue annuelle', 'Annual review'),
  renewal: pair('Renouvellement', 'Renewal'),
  dormancy: pair('Peut se mettre en repos', 'May rest without closing'),
  deliverables: pair('Livrables acceptés un à un', 'Deliverables accepted one by one'),
  leadershipLevels: pair('Niveaux de conduite', 'Levels of leadership'),
  networkMandate: pair('Mandat de la personne déléguée', 'Mandate of the delegate'),
  firstPhaseMonths: pair('Mois de la première phase', 'Months of the first phase'),
  decisionRule: pair('Comment les parties décident', 'How the parties decide'),
};

/** Settings beside the columns. */
export const switchWords: Readonly<Record<string, Localized>> = {
  ownLimits: pair('Limites propres à chaque partie', 'Own limits of each party'),
  minSectorsWarning: pair('Nombre de secteurs sous lequel on avertit', 'Number of sectors below which a warning is given'),
  fundingWarning: pair('Avertissement sur le financement', 'Warning about the funding'),
  uncertainResultsPublishable: pair('Un résultat incertain peut être publié', 'An uncertain result may be published'),
  overheadLine: pair('Frais de structure dans le budget', 'Overheads in the budget'),
  roleTable: pair('Table des rôles avant un projet', 'Table of roles before a project'),
  contentSharedTo: pair('Qui connaît le contenu avant la signature', 'Who knows the content before signature'),
  signingOrder: pair('Ordre des signatures', 'Order of signatures'),
  powerMap: pair('Carte des pouvoirs', 'Power map'),
  rolesBeforeBudget: pair('Rôles convenus avant le budget', 'Roles agreed before the budget'),
  budgetLines: pair('Lignes que le budget doit avoir', 'Lines that the budget must have'),
  changeWithoutResignature: pair('Changement convenu sans nouvelle signature', 'Agreed change without a new signature'),
  northSouth: pair('Partenariat Nord-Sud', 'North-South partnership'),
  practices: pair('Habitudes', 'Habits'),
  emergency: pair('Chemin d’urgence', 'Emergency path'),
  ownTexts: pair('Textes propres au type', 'Texts of the type’s own'),
  moneyByDefault: pair('De l’argent circule, si rien n’est dit', 'Money flows, when nothing is said'),
  askedIn: pair('Demandé avant de quitter une phase', 'Asked before a phase is left'),
  textAsks: pair('Demandé à un texte avant l’accord', 'Asked of a text before it is agreed'),
  agreementClauses: pair('Sujets de l’accord', 'Topics of the agreement'),
  contractIsEnough: pair('Le contrat suffit', 'The contract is enough'),
  reportsTransmitted: pair('Rapports transmis avant de clore', 'Reports sent before closing'),
  workLists: pair('Tâches en deux listes', 'Tasks in two lists'),
};

/** Who holds which decision. */
export const authorityWords: Readonly<Record<string, Localized>> = {
  signature: pair('Signer', 'Signing'),
  lineDecision: pair('Décider d’une ligne', 'Deciding on a line'),
  strategicValidation: pair('Valider la stratégie', 'Validating the strategy'),
};

/** What is said of a policy and of the charters. */
export const policyWords = {
  'policy.title': pair('{type} sous la charte « {charter} » : {name}', '{type} under the charter “{charter}”: {name}'),
  'policy.default': pair(
    'D : valeur que nous proposons, les documents se taisent.',
    'D: a value that we propose, the documents are silent.',
  ),
  'policy.more': pair(
    'Clauses, principes, enquête et indicateurs de la charte : palabre charters show {charter}',
    'Clauses, principles, survey and indicators of the charter: palabre charters show {charter}',
  ),
  'policy.part': pair('{title} (--part {part})', '{title} (--part {part})'),
  'policy.otherTypes': pair(
    'Types de la charte « {charter} » : {types}. Ou prenez une autre charte : palabre charters list.',
    'Types of the charter “{charter}”: {types}. Or take another charter: palabre charters list.',
  ),
  'policy.protected': pair('cas protégé', 'protected case'),
  'policy.suspends': pair('suspend dès l’allégation', 'suspends when alleged'),
  'policy.confirmed': pair('confirmée : {effect}', 'confirmed: {effect}'),
  'policy.asked': pair('{who}, {kind}', '{who}, {kind}'),
  'policy.onlyWhen': pair('seulement {occasion}', 'only {occasion}'),
  'policy.choices': pair('choix : {choices}', 'choices: {choices}'),
  'setBy.charter': pair('la charte', 'the charter'),
  'setBy.type-matrix': pair('la ligne du type', 'the row of the type'),
  'setBy.engine-default': pair('Palabre, par défaut', 'Palabre, by default'),
  'said.yes': pair('oui', 'yes'),
  'said.no': pair('non', 'no'),
  'said.days': pair('{count} jours', '{count} days'),
  'said.days.one': pair('1 jour', '1 day'),
  'said.workingDays': pair('{count} jours ouvrés', '{count} working days'),
  'said.workingDays.one': pair('1 jour ouvré', '1 working day'),
  'said.months': pair('{count} mois', '{count} months'),
  'said.months.one': pair('1 mois', '1 month'),
  'said.then': pair(' ; ', '; '),
  'said.field': pair('{name} : {value}', '{name}: {value}'),
  'col.value': pair('valeur', 'value'),
  'col.source': pair('source', 'source'),
  'col.setBy': pair('fixée par', 'set by'),
} as const;
