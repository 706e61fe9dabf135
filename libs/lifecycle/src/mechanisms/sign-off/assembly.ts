import { fact, type AssemblySession, type CommandData, type EventData, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { refuse, type Decision } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { askerNeverApproves, noSuchText, staleVersion } from '../../refusals.js';
import type { PartnershipState } from '../../state.js';
import { headOf } from '../text/questions.js';
import { countContradicts, noQuorum, sessionBeforeReport, sessionMissing, sessionToCome } from './assembly-refusals.js';
import { ballotOn } from './ballots.js';
import { castVote, type Ballot } from './bodies.js';
import { bodyOf, reportStatus } from './questions.js';
import { reportAnswered } from './refusals.js';
import type { BoundTo } from './slice.js';

type Held = NonNullable<EventData<'ReportsApprovedByAssembly'>['session']>;

type Count = Held['count'];

/** An assembly answers once on exactly the report it read; who wrote the report does not approve it. */
function obstacleToReports(state: PartnershipState, on: BoundTo, moment: Moment): Refusal | null {
  const head = headOf(state, 'final-report');
  if (head === undefined || reportStatus(state) === 'missing') return noSuchText('final-report');
  if (head.version !== on.version || head.hash !== on.hash) return staleVersion('final-report', head.version);
  const answered = state.signOffs.assembly.some(one => one.party === moment.party.party && one.hash === head.hash);
  if (answered || reportStatus(state) === 'returned') return reportAnswered();
  return head.proposedByPerson === moment.actor.person ? askerNeverApproves() : null;
}

/** A session is over, met on a report that was there, and reached its quorum. */
function obstacleToSession(state: PartnershipState, { heldOn, count }: AssemblySession, moment: Moment): Refusal | null {
  const today = dayOf(moment.now);
  if (heldOn > today) return sessionToCome(heldOn, today);
  const submittedOn = dayOf(headOf(state, 'final-report')?.proposedAt ?? moment.now);
  if (heldOn < submittedOn) return sessionBeforeReport(heldOn, submittedOn);
  return count !== undefined && count.present < count.quorum ? noQuorum(count.present, count.quorum) : null;
}

/** Voices told one by one are counted here; nobody counts them otherwise. */
function countedVoices(state: PartnershipState, { body, of, subject }: Ballot, verdict: Ballot['verdict']): Count | undefined {
  const constituted = bodyOf(state, body, of);
  if (constituted === undefined) return undefined;
  const voices = [...state.signOffs.votes.filter(vote => vote.subject === subject).map(vote => vote.verdict), verdict];
  const inFavour = voices.filter(voice => voice === 'grant').length;
  return { quorum: constituted.quorum, present: voices.length, inFavour, against: voices.length - inFavour };
}

/** More voices for than against approve; the voices are no more than people were there. */
const fits = ({ present, inFavour, against }: Count, verdict: Ballot['verdict']): boolean =>
  inFavour + against <= present && inFavour > against === (verdict === 'grant');

const sameCount = (one: Count, other: Count): boolean =>
  one.quorum === other.quorum && one.present === other.present && one.inFavour === other.inFavour && one.against === other.against;

/** The count of a session that settles the matter: of the voices, or as told where nobody was named as a member. */
function countOf(told: Count | undefined, voices: Count | undefined, verdict: Ballot['verdict']): Count | Refusal {
  if (voices !== undefined) return told === undefined || sameCount(told, voices) ? voices : countContradicts();
  if (told === undefined) return sessionMissing();
  return fits(told, verdict) ? told : countContradicts();
}

const isRefusal = (one: Count | Refusal): one is Refusal => 'code' in one;

/**
 * What the assembly says settles the matter with the session in which it did: its day, its count and its minutes, where the
 * charter asks for them or they are told (HFA-34).
 */
function answerReports(
  state: PartnershipState,
  { session, ...on }: CommandData<'ApproveReports'> & Partial<Pick<CommandData<'ReturnReports'>, 'reason'>>,
  verdict: Ballot['verdict'],
  moment: Moment,
): Decision {
  const obstacle = obstacleToReports(state, on, moment) ?? (session === undefined ? null : obstacleToSession(state, session, moment));
  if (obstacle !== null) return refuse(obstacle);
  const bound = { version: on.version, hash: on.hash, party: moment.party.party, person: moment.actor.person };
  const ballotFor = (held: { readonly session?: Held }): Ballot => ({
    body: 'general-assembly',
    of: moment.party.party,
    subject: ballotOn.assembly(moment.party.party, on.hash),
    verdict,
    reason: on.reason ?? null,
    granted: () => [fact('ReportsApprovedByAssembly', { ...bound, ...held })],
    refused: reason => [fact('ReportsReturnedByAssembly', { ...bound, ...held, reason })],
  });
  const ballot = ballotFor({});
  const decided = castVote(state, ballot, moment);
  const settled = decided.outcome === 'accepted' && decided.facts.some(({ type }) => type !== 'VoteCast');
  if (!settled) return decided;
  if (session === undefined) return asksFor(state, 'accountPapers') ? refuse(sessionMissing()) : decided;
  const count = countOf(session.count, countedVoices(state, ballot, verdict), verdict);
  if (isRefusal(count)) return refuse(count);
  return castVote(state, ballotFor({ session: { heldOn: session.heldOn, minutes: session.minutes, count } }), moment);
}

export const approveReports: Decider<'ApproveReports'> = (state, command, moment) => answerReports(state, command.data, 'grant', moment);

export const returnReports: Decider<'ReturnReports'> = (state, command, moment) => answerReports(state, command.data, 'refuse', moment);
