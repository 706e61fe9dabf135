import { contentHash, type EventType, type TextBodies, type TextKind } from '@palabre/contracts';

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
  scope: generic,
  strategy: generic,
  'power-map': generic,
  advocacy: generic,
  'political-purpose': generic,
  'brand-rules': generic,
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

/** Milestones with their days and the party that reaches them, where it is named, short enough for the state: `M1=2028-03-31=host M2=…`. */
const milestonesOf = (planned: TextBodies['transfer-plan']['capacity']): string =>
  planned.map(({ milestone, dueOn, owedBy }) => [milestone, dueOn, ...(owedBy === undefined ? [] : [owedBy])].join('=')).join(' ');

/** Names as the state keeps them: each once, in order, between spaces. */
const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(' ');

/** An objective whose change one party defined alone, with that party: `O1>host`. People of the place make it nobody's own (ALE-22). */
const definedAlone = ({ id, definedBy }: TextBodies['objectives']['objectives'][number]): string[] =>
  definedBy !== undefined && definedBy.people === null && definedBy.parties.length === 1 ? [`${id}>${definedBy.parties.join('')}`] : [];

/** Enough of a hash to know the same words again. */
export const digest = (words: unknown): string => contentHash(words).slice(0, 12);

/** Measures with who carries them and by which day; no mark for a plan that tells it of none, as before it could. */
function dated(measures: NonNullable<TextBodies['plan']['rebalancing']>): Marks {
  const told = measures.flatMap(({ measure, owner, dueOn }) =>
    owner === undefined || dueOn === undefined ? [] : [`${measure}>${owner}>${dueOn}`],
  );
  return told.length === 0 ? {} : { dated: listed(told) };
}

/** Measures with what passes over by them; no mark for a plan that says it of none, as before it could (AGI-13). */
function moving(measures: NonNullable<TextBodies['plan']['rebalancing']>): Marks {
  const told = measures.flatMap(({ measure, moves }) => (moves === undefined ? [] : [`${measure}>${moves}`]));
  return told.length === 0 ? {} : { moves: listed(told) };
}

/** Lines whose "why" is not written, each with the party that alone may write it (MDM-19); no mark where all are. */
function awaited(lines: TextBodies['capacity-plan']['lines']): Marks {
  const open = lines.filter(line => line.why === null).map(({ line, to }) => `${line}>${to}`);
  return open.length === 0 ? {} : { whyAwaited: listed(open) };
}

/** Purposes that a budget leaves without money, with its reason for all; no mark for one that leaves none (AGI-38). */
function leftEmpty({ lines, withoutLine = [] }: TextBodies['budget']): Marks {
  const empty = withoutLine
    .filter(({ purpose, party }) => party === undefined && !lines.some(line => line.purpose === purpose && line.cost.amount > 0))
    .map(({ purpose }) => purpose);
  return empty.length === 0 ? {} : { leftEmpty: listed(empty) };
}

/** What gates ask of a content, computed once when it is proposed: the state never keeps the content itself. */
const marksOf: MarksOf = {
  objectives: body => ({
    rights: body.objectives.filter(objective => objective.aboutRights).length,
    ofPartnership: body.objectives.filter(one => one.resultOf === 'partnership' && (one.indicators ?? []).length > 0).length,
    definedAlone: listed(body.objectives.flatMap(definedAlone)),
    definedByNobodyNamed: listed(body.objectives.filter(one => one.definedBy === undefined).map(one => one.id)),
  }),
  roles: body => ({
    skilled: listed(body.skills.map(row => row.party)),
    answering: listed((body.results ?? []).map(row => row.party)),
    deciders: JSON.stringify(Object.fromEntries(body.decisions.map(row => [row.subject, row.decidedBy]))),
  }),
  'capacity-plan': (body): Marks => ({
    unexplained: body.lines.filter(line => line.why === null).length,
    ...awaited(body.lines),
    strengthened: listed(body.lines.map(line => line.to)),
    organisational: listed(body.lines.filter(line => line.track === 'organisational').map(line => line.line)),
  }),
  plan: (body): Marks => ({
    blocks: listed(Object.keys(body.blocks ?? {})),
    measures: listed((body.rebalancing ?? []).map(({ measure, from, to }) => `${measure}>${to}>${from}`)),
    answers: listed((body.rebalancing ?? []).flatMap(({ answers }) => answers ?? [])),
    strengths: listed((body.strengths ?? []).map(({ strength, offeredBy }) => `${strength}>${offeredBy}`)),
    ...dated(body.rebalancing ?? []),
    ...moving(body.rebalancing ?? []),
  }),
  'operating-modes': (body): Marks => ({
    cooperation: body.cooperation !== undefined,
    ...(body.decisions === undefined ? {} : { decisionRule: body.decisions.rule }),
  }),
  milestones: body => ({ planned: listed((body.milestones ?? []).map(one => `${one.milestone}>${one.owedBy}>${one.dueOn}`)) }),
  scope: body => ({ inside: listed(body.in.map(({ item }) => item)), outside: listed(body.out.map(({ item }) => item)) }),
  strategy: body => ({
    local: listed(body.choices.filter(row => row.local).map(row => `${row.choice}>${row.proposedBy}>${digest(row.text)}`)),
  }),
  'power-map': body => ({ lines: listed(body.entries.filter(row => row.about === 'budget-line').map(row => row.subject)) }),
  'communication-rules': (body): Marks =>
    body.sheet === undefined ? {} : { answerWithin: JSON.stringify(body.sheet.answerWithin), channels: body.sheet.channels.join(', ') },
  agreement: body => ({ clauses: body.clauses.length, covers: listed(body.clauses.flatMap(({ covers }) => covers ?? [])) }),
  'transfer-plan': (body): Marks => ({
    capacity: milestonesOf(body.capacity),
    structure: milestonesOf(body.structure),
    ...(body.budget === undefined ? {} : { budget: body.budget.total.amount, currency: body.budget.total.currency }),
  }),
  budget: body => ({ total: body.total.amount, currency: body.total.currency, ...leftEmpty(body) }),
};

export const marksFor = (kind: TextKind, body: unknown): Marks => (marksOf[kind] as ((body: unknown) => Marks) | undefined)?.(body) ?? {};
