import type { GroupVote, IdeaCard } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { toldIn } from './card.js';
import { notYetRead } from './questions.js';
import type { IdeaSlice } from './slice.js';

const withIdea = (state: PartnershipState, change: Partial<IdeaSlice>): PartnershipState => ({
  ...state,
  idea: { ...state.idea, ...change },
});

/** What the opening, or a later word, tells of the idea. */
export const ideaTold = (state: PartnershipState, data: IdeaCard): PartnershipState =>
  withIdea(state, { told: [...new Set([...state.idea.told, ...toldIn(data)])] });

/** Partnerships that the directory showed. */
export const directorySeen = (state: PartnershipState, seen: readonly string[]): PartnershipState => withIdea(state, { seen });

/** A group that voted consents with more voices in favour than against; where nobody voted the opinion stands alone (S-18). */
const hasConsented = (vote: GroupVote | undefined): boolean => vote === undefined || vote.inFavour > vote.against;

export const ideaEvolvers: Evolvers = {
  PartnershipIdeaCompleted: (state, data) => ideaTold(state, data),
  /** Its companion ends the idea. */
  IdeaTurnedIntoMembershipRequest: state => state,
  ProjectLinked: (state, { project, endsOn }) => withIdea(state, { projects: [...state.idea.projects, { project, endsOn }] }),
  LinkedProjectEnded: (state, { project }) =>
    withIdea(state, {
      projects: state.idea.projects.filter(one => one.project !== project),
      projectsEnded: state.idea.projectsEnded + 1,
    }),
  OptionalStepSwitched: (state, { step, on }) =>
    withIdea(state, { switchedOff: on ? state.idea.switchedOff.filter(one => one !== step) : [...state.idea.switchedOff, step] }),
  CommunityOpinionGiven: (state, { kind, hash, vote }) =>
    withIdea(state, {
      opinions: [
        ...state.idea.opinions.filter(one => one.kind !== kind),
        { kind, hash, ...(hasConsented(vote) ? {} : { withoutConsent: true }) },
      ],
    }),
  BrandIncidentReported: (state, { incident, party }) =>
    withIdea(state, { incidents: [...state.idea.incidents, { incident, reportedBy: party, readBy: [] }] }),
  /** Read by all, it waits for nobody any more. */
  BrandIncidentAcknowledged: (state, { incident, party }) => {
    const read = state.idea.incidents.map(one => (one.incident === incident ? { ...one, readBy: [...one.readBy, party] } : one));
    return withIdea(state, { incidents: read.filter(one => notYetRead(state, one).length > 0) });
  },
};
