import { trustQuestions, type DeclarationKind, type Localized } from '@palabre/contracts';
import { say } from '../../decision.js';
import { figureOf } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import type { ExpertiseCell, Motivation, TrustPulse, TrustScores } from './slice.js';

/** Declarations that a charter may ask for, in whichever phase. */
export const askedDeclarations = ['motivation', 'will', 'trust'] as const satisfies readonly DeclarationKind[];

export type AskedDeclaration = (typeof askedDeclarations)[number];

/** True when the charter asks every party for this, in any phase. */
export const isAskedOfParties = (state: PartnershipState, kind: AskedDeclaration): boolean =>
  Object.values(policyOf(state).switches.askedIn ?? {}).some(ids => ids.includes(kind));

const of = <T extends { readonly party: string }>(told: readonly T[], party: string): T | undefined =>
  told.find(one => one.party === party);

/** What one party has not said yet; a declared no is told as what it is (PMP-57). */
const missing: Readonly<Record<AskedDeclaration, (state: PartnershipState, party: string) => readonly Localized[]>> = {
  motivation: ({ declarations }, party) =>
    of(declarations.motivations, party) === undefined
      ? [say(`« ${party} » n’a pas dit sa motivation.`, `"${party}" has not stated its motivation.`)]
      : [],
  will: ({ declarations }, party) => {
    const will = of(declarations.wills, party);
    return [
      ...(will?.cooperates === true
        ? []
        : [say(`« ${party} » n’a pas déclaré vouloir coopérer.`, `"${party}" has not declared the will to cooperate.`)]),
      ...(will?.compromises === true
        ? []
        : [say(`« ${party} » n’a pas déclaré vouloir chercher des compromis.`, `"${party}" has not declared the will to compromise.`)]),
    ];
  },
  trust: ({ declarations }, party) =>
    of(declarations.trust, party) === undefined
      ? [say(`« ${party} » n’a pas donné le pouls de la confiance.`, `"${party}" has not answered the trust pulse.`)]
      : [],
};

export const missingOf = (state: PartnershipState, kind: AskedDeclaration, party: string): readonly Localized[] =>
  missing[kind](state, party);

/** What an organisation that asks to come in still has to declare, under this charter (PMP-16, PMP-57). */
export const undeclaredBy = (state: PartnershipState, party: string): readonly Localized[] =>
  askedDeclarations.filter(kind => isAskedOfParties(state, kind)).flatMap(kind => missingOf(state, kind, party));

/** Where the initiative came from, party by party, for reading side by side (PMP-04). */
export const originsSideBySide = (state: PartnershipState): readonly Motivation[] => state.declarations.motivations;

/** Sectors of the parties that have said theirs; null as long as one of them has not. */
export function sectorsOfAll(state: PartnershipState, motivations = state.declarations.motivations): readonly string[] | null {
  const told = partyNames(state).map(party => of(motivations, party)?.sector);
  return told.some(sector => sector === undefined) ? null : [...new Set(told)].filter(sector => sector !== undefined);
}

/** Cells that nobody has filled, party by party, of those who stated what they bring (PMP-55). */
export const emptyCells = (state: PartnershipState): readonly { readonly party: string; readonly cells: readonly ExpertiseCell[] }[] =>
  state.declarations.expertise.filter(({ empty }) => empty.length > 0).map(({ party, empty }) => ({ party, cells: empty }));

export const lastPulse = (state: PartnershipState, party: string): TrustPulse | undefined => of(state.declarations.trust, party);

/** Questions on which trust fell by as many points as the charter says, or more; none without an earlier pulse (PMP-22). */
export function trustFall(
  state: PartnershipState,
  party: string,
  now: TrustScores,
): { readonly fell: readonly (typeof trustQuestions)[number][]; readonly points: number } | null {
  const before = lastPulse(state, party)?.scores;
  const enough = figureOf(state, 'trust_drop_points');
  if (before === undefined || enough === null || enough === 0) return null;
  const fell = trustQuestions.filter(question => before[question] - now[question] >= enough);
  return fell.length === 0 ? null : { fell, points: Math.max(...fell.map(question => before[question] - now[question])) };
}

/** Phases in which people work together on something that may try their trust. */
const pulsed = ['co-construction', 'validation', 'setting-up', 'implementation', 'annual-review', 'transfer'];

/** Parties whose last pulse is of an earlier phase: it is repeated at each change of phase (PMP-22). */
export const pulseOwedBy = (state: PartnershipState): readonly string[] =>
  isAskedOfParties(state, 'trust') && pulsed.includes(state.phase)
    ? partyNames(state).filter(party => lastPulse(state, party)?.phase !== state.phase)
    : [];
