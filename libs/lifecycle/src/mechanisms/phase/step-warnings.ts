import type { Phase, Refusal } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { fewSectors, holesInGrid } from '../declaration/decide.js';
import { withoutConsent, withoutOpinion } from '../idea/questions.js';
import { consentWithheld, opinionMissing } from '../idea/refusals.js';

const silentLeaders = (state: PartnershipState): readonly Refusal[] => {
  const kinds = withoutOpinion(state);
  return kinds.length === 0 ? [] : [opinionMissing(kinds)];
};

const communityAgainst = (state: PartnershipState): readonly Refusal[] => {
  const kinds = withoutConsent(state);
  return kinds.length === 0 ? [] : [consentWithheld(kinds)];
};

/** What is shown to whoever leaves a phase, and holds nobody back. */
const shownOnLeaving: Readonly<Partial<Record<Phase, readonly ((state: PartnershipState) => readonly Refusal[])[]>>> = {
  idea: [fewSectors],
  'due-diligence': [fewSectors, holesInGrid],
  'co-construction': [silentLeaders, communityAgainst],
};

export const shownOnTheWay = (state: PartnershipState): readonly Refusal[] =>
  (shownOnLeaving[state.phase] ?? []).flatMap(warnings => warnings(state));
