import { contentHash, type Refusal, type TextBodies, type TextKind } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { budgetDoesNotSum, mixedCurrencies, repeatedEntry, unknownParty, whyIsTheOthers } from './refusals.js';

type ContentRule<K extends TextKind> = (state: PartnershipState, body: TextBodies[K], proposer: string) => Refusal | null;

const firstRepeated = (entries: readonly string[]): string | undefined => entries.find((entry, at) => entries.indexOf(entry) !== at);

const onlyParties = (state: PartnershipState, named: readonly string[]): Refusal | null => {
  const stranger = named.find(party => !partyNames(state).includes(party));
  return stranger === undefined ? null : unknownParty(stranger);
};

const budgetRule: ContentRule<'budget'> = (state, body) => {
  const repeated = firstRepeated(body.lines.map(line => line.line));
  if (repeated !== undefined) return repeatedEntry('budget', repeated);
  if (body.lines.some(line => line.cost.currency !== body.total.currency)) return mixedCurrencies();
  const sum = body.lines.reduce((total, line) => total + line.cost.amount, 0);
  if (sum !== body.total.amount) return budgetDoesNotSum(body.total.amount, sum);
  return onlyParties(
    state,
    body.lines.map(line => line.spentBy),
  );
};

const capacityRule: ContentRule<'capacity-plan'> = (state, body, proposer) => {
  const repeated = firstRepeated(body.lines.map(line => line.line));
  if (repeated !== undefined) return repeatedEntry('capacity-plan', repeated);
  const foreign = body.lines.find(line => line.why !== null && line.to !== proposer && !whyKnown(state, line));
  if (foreign !== undefined) return whyIsTheOthers(foreign.line);
  return onlyParties(
    state,
    body.lines.flatMap(line => [line.from, line.to]),
  );
};

/** A "why" that its party wrote in the version before may be carried on by anybody, word for word. */
const whyKnown = (state: PartnershipState, { line, to, why }: TextBodies['capacity-plan']['lines'][number]): boolean =>
  state.texts.heads['capacity-plan']?.lines.some(known => known.line === line && known.spentBy === to && known.why === contentHash(why)) ??
  false;

const agreementRule: ContentRule<'agreement'> = (_state, body) => {
  const repeated = firstRepeated(body.clauses.map(clause => clause.number));
  return repeated === undefined ? null : repeatedEntry('agreement', repeated);
};

const rolesRule: ContentRule<'roles'> = (state, body) =>
  onlyParties(state, [
    ...body.responsibilities.map(row => row.party),
    ...body.decisions.flatMap(row => row.decidedBy),
    ...body.skills.map(row => row.party),
  ]);

const contentRules: { readonly [K in TextKind]?: ContentRule<K> } = {
  budget: budgetRule,
  'capacity-plan': capacityRule,
  agreement: agreementRule,
  roles: rolesRule,
};

/** What is wrong with a content beyond its shape, or null. */
export const checkContent = (state: PartnershipState, kind: TextKind, body: unknown, proposer: string): Refusal | null =>
  (contentRules[kind] as ((state: PartnershipState, body: unknown, proposer: string) => Refusal | null) | undefined)?.(
    state,
    body,
    proposer,
  ) ?? null;
