import { budgetPurposes, purposesOfEach, type Money, type Refusal, type TextBodies } from '@palabre/contracts';
import { policyOf, type PartnershipState } from '../../state.js';
import { spentLines } from '../money/questions.js';
import { hostOf, partyNames } from '../parties/questions.js';
import * as no from './budget-refusals.js';
import { firstRepeated, onlyParties, type ContentRule } from './content-checks.js';
import { isAgreed } from './questions.js';
import { repeatedEntry } from './refusals.js';

type Budget = TextBodies['budget'];

/** Who decides what comes before how much, where the charter says so (AGI-20). */
const rolesFirst = (state: PartnershipState): Refusal | null =>
  policyOf(state).switches.rolesBeforeBudget && !isAgreed(state, 'roles') ? no.rolesComeFirst() : null;

const grantedTo = (body: Budget, party: string): number =>
  body.lines.filter(line => line.overhead && line.spentBy === party).reduce((sum, line) => sum + line.cost.amount, 0);

/** Overheads needed stand beside those granted, and a gap has its explanation (ALE-11, ALE-48). */
function overheadRule(state: PartnershipState, body: Budget): Refusal | null {
  const stated = body.overheads ?? [];
  const stranger = onlyParties(
    state,
    stated.map(one => one.party),
  );
  if (stranger !== null) return stranger;
  if (stated.some(one => one.needed.currency !== body.total.currency)) return no.mixedCurrencies();
  const gap = stated.find(one => one.explanation === null && one.needed.amount > grantedTo(body, one.party));
  if (gap !== undefined) return no.gapUnexplained(gap.party);
  if (policyOf(state).switches.overheadLine !== 'required') return null;
  const spenders = partyNames(state).filter(party => party !== hostOf(state) && body.lines.some(line => line.spentBy === party));
  const silent = spenders.find(party => !stated.some(one => one.party === party));
  return silent === undefined ? null : no.overheadsMissing(silent);
}

const isAskedOfEach = (state: PartnershipState, purpose: (typeof budgetPurposes)[number]): boolean =>
  purposesOfEach.includes(purpose) && policyOf(state).switches.budgetLines[purpose] === 'required';

/** Each party has its own line, or is named among those without one: everybody who accepts the budget waives it (AGI-27). */
function eachRule(state: PartnershipState, { lines, withoutLine = [] }: Budget): Refusal | null {
  for (const purpose of budgetPurposes.filter(one => isAskedOfEach(state, one))) {
    const silent = partyNames(state).find(
      party =>
        !lines.some(line => line.purpose === purpose && line.spentBy === party && line.cost.amount > 0) &&
        !withoutLine.some(one => one.purpose === purpose && one.party === party),
    );
    if (silent !== undefined) return no.purposeMissingFor(purpose, silent);
  }
  return null;
}

/** Lines that the charter asks for: time together, participation, work between partners (AGI-27, AGI-34, AGI-38). */
function purposeRule(state: PartnershipState, body: Budget): Refusal | null {
  const { budgetLines } = policyOf(state).switches;
  const missing = budgetPurposes
    .filter(purpose => budgetLines[purpose] !== 'offered' && !isAskedOfEach(state, purpose))
    .filter(purpose => !body.lines.some(line => line.purpose === purpose && line.cost.amount > 0))
    .find(
      purpose =>
        budgetLines[purpose] === 'required' || !(body.withoutLine ?? []).some(one => one.purpose === purpose && one.party === undefined),
    );
  return missing === undefined ? null : no.purposeMissing(missing, budgetLines[missing] === 'required-or-explained');
}

/** Warnings, never a block: one funder carries too much, or the money is secured for too short a time (PMP-18, C-14). */
export function fundingWarnings(state: PartnershipState, body: Budget): readonly Refusal[] {
  const limits = policyOf(state).switches.fundingWarning;
  if (limits === null || body.funding === undefined) return [];
  const { sources, coverMonths } = body.funding;
  const main = Math.max(...sources.map(source => source.percent));
  return [
    ...(main > limits.mainFunderPercent ? [no.singleFunder(main, limits.mainFunderPercent)] : []),
    ...(coverMonths < limits.coverMonths ? [no.shortFunding(coverMonths, limits.coverMonths)] : []),
  ];
}

/** A line that a party refused comes back changed, or is proposed by that party itself (MDM-11). */
function vetoed(state: PartnershipState, body: TextBodies['budget'], proposer: string): Refusal | null {
  const head = state.texts.heads.budget;
  const unchanged = (line: string): boolean => {
    const was = head?.lines.find(one => one.line === line);
    const now = body.lines.find(one => one.line === line);
    return was !== undefined && now?.cost.amount === was.amount && now.cost.currency === was.currency && now.spentBy === was.spentBy;
  };
  const standing = head?.vetoes.find(veto => veto.party !== proposer && unchanged(veto.line));
  return standing === undefined ? null : no.lineVetoed(standing.line, standing.party);
}

/** A later budget keeps each line on which money was spent, with what was spent at least: the past is accounted for (HFA-19). */
function spentRule(state: PartnershipState, body: Budget): Refusal | null {
  const lost = spentLines(state).find(spent => {
    const kept = body.lines.find(({ line, cost }) => line === spent.line && cost.currency === spent.currency);
    return kept === undefined || kept.cost.amount < spent.amount;
  });
  return lost === undefined ? null : no.lineSpentAlready(lost);
}

/** Why lines and total of a budget do not belong together, or null. */
export function sumOfLines({
  lines,
  total,
}: {
  readonly total: Money;
  readonly lines: readonly { readonly cost: Money }[];
}): Refusal | null {
  if (lines.some(line => line.cost.currency !== total.currency)) return no.mixedCurrencies();
  const sum = lines.reduce((known, line) => known + line.cost.amount, 0);
  return sum === total.amount ? null : no.budgetDoesNotSum(total.amount, sum);
}

/** What is wrong with a budget, the first thing only. */
export const budgetRule: ContentRule<'budget'> = (state, body, proposer) => {
  const repeated = firstRepeated(body.lines.map(line => line.line));
  if (repeated !== undefined) return repeatedEntry('budget', repeated);
  const wrongSum = sumOfLines(body);
  if (wrongSum !== null) return wrongSum;
  const stranger = onlyParties(
    state,
    body.lines.map(line => line.spentBy),
  );
  return (
    stranger ??
    spentRule(state, body) ??
    rolesFirst(state) ??
    overheadRule(state, body) ??
    eachRule(state, body) ??
    purposeRule(state, body) ??
    vetoed(state, body, proposer)
  );
};
