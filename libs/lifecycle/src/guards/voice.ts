import type { CommandType } from '@palabre/contracts';
import type { Guard } from '../mechanism.js';
import { noVoice } from '../mechanisms/frame/refusals.js';
import { partyOfOrganisation, votersOf } from '../mechanisms/parties/questions.js';

/** What a party answers as a party: a party that holds the secretariat and named nobody else has no voice in it (PMP-24). */
const answersOfParties: readonly CommandType[] = [
  'AcceptText',
  'ContestText',
  'AcceptDecision',
  'DeclineDecision',
  'AgreeToProposal',
  'DeclineProposal',
];

/** What bodies decide, and what a party owes about itself: there only the person who holds the secretariat has no voice. */
const answersOfPeople: readonly CommandType[] = [
  'AcceptMitigation',
  'GrantStrategicValidation',
  'RefuseStrategicValidation',
  'ConfirmLine',
  'DismissLine',
  'ResumePartnership',
  'ReleaseTransfers',
  'RefuseResumption',
  'RefuseRelease',
  'ApproveEnd',
  'RefuseEnd',
  'ApproveReports',
  'ReturnReports',
];

/** Who convenes and records for all does not vote. */
export const voice: Guard = (state, { type, actor }) => {
  const asParty = answersOfParties.includes(type);
  if (!asParty && !answersOfPeople.includes(type)) return null;
  if (state.frame.secretariat?.person === actor.person) return noVoice();
  const party = partyOfOrganisation(state, actor.organisation)?.party;
  return !asParty || party === undefined || votersOf(state).includes(party) ? null : noVoice();
};
