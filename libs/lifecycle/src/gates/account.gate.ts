import type { Localized } from '@palabre/contracts';
import { say } from '../decision.js';
import { latePromises } from '../mechanisms/commitment/questions.js';
import { reportsToSend } from '../mechanisms/journal/questions.js';
import { unsettledMoney } from '../mechanisms/money/unsettled.js';
import { accountOwedBy, reportAccepted, reportStatus, type ReportStatus } from '../mechanisms/sign-off/questions.js';
import type { Gate } from './gate.js';

const reportReasons: Readonly<Record<ReportStatus, Localized>> = {
  missing: say('Le bilan final n’est pas remis.', 'The final report has not been submitted.'),
  submitted: say('L’assemblée n’a pas encore approuvé les rapports.', 'The assembly has not approved the reports yet.'),
  returned: say('L’assemblée a renvoyé les rapports.', 'The assembly has returned the reports.'),
  approved: say('Les rapports sont approuvés.', 'The reports are approved.'),
};

/** The duty to account (HFA-32) by the means that the type asks for: both sides declare it rendered (C-08), and nothing is left open. */
export const account: Gate = {
  id: 'ACCOUNT',
  asks: say(
    'Le compte est rendu, par les moyens que la charte demande.',
    'The account is rendered, by the means that the charter asks for.',
  ),
  requirements: ['HFA-32', 'HFA-33', 'HFA-34', 'HFA-35'],
  missing: state => [
    ...(reportAccepted(state) ? [] : [reportReasons[reportStatus(state)]]),
    ...(reportsToSend(state)
      ? [say('Les rapports approuvés ne sont pas transmis à l’autre côté.', 'The approved reports have not been sent to the other side.')]
      : []),
    ...accountOwedBy(state).map(party =>
      say(
        `La première autorité de « ${party} » n’a pas déclaré le compte rendu.`,
        `The first authority of "${party}" has not declared the account rendered.`,
      ),
    ),
    ...unsettledMoney(state),
    ...latePromises(state).map(({ party, count }) =>
      say(`« ${party} » a ${count} engagement(s) en retard.`, `"${party}" has ${count} promise(s) that are late.`),
    ),
  ],
};
