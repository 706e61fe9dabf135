import { fact, type Fact, type FreeText, type LineConsequence, type Refusal } from '@palabre/contracts';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import { notTheBody } from '../../refusals.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { exclusionAsked } from '../frame/exclusion.js';
import { openProposalOf } from '../frame/questions.js';
import { partyNames } from '../parties/questions.js';
import { ballotOn } from '../sign-off/ballots.js';
import { castVote, type Ballot } from '../sign-off/bodies.js';
import { casesOfDeclined, resumption } from './lapsed.js';
import { chartersLine, decidingParties, hearingIsOver, lineCaseOf, namedIn, onCase } from './questions.js';
import {
  alreadyConfirmed,
  noSuchCase,
  notHeardYet,
  nothingFrozen,
  nothingToResume,
  notRed,
  ownCase,
  processEnded,
  raiserNeverDecides,
} from './refusals.js';
import type { LineCase } from './slice.js';

/** A partner need not have the body that the host's charter names: its hierarchy answers for it where it is asked. */
function isTheBody(state: PartnershipState, moment: Moment): boolean {
  const body = policyOf(state).authorities.lineDecision;
  const entrusted = moment.party.side === 'host' ? [body] : [body, 'signatory-authority'];
  return moment.actor.roles.some(role => entrusted.includes(role));
}

/** The body that the charter names, and never the person who raised the case. */
function mayDecide(state: PartnershipState, open: LineCase, moment: Moment): Refusal | null {
  const asked = [...decidingParties(state, open), open.about];
  if (!isTheBody(state, moment) || !asked.includes(moment.party.party)) return notTheBody(policyOf(state).authorities.lineDecision, 'S-01');
  return open.raisedByPerson === moment.actor.person ? raiserNeverDecides() : null;
}

/** A side may admit a case about itself; it neither dismisses it nor declares it over. */
const mayClear = (state: PartnershipState, open: LineCase, moment: Moment): Refusal | null =>
  mayDecide(state, open, moment) ?? (open.about === moment.party.party ? ownCase() : null);

/** A case that waits for its decision and whose party was heard or let its time pass, or why not. */
function decidable(state: PartnershipState, id: string, moment: Moment): LineCase | Refusal {
  const open = lineCaseOf(state, id);
  if (open === undefined) return noSuchCase();
  const barred = mayDecide(state, open, moment);
  if (barred !== null) return barred;
  if (open.confirmed !== null) return alreadyConfirmed();
  return hearingIsOver(state, open, moment.now) ? open : notHeardYet(namedIn(state, open));
}

/**
 * What a confirmation puts in the place of the suspension that the allegation brought (S-01). Blocking a signature
 * that was already given would mean nothing: there, the suspension stays until the deciding body ends it.
 */
const keepsSuspended = (state: PartnershipState, consequence: LineConsequence): boolean =>
  consequence === 'keep-suspended' || consequence === 'end-process' || (consequence === 'block-signature' && state.steps.signedAt !== null);

const isSuspending = (state: PartnershipState, open: LineCase): boolean => state.lines.suspending.includes(open.case);

/**
 * What the end of the process means: for an applicant, that it does not come in; with more than two, that the others are
 * asked whether the party leaves (C-15); between two, the end of the file, as long as nothing is signed.
 */
function theEndOf(state: PartnershipState, open: LineCase, reason: FreeText, moment: Moment): readonly Fact[] {
  const { party } = moment.party;
  const accession = openProposalOf(state, 'accession');
  if (accession?.effect.applicant.party === open.about) {
    return [
      ...casesOfDeclined(state, open.about, open),
      resumption(state, open, reason),
      fact('FrameChangeDeclined', { proposal: accession.proposal, kind: 'accession', party, reason, closes: true }),
    ];
  }
  if (partyNames(state).length > 2) return exclusionAsked(state, { excluded: open.about, because: 'line', reason }, moment);
  return state.steps.signedAt === null ? [fact('DueDiligenceFailed', { reason })] : [];
}

/** The suspension ends before the breach is told where the consequence takes its place: afterwards it would mean that the breach is over. */
function confirmation(
  state: PartnershipState,
  open: LineCase,
  consequence: LineConsequence,
  reason: FreeText,
  moment: Moment,
): readonly Fact[] {
  const keeps = keepsSuspended(state, consequence);
  const on = onCase(open);
  return [
    ...(!keeps && isSuspending(state, open) ? [resumption(state, open, reason)] : []),
    fact('RedLineBreachConfirmed', { ...on, reason, consequence }),
    ...(keeps && !isSuspending(state, open) ? [fact('PartnershipSuspended', on)] : []),
    ...(consequence === 'freeze-transfers' ? [fact('FundTransfersFrozen', { case: open.case })] : []),
    ...(consequence === 'end-process' ? theEndOf(state, open, reason, moment) : []),
  ];
}

