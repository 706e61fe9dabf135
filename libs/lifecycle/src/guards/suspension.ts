import type { CommandType } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { settledWhileSuspended } from '../mechanisms/frame/consequences.js';
import { openProposal } from '../mechanisms/frame/questions.js';
import { confirmedRedLines } from '../mechanisms/line/questions.js';
import type { PartnershipState } from '../state.js';

type Pass = (state: PartnershipState, data: Readonly<Record<string, unknown>>) => boolean;

const never: Pass = () => false;

/** A partnership that its charter ends after signature cannot resume: it may only go to its closing and close. */
const mayOnlyClose: Pass = state => confirmedRedLines(state).some(line => line.confirmed === 'end-process');

/** Whether one party leaves is asked because of the suspension: the others answer while it lasts (C-15). */
function endsSuspension(state: PartnershipState, proposal: unknown): boolean {
  const kind = typeof proposal === 'string' ? openProposal(state, proposal)?.kind : undefined;
  return kind !== undefined && settledWhileSuspended.includes(kind);
}

/** What a suspended partnership does not do: pay, sign, move on, close (MDM-63, S-01); and when it does so all the same. Talking stays open. */
const stoppedBySuspension: Readonly<Partial<Record<CommandType, Pass>>> = {
  EnterPhase: (state, data) => data['phase'] === 'closing' && mayOnlyClose(state, data),
  SignAgreement: never,
  RequestTransfer: never,
  TellTransfer: never,
  ConfirmTransfer: never,
  OpenTransfer: never,
  SignHandoverDeed: never,
  JoinNetwork: never,
  AgreeToProposal: (state, data) => endsSuspension(state, data['proposal']),
  ClosePartnership: mayOnlyClose,
  ApproveReports: mayOnlyClose,
  DeclareAccountRendered: mayOnlyClose,
  AbandonTransfer: never,
  RenewMembership: never,
};

const passes = (state: PartnershipState, { type, data }: Parameters<Guard>[1]): boolean =>
  stoppedBySuspension[type]?.(state, (data ?? {}) as Readonly<Record<string, unknown>>) ?? true;

export const suspension: Guard = (state, ask) =>
  state.standing === 'suspended' && !passes(state, ask)
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
