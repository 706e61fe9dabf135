import type { EventAttributes, EventData } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import type { JournalKind } from './kinds.js';
import { withAPartner } from './relation-rules.js';
import type { RelationSlice } from './relation-slice.js';

/** What a note about the relation keeps beyond being counted. */
type Keeps<K extends JournalKind> = (
  relation: RelationSlice,
  data: EventData<K>,
  attributes: EventAttributes,
  state: PartnershipState,
) => Partial<RelationSlice>;

const oneMore = <K extends string>(counts: { readonly [N in K]?: number }, key: K): { readonly [N in K]?: number } => ({
  ...counts,
  [key]: (counts[key] ?? 0) + 1,
});

const tally = (counts: Readonly<Record<string, number>>, key: string): Readonly<Record<string, number>> => ({
  ...counts,
  [key]: (counts[key] ?? 0) + 1,
});

const session: Keeps<'DesignSessionHeld' | 'OutreachSessionHeld'> = ({ sessions }, data, _attributes, state) => ({
  sessions: { held: sessions.held + 1, withoutPartner: sessions.withoutPartner + (withAPartner(state, data) ? 0 : 1) },
});

export const relationKeeps: { readonly [K in JournalKind]?: Keeps<K> } = {
  ContributionMade: ({ contributions }, { contribution, to, party }) => ({
    contributions: [...contributions, { contribution, by: party, to }],
  }),
  ContributionConfirmed: ({ contributions, confirmed }, { contribution, party }) => ({
    contributions: contributions.filter(one => one.contribution !== contribution),
    confirmed: tally(confirmed, party),
  }),
  PartnerContributionRecorded: ({ brought }, { brings }, { factat }) => ({ brought: tally(brought, brings), broughtAt: factat }),
  AccompanimentGiven: ({ accompaniment: years }, { accompaniment, on }) => {
    const year = on.slice(0, 4);
    return { accompaniment: { ...years, [year]: oneMore(years[year] ?? {}, accompaniment) } };
  },
  AdvocacyConsentGiven: ({ consents }, { subject, to, party }) => ({ consents: [...consents, { subject, by: party, to }] }),
  /** The board keeps what is still open; what has closed stays in the history. */
  OpportunityShared: ({ opportunities }, { opportunity, closesOn, party, on }) =>
    opportunity === undefined
      ? {}
      : {
          opportunities: [
            ...opportunities.filter(one => one.closesOn === null || one.closesOn >= on),
            { opportunity, by: party, closesOn: closesOn ?? null, followedUp: 0 },
          ],
        },
  OpportunityFollowedUp: ({ opportunities }, { opportunity }) => ({
    opportunities: opportunities.map(one => (one.opportunity === opportunity ? { ...one, followedUp: one.followedUp + 1 } : one)),
  }),
  SharedHistoryNoted: ({ history, tones }, { entry, tone, party }) => ({
    history: [...history, { entry, by: party }],
    tones: { ...tones, [tone]: tones[tone] + 1 },
  }),
  CommunityParticipationRecorded: ({ community }, { stage }, { factat }) => ({ community: { ...community, [stage]: factat } }),
  RelationTimePlanned: ({ timePlanned }, { party, year }) => ({
    timePlanned: { ...timePlanned, [party]: Math.max(year, timePlanned?.[party] ?? 0) },
  }),
  DesignSessionHeld: session,
  OutreachSessionHeld: session,
};
