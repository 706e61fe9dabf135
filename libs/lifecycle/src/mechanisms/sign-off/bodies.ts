import { fact, type CommandData, type Fact, type FreeText, type Refusal, type Role } from '@palabre/contracts';
import { tally, type Vote } from '../../agreement/ballot.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { unknownParty } from '../../refusals.js';
import { partyNames } from '../parties/questions.js';
import { alreadyVoted, ballotOpen, memberTwice, notAMember, quorumTooHigh } from './body-refusals.js';
import { bodyOf } from './questions.js';

/** Members may come from several parties: a governance that the parties share (MDM-60). */
export const constituteBody: Decider<'ConstituteBody'> = (state, command, moment) => {
  const { body, members, quorum } = command.data;
  const stranger = members.find(member => !partyNames(state).includes(member.party));
  if (stranger !== undefined) return refuse(unknownParty(stranger.party));
  if (new Set(members.map(member => member.person)).size !== members.length) return refuse(memberTwice());
  if (quorum > members.length) return refuse(quorumTooHigh(members.length));
  if (steersTheVote(state, command.data, moment.party.party)) return refuse(ballotOpen());
  return accept(fact('BodyConstituted', { body, party: moment.party.party, members: [...members], quorum }));
};

/**
 * While a vote is under way the body keeps its size, its quorum and everybody who has voted: nobody names the winning
 * majority afterwards. Who has not voted may be replaced, so that no vote waits for ever for somebody who is gone.
 */
function steersTheVote(state: PartnershipState, { body, members, quorum }: CommandData<'ConstituteBody'>, party: string): boolean {
  const present = bodyOf(state, body, party);
  const voices = state.signOffs.votes.filter(vote => vote.body === body && vote.of === party);
  if (present === undefined || voices.length === 0) return false;
  const keptVoices = voices.every(vote => members.some(member => member.person === vote.person));
  return !keptVoices || quorum !== present.quorum || members.length !== present.members.length;
}

/** What a person of a body says on something, and what follows once the body has decided. */
export interface Ballot {
  /** The body, and the party whose body it is. */
  readonly body: Role;
  readonly of: string;
  /** What is voted on; another version or case is another subject. */
  readonly subject: string;
  readonly verdict: Vote['verdict'];
  readonly reason: FreeText | null;
  readonly granted: (reason: FreeText) => readonly Fact[];
  readonly refused: (reason: FreeText) => readonly Fact[];
}

/** Told as the reason of an outcome that the last voice did not want: the reasons stand in the votes. */
const byVotes: FreeText = 'Décidé par les voix des membres / Decided by the members’ votes.';

/**
 * One voice. Where the party has named no members, the person speaks for the whole body; otherwise each member votes, and
 * the outcome is told with the voice that settles it.
 */
export function castVote(state: PartnershipState, ballot: Ballot, moment: Moment): Decision {
  const { body, of, subject, verdict, reason } = ballot;
  const outcome = verdict === 'grant' ? ballot.granted : ballot.refused;
  const constituted = bodyOf(state, body, of);
  if (constituted === undefined) return accept(...outcome(reason ?? byVotes));
  const barred = mayVote(state, ballot, moment);
  if (barred !== null) return refuse(barred);
  const voice = { body, of, subject, party: moment.party.party, person: moment.actor.person, verdict, reason };
  const votes = state.signOffs.votes.filter(one => one.subject === subject);
  const settled = tally(constituted, [...votes, { person: moment.actor.person, verdict }]);
  if (settled === 'waiting') return accept(fact('VoteCast', voice));
  const why = settled === verdict && reason !== null ? reason : byVotes;
  return accept(fact('VoteCast', voice), ...(settled === 'grant' ? ballot.granted(why) : ballot.refused(why)));
}

function mayVote(state: PartnershipState, { body, of, subject }: Ballot, moment: Moment): Refusal | null {
  const isMember = bodyOf(state, body, of)?.members.some(member => member.person === moment.actor.person) === true;
  if (!isMember) return notAMember(body);
  const voted = state.signOffs.votes.some(one => one.subject === subject && one.person === moment.actor.person);
  return voted ? alreadyVoted() : null;
}
