import type { PartnershipPolicy } from '@palabre/contracts';
import { inventedPolicy } from '@palabre/testing';

/** The invented policy with two lines: one open to both parties, one whose cases only their handlers read. */
export const samplePolicy: PartnershipPolicy = {
  ...inventedPolicy,
  charter: 'sample',
  typeName: { fr: 'Opérationnel', en: 'Operational' },
  lines: [
    {
      code: 'weak_account',
      colour: 'orange',
      name: { fr: 'Compte fragile', en: 'Weak account' },
      suspendsWhenAlleged: false,
      whenConfirmed: 'mitigation-plan',
      protected: false,
    },
    {
      code: 'harassment',
      colour: 'orange',
      name: { fr: 'Harcèlement', en: 'Harassment' },
      suspendsWhenAlleged: false,
      whenConfirmed: 'mitigation-plan',
      protected: true,
    },
  ],
  values: ['respect'],
  columns: {
    ...inventedPolicy.columns,
    projectRequired: true,
    coConstruction: 'required',
    capacityPlan: 'mutual',
    financialFlows: 'required',
    budgetCoValidation: 'if-money',
    translationGate: true,
    followUpCommittee: true,
    assembly: true,
    endsWithProject: true,
  },
};
