import type { EventType, TextBodies, TextKind } from '@palabre/contracts';

/** Events that stand behind a kind of text: domain names where subscribers tell them apart, the generic name elsewhere. */
export interface TextNames {
  readonly proposed: EventType;
  readonly contested: EventType;
  readonly agreed: EventType;
}

const generic: TextNames = { proposed: 'TextProposed', contested: 'TextContested', agreed: 'TextAgreed' };

export const textNames: Readonly<Record<TextKind, TextNames>> = {
  values: { ...generic, agreed: 'SharedValuesAgreed' },
  vision: { ...generic, proposed: 'VisionProposed', agreed: 'SharedVisionAgreed' },
  objectives: { ...generic, agreed: 'CommonObjectivesRecorded' },
  roles: { ...generic, agreed: 'RolesAgreed' },
  budget: { proposed: 'BudgetProposed', contested: 'BudgetContested', agreed: 'BudgetCoValidated' },
  'capacity-plan': { ...generic, agreed: 'CapacityPlanAgreed' },
  evaluation: { ...generic, agreed: 'EvaluationModalitiesAgreed' },
  agreement: { ...generic, proposed: 'AgreementDrafted' },
  'operating-modes': { ...generic, agreed: 'OperatingModesAgreed' },
  'communication-rules': { ...generic, agreed: 'CommunicationRulesAgreed' },
  'code-of-conduct': { ...generic, agreed: 'CodeOfConductAdopted' },
  milestones: { ...generic, agreed: 'MilestonesDefined' },
  plan: { ...generic, agreed: 'PartnershipPlanAgreed' },
  'transfer-plan': { ...generic, agreed: 'TransferPlanAgreed' },
  'handover-deed': generic,
  'final-report': { ...generic, proposed: 'FinalReportSubmitted' },
};

type PartsOf = { readonly [K in TextKind]?: (body: TextBodies[K]) => readonly string[] };

const partsOf: PartsOf = {
  budget: body => body.lines.map(line => line.line),
  'capacity-plan': body => body.lines.map(line => line.line),
  objectives: body => body.objectives.map(objective => objective.id),
  agreement: body => body.clauses.map(clause => clause.number),
};

/** What an objection to a text may point at, by number; empty for a text without numbered parts. */
export const partsIn = (kind: TextKind, body: unknown): readonly string[] =>
  (partsOf[kind] as ((body: unknown) => readonly string[]) | undefined)?.(body) ?? [];

type Marks = Readonly<Record<string, boolean | number | string>>;

type MarksOf = { readonly [K in TextKind]?: (body: TextBodies[K]) => Marks };

/** Milestones with their days, short enough for the state: `M1=2028-03-31 M2=…`. */
const milestonesOf = (planned: TextBodies['transfer-plan']['capacity']): string =>
  planned.map(({ milestone, dueOn }) => `${milestone}=${dueOn}`).join(' ');

/** What gates ask of a content, computed once when it is proposed: the state never keeps the content itself. */
const marksOf: MarksOf = {
  objectives: body => ({ rights: body.objectives.filter(objective => objective.aboutRights).length }),
  roles: body => ({ skilled: [...new Set(body.skills.map(row => row.party))].sort().join(' ') }),
  'capacity-plan': body => ({ unexplained: body.lines.filter(line => line.why === null).length }),
  agreement: body => ({ clauses: body.clauses.length }),
  'transfer-plan': body => ({ capacity: milestonesOf(body.capacity), structure: milestonesOf(body.structure) }),
  budget: body => ({ total: body.total.amount, currency: body.total.currency }),
};

export const marksFor = (kind: TextKind, body: unknown): Marks => (marksOf[kind] as ((body: unknown) => Marks) | undefined)?.(body) ?? {};
