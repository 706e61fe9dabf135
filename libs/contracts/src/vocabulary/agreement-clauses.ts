import { z } from 'zod';
import { freeText, label, partyId } from '../fields.js';
import type { Localized } from './localized.js';

/**
 * What an agreement speaks about: the rows of the clause templates (HFA-14, S-13). Which of them belong to the least that
 * an agreement of a type says is data of the types and of the charters.
 */
export const clauseTopics = [
  'parties',
  'purpose',
  'modalities',
  'procedures',
  'duration',
  'money',
  'deliverables',
  'roles',
  'evaluation',
  'transfer',
  'vision',
  'statements',
  'mandate',
  'governance',
  'name-use',
  'accession',
  'disagreement',
  'withdrawal',
] as const;

/** How a clause stands at a status point, with what shows it and the party that looks after it (HFA-18). */
export const clauseStanding = z.strictObject({
  number: label,
  state: z.enum(['kept', 'at-risk', 'late', 'breached', 'not-due']),
  evidence: freeText.optional(),
  owner: partyId.optional(),
});

export type ClauseTopic = (typeof clauseTopics)[number];

/** The topics in words. */
export const clauseTopicNames: Readonly<Record<ClauseTopic, Localized>> = {
  parties: { fr: 'les parties', en: 'the parties' },
  purpose: { fr: 'l’objet', en: 'the purpose' },
  modalities: { fr: 'les modalités de la collaboration', en: 'the methods of collaboration' },
  procedures: { fr: 'les procédures', en: 'the procedures' },
  duration: { fr: 'la durée', en: 'the duration' },
  money: { fr: 'l’argent et sa justification', en: 'money and how it is justified' },
  deliverables: { fr: 'les livrables et leur prix', en: 'the deliverables and their price' },
  roles: { fr: 'les rôles et les décisions', en: 'roles and decisions' },
  evaluation: { fr: 'l’évaluation', en: 'the evaluation' },
  transfer: { fr: 'la remise et ses suites', en: 'the handover and what follows it' },
  vision: { fr: 'la vision commune', en: 'the shared vision' },
  statements: { fr: 'les prises de parole communes', en: 'statements in common' },
  mandate: { fr: 'le mandat de la personne déléguée', en: 'the mandate of the delegate' },
  governance: { fr: 'la gouvernance commune', en: 'the shared governance' },
  'name-use': { fr: 'l’usage du nom', en: 'the use of the name' },
  accession: { fr: 'l’entrée d’une nouvelle partie', en: 'how a new party comes in' },
  disagreement: { fr: 'les désaccords', en: 'disagreements' },
  withdrawal: { fr: 'le retrait', en: 'withdrawal' },
};
