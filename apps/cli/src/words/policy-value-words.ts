import { clauseTopicNames, type Localized } from '@palabre/contracts';
import { askWords } from './ask-words.js';
import { themeWords } from './idea-words.js';
import { pair } from './pair.js';

type Words = Readonly<Record<string, Localized>>;

/** Values that mean the same wherever they stand. */
const anywhere: Words = {
  block: pair('bloque', 'blocks'),
  warn: pair('avertit et laisse passer', 'warns and lets pass'),
  alert: pair('se voit, sans plus', 'is shown, no more'),
  off: pair('pas demandé', 'not asked'),
  required: pair('exigé', 'required'),
  'required-or-explained': pair('exigé, ou expliqué', 'required, or explained'),
  optional: pair('facultatif', 'optional'),
  offered: pair('proposé', 'offered'),
  none: pair('non', 'none'),
  no: pair('non', 'no'),
  'if-money': pair('dès qu’il y a de l’argent', 'once there is money'),
  'fee-optional': pair('une cotisation, facultative', 'a fee, optional'),
  'one-way-or-mutual': pair('dans un sens ou dans les deux', 'one way or mutual'),
  mutual: pair('dans les deux sens', 'mutual'),
  'towards-recipient': pair('vers le repreneur', 'towards the recipient'),
  two: pair('deux', 'two'),
  many: pair('deux ou plus', 'two or more'),
  'joint-decision': pair('décidée ensemble', 'decided together'),
  'agreed-rule': pair('par une règle convenue', 'by an agreed rule'),
  'own-rules': pair('par les règles du réseau', 'by the network’s own rules'),
  'shared-governance': pair('par la gouvernance partagée', 'by shared governance'),
  full: pair('complète', 'full'),
  short: pair('courte', 'short'),
  stake: pair('sur l’enjeu', 'on the stake'),
  shared: pair('celle du réseau', 'the network’s own'),
  yearly: pair('chaque année', 'every year'),
  all: pair('toutes ensemble', 'all together'),
  majority: pair('à la majorité', 'by majority'),
  'no-objection': pair('sans objection dans le délai', 'without objection within the delay'),
  bureau: pair('le bureau', 'the bureau'),
  secretariat: pair('le secrétariat', 'the secretariat'),
  'any-of': pair('le bureau ou le secrétariat', 'the bureau or the secretariat'),
  both: pair('le bureau et le secrétariat', 'the bureau and the secretariat'),
  parallel: pair('chaque partie quand elle est prête', 'each party when it is ready'),
  'partner-first': pair('le partenaire d’abord', 'the partner first'),
  'host-first': pair('l’hôte d’abord', 'the host first'),
  red: pair('rouge', 'red'),
  orange: pair('orange', 'orange'),
  'not-stated': pair('non dit', 'not stated'),
  'in-progress': pair('en cours', 'in progress'),
  'three-levels': pair('trois niveaux', 'three levels'),
  'red-lines': pair('les lignes rouges seules', 'the red lines alone'),
};

