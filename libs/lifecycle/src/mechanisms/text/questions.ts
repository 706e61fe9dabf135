import type { DecisionRule, TextKind } from '@palabre/contracts';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames, votersOf, workingLanguages } from '../parties/questions.js';
import type { KeptLine, TextHead } from './slice.js';

export const headOf = (state: PartnershipState, kind: TextKind): TextHead | undefined => state.texts.heads[kind];

export const isAgreed = (state: PartnershipState, kind: TextKind): boolean => headOf(state, kind)?.status === 'agreed';

/**
 * In whose court a text is: the parties that have not answered a proposed version; the proposer of one that fell; nobody
 * when it is agreed.
 */
export function courtOf(state: PartnershipState, kind: TextKind): readonly string[] {
  const head = headOf(state, kind);
  if (head === undefined || head.status === 'agreed') return [];
  if (head.status === 'contested') return [head.proposedBy];
  return votersOf(state).filter(party => !head.acceptedBy.includes(party) && !head.contestedBy.includes(party));
}

/** By which rule a text is agreed: the one that everybody will decide under is chosen by everybody (PMP-28). */
export const ruleOn = (state: PartnershipState, kind: TextKind): DecisionRule =>
  kind === 'operating-modes' ? 'all' : policyOf(state).decisionRule;

/** Texts that were proposed and wait for an answer. A final report is answered by the assemblies. */
export const waitingTexts = (state: PartnershipState): readonly (readonly [TextKind, TextHead])[] =>
  (Object.entries(state.texts.heads) as [TextKind, TextHead][]).filter(
    ([kind, head]) => kind !== 'final-report' && head.status === 'proposed',
  );

/** Lines of the budget that was agreed last; null before any. A version under discussion changes nothing yet. */
export function agreedBudget(state: PartnershipState): readonly KeptLine[] | null {
  const budget = headOf(state, 'budget');
  return budget === undefined ? null : agreedLinesOf(budget);
}

/** The lines in force of a text: its own once it is agreed, otherwise those of the version agreed before. */
export const agreedLinesOf = (head: TextHead): readonly KeptLine[] | null => (head.status === 'agreed' ? head.lines : head.standingLines);

/** Objectives whose change one party alone defined: counted and listed, because solutions come from society (ALE-22). */
export const objectivesDefinedAloneBy = (state: PartnershipState, party: string): readonly string[] =>
  String(headOf(state, 'objectives')?.marks['definedAlone'] ?? '')
    .split(' ')
    .flatMap(entry => (entry.endsWith(`>${party}`) ? [entry.slice(0, -party.length - 1)] : []));

/** Parties that have not written their expectations and values yet. */
export const withoutExpectations = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(party => !state.texts.expectationsOf.includes(party));

/** True where the charter asks, in whichever phase, that all members are given what was signed (HFA-29). */
export const membersAreInformed = (state: PartnershipState): boolean =>
  Object.values(policyOf(state).switches.askedIn ?? {}).some(asked => asked.includes('members-informed'));

/** Texts that nobody answers or signs before they exist in the party's own language (MDM-16). */
export const translatedKinds = ['budget', 'agreement'] as const satisfies readonly TextKind[];

/**
 * Working languages of the parties into which the present version of a text is not translated. The proposer's own
 * language is the original's.
 */
export function missingTranslations(state: PartnershipState, kind: TextKind): readonly string[] {
  const head = headOf(state, kind);
  if (head === undefined) return [];
  const original = state.parties.members.find(member => member.party === head.proposedBy)?.workingLanguage;
  return workingLanguages(state).filter(language => language !== original && !head.translations.includes(language));
}
