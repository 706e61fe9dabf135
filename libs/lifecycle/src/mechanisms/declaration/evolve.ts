import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { expertiseCells, type DeclarationSlice } from './slice.js';

const withDeclarations = (state: PartnershipState, change: Partial<DeclarationSlice>): PartnershipState => ({
  ...state,
  declarations: { ...state.declarations, ...change },
});

/** The last word of a party replaces its earlier one. */
const lastWord = <T extends { readonly party: string }>(told: readonly T[], word: T): readonly T[] => [
  ...told.filter(one => one.party !== word.party),
  word,
];

/** Once people have met about it, trust waits on no agenda any more (PMP-22). */
export const trustTalkedAbout = (state: PartnershipState): PartnershipState => withDeclarations(state, { trustOnAgendaSince: null });

export const declarationEvolvers: Evolvers = {
  MotivationStated: (state, { party, origin, sector }) =>
    withDeclarations(state, { motivations: lastWord(state.declarations.motivations, { party, origin, sector }) }),
  WillDeclared: (state, { party, cooperates, compromises }) =>
    withDeclarations(state, { wills: lastWord(state.declarations.wills, { party, cooperates, compromises }) }),
  ExpertiseStated: (state, data) =>
    withDeclarations(state, {
      expertise: lastWord(state.declarations.expertise, {
        party: data.party,
        empty: expertiseCells.filter(cell => data[cell].length === 0),
      }),
    }),
  CulturalNotesRecorded: (state, { party, about, restDays, avoid }, { streamversion: version }) =>
    withDeclarations(state, {
      culture: [
        ...state.declarations.culture.filter(one => one.party !== party || one.about !== about),
        { party, about, restDays, avoid, version },
      ],
    }),
  TrustPulseAnswered: (state, { party, compromise, decide, commit }) =>
    withDeclarations(state, {
      trust: lastWord(state.declarations.trust, { party, phase: state.phase, scores: { compromise, decide, commit } }),
    }),
  TrustPutOnAgenda: (state, _data, attributes) => withDeclarations(state, { trustOnAgendaSince: attributes.factat }),
};
