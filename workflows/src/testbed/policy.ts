import { gateIds, timerKeys, type PartnershipPolicy } from '@palabre/contracts';

/** A policy of an invented charter: every gate blocks, every delay is thirty days, no form asks anything. */
export const inventedPolicy: PartnershipPolicy = {
  charter: 'invented',
  charterHash: 'c'.repeat(64),
  type: 'OP',
  typeName: { fr: 'Partenariat opérationnel', en: 'Operational partnership' },
  gates: Object.fromEntries(gateIds.map(gate => [gate, 'block'])) as PartnershipPolicy['gates'],
  timers: Object.fromEntries(timerKeys.map(timer => [timer, { days: 30 }])) as unknown as PartnershipPolicy['timers'],
  lines: [],
  values: [],
  forms: { dueDiligence: [], annualReview: [], stageReflection: [], selfAssessment: [], closing: [] },
  authorities: { signature: 'signatory-authority', lineDecision: 'steering-committee', strategicValidation: null },
  columns: {
    projectRequired: false,
    coConstruction: 'optional',
    commonValues: true,
    capacityPlan: 'none',
    skillsTable: false,
    evaluationBlocks: [],
    financialFlows: 'none',
    budgetCoValidation: 'none',
    translationGate: false,
    followUpCommittee: false,
    assembly: false,
    transferPossible: false,
    endsWithProject: false,
  },
};
