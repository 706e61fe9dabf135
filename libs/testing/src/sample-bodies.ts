import {
  budgetPurposes,
  clauseTopics,
  purposesOfEach,
  type CommandData,
  type PartnershipPolicy,
  type TextBodies,
  type TextKind,
} from '@palabre/contracts';
import { rehearsalStart } from './rehearsal.js';

const words = 'Écrit ensemble.';

/** Contents that pass every rule; a test that needs another one proposes it itself. */
export const sampleBodies: { readonly [K in TextKind]?: TextBodies[K] } = {
  values: { sections: [{ heading: 'Équilibre', text: words }] },
  objectives: {
    objectives: [
      { id: 'O1', text: words, aboutRights: true },
      { id: 'O2', text: words, aboutRights: false, resultOf: 'partnership', indicators: ['Décisions prises ensemble'] },
    ],
  },
  roles: {
    responsibilities: [
      { party: 'host', text: words },
      { party: 'partner', text: words },
    ],
    decisions: [{ subject: 'Recrutement', decidedBy: ['partner'] }],
    skills: [
      { party: 'host', skill: 'Pharmacie', kind: 'complementary' },
      { party: 'partner', skill: 'Relais communautaires', kind: 'complementary' },
    ],
    results: [
      { party: 'host', result: words },
      { party: 'partner', result: words },
    ],
  },
  budget: {
    lines: [
      { line: 'A.1', label: 'Soins', cost: { amount: 9_000_000, currency: 'EUR' }, spentBy: 'partner', overhead: false },
      { line: 'B.1', label: 'Frais de structure', cost: { amount: 1_000_000, currency: 'EUR' }, spentBy: 'partner', overhead: true },
    ],
    total: { amount: 10_000_000, currency: 'EUR' },
  },
  'capacity-plan': {
    lines: [{ line: 'C1', from: 'host', to: 'partner', need: words, method: words, objective: 'O1', accompaniment: 'training', why: null }],
  },
  evaluation: { responsibilities: words, management: words, 'project-evaluation': words, 'partnership-evaluation': words },
  agreement: {
    clauses: [
      { number: '1', title: 'Objet', text: words, covers: [...clauseTopics] },
      { number: '2', title: 'Responsabilités', text: words },
    ],
  },
  'final-report': { activities: words, finances: words, difficulties: words, lessons: words },
};

const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** The same budget, with the overheads and the purposes that a charter may ask for beside. */
export function budgetUnder({ switches }: PartnershipPolicy): TextBodies['budget'] {
  const [care, structure] = sampleBodies.budget?.lines ?? [];
  if (care === undefined || structure === undefined) throw new Error('budgetUnder: the sample budget has two lines');
  const owed = budgetPurposes.filter(purpose => switches.budgetLines[purpose] !== 'offered');
  const theirs = owed.map((purpose, at) => ({ ...care, line: `C.${at + 1}`, label: purpose, cost: euros(100_000), purpose }));
  const ours = owed
    .filter(purpose => purposesOfEach.includes(purpose))
    .map((purpose, at) => ({ ...care, line: `H.${at + 1}`, label: purpose, cost: euros(100_000), spentBy: 'host', purpose }));
  const forPurposes = [...theirs, ...ours];
  const rest = { ...care, cost: euros(care.cost.amount - 100_000 * forPurposes.length) };
  const overheads = [{ party: structure.spentBy, needed: structure.cost, explanation: null }];
  return {
    lines: [rest, structure, ...forPurposes],
    total: euros(10_000_000),
    ...(switches.overheadLine === 'required' ? { overheads } : {}),
  };
}

/** How the story's partnership is opened. */
export const openingIdea: CommandData<'OpenPartnership'> = {
  charter: 'mdm',
  title: 'Santé de proximité',
  type: 'OP',
  desiredChange: words,
  trigger: 'global-problem',
  origin: 'other',
  rightsServed: words,
  whyTogether: words,
  financialFlows: true,
  commonAction: 'Soigner et former dans les villages de la rive',
  problem: words,
  goals: [3],
  whyNotAlone: words,
  natures: ['scientific', 'other'],
  form: { name: 'Projet commun', context: words },
  horizonYears: 5,
  peopleConcerned: 'Familles des villages de la rive',
  project: { reference: 'project-7', objectives: ['Soins de premier recours'], startsOn: '2027-01-01', endsOn: '2029-12-31' },
  workingLanguage: 'fr',
  calendar: 'rehearsal',
  calendarStartsAt: rehearsalStart,
};
