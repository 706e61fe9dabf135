import { contentHash, type Refusal, type TextBodies, type TextKind } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { budgetRule } from './budget-rules.js';
import { firstRepeated, onlyParties, type ContentRule } from './content-checks.js';
import { repeatedEntry, whyIsTheOthers } from './refusals.js';

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
