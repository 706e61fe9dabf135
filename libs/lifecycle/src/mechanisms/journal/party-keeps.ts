import type { ChosenArea, EventAttributes, EventData } from '@palabre/contracts';
import type { JournalKind } from './kinds.js';
import { saidKinds } from './said-kinds.js';
import type { JournalSlice } from './slice.js';

/** Single decisions kept for those who speak of them. */
const decisionsKept = 60;

/** What a party said, and when, for the asks that wait for it. */
function said(journal: JournalSlice, kind: JournalKind, party: string, at: string): Partial<JournalSlice> {
  const known = saidKinds.find(one => one === kind);
  return known === undefined ? {} : { said: { ...journal.said, [known]: { ...journal.said?.[known], [party]: at } } };
}

function documentFiled(journal: JournalSlice, { document }: EventData<'SupportingDocumentFiled'>): Partial<JournalSlice> {
  return { filed: { ...journal.filed, [document]: (journal.filed?.[document] ?? 0) + 1 } };
}

/** Those who speak of it, and who challenges it, know it by its reference (AGI-22). */
function decisionNoted(journal: JournalSlice, { decision, party, matter, area }: EventData<'DecisionRecorded'>): Partial<JournalSlice> {
  if (decision === undefined) return {};
  const on = matter ?? area;
  const taken = { decision, party, ...(on === undefined ? {} : { matter: on }) };
  return { decisions: [...(journal.decisions ?? []), taken].slice(-decisionsKept) };
}

/** A list of a grant replaces the one before; only what is needed becomes a task (ALE-53). */
function requirementsListed(journal: JournalSlice, data: EventData<'DonorRequirementsListed'>): Partial<JournalSlice> {
  const { grant, donor, party } = data;
  const others = (journal.donorTasks ?? []).filter(open => open.grant !== grant);
  const needed = data.requirements.filter(one => one.needed).map(({ requirement, dueOn }) => ({ grant, donor, requirement, dueOn, party }));
  return { donorTasks: [...others, ...needed] };
}

/** The area in which a right that moved is held (AGI-13); what is no right of decision moves none. */
const areaOf: Readonly<Partial<Record<EventData<'PowerRebalancingMeasureCompleted'>['moved'], ChosenArea>>> = {
  'budget-authority': 'money',
  decision: 'activities',
  representation: 'communication',
};

/**
 * A measure of the plan is done. From now on the party that received a right by it decides in its area, whatever levels were
 * chosen before or after (AGI-13).
 */
function measureCompleted(
  { rights, completedMeasures = [] }: JournalSlice,
  { moved, planned, party }: EventData<'PowerRebalancingMeasureCompleted'>,
): Partial<JournalSlice> {
  if (planned === undefined) return {};
  const area = areaOf[moved];
  return {
    completedMeasures: [...completedMeasures.filter(one => one !== planned), planned],
    ...(area === undefined ? {} : { rights: { ...rights, [area]: party } }),
  };
}

type Told = {
  readonly [K in JournalKind]?: (journal: JournalSlice, data: EventData<K>, attributes: EventAttributes) => Partial<JournalSlice>;
};

const told: Told = {
  ResourceAccessStated: (journal, { party, financial, technical, human }) => ({
    access: { ...journal.access, [party]: { financial, technical, human } },
  }),
  LevelsChosen: (journal, { party, areas }) => ({
    levels: { ...journal.levels, [party]: Object.fromEntries(areas.map(({ area, ...chosen }) => [area, chosen])) },
  }),
  PowerRebalancingMeasureCompleted: measureCompleted,
  ExpectationReviewed: (journal, { party, status }) => ({ expectations: { ...journal.expectations, [party]: status } }),
  StrengthsUsed: (journal, { strengths }) => ({ strengthsUsed: [...new Set([...(journal.strengthsUsed ?? []), ...strengths])] }),
  RebalancingEffectScored: (journal, { measure }, { factat }) => ({ effects: { ...journal.effects, [measure]: factat } }),
  SupportingDocumentFiled: documentFiled,
  DonorRequirementsListed: requirementsListed,
  DonorRequirementMet: (journal, { grant, requirement }) => ({
    donorTasks: (journal.donorTasks ?? []).filter(open => open.grant !== grant || open.requirement !== requirement),
  }),
  DecisionRecorded: decisionNoted,
  ReportsReceived: (journal, { party }) =>
    journal.transmitted === undefined
      ? {}
      : { transmitted: { ...journal.transmitted, awaits: journal.transmitted.awaits.filter(name => name !== party) } },
};

/** What the state keeps of a note that a party makes for itself. */
export function keptOfParty(journal: JournalSlice, kind: JournalKind, data: unknown, attributes: EventAttributes): Partial<JournalSlice> {
  const row = told[kind] as ((journal: JournalSlice, data: unknown, attributes: EventAttributes) => Partial<JournalSlice>) | undefined;
  const { party } = data as { readonly party: string };
  return { ...said(journal, kind, party, attributes.factat), ...row?.(journal, data, attributes) };
}
