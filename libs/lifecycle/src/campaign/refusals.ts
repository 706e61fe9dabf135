import { mostInvitations, type Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

export const closesInThePast = (): Refusal =>
  because(
    'due-in-the-past',
    'ALE-39',
    say('La campagne se terminerait avant de commencer.', 'The campaign would close before it opens.'),
    say('Donner une date à venir.', 'Give a date to come.'),
  );

export const questionsDoNotFit = (questions: readonly string[]): Refusal =>
  because(
    'questions-do-not-fit',
    'ALE-39',
    say(
      `Questions ou groupes en double, ou choix sans réponses possibles : ${questions.join(', ')}.`,
      `Questions or dimensions that appear twice, or choices without answers to choose: ${questions.join(', ')}.`,
    ),
    say('Donner à chacun son identifiant, et à chaque choix ses réponses.', 'Give each its own id, and each choice its answers.'),
  );

export const tooManyInvitations = (): Refusal =>
  because(
    'too-many-invitations',
    'ALE-39',
    say(`Une campagne émet au plus ${mostInvitations} invitations.`, `A campaign issues at most ${mostInvitations} invitations.`),
    say('Ouvrir une seconde campagne avec les mêmes questions.', 'Open a second campaign with the same questions.'),
  );

/** Answers wait inside the campaign: with many questions in words it carries fewer of them. */
export const tooHeavy = (carried: number): Refusal =>
  because(
    'campaign-too-heavy',
    'ALE-39',
    say(
      `Avec ces questions, une campagne porte au plus ${carried} invitations : leurs réponses attendent sa clôture.`,
      `With these questions a campaign carries ${carried} invitations at most: their answers wait until it closes.`,
    ),
    say('Émettre moins d’invitations, ou ouvrir une campagne de plus.', 'Issue fewer invitations, or open one more campaign.'),
  );

export const invitationTwice = (): Refusal =>
  because(
    'repeated-entry',
    'ALE-39',
    say('Une invitation apparaît deux fois.', 'An invitation appears twice.'),
    say('Émettre des invitations nouvelles.', 'Issue new invitations.'),
  );

export const invitationSpent = (): Refusal =>
  because(
    'invitation-spent',
    'ALE-39',
    say('Cette invitation n’est pas connue, ou elle a servi.', 'This invitation is not known, or it has been used.'),
    say(
      'Chaque invitation vaut pour une réponse ; en demander une autre au besoin.',
      'Each invitation is good for one answer; ask for another if need be.',
    ),
  );

export const campaignOver = (): Refusal =>
  because(
    'campaign-closed',
    'ALE-39',
    say('La campagne est terminée : elle ne prend plus de réponse.', 'The campaign has closed: it takes no more answers.'),
    say('Lire ses résultats, ou attendre la prochaine.', 'Read its results, or wait for the next.'),
  );

export const answersDoNotFit = (where: readonly string[]): Refusal =>
  because(
    'answers-do-not-fit',
    'ALE-39',
    say(
      `Réponses qui ne conviennent pas à leur question : ${where.join(', ')}.`,
      `Answers that do not fit their question: ${where.join(', ')}.`,
    ),
    say(
      'Répondre dans la forme que la question demande ; une question peut rester sans réponse.',
      'Answer in the form that the question asks for; a question may stay unanswered.',
    ),
  );

export const meanOffScale = (): Refusal =>
  because(
    'mean-off-scale',
    'C-27',
    say('La moyenne sort de l’échelle de cette enquête.', 'The mean lies outside the scale of this survey.'),
    say('Donner l’échelle d’origine et sa moyenne, sans conversion.', 'Give the original scale and its mean, without conversion.'),
  );
