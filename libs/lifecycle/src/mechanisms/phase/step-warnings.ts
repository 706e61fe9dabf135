import type { Phase, Refusal } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { fewSectors, holesInGrid } from '../declaration/decide.js';
import { withoutOpinion } from '../idea/questions.js';
import { opinionMissing } from '../idea/refusals.js';

const silentLeaders = (state: PartnershipState): readonly Refusal[] => {
  const kinds = withoutOpinion(state);
  return kinds.length === 0 ? [] : [opinionMissing(kinds)];
};

/** What is shown to whoever leaves a phase, and holds nobody back. */
const shownOnLeaving: Readonly<Partial<Record<Phase, readonly ((state: PartnershipState) => readonly Refusal[])[]>>> = {
  idea: [fewSectors],
  'due-diligence': [fewSectors, holesInGrid],
  'co-construction': [silentLeaders],
};

export const shownOnTheWay = (state: PartnershipState): readonly Refusal[] =>
  (shownOnLeaving[state.phase] ?? []).flatMap(warnings => warnings(state));
