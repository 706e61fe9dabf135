import { fact, type Fact, type FreeText, type LineConsequence, type Refusal } from '@palabre/contracts';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { notTheBody, unknownLine, unknownParty } from '../../refusals.js';
import { partyOf } from '../parties/questions.js';
import type { PartyStanding } from '../parties/slice.js';
import { castVote, type Ballot } from '../sign-off/bodies.js';
import { acceptMitigation, liftOrangeLine, proposeMitigation } from './mitigation.js';
import { chartersLine, decidingParties, hearingIsOver, lineCaseOf, openCaseOn } from './questions.js';
import {
  alreadyConfirmed,
  alreadyHeard,
  alreadyOpen,
  noSuchCase,
  notHeardYet,
  nothingFrozen,
  nothingToResume,
  notRed,
  notYourCase,
  ownCase,
  protectedFacts,
  raiserNeverDecides,
} from './refusals.js';
import type { LineCase } from './slice.js';

const onCase = (open: LineCase) => ({ case: open.case, line: open.line, about: open.about });

/** Who is in, or asks to come in. Who has left binds nobody any more, and a neutral secretariat decides nothing. */
const mayBeAccused: readonly PartyStanding[] = ['in', 'applicant'];

/** Any member may raise a line about any party, the host included (C-08). */
const raiseLine: Decider<'RaiseLine'> = (state, command, moment) => {
  const { line: code, about, facts } = command.data;
  const line = chartersLine(state, code);
  if (line === undefined) return refuse(unknownLine(code));
  const accused = partyOf(state, about);
  if (accused === undefined || !mayBeAccused.includes(accused.standing)) return refuse(unknownParty(about));
  const standing = openCaseOn(state, code, about);
  if (standing !== undefined) return refuse(alreadyOpen(standing.case));
  if (line.protected && typeof facts === 'string') return refuse(protectedFacts());
  const on = { case: moment.newId('case'), line: code, about };
  const suspends = line.suspendsWhenAlleged ? [fact('PartnershipSuspended', on)] : [];
  return line.colour === 'orange'
    ? accept(fact('OrangeLineRaised', { ...on, facts }), ...suspends)
    : accept(fact('RedLineAlleged', { ...on, facts }), ...suspends);
};

const hearParty: Decider<'HearParty'> = (state, command, moment) => {
  const open = lineCaseOf(state, command.data.case);
  if (open === undefined) return refuse(noSuchCase());
  if (open.about !== moment.party.party) return refuse(notYourCase(open.about));
  if (open.heard) return refuse(alreadyHeard());
  return accept(fact('PartyHeard', { ...onCase(open), statement: command.data.statement }));
};

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
  return hearingIsOver(state, open, moment.now) ? open : notHeardYet(open.about);
}

/**
 * What a confirmation puts in the place of the suspension that the allegation brought (S-01). Blocking a signature
 * that was already given would mean nothing: there, the suspension stays until the deciding body ends it.
 */
const keepsSuspended = (state: PartnershipState, consequence: LineConsequence): boolean =>
  consequence === 'keep-suspended' || consequence === 'end-process' || (consequence === 'block-signature' && state.steps.signedAt !== null);

const isSuspending = (state: PartnershipState, open: LineCase): boolean => state.lines.suspending.includes(open.case);

/** The suspension ends before the breach is told where the consequence takes its place: afterwards it would mean that the breach is over. */
function confirmation(state: PartnershipState, open: LineCase, consequence: LineConsequence, reason: FreeText): Fact[] {
  const keeps = keepsSuspended(state, consequence);
  const on = onCase(open);
  return [
    ...(!keeps && isSuspending(state, open) ? [fact('PartnershipResumed', { ...on, reason })] : []),
    fact('RedLineBreachConfirmed', { ...on, reason, consequence }),
    ...(keeps && !isSuspending(state, open) ? [fact('PartnershipSuspended', on)] : []),
    ...(consequence === 'freeze-transfers' ? [fact('FundTransfersFrozen', { case: open.case })] : []),
    ...(consequence === 'end-process' && state.steps.signedAt === null ? [fact('DueDiligenceFailed', { reason })] : []),
  ];
}

