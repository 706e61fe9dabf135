import { ideaParts, type GateId, type IdeaCard, type IdeaPart, type TextKind } from '@palabre/contracts';
import { strengthOf } from '../../gates/index.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { mandatesIn, otherParties, partyNames } from '../parties/questions.js';
import type { BrandIncident } from './slice.js';

/** Fields of a part of the idea that nobody has told yet. */
export const untoldIn = (state: PartnershipState, part: IdeaPart): readonly (keyof IdeaCard)[] =>
  ideaParts[part].filter(field => !state.idea.told.includes(field));

/** True when the charter asks for this part of the idea, in any phase. */
export const isPartAsked = (state: PartnershipState, part: IdeaPart): boolean =>
  Object.values(policyOf(state).switches.askedIn ?? {}).some(ids => ids.includes(part));

export const isLinked = (state: PartnershipState, project: string): boolean => state.idea.projects.some(one => one.project === project);

export const isSwitchedOff = (state: PartnershipState, step: TextKind): boolean => state.idea.switchedOff.includes(step);

/** Texts that the type brings, without those that the parties left out. */
export const ownTexts = (state: PartnershipState): readonly TextKind[] =>
  (policyOf(state).switches.ownTexts ?? []).filter(kind => !isSwitchedOff(state, kind));

/** Texts without which something later cannot be done at all. */
const indispensable: readonly TextKind[] = ['agreement', 'final-report', 'transfer-plan', 'handover-deed'];

const gateOf: Readonly<Partial<Record<TextKind, GateId>>> = {
  values: 'VALUES',
  objectives: 'OBJECTIVES',
  roles: 'ROLES',
  budget: 'BUDGET',
  'capacity-plan': 'CAPACITY',
  evaluation: 'EVALUATION',
};

/** Asks of the charter that are met by a text of another name. */
const askedAs: Readonly<Partial<Record<TextKind, string>>> = {
  roles: 'role-table',
  vision: 'shared-vision',
  plan: 'partnership-plan',
  strategy: 'local-strategy',
};

/** True for what the charter asks for under a gate that blocks, or by an ask: it is no option (ALE-03). */
export function isRequired(state: PartnershipState, step: TextKind): boolean {
  const gate = gateOf[step];
  const asked = Object.values(policyOf(state).switches.askedIn ?? {}).flat();
  return (
    indispensable.includes(step) ||
    (gate !== undefined && strengthOf(state, { gate }) === 'block') ||
    asked.some(id => id === step || id === askedAs[step])
  );
}

/** Strategy documents on which community leaders are heard (AGI-32). */
const strategic: readonly TextKind[] = ['vision', 'objectives', 'strategy', 'plan'];

/** Present versions of strategy documents that carry no opinion of community leaders, where the charter wants one. */
export const withoutOpinion = (state: PartnershipState): readonly TextKind[] =>
  policyOf(state).switches.northSouth
    ? strategic.filter(kind => {
        const head = state.texts.heads[kind];
        return head !== undefined && !state.idea.opinions.some(one => one.kind === kind && one.hash === head.hash);
      })
    : [];

/** Parties that have named community leaders of their own: only they can be asked for an opinion, and only before a text is agreed. */
export const partiesWithLeaders = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(party => mandatesIn(state, party, 'community-leader', state.calendar.now).length > 0);

/** Present versions of texts to which a group that voted has not consented (S-18). */
export const withoutConsent = (state: PartnershipState): readonly TextKind[] =>
  state.idea.opinions.filter(one => one.withoutConsent === true && state.texts.heads[one.kind]?.hash === one.hash).map(one => one.kind);

/** Members that have not read an incident on the shared brand. */
export const notYetRead = (state: PartnershipState, { reportedBy, readBy }: BrandIncident): readonly string[] =>
  otherParties(state, reportedBy).filter(party => !readBy.includes(party));
