import { because, say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { bothDirectionsAnswered } from '../form/questions.js';
import { openRedLines, withoutLimits } from '../line/questions.js';
import { partnersOf, partyNames } from '../parties/questions.js';
import { coConstructionConfirmedBy } from '../sign-off/questions.js';
import type { Condition } from './condition.js';
import {
  bodyApprovedTheEnd,
  deedSigned,
  lookedBackOn,
  noTransferUnderWay,
  partiesAgreedToAbandon,
  partiesAgreedTheEnd,
  processEnded,
  transferEndedTogether,
  transferUnderWay,
} from './ending-conditions.js';

/** What a step needs besides its gates. Named, so that the table in lifecycle.ts reads like the procedure. */
export type StepCondition = keyof typeof stepConditions;

const projectNamed: Condition = state =>
  !policyOf(state).columns.projectRequired || state.steps.project !== null
    ? null
    : because(
        'project-missing',
        'MDM-37',
        say(
          'Ce type de partenariat se rattache à un projet, et aucun n’est nommé.',
          'This type of partnership is tied to a project, and none is named.',
        ),
        say('Ouvrir un dossier qui nomme le projet et ses objectifs.', 'Open a file that names the project and its objectives.'),
      );

const candidateShortlisted: Condition = state =>
  partnersOf(state).length > 0
    ? null
    : because(
        'no-candidate',
        'PMP-19',
        say('Aucun candidat n’est retenu.', 'No candidate is shortlisted.'),
        say('Retenir un candidat (ShortlistCandidate).', 'Shortlist a candidate (ShortlistCandidate).'),
      );

const ownLimitsDeclared: Condition = state => {
  const silent = withoutLimits(state);
  const names = silent.join(', ');
  return silent.length === 0
    ? null
    : because(
        'own-limits-missing',
        'PMP-26',
        say(`Pas encore de limite propre déclarée par : ${names}.`, `No limit of its own declared yet by: ${names}.`),
        say('Chaque partie dit jusqu’où elle peut aller (DeclareLimit).', 'Each party says how far it can go (DeclareLimit).'),
      );
};

const everybodyTookPart: Condition = state => {
  const silent = partyNames(state).filter(party => !coConstructionConfirmedBy(state).includes(party));
  if (policyOf(state).columns.coConstruction !== 'required' || silent.length === 0) return null;
  const names = silent.join(', ');
  return because(
    'co-construction-unconfirmed',
    'MDM-27',
    say(
      `Participation à la co-construction non confirmée par : ${names}.`,
      `Participation in co-construction is not confirmed by: ${names}.`,
    ),
    say(
      'Chaque partie confirme sa participation (ConfirmCoConstruction).',
      'Each party confirms its participation (ConfirmCoConstruction).',
    ),
  );
};

const meetingCalendarAgreed: Condition = state =>
  state.meetings.calendar !== null
    ? null
    : because(
        'no-meeting-calendar',
        'AGI-23',
        say('Aucun calendrier de rencontres n’est convenu.', 'No meeting calendar is agreed.'),
        say('Convenir du calendrier (AgreeMeetingCalendar).', 'Agree the calendar (AgreeMeetingCalendar).'),
      );

const bothAnswered: Condition = state =>
  bothDirectionsAnswered(state, 'annual-review')
    ? null
    : because(
        'one-direction-only',
        'MDM-14',
        say('La revue n’a pas encore les réponses de toutes les parties.', 'The review does not have the answers of all parties yet.'),
        say('Chaque partie répond au questionnaire (AnswerForm).', 'Each party answers the questionnaire (AnswerForm).'),
      );

const transferOffered: Condition = state =>
  policyOf(state).columns.transferPossible
    ? null
    : because(
        'transfer-not-offered',
        'MDM-44',
        say('Ce type de partenariat ne comporte pas de projet de transfert.', 'This type of partnership has no transfer project.'),
        say('Changer de type d’un commun accord, puis transférer.', 'Change the type by agreement, then transfer.'),
      );

const reasonGiven: Condition = (_state, reason) =>
  reason !== null && reason !== undefined
    ? null
    : because(
        'reason-missing',
        'ALE-18',
        say(
          'Cette étape demande une raison : rien ne finit ni ne reprend par défaut.',
          'This step needs a reason: nothing ends or resumes by default.',
        ),
        say('Donner la raison dans le champ `reason`.', 'Give the reason in the field `reason`.'),
      );

const noOpenRedLine: Condition = state =>
  openRedLines(state).length === 0
    ? null
    : because(
        'red-line-pending',
        'S-01',
        say('Une ligne rouge attend encore sa décision.', 'A red line still waits for its decision.'),
        say('Entendre la partie, puis confirmer ou écarter.', 'Hear the party, then confirm or dismiss.'),
      );

const noCoConstruction: Condition = state =>
  policyOf(state).columns.coConstruction === 'none'
    ? null
    : because(
        'co-construction-foreseen',
        'MDM-39',
        say('Ce type se construit ensemble.', 'This type is built together.'),
        say('Co-construire, puis passer à la validation.', 'Build together, then go on to validation.'),
      );

const joinsNetwork = (state: PartnershipState): boolean => policyOf(state).columns.networkMandate;

const networkToJoin: Condition = state =>
  joinsNetwork(state)
    ? null
    : because(
        'no-network',
        'MDM-57',
        say('Ce type n’est pas une adhésion à un réseau.', 'This type is no membership of a network.'),
        say('Passer à la mise en œuvre (EnterPhase).', 'Enter implementation (EnterPhase).'),
      );

const noNetworkToJoin: Condition = state =>
  joinsNetwork(state)
    ? because(
        'network-mandate-missing',
        'MDM-57',
        say(
          'On entre dans un réseau avec un enjeu, un mandat et une date de revue.',
          'A network is joined with a stake, a mandate and a day of review.',
        ),
        say('Adhérer (JoinNetwork).', 'Join it (JoinNetwork).'),
      )
    : null;

export const stepConditions = {
  'project-named': projectNamed,
  'candidate-shortlisted': candidateShortlisted,
  'own-limits-declared': ownLimitsDeclared,
  'everybody-took-part': everybodyTookPart,
  'meeting-calendar-agreed': meetingCalendarAgreed,
  'both-directions-answered': bothAnswered,
  'transfer-offered': transferOffered,
  'reason-given': reasonGiven,
  'no-open-red-line': noOpenRedLine,
  'no-co-construction': noCoConstruction,
  'network-to-join': networkToJoin,
  'no-network-to-join': noNetworkToJoin,
  'deed-signed': deedSigned,
  'parties-agreed-to-abandon': partiesAgreedToAbandon,
  'transfer-under-way': transferUnderWay,
  'no-transfer-under-way': noTransferUnderWay,
  'transfer-looked-back-on': lookedBackOn,
  'body-approved-the-end': bodyApprovedTheEnd,
  'parties-agreed-the-end': partiesAgreedTheEnd,
  'transfer-ended-together': transferEndedTogether,
  'process-ended': processEnded,
} as const satisfies Record<string, Condition>;