function dismissal(state: PartnershipState, open: LineCase, reason: FreeText): Fact[] {
  const told = { ...onCase(open), reason };
  return [fact('LineDismissed', told), ...(isSuspending(state, open) ? [fact('PartnershipResumed', told)] : [])];
}

/** One voice of the deciding body; it speaks for the whole body where no members are named. */
function decideLine(state: PartnershipState, open: LineCase, verdict: Ballot['verdict'], reason: FreeText, moment: Moment): Decision {
  const consequence = chartersLine(state, open.line)?.whenConfirmed ?? 'keep-suspended';
  const ballot: Ballot = {
    body: policyOf(state).authorities.lineDecision,
    of: moment.party.party,
    subject: `line/${open.case}`,
    verdict,
    reason,
    granted: why => confirmation(state, open, consequence, why),
    refused: why => dismissal(state, open, why),
  };
  return castVote(state, ballot, moment);
}

const confirmLine: Decider<'ConfirmLine'> = (state, command, moment) => {
  const open = decidable(state, command.data.case, moment);
  if ('code' in open) return refuse(open);
  return open.colour === 'red' ? decideLine(state, open, 'grant', command.data.reason, moment) : refuse(notRed());
};

const dismissLine: Decider<'DismissLine'> = (state, command, moment) => {
  const open = decidable(state, command.data.case, moment);
  if ('code' in open) return refuse(open);
  if (open.about === moment.party.party) return refuse(ownCase());
  if (open.colour === 'orange') return accept(...dismissal(state, open, command.data.reason));
  return decideLine(state, open, 'refuse', command.data.reason, moment);
};

/** The deciding body says that a confirmed breach is over. */
const resumePartnership: Decider<'ResumePartnership'> = (state, command, moment) => {
  const open = lineCaseOf(state, command.data.case);
  if (open === undefined) return refuse(noSuchCase());
  const barred = mayClear(state, open, moment);
  if (barred !== null) return refuse(barred);
  if (open.confirmed === null || open.confirmed === 'freeze-transfers') return refuse(nothingToResume());
  return accept(fact('PartnershipResumed', { ...onCase(open), reason: command.data.reason }));
};

const releaseTransfers: Decider<'ReleaseTransfers'> = (state, command, moment) => {
  const open = lineCaseOf(state, command.data.case);
  if (open === undefined) return refuse(noSuchCase());
  const barred = mayClear(state, open, moment);
  if (barred !== null) return refuse(barred);
  if (!state.money.frozenBy.includes(open.case)) return refuse(nothingFrozen());
  return accept(fact('FundTransfersReleased', { case: open.case, reason: command.data.reason }));
};

type OnCase =
  'HearParty' | 'ProposeMitigation' | 'LiftOrangeLine' | 'ConfirmLine' | 'DismissLine' | 'ResumePartnership' | 'ReleaseTransfers';

/** Words that a command tells about a case. */
const wordsOf = (data: {
  statement?: unknown;
  reason?: unknown;
  arrangement?: unknown;
  steps?: readonly { text: unknown }[];
}): readonly unknown[] => [data.statement, data.reason, data.arrangement, ...(data.steps ?? []).map(step => step.text)];

/** What is told of a protected case never stands in clear, whoever tells it (MDM-65, MDM-68). */
const sealed =
  <C extends OnCase>(decide: Decider<C>): Decider<C> =>
  (state, command, moment) => {
    const open = lineCaseOf(state, command.data.case);
    const isProtected = open !== undefined && chartersLine(state, open.line)?.protected === true;
    const inClear = wordsOf(command.data).some(text => typeof text === 'string');
    return isProtected && inClear ? refuse(protectedFacts()) : decide(state, command, moment);
  };

export const lineDeciders: Deciders = {
  DeclareLimit: (_state, command, moment) => accept(fact('OwnLimitDeclared', { party: moment.party.party, limit: command.data.limit })),
  RaiseLine: raiseLine,
  HearParty: sealed(hearParty),
  ProposeMitigation: sealed(proposeMitigation),
  AcceptMitigation: acceptMitigation,
  LiftOrangeLine: sealed(liftOrangeLine),
  ConfirmLine: sealed(confirmLine),
  DismissLine: sealed(dismissLine),
  ResumePartnership: sealed(resumePartnership),
  ReleaseTransfers: sealed(releaseTransfers),
};
