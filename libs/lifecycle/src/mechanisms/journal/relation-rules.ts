import type { CommandData, Refusal } from '@palabre/contracts';
import type { Moment } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { unknownParty } from '../../refusals.js';
import type { PartnershipState } from '../../state.js';
import { mayBeQuoted } from '../form/revealed.js';
import { partnersOf, partyNames } from '../parties/questions.js';
import type { NoteRule, NoteRules } from './note-rule.js';
import { aboutOneself } from './refusals.js';
import * as no from './relation-refusals.js';

/** So that a state stays small: each register of the relation holds this many entries at most. */
const mostEntries = 100;

/** A party of the file, and not the one that speaks. */
const another = (state: PartnershipState, named: string, moment: Moment, rule: string): Refusal | null => {
  if (!partyNames(state).includes(named)) return unknownParty(named, rule);
  return named === moment.party.party ? aboutOneself(rule) : null;
};

const free = (known: readonly string[], name: string, rule: string): Refusal | null => {
  if (known.includes(name)) return no.nameTaken(name, rule);
  return known.length >= mostEntries ? no.registerOfRelationFull(rule, mostEntries) : null;
};

const contributionRule: NoteRule<'ContributionMade'> = (state, { contribution, to }, moment) =>
  another(state, to, moment, 'ALE-36') ??
  free(
    state.journal.relation.contributions.map(one => one.contribution),
    contribution,
    'ALE-36',
  );

const confirmationRule: NoteRule<'ContributionConfirmed'> = (state, { contribution }, moment) => {
  const open = state.journal.relation.contributions.find(one => one.contribution === contribution);
  if (open === undefined) return no.nothingByThatName(contribution, 'ALE-36');
  return open.to === moment.party.party ? null : no.confirmedByTheOther(open.to);
};

const consentRule: NoteRule<'AdvocacyConsentGiven'> = (state, { subject, to }, moment) => {
  const { consents } = state.journal.relation;
  const given = consents.some(one => one.subject === subject && one.by === moment.party.party && one.to === to);
  if (given) return no.nameTaken(subject, 'ALE-16');
  return another(state, to, moment, 'ALE-16') ?? (consents.length >= mostEntries ? no.registerOfRelationFull('ALE-16', mostEntries) : null);
};

/** With a partner, or by it, needs nobody's leave; in its place needs its own (ALE-16). */
const advocacyRule: NoteRule<'AdvocacyActionTaken'> = (state, { stance, partner, subject }, moment) => {
  const me = moment.party.party;
  if (stance === 'by') return partyNames(state).includes(partner) ? null : unknownParty(partner, 'ALE-16');
  const wrong = another(state, partner, moment, 'ALE-16');
  if (wrong !== null || stance === 'with' || !asksFor(state, 'advocacyConsent')) return wrong;
  const given = state.journal.relation.consents.some(one => one.subject === subject && one.by === partner && one.to === me);
  return given ? null : no.spokenForWithoutConsent(partner, subject);
};

const historyAnswerRule: NoteRule<'SharedHistoryAnswered'> = (state, { entry }, moment) => {
  const found = state.journal.relation.history.find(one => one.entry === entry);
  if (found === undefined) return no.nothingByThatName(entry, 'AGI-16');
  return found.by === moment.party.party ? no.historyOfTheOther() : null;
};

type Session = { readonly participants: readonly { readonly party: string; readonly people: number }[] };

const sessionRule = (state: PartnershipState, { participants }: Session): Refusal | null => {
  const stranger = participants.find(({ party }) => !partyNames(state).includes(party));
  return stranger === undefined ? null : unknownParty(stranger.party, 'ALE-71');
};

/** True when a partner was in the room. */
export const withAPartner = (state: PartnershipState, { participants }: Session): boolean =>
  participants.some(({ party, people }) => people > 0 && partnersOf(state).includes(party));

/** What has to hold for notes about the relation. */
export const relationRules: NoteRules = {
  ContributionMade: contributionRule,
  ContributionConfirmed: confirmationRule,
  PartnerContributionRecorded: (state, { by }) => (partnersOf(state).includes(by) ? null : no.broughtByAPartner(by)),
  AccompanimentGiven: (state, { to }, moment) => another(state, to, moment, 'ALE-37'),
  AdvocacyConsentGiven: consentRule,
  AdvocacyActionTaken: advocacyRule,
  OpportunityShared: (state, { opportunity }) =>
    opportunity === undefined
      ? null
      : free(
          state.journal.relation.opportunities.map(one => one.opportunity),
          opportunity,
          'ALE-47',
        ),
  OpportunityFollowedUp: (state, { opportunity }) =>
    state.journal.relation.opportunities.some(one => one.opportunity === opportunity) ? null : no.nothingByThatName(opportunity, 'ALE-47'),
  SharedHistoryNoted: (state, { entry }) =>
    free(
      state.journal.relation.history.map(one => one.entry),
      entry,
      'AGI-16',
    ),
  SharedHistoryAnswered: historyAnswerRule,
  DesignSessionHeld: (state, note) => sessionRule(state, note),
  OutreachSessionHeld: (state, note) => sessionRule(state, note),
  AnswerQuoted: (state, note) => (mayBeQuoted(state, note) ? null : no.notCleared(note.question)),
};

/** What is said beside an accepted note. */
export function relationWarnings(state: PartnershipState, note: CommandData<'RecordNote'>): readonly Refusal[] {
  if (note.kind !== 'DesignSessionHeld' && note.kind !== 'OutreachSessionHeld') return [];
  return withAPartner(state, note) ? [] : [no.sessionWithoutPartner()];
}
