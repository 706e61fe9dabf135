import { contentHash, type Refusal, type TextBodies, type TextKind } from '@palabre/contracts';
import { asksFor } from '../../practices.js';
import type { PartnershipState } from '../../state.js';
import { partyOfOrganisation } from '../parties/questions.js';
import { budgetRule, sumOfLines } from './budget-rules.js';
import { markedNames } from './equity-questions.js';
import { digest } from './kinds.js';
import { headOf } from './questions.js';
import { firstRepeated, onlyParties, type ContentRule } from './content-checks.js';
import {
  accompanimentUnnamed,
  evaluatesItself,
  objectivesToCome,
  othersProposal,
  repeatedEntry,
  servesNoObjective,
  whyIsTheOthers,
} from './refusals.js';

const capacityRule: ContentRule<'capacity-plan'> = (state, body, proposer) => {
  const unnamed = asksFor(state, 'accompanimentKinds') ? body.lines.filter(line => line.accompaniment === undefined) : [];
  if (unnamed.length > 0) return accompanimentUnnamed(unnamed.map(line => line.line));
  const repeated = firstRepeated(body.lines.map(line => line.line));
  if (repeated !== undefined) return repeatedEntry('capacity-plan', repeated);
  const foreign = body.lines.find(line => line.why !== null && line.to !== proposer && !whyKnown(state, line));
  if (foreign !== undefined) return whyIsTheOthers(foreign.line);
  const stranger = onlyParties(
    state,
    body.lines.flatMap(line => [line.from, line.to]),
  );
  return stranger ?? servedBeside(state, body);
};

/** Each line serves an objective that both sides can read; before there is a text of objectives this is only shown (MDM-41). */
function servedBeside(state: PartnershipState, { lines }: TextBodies['capacity-plan']): Refusal | null {
  const known = headOf(state, 'objectives')?.parts;
  const beside = known === undefined ? undefined : lines.find(({ objective }) => !known.includes(objective));
  return beside === undefined ? null : servesNoObjective(beside.line, beside.objective, (known ?? []).join(', '));
}

/** Shown to whoever proposes a plan whose objectives nobody has written. */
export const capacityWarnings = (state: PartnershipState, { kind }: { readonly kind: TextKind }): readonly Refusal[] =>
  kind === 'capacity-plan' && headOf(state, 'objectives') === undefined ? [objectivesToCome()] : [];

/** A "why" that its party wrote in the version before may be carried on by anybody, word for word. */
const whyKnown = (state: PartnershipState, { line, to, why }: TextBodies['capacity-plan']['lines'][number]): boolean =>
  state.texts.heads['capacity-plan']?.lines.some(known => known.line === line && known.spentBy === to && known.why === contentHash(why)) ??
  false;

const agreementRule: ContentRule<'agreement'> = (_state, body) => {
  const repeated = firstRepeated(body.clauses.map(clause => clause.number));
  return repeated === undefined ? null : repeatedEntry('agreement', repeated);
};

/** Who evaluates from outside is outside: nobody who takes part (S-17). */
const evaluationRule: ContentRule<'evaluation'> = (state, { byThird }) =>
  byThird !== undefined && partyOfOrganisation(state, byThird.organisation) !== undefined ? evaluatesItself(byThird.organisation) : null;

const rolesRule: ContentRule<'roles'> = (state, body) =>
  onlyParties(state, [
    ...body.responsibilities.map(row => row.party),
    ...body.decisions.flatMap(row => row.decidedBy),
    ...body.skills.map(row => row.party),
    ...(body.results ?? []).map(row => row.party),
  ]);

/** A choice of the place counts as proposed by another party only where that party has proposed it in these words (AGI-08). */
const strategyRule: ContentRule<'strategy'> = (state, body, proposer) => {
  const known = markedNames(state, 'strategy', 'local');
  const foreign = body.choices.find(
    ({ local, choice, proposedBy, text }) => local && proposedBy !== proposer && !known.includes(`${choice}>${proposedBy}>${digest(text)}`),
  );
  const stranger = onlyParties(
    state,
    body.choices.map(row => row.proposedBy),
  );
  return stranger ?? (foreign === undefined ? null : othersProposal(foreign.choice, foreign.proposedBy));
};

const planRule: ContentRule<'plan'> = (state, { rebalancing = [], strengths = [] }) => {
  const numbers = [...rebalancing.map(row => row.measure), ...strengths.map(row => row.strength)];
  const repeated = firstRepeated(numbers);
  return repeated === undefined
    ? onlyParties(state, [...rebalancing.flatMap(row => [row.from, row.to, row.owner ?? row.to]), ...strengths.map(row => row.offeredBy)])
    : repeatedEntry('plan', repeated);
};

const powerMapRule: ContentRule<'power-map'> = (state, { entries }) =>
  onlyParties(
    state,
    entries.flatMap(row => [...row.decidesToday, ...row.shouldDecide]),
  );

const scopeRule: ContentRule<'scope'> = (_state, body) => {
  const repeated = firstRepeated([...body.in, ...body.out].map(row => row.item));
  return repeated === undefined ? null : repeatedEntry('scope', repeated);
};

const milestonesRule: ContentRule<'milestones'> = (state, { milestones = [] }) => {
  const repeated = firstRepeated(milestones.map(row => row.milestone));
  return repeated === undefined
    ? onlyParties(
        state,
        milestones.map(row => row.owedBy),
      )
    : repeatedEntry('milestones', repeated);
};

/** What a transfer costs adds up, and who reaches a milestone is a party (MDM-44, MDM-47). */
const transferRule: ContentRule<'transfer-plan'> = (state, { capacity, structure, budget }) => {
  const repeated = firstRepeated((budget?.lines ?? []).map(row => row.line));
  if (repeated !== undefined) return repeatedEntry('transfer-plan', repeated);
  const wrongSum = budget?.lines === undefined ? null : sumOfLines({ total: budget.total, lines: budget.lines });
  return (
    wrongSum ??
    onlyParties(
      state,
      [...capacity, ...structure].flatMap(({ owedBy }) => owedBy ?? []),
    )
  );
};

const communicationRule: ContentRule<'communication-rules'> = (state, { sheet }) =>
  onlyParties(
    state,
    (sheet?.informs ?? []).flatMap(row => [row.from, ...row.to]),
  );

const contentRules: { readonly [K in TextKind]?: ContentRule<K> } = {
  budget: budgetRule,
  'capacity-plan': capacityRule,
  agreement: agreementRule,
  evaluation: evaluationRule,
  roles: rolesRule,
  strategy: strategyRule,
  plan: planRule,
  'power-map': powerMapRule,
  scope: scopeRule,
  'communication-rules': communicationRule,
  'transfer-plan': transferRule,
  milestones: milestonesRule,
  objectives: (state, body) =>
    onlyParties(
      state,
      body.objectives.flatMap(({ definedBy }) => definedBy?.parties ?? []),
    ),
  'political-purpose': (state, body) => onlyParties(state, body.readers),
};

/** What is wrong with a content beyond its shape, or null. */
export const checkContent = (state: PartnershipState, kind: TextKind, body: unknown, proposer: string): Refusal | null =>
  (contentRules[kind] as ((state: PartnershipState, body: unknown, proposer: string) => Refusal | null) | undefined)?.(
    state,
    body,
    proposer,
  ) ?? null;