/** Values that a place of its own gives a meaning to; and the names of the fields of a value that has several. */
const inPlace: Readonly<Record<string, Words>> = {
  askedIn: askWords,
  agreementClauses: clauseTopicNames,
  textAsks: {
    'results-of-all': pair('le résultat de chaque partie', 'the result of each party'),
    'rebalancing-measure': pair('une mesure de rééquilibrage', 'a rebalancing measure'),
    'gaps-answered': pair('une réponse aux écarts de moyens', 'an answer to the gaps in resources'),
    'dated-measures': pair('un responsable et un jour pour chaque mesure', 'an owner and a day for each measure'),
    'six-blocks': pair('les six volets du plan', 'the six blocks of the plan'),
    'organisational-track': pair('des lignes qui survivent au projet', 'lines that outlive the project'),
    'partnership-result': pair('un résultat du partenariat lui-même', 'a result of the partnership itself'),
    'form-and-decisions': pair('la forme de la coopération et la façon de décider', 'the form of cooperation and the way to decide'),
    'dated-milestones': pair('des jalons avec leur responsable et leur jour', 'milestones with an owner and a day'),
    'both-directions': pair('un plan de capacités qui renforce chaque partie', 'a capacity plan that strengthens every party'),
    'transfer-budget': pair('le budget du transfert', 'the budget of the transfer'),
    'clauses-of-the-type': pair('une clause par sujet du type', 'a clause for each topic of the type'),
  },
  ownTexts: {
    vision: pair('vision commune', 'shared vision'),
    advocacy: pair('plaidoyer', 'advocacy'),
    'political-purpose': pair('but politique', 'political purpose'),
    'brand-rules': pair('règles de la marque', 'rules of the brand'),
  },
  evaluationBlocks: {
    responsibilities: pair('responsabilités', 'responsibilities'),
    management: pair('gestion', 'management'),
    'project-evaluation': pair('le projet', 'the project'),
    'partnership-evaluation': pair('le partenariat', 'the partnership'),
    readiness: pair('préparation du transfert', 'readiness for transfer'),
    'post-transfer-checks': pair('contrôles après le transfert', 'checks after the transfer'),
    milestones: pair('jalons', 'milestones'),
    reflection: pair('réflexion', 'reflection'),
    results: pair('résultats', 'results'),
  },
  leadershipLevels: {
    LED: pair('dirigé localement', 'locally led'),
    MANAGED: pair('géré localement', 'locally managed'),
    IMPLEMENTED: pair('mis en œuvre localement', 'locally implemented'),
  },
  themes: themeWords,
  budgetLines: {
    timeTogether: pair('temps ensemble', 'time together'),
    communityParticipation: pair('participation de la communauté', 'participation of the community'),
    southSouth: pair('échanges Sud-Sud', 'South-South exchanges'),
  },
  practices: {
    requestDetails: pair('but, délai et langue de ce qui est demandé', 'purpose, deadline and language of what is asked'),
    meetingBlocks: pair('trois temps de chaque rencontre', 'three blocks of each meeting'),
    accompanimentKinds: pair('sorte d’accompagnement', 'kind of accompaniment'),
    inclusionChecklist: pair('genre, diversité, équité, inclusion', 'gender, diversity, equity, inclusion'),
    communityPhases: pair('communauté dans les trois phases', 'community in the three phases'),
    availability: pair('heures et suppléance dites', 'hours and deputy told'),
    advocacyConsent: pair('accord pour parler au nom de l’autre', 'consent to speak for the other'),
    jointActivities: pair('activités communes', 'joint activities'),
    relationTime: pair('jours prévus pour la relation', 'days planned for the relation'),
    clauseEvidence: pair('preuve et responsable de chaque clause', 'evidence and owner of each clause'),
    executionRates: pair('taux d’exécution à chaque point', 'execution rates at each point'),
    renewalAsked: pair('renouvellement proposé après le compte', 'renewal suggested after the account'),
    builtByBoth: pair('part de chaque côté dans ce qui est construit', 'share of each side in what is built'),
    introductionForm: pair('noms et cinq sujets de la présentation', 'names and five topics of the introduction'),
    accountPapers: pair('séance, procès-verbal et lettre du compte', 'session, minutes and letter of the account'),
  },
  emergency: {
    pathDays: pair('jours pour signer', 'days to sign'),
    catchUpDays: pair('jours pour rattraper', 'days to catch up'),
  },
  fundingWarning: {
    mainFunderPercent: pair('un bailleur au-dessus de (%)', 'one funder above (%)'),
    coverMonths: pair('mois couverts en dessous de', 'months covered below'),
  },
  firstPhaseMonths: { warn: pair('avertit après', 'warns after'), decide: pair('demande de décider après', 'asks to decide after') },
  lines: {
    'block-signature': pair('pas de signature', 'no signature'),
    'keep-suspended': pair('reste suspendu', 'stays suspended'),
    'end-process': pair('met fin au processus', 'ends the process'),
    'freeze-transfers': pair('gèle les transferts', 'freezes transfers'),
    'mitigation-plan': pair('plan commun de réduction du risque', 'joint mitigation plan'),
    'working-arrangement': pair('arrangement de travail', 'working arrangement'),
  },
  answerer: {
    both: pair('les deux côtés', 'both sides'),
    each: pair('chaque partie', 'each party'),
    partner: pair('le partenaire', 'the partner'),
    host: pair('l’hôte', 'the host'),
  },
  kind: {
    scale: pair('de 1 à 5', 'from 1 to 5'),
    'scale-pair': pair('deux notes de 1 à 5', 'two scores from 1 to 5'),
    'yes-no': pair('oui ou non, et un mot', 'yes or no, and a word'),
    choice: pair('un choix', 'a choice'),
    text: pair('en toutes lettres', 'in words'),
  },
  askedWhen: {
    implemented: pair(
      'quand le partenariat est mis en œuvre localement, sans plus',
      'when the partnership is locally implemented, no more',
    ),
    'nothing-seen-of-partner': pair('quand rien n’a été noté du partenaire', 'when nothing of the partner was noted'),
    'community-absent': pair('quand la communauté a manqué à une phase', 'when the community was absent from a phase'),
    'decided-by-one-side': pair('quand un côté a proposé presque toutes les décisions', 'when one side proposed nearly all the decisions'),
    'south-south-empty': pair(
      'quand le budget ne prévoit rien pour les échanges Sud-Sud',
      'when the budget holds nothing for South-South exchanges',
    ),
    'full-review': pair('quand la revue de l’année est entière', 'when the yearly review is the full one'),
    'stake-review': pair('quand la revue de l’année est celle de l’enjeu', 'when the yearly review is that of the stake'),
    'shared-review': pair('quand la revue de l’année est celle du réseau', 'when the yearly review is that of the network'),
  },
};

/** A value of a policy or of a charter in words; `place` is the column, the setting or the part where it stands. Null when unknown. */
export const valueWord = (place: string, value: string): Localized | null => {
  const here = inPlace[place];
  if (here !== undefined && Object.hasOwn(here, value)) return here[value] ?? null;
  return Object.hasOwn(anywhere, value) ? (anywhere[value] ?? null) : null;
};
