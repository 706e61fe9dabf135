import type { Fact, Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { refuse } from '../../decision.js';
import { askGates, blockedBy } from '../../gates/index.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { isPlannedBetween, movedBy } from '../text/equity-questions.js';
import { unknownParty } from '../../refusals.js';
import { claimedTwice } from './chosen-levels.js';
import { activityRules } from './joint-activities.js';
import { exchangeRules } from './exchange-rules.js';
import { mapRules } from './map-rules.js';
import { relationRules, relationWarnings } from './relation-rules.js';
import type { Note, NoteRule, NoteRules } from './note-rule.js';
import { notesOf } from './questions.js';
import { notPlannedBetween } from './party-refusals.js';
import { completed, partyRules } from './party-rules.js';
import {
  aboutOneself,
  barriersStand,
  saidByTheConcerned,
  listHasEntries,
  moreAnswersThanContacts,
  movesOtherwise,
  notYet,
} from './refusals.js';

/** The name of the event is the kind of the note; the party is the speaker's own. */
const noted = ({ kind, ...fields }: Note, party: string): Fact => ({ type: kind, data: { ...fields, party } }) as unknown as Fact;

/** A capacity activity goes to no donor before the partner has written why (MDM-19). */
const proposalRule: NoteRule<'ProposalSubmitted'> = (state, note, moment) => {
  if (note.capacityLines.length === 0) return null;
  const knock = { now: moment.now, person: moment.actor.person, party: moment.party.party };
  return blockedBy(askGates(state, knock, [{ gate: 'CAPACITY' }]));
};

/** A party of the file, and not the one that speaks. */
const anotherParty = (state: PartnershipState, named: string, moment: Moment, rule: string): Refusal | null => {
  if (!partyNames(state).includes(named)) return unknownParty(named, rule);
  return named === moment.party.party ? aboutOneself(rule) : null;
};

/** A right moves only by a measure that everybody agreed, the party that gives it up among them, and as they agreed (AGI-13). */
function unplanned(
  state: PartnershipState,
  { planned, from, moved }: Extract<Note, { kind: 'PowerRebalancingMeasureCompleted' }>,
  to: string,
): Refusal | null {
  if (planned === undefined) return null;
  if (!isPlannedBetween(state, planned, from, to)) return notPlannedBetween(planned, from);
  const agreed = movedBy(state, planned);
  return agreed === undefined || agreed === moved ? null : movesOtherwise(planned, agreed);
}

const rules: NoteRules = {
  ...exchangeRules,
  ...mapRules,
  ...relationRules,
  ...partyRules,
  ...activityRules,
  ProposalSubmitted: proposalRule,
  NetworkMobilised: (_state, note) => (note.answered > note.contacted ? moreAnswersThanContacts() : null),
  DonorIntroductionMade: (state, note, moment) => anotherParty(state, note.introduced, moment, 'ALE-10'),
  PeerSessionHeld: (state, note) => (partyNames(state).includes(note.offeredBy) ? null : unknownParty(note.offeredBy, 'PMP-37')),
  ParticipationBarrierLowered: (_state, note, moment) => (note.confirmedBy === moment.actor.person ? null : saidByTheConcerned()),
  NoParticipationBarrierKnown: state =>
    notesOf(state, 'ParticipationBarrierNamed') > notesOf(state, 'ParticipationBarrierLowered') ? barriersStand() : null,
  PowerRebalancingMeasureCompleted: (state, note, moment) =>
    anotherParty(state, note.from, moment, 'AGI-13') ?? unplanned(state, note, moment.party.party),
  LearningShared: (state, note) => (partyNames(state).includes(note.learnedFrom) ? null : unknownParty(note.learnedFrom, 'MDM-84')),
  StakeholderListDeclaredEmpty: (state, note) =>
    (state.journal.categories[note.category] ?? 0) > 0 ? listHasEntries(note.category) : null,
};

const recordNote: Decider<'RecordNote'> = (state, { data }, moment) => {
  const today = dayOf(moment.now);
  if (data.on > today) return refuse(notYet(data.on, today));
  const rule = rules[data.kind] as ((state: PartnershipState, note: Note, moment: Moment) => Refusal | null) | undefined;
  const wrong = rule?.(state, data, moment) ?? null;
  if (wrong !== null) return refuse(wrong);
  const told = noted({ ...data, ...completed(state, data, moment) }, moment.party.party);
  return {
    outcome: 'accepted',
    facts: [told],
    warnings: [...relationWarnings(state, data), ...claimedTwice(state, data, moment.party.party)],
  };
};

export const journalDeciders: Deciders = { RecordNote: recordNote };
