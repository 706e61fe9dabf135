import { because, say } from '../../decision.js';
import { confirmedRedLines } from '../line/questions.js';
import { deedUnsignedBy, owedChecks } from '../transfer/questions.js';
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

/** Out of the middle of things leads only a confirmed red line to which the charter attaches the end (S-01). */
export const processEnded: Condition = state =>
  confirmedRedLines(state).some(open => open.confirmed === 'end-process')
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
