import type { CommandType } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { settledWhileSuspended } from '../mechanisms/frame/consequences.js';
import { openProposal } from '../mechanisms/frame/questions.js';
import { confirmedRedLines } from '../mechanisms/line/questions.js';
import type { PartnershipState } from '../state.js';

/** What a suspended partnership does not do: pay, sign, move on, close (MDM-63, S-01). Talking stays open. */
export const stoppedBySuspension: readonly CommandType[] = [
  'EnterPhase',
  'SignAgreement',
  'RequestTransfer',
  'TellTransfer',
  'ConfirmTransfer',
  'OpenTransfer',
  'SignHandoverDeed',
  'JoinNetwork',
  'AgreeToProposal',
  'ClosePartnership',
  'ApproveReports',
  'DeclareAccountRendered',
  'AbandonTransfer',
  'RenewMembership',
];

const towardsTheEnd: readonly CommandType[] = ['ApproveReports', 'DeclareAccountRendered', 'ClosePartnership'];

/** A partnership that its charter ends after signature cannot resume: it may only go to its closing and close. */
const mayOnlyClose = (state: PartnershipState, ask: Parameters<Guard>[1]): boolean => {
  const ends = confirmedRedLines(state).some(line => line.confirmed === 'end-process');
  const target = (ask.data as { phase?: unknown } | undefined)?.phase;
  return ends && (ask.type === 'EnterPhase' ? target === 'closing' : towardsTheEnd.includes(ask.type));
};

/** Whether one party leaves is asked because of the suspension: the others answer while it lasts (C-15). */
function endsSuspension(state: PartnershipState, ask: Parameters<Guard>[1]): boolean {
  const named = (ask.data as { proposal?: unknown } | undefined)?.proposal;
  const kind = typeof named === 'string' ? openProposal(state, named)?.kind : undefined;
  return ask.type === 'AgreeToProposal' && kind !== undefined && settledWhileSuspended.includes(kind);
}

export const suspension: Guard = (state, ask) =>
  state.standing === 'suspended' && stoppedBySuspension.includes(ask.type) && !mayOnlyClose(state, ask) && !endsSuspension(state, ask)
    ? because(
        'suspended',
        'MDM-63',
        say(
          'Le partenariat est suspendu : ni argent, ni signature, ni étape.',
          'The partnership is suspended: no money, no signature, no step.',
        ),
        say(
          'Entendre la partie ; l’instance que nomme la charte décide de la reprise.',
          'Hear the party; the body that the charter names decides on resuming.',
        ),
      )
    : null;
