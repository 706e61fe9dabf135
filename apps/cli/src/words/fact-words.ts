import type { Localized } from '@palabre/contracts';
import { pair } from './pair.js';

type Words = Readonly<Record<string, Localized>>;

/** Where people of one party sit. */
export const placeWords: Words = {
  headquarters: pair('au siège', 'at headquarters'),
  field: pair('sur le terrain', 'in the field'),
};

/** Papers that an agreement is followed by, and those that close it. */
export const documentWords: Words = {
  'activity-report': pair('rapport d’activités', 'activity report'),
  'financial-report': pair('rapport financier', 'financial report'),
  voucher: pair('pièce justificative', 'voucher'),
  'assembly-minutes': pair('procès-verbal de l’assemblée', 'minutes of the assembly'),
  'transmission-letter': pair('lettre de transmission', 'letter of transmission'),
};

/** The two tracks of a transfer. */
export const trackWords: Words = {
  capacity: pair('capacités', 'capacities'),
  structure: pair('structure', 'structure'),
};

/** What is handed over. */
export const transferObjectWords: Words = {
  operational: pair('un projet d’action', 'a project of action'),
  advocacy: pair('un projet de plaidoyer', 'a project of advocacy'),
};

/** The two looks back. */
export const checkWords: Words = {
  first: pair('première vérification', 'first check'),
  second: pair('deuxième vérification', 'second check'),
};

/** What follows the first phase. */
export const outcomeWords: Words = {
  institutionalise: pair('lui donner une forme durable', 'give it a lasting form'),
  prolong: pair('prolonger la première phase', 'prolong the first phase'),
};

/** Values of the fields of events, in words, by field: what is not here is told by the charter, by names, or not at all. */
export const factWords: Readonly<Record<string, Words>> = {
  place: placeWords,
  document: documentWords,
  track: trackWords,
  object: transferObjectWords,
  check: checkWords,
  outcome: outcomeWords,
  signOff: {
    signature: pair('signature', 'signature'),
    'strategic-validation': pair('validation stratégique', 'strategic validation'),
    assembly: pair('assemblée', 'assembly'),
    'content-shared': pair('partage du contenu', 'sharing of the content'),
  },
  barrier: {
    language: pair('langue', 'language'),
    cost: pair('coût', 'cost'),
    safety: pair('sécurité', 'safety'),
    time: pair('temps', 'time'),
    disability: pair('handicap', 'disability'),
    other: pair('autre', 'other'),
  },
  moved: {
    'budget-authority': pair('autorité sur le budget', 'authority over the budget'),
    decision: pair('décision', 'decision'),
    representation: pair('représentation', 'representation'),
    skills: pair('savoir-faire', 'skills'),
    equipment: pair('matériel', 'equipment'),
    other: pair('autre', 'other'),
  },
  result: {
    clear: pair('rien à signaler', 'nothing to report'),
    concern: pair('préoccupation', 'concern'),
    breach: pair('manquement', 'breach'),
    'low-capacity': pair('peu de moyens', 'low capacity'),
  },
  breach: {
    'status-point': pair('point de situation manqué', 'a status point that was missed'),
    justification: pair('justification en retard', 'vouchers that are owed'),
    diversion: pair('détournement d’usage', 'a use of funds outside their line'),
    clause: pair('clause non tenue', 'a clause that is not kept'),
  },
  because: {
    'due-diligence': pair('diligence', 'due diligence'),
    line: pair('ligne franchie', 'a line crossed'),
  },
};

/** What a yes or a no changes in what an event says: told only where the title would mislead. */
export const answerWords: Readonly<Record<string, { readonly yes?: Localized; readonly no?: Localized }>> = {
  certain: { no: pair('résultat encore incertain', 'result still uncertain') },
  cooperates: { no: pair('non à la coopération', 'no to cooperation') },
  compromises: { no: pair('non à la recherche de compromis', 'no to compromise') },
  consents: { yes: pair('oui', 'yes'), no: pair('non', 'no') },
  accepts: { yes: pair('oui', 'yes'), no: pair('non', 'no') },
  running: { yes: pair('le projet continue', 'the project goes on'), no: pair('le projet s’est arrêté', 'the project has stopped') },
  late: { yes: pair('en retard', 'late') },
  isPresident: { yes: pair('à la présidence', 'the president') },
};
