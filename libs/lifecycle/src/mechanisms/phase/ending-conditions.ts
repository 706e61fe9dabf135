import { hasCome } from '../../calendar/reminder.js';
import { endOfDay } from '../../calendar/span.js';
import { because, say } from '../../decision.js';
import type { PartnershipState } from '../../state.js';
import { confirmedRedLines } from '../line/questions.js';
import { deedUnsignedBy, isUnderWay, owedChecks } from '../transfer/questions.js';
import type { Condition } from './condition.js';
import { endNeedsApproval } from './questions.js';

/* What the steps of a transfer and of the end need besides their gates. */

export const deedSigned: Condition = state => {
  const silent = deedUnsignedBy(state);
  const names = silent.join(', ');
  return silent.length === 0
    ? null
    : because(
        'deed-unsigned',
        'S-04',
        say(`L’acte de remise n’est pas signé par : ${names}.`, `The handover deed is not signed by: ${names}.`),
        say('Chaque hiérarchie signe l’acte convenu (SignHandoverDeed).', 'Each hierarchy signs the agreed deed (SignHandoverDeed).'),
      );
};

/** A review or a pause ends no transfer: the way back leads where the work stood (S-04). */
export const transferUnderWay: Condition = state =>
  isUnderWay(state)
    ? null
    : because(
        'no-transfer-under-way',
        'S-04',
        say('Aucun transfert n’est en cours.', 'No transfer is under way.'),
        say('Revenir à la mise en œuvre (EnterPhase implementation).', 'Go back to implementation (EnterPhase implementation).'),
      );

export const noTransferUnderWay: Condition = state =>
  isUnderWay(state)
    ? because(
        'transfer-under-way',
        'S-04',
        say('Un transfert est en cours : il reprend là où il en était.', 'A transfer is under way: it goes on from where it stood.'),
        say('Reprendre le transfert (EnterPhase transfer).', 'Take the transfer up again (EnterPhase transfer).'),
      )
    : null;

/** A plan that all agreed is given up by all (MDM-15, MDM-45); before that, either side may leave a transfer. */
export const partiesAgreedToAbandon: Condition = state =>
  state.transfer?.planAgreed !== true || state.transfer.abandonAgreed === true
    ? null
    : because(
        'abandoning-not-agreed',
        'MDM-15',
        say(
          'Le plan de transfert est convenu : une partie seule ne l’abandonne pas.',
          'The transfer plan is agreed: no party abandons it alone.',
        ),
        say(
          'Le proposer aux autres (ProposeDecision, sorte « abandon-transfer »).',
          'Propose it to the others (ProposeDecision, kind "abandon-transfer").',
        ),
      );

export const lookedBackOn: Condition = state =>
  owedChecks(state).length === 0
    ? null
    : because(
        'post-transfer-check-owed',
        'MDM-48',
        say('Le projet transféré n’a pas encore été revu deux fois.', 'The transferred project has not been looked at twice yet.'),
        say('Noter les vérifications à leur date, puis clore.', 'Record the checks on their days, then close.'),
      );

/** What a body approved at the beginning, it also ends (S-12): the step waits for its word. */
export const bodyApprovedTheEnd: Condition = state =>
  !endNeedsApproval(state) || state.steps.endApproved
    ? null
    : because(
        'end-not-approved',
        'S-12',
        say(
          'L’instance qui avait validé ce partenariat n’a pas approuvé sa fin.',
          'The body that validated this partnership has not approved its end.',
        ),
        say('Demander à cette instance (ApproveEnd).', 'Ask that body (ApproveEnd).'),
      );

/** True once the term whose actions ended has come to its last day. */
export const isTermOver = ({ steps: { termEndsOn = null }, calendar }: PartnershipState): boolean =>
  termEndsOn !== null && hasCome(endOfDay(termEndsOn), calendar.now);

const chartedEnd = (state: PartnershipState): boolean => confirmedRedLines(state).some(open => open.confirmed === 'end-process');

/**
 * Once the term has come, each side may decide that it closes (ALE-18). Before it, the end is a decision by the rule that
 * the parties agreed (S-06), unless a body that validated the beginning decides (S-12) or the charter ends it (S-01).
 */
export const partiesAgreedTheEnd: Condition = state =>
  state.steps.endAgreed === true || isTermOver(state) || endNeedsApproval(state) || chartedEnd(state)
    ? null
    : because(
        'end-not-agreed',
        'S-06',
        say(
          'Les parties n’ont pas décidé ensemble de finir avant le terme.',
          'The parties have not decided together to end before the term.',
        ),
        say(
          'Le leur proposer (ProposeDecision, sorte « end »), ou se retirer avec préavis (AnnounceWithdrawal).',
          'Propose it to them (ProposeDecision, kind "end"), or leave with notice (AnnounceWithdrawal).',
        ),
      );

/**
 * A transfer whose plan all agreed is finished, or given up by all, before one side closes alone, on its term too (MDM-45, S-06).
 * An end that all decide takes it along, as does one that the charter brings (S-01).
 */
export const transferEndedTogether: Condition = (state, reason) =>
  !isUnderWay(state) || state.steps.endAgreed === true || chartedEnd(state) || partiesAgreedToAbandon(state, reason) === null
    ? null
    : because(
        'transfer-not-ended',
        'S-06',
        say(
          'Un transfert convenu est en cours : une partie seule ne clôt pas par-dessus.',
          'An agreed transfer is under way: no party closes over it alone.',
        ),
        say(
          'Le reprendre et le finir (EnterPhase transfer), y renoncer ensemble (ProposeDecision, sorte « abandon-transfer » ou « end »), ou se retirer avec préavis (AnnounceWithdrawal).',
          'Take it up again and finish it (EnterPhase transfer), give it up together (ProposeDecision, kind "abandon-transfer" or "end"), or leave with notice (AnnounceWithdrawal).',
        ),
      );

/** Out of the middle of things leads only a confirmed red line to which the charter attaches the end (S-01). */
export const processEnded: Condition = state =>
  chartedEnd(state)
    ? null
    : because(
        'process-goes-on',
        'S-01',
        say(
          'Rien ne met fin au processus à ce point : on clôt après la mise en œuvre.',
          'Nothing ends the process at this point: closing follows implementation.',
        ),
        say(
          'Finir cette étape, ou annoncer son retrait (AnnounceWithdrawal).',
          'Finish this step, or announce the withdrawal (AnnounceWithdrawal).',
        ),
      );
