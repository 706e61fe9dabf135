import { communityPhases, type CommunityPhase } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';

/** True when something that a partner brought was noted, since an instant if one is given (ALE-38). */
export const sawPartnerContribute = (state: PartnershipState, since: string | null): boolean => {
  const { broughtAt } = state.journal.relation;
  return broughtAt !== null && (since === null || broughtAt > since);
};

/** From when on a part taken by the community counts: planning once, the work since the last reflection, evaluation in its phase. */
const countsSince = (state: PartnershipState, stage: CommunityPhase, lastReflection: string | null): string => {
  if (stage === 'planning') return '';
  return stage === 'implementation' ? (lastReflection ?? '') : state.phaseSince;
};

/** Stages in which the community has not taken part (AGI-33). */
export const stagesWithoutCommunity = (state: PartnershipState, lastReflection: string | null): readonly CommunityPhase[] =>
  communityPhases.filter(stage => {
    const at = state.journal.relation.community[stage];
    return at === undefined || at < countsSince(state, stage, lastReflection);
  });

export const communityWasThere = (state: PartnershipState, lastReflection: string | null): boolean =>
  stagesWithoutCommunity(state, lastReflection).length === 0;

/** Opportunities still open on a day, the latest first. */
export const openOpportunities = (state: PartnershipState, today: string) =>
  state.journal.relation.opportunities.filter(one => one.closesOn === null || one.closesOn >= today).toReversed();