function dismissal(state: PartnershipState, open: LineCase, reason: FreeText): Fact[] {
  const told = { ...onCase(open), reason, ...(open.examines && { examined: [...open.examines] }) };
  return [fact('LineDismissed', told), ...(isSuspending(state, open) ? [resumption(state, open, reason)] : [])];
}

/** One voice of the deciding body; it speaks for the whole body where no members are named. */
function decideLine(state: PartnershipState, open: LineCase, verdict: Ballot['verdict'], reason: FreeText, moment: Moment): Decision {
  const consequence = chartersLine(state, open.line)?.whenConfirmed ?? 'keep-suspended';
  const ballot: Ballot = {
    body: policyOf(state).authorities.lineDecision,
    of: moment.party.party,
    subject: ballotOn.line(open.case),
    verdict,
    reason,
    granted: why => confirmation(state, open, consequence, why, moment),
    refused: why => dismissal(state, open, why),
  };
  return castVote(state, ballot, moment);
}

export const confirmLine: Decider<'ConfirmLine'> = (state, command, moment) => {
  const open = decidable(state, command.data.case, moment);
  if ('code' in open) return refuse(open);
  return open.colour === 'red' ? decideLine(state, open, 'grant', command.data.reason, moment) : refuse(notRed());
};

export const dismissLine: Decider<'DismissLine'> = (state, command, moment) => {
  const open = decidable(state, command.data.case, moment);
  if ('code' in open) return refuse(open);
  if (open.about === moment.party.party) return refuse(ownCase());
  if (open.colour === 'orange') return accept(...dismissal(state, open, command.data.reason));
  return decideLine(state, open, 'refuse', command.data.reason, moment);
};

/** One voice on whether what a case brought is over; a refusal leaves everything as it is. */
function clearing(state: PartnershipState, open: LineCase, verdict: Ballot['verdict'], reason: FreeText, moment: Moment): Decision {
  const told = (why: FreeText) => ({ ...onCase(open), reason: why });
  const frozen = state.money.frozenBy.includes(open.case);
  const ballot: Ballot = {
    body: policyOf(state).authorities.lineDecision,
    of: moment.party.party,
    subject: ballotOn.line(open.case),
    verdict,
    reason,
    granted: why => [frozen ? fact('FundTransfersReleased', { case: open.case, reason: why }) : resumption(state, open, why)],
    refused: why => [frozen ? fact('ReleaseRefused', told(why)) : fact('ResumptionRefused', told(why))],
  };
  return castVote(state, ballot, moment);
}

/** The case that the deciding body may say something of, also once it was decided. */
function clearable(state: PartnershipState, id: string, moment: Moment): LineCase | Refusal {
  const open = lineCaseOf(state, id);
  return open === undefined ? noSuchCase() : (mayClear(state, open, moment) ?? open);
}

/** The deciding body says whether a confirmed breach is over. */
const onResuming =
  (verdict: Ballot['verdict']): Decider<'ResumePartnership' | 'RefuseResumption'> =>
  (state, { data }, moment) => {
    const open = clearable(state, data.case, moment);
    if ('code' in open) return refuse(open);
    if (open.confirmed === 'end-process') return refuse(processEnded());
    if (open.confirmed === null || open.confirmed === 'freeze-transfers') return refuse(nothingToResume());
    return clearing(state, open, verdict, data.reason, moment);
  };

/** The deciding body says whether money may flow again. */
const onReleasing =
  (verdict: Ballot['verdict']): Decider<'ReleaseTransfers' | 'RefuseRelease'> =>
  (state, { data }, moment) => {
    const open = clearable(state, data.case, moment);
    if ('code' in open) return refuse(open);
    return state.money.frozenBy.includes(open.case) ? clearing(state, open, verdict, data.reason, moment) : refuse(nothingFrozen());
  };

export const [resumePartnership, refuseResumption] = [onResuming('grant'), onResuming('refuse')];

export const [releaseTransfers, refuseRelease] = [onReleasing('grant'), onReleasing('refuse')];
