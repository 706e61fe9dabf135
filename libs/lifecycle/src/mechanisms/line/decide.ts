import { fact } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { unknownLine, unknownParty } from '../../refusals.js';
import { diversionsTakenUp } from '../money/questions.js';
import { partyOf } from '../parties/questions.js';
import type { PartyStanding } from '../parties/slice.js';
import { confirmLine, dismissLine, refuseRelease, refuseResumption, releaseTransfers, resumePartnership } from './deciding.js';
import { acceptMitigation, liftOrangeLine, proposeMitigation } from './mitigation.js';
import { chartersLine, lineCaseOf, namedIn, onCase, openCaseOn } from './questions.js';
import { alreadyHeard, alreadyOpen, noSuchCase, notYourCase, protectedFacts } from './refusals.js';

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
  if (standing !== undefined) return refuse(alreadyOpen(line.protected ? null : standing.case));
  if (line.protected && typeof facts === 'string') return refuse(protectedFacts());
  const on = { case: moment.newId('case'), line: code, about };
  const taken = diversionsTakenUp(state, line, about);
  const examines = taken.length === 0 ? {} : { examines: [...taken] };
  const suspends = line.suspendsWhenAlleged ? [fact('PartnershipSuspended', on)] : [];
  return line.colour === 'orange'
    ? accept(fact('OrangeLineRaised', { ...on, facts, ...examines }), ...suspends)
    : accept(fact('RedLineAlleged', { ...on, facts, ...examines }), ...suspends);
};

const hearParty: Decider<'HearParty'> = (state, command, moment) => {
  const open = lineCaseOf(state, command.data.case);
  if (open === undefined) return refuse(noSuchCase());
  if (open.about !== moment.party.party) return refuse(notYourCase(namedIn(state, open)));
  if (open.heard) return refuse(alreadyHeard());
  return accept(fact('PartyHeard', { ...onCase(open), statement: command.data.statement }));
};

type OnCase =
  | 'HearParty'
  | 'ProposeMitigation'
  | 'LiftOrangeLine'
  | 'ConfirmLine'
  | 'DismissLine'
  | 'ResumePartnership'
  | 'RefuseResumption'
  | 'ReleaseTransfers'
  | 'RefuseRelease';

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
  RefuseResumption: sealed(refuseResumption),
  ReleaseTransfers: sealed(releaseTransfers),
  RefuseRelease: sealed(refuseRelease),
};
