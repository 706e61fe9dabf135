import { relationToBuild } from '../asks/relation.js';
import type { AnyCommand, Command, CommandType, StreamKind } from '@palabre/contracts';
import { isAtRest } from '../after-the-end.js';
import { campaign } from '../campaign/index.js';
import type { CampaignState } from '../campaign/state.js';
import { charter } from '../charter/index.js';
import type { CharterState } from '../charter/state.js';
import { evolve } from '../evolve.js';
import { screen } from '../guards/screen.js';
import { handle, passTime } from '../handle.js';
import { withoutSealedAnswers } from '../mechanisms/form/questions.js';
import { organisation } from '../organisation/index.js';
import type { OrganisationState } from '../organisation/state.js';
import { standingOf } from '../standing.js';
import { initialState, type PartnershipState } from '../state.js';
import { openActions, whyNot } from '../why-not.js';
import { ownedRules } from './owned-rules.js';
import type { StreamRules } from './stream-rules.js';

/** The rules of partnerships. `handle` is asked only for what `screen` let through, which knows the type. */
export const partnershipRules: StreamRules<PartnershipState> = {
  kind: 'partnership',
  empty: initialState,
  screen,
  handle: (state, command: AnyCommand, circumstances) => handle(state, command as Command, circumstances),
  passTime,
  evolve,
  hasEnded: isAtRest,
  standing: (state, announcedVersion) => {
    const missing = relationToBuild(state);
    return { ...standingOf(state, announcedVersion), ...(missing.length === 0 ? {} : { relationToBuild: missing }) };
  },
  whyNot: (state, ask) => whyNot(state, { ...ask, type: ask.type as CommandType }),
  openActions,
  shown: withoutSealedAnswers,
  remembers: () => true,
};

export const organisationRules: StreamRules<OrganisationState> = ownedRules(organisation);
export const charterRules: StreamRules<CharterState> = ownedRules(charter);
export const campaignRules: StreamRules<CampaignState> = ownedRules(campaign);

/** State of a stream by its kind. */
export interface StateOf {
  readonly partnership: PartnershipState;
  readonly organisation: OrganisationState;
  readonly charter: CharterState;
  readonly campaign: CampaignState;
}

/** The rules of every kind of stream. */
export const streamRules: { readonly [K in StreamKind]: StreamRules<StateOf[K]> } = {
  partnership: partnershipRules,
  organisation: organisationRules,
  charter: charterRules,
  campaign: campaignRules,
};

/** The rules of a kind that is known only when the program runs; a state of one kind never meets the rules of another. */
export const rulesOf = (kind: StreamKind): StreamRules => streamRules[kind] as unknown as StreamRules;

/** The tables of the streams that belong to one organisation, for pages and promises. */
export const ownedStreams = { organisation, charter, campaign } as const;
