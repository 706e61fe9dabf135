import type { CommandData, TextBodies, TextKind } from '@palabre/contracts';
import { rehearsalStart } from './rehearsal.js';

const words = 'Écrit ensemble.';

/** Contents that pass every rule; a test that needs another one proposes it itself. */
export const sampleBodies: { readonly [K in TextKind]?: TextBodies[K] } = {
  values: { sections: [{ heading: 'Équilibre', text: words }] },
  objectives: {
    objectives: [
      { id: 'O1', text: words, aboutRights: true },
      { id: 'O2', text: words, aboutRights: false },
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
  },
  budget: {
    lines: [
      { line: 'A.1', label: 'Soins', cost: { amount: 9_000_000, currency: 'EUR' }, spentBy: 'partner', overhead: false },
      { line: 'B.1', label: 'Frais de structure', cost: { amount: 1_000_000, currency: 'EUR' }, spentBy: 'partner', overhead: true },
    ],
    total: { amount: 10_000_000, currency: 'EUR' },
  },
  'capacity-plan': { lines: [{ line: 'C1', from: 'host', to: 'partner', need: words, method: words, objective: 'O1', why: null }] },
  evaluation: { responsibilities: words, management: words, 'project-evaluation': words, 'partnership-evaluation': words },
  agreement: {
    clauses: [
      { number: '1', title: 'Objet', text: words },
      { number: '2', title: 'Responsabilités', text: words },
    ],
  },
  'final-report': { activities: words, finances: words, difficulties: words, lessons: words },
};

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
  project: { reference: 'project-7', objectives: ['Soins de premier recours'], startsOn: '2027-01-01', endsOn: '2029-12-31' },
  workingLanguage: 'fr',
  calendar: 'rehearsal',
  calendarStartsAt: rehearsalStart,
};
