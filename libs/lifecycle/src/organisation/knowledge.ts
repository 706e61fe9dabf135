import { contentHash, fact, profileLevels, teamQualities, type ProfileLevel } from '@palabre/contracts';
import { after, dayOf } from '../calendar/span.js';
import { accept, refuse, type Decision } from '../decision.js';
import type { Decided, OwnedDeciders, OwnedMoment } from '../streams/owned-tables.js';
import { settingsOf } from '../streams/stream-state.js';
import * as refusals from './refusals.js';
import type { OpenHit, OrganisationState } from './state.js';

type Deciders<C extends Decided<'organisation'>> = OwnedDeciders<'organisation', OrganisationState, C>;

const isRemembered = (state: OrganisationState, subject: string, entry: string, on: string): boolean =>
  state.falseMatches.some(match => match.subject === subject && match.entry === entry && (match.until === null || match.until >= on));

/** Another organisation looks at the resemblance, and in it another person than the one who screened. */
function lookedAt(state: OrganisationState, hit: string, { standpoint, actor }: OwnedMoment, then: (found: OpenHit) => Decision): Decision {
  if (standpoint === 'own') return refuse(refusals.judgeInOwnCause());
  const found = state.openHits.find(open => open.hit === hit);
  if (found === undefined) return refuse(refusals.noSuchHit());
  return found.screenedBy === actor.person ? refuse(refusals.screenedByYourself()) : then(found);
}

type Screening = 'RecordScreening' | 'RememberFalseMatch' | 'ConfirmScreeningMatch';

/** Screening of names: what resembled, what was looked at before, what came of it. */
export const screeningDeciders: Deciders<Extract<Decided<'organisation'>, Screening>> = {
  RecordScreening: (state, { data }, { now, newId }) => {
    const found = data.subjects.flatMap(({ subject, resembles }) => resembles.map(one => ({ subject, ...one })));
    const hits = found.map((one, place) => ({ hit: newId(`hit-${place + 1}`), ...one }));
    const known = (one: { subject: string; entry: string }): boolean => isRemembered(state, one.subject, one.entry, dayOf(now));
    return accept(
      fact('NamesScreened', {
        screening: newId('screening'),
        list: data.list,
        listHash: data.listHash,
        checked: data.subjects.length,
        hits: hits.filter(one => !known(one)),
        remembered: hits.filter(known),
      }),
    );
  },
  RememberFalseMatch: (state, { data }, moment) =>
    lookedAt(state, data.hit, moment, ({ subject, entry }) => accept(fact('FalseMatchRemembered', { ...data, subject, entry }))),
  ConfirmScreeningMatch: (state, { data }, moment) =>
    lookedAt(state, data.hit, moment, ({ subject, entry }) => accept(fact('ScreeningMatchConfirmed', { ...data, subject, entry }))),
};

const rank = (level: ProfileLevel | null): number => (level === null ? -1 : profileLevels.indexOf(level));

type Shown = 'KeepDueDiligenceAnswers' | 'ConsentToPublicProfile' | 'PublishPartnerProfile' | 'WithdrawPartnerProfile';

/** What is kept so that nobody is asked twice, and what the organisation lets others see. */
export const shownDeciders: Deciders<Extract<Decided<'organisation'>, Shown>> = {
  KeepDueDiligenceAnswers: (state, { data }, { now }) =>
    accept(
      fact('DueDiligenceAnswersKept', {
        ...data,
        answersHash: contentHash(data.answers),
        until: dayOf(after(now, settingsOf(state).answersKeptFor)),
      }),
    ),
  ConsentToPublicProfile: (_state, { data }) => accept(fact('PartnerProfileConsentGiven', data)),
  PublishPartnerProfile: ({ publicProfile }, { data }) => {
    if (rank(data.level) > rank(publicProfile.consented)) return refuse(refusals.noConsent());
    if (data.contact !== null && data.level !== 'contact') return refuse(refusals.contactNotAtThisLevel());
    return accept(fact('PartnerProfilePublished', data));
  },
  WithdrawPartnerProfile: ({ publicProfile }, { data }) =>
    publicProfile.consented === null ? refuse(refusals.nothingPublic()) : accept(fact('PartnerProfileWithdrawn', data)),
};

type Account = 'NameCountryTeam' | 'CompleteTeamReview' | 'PromisePublicAccount' | 'PublishProgressReport';

/** The public account of the year, and the reviews of the country teams that feed it. */
export const accountDeciders: Deciders<Extract<Decided<'organisation'>, Account>> = {
  NameCountryTeam: (state, { data }) =>
    state.teams.some(({ team }) => team === data.team) ? refuse(refusals.teamKnown()) : accept(fact('CountryTeamNamed', data)),
  CompleteTeamReview: (state, { data }) => {
    const found = state.teams.find(({ team }) => team === data.team);
    if (found === undefined) return refuse(refusals.noSuchTeam());
    const unscored = teamQualities.filter(quality => data.qualities[quality] === undefined);
    if (unscored.length > 0) return refuse(refusals.qualityUnscored(unscored));
    return accept(fact('TeamProgressReviewCompleted', { ...data, round: found.round, template: contentHash(teamQualities) }));
  },
  PromisePublicAccount: (state, { data }, { now }) => {
    if ((state.account?.nextDueAt ?? null) !== null) return refuse(refusals.accountPromised());
    return data.firstDueOn < dayOf(now) ? refuse(refusals.accountInThePast(dayOf(now))) : accept(fact('PublicAccountPromised', data));
  },
  PublishProgressReport: (state, { data }, { now }) => {
    if (data.year > Number(now.slice(0, 4))) return refuse(refusals.yearToCome(data.year, 'ALE-21'));
    if (state.account?.published.includes(data.year)) return refuse(refusals.yearPublished(data.year));
    const reviewed = state.teams.filter(({ owes, round }) => !owes && round > 1);
    const owing = state.teams.filter(({ owes }) => owes).map(({ team }) => team);
    return {
      outcome: 'accepted',
      facts: [fact('PublicProgressReportPublished', { ...data, teamReviews: reviewed.length })],
      warnings: owing.length > 0 ? [refusals.reviewsOutstanding(owing)] : [],
    };
  },
};
