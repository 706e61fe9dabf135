import type { Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

export const notInTheGroup = (): Refusal =>
  because(
    'not-in-quality-group',
    'MDM-75',
    say(
      'Cette demande est ouverte à tout membre du groupe qualité, et à personne d’autre.',
      'This is open to every member of the quality group, and to nobody else.',
    ),
    say('Demander à rejoindre le groupe, ou passer par un de ses membres.', 'Ask to join the group, or go through one of its members.'),
  );

export const alreadyMember = (): Refusal =>
  because(
    'already-member',
    'MDM-03',
    say('Cette personne est déjà du groupe.', 'This person is in the group already.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const emptyGroup = (): Refusal =>
  because(
    'group-empty',
    'MDM-03',
    say('Le groupe n’a pas de membre.', 'The group has no member.'),
    say('Y accueillir des membres du terrain et du siège.', 'Welcome members from the field and from headquarters.'),
  );

export const headquartersOnly = (): Refusal =>
  because(
    'headquarters-only',
    'MDM-03',
    say('Le groupe ne compte que des unités du siège.', 'The group holds units of headquarters only.'),
    say('Y accueillir le terrain et une association sœur.', 'Welcome the field and a sister association.'),
  );

export const noSuchClause = (): Refusal =>
  because(
    'no-such-clause',
    'MDM-05',
    say('Aucune clause en vigueur ne porte cet identifiant.', 'No living clause has this id.'),
    say('Relire la charte.', 'Read the charter again.'),
  );

export const nothingToObject = (): Refusal =>
  because(
    'nothing-to-object',
    'MDM-75',
    say('Cette clause n’attend plus d’objection.', 'This clause waits for no objection any more.'),
    say('Proposer une nouvelle version.', 'Propose a new version.'),
  );

export const ownProposal = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Qui a écrit une clause ne la juge pas.', 'Who wrote a clause does not judge it.'),
    say('Laisser une autre personne décider.', 'Let another person decide.'),
  );

export const bodiesLeftOut = (missing: readonly string[]): Refusal =>
  because(
    'bodies-left-out',
    'MDM-76',
    say(`Une consultation n’oublie pas : ${missing.join(', ')}.`, `No consultation leaves out: ${missing.join(', ')}.`),
    say('Les ajouter à la liste.', 'Add them to the list.'),
  );

export const consultationOpen = (): Refusal =>
  because(
    'consultation-open',
    'MDM-76',
    say('Une consultation est déjà ouverte.', 'A consultation is open already.'),
    say('Attendre les réponses ou le délai.', 'Wait for the answers or the delay.'),
  );

export const noConsultation = (): Refusal =>
  because(
    'no-consultation',
    'MDM-76',
    say('Aucune consultation n’est ouverte.', 'No consultation is open.'),
    say('Attendre la prochaine.', 'Wait for the next one.'),
  );

export const notConsulted = (): Refusal =>
  because(
    'not-consulted',
    'MDM-76',
    say('Cette instance n’est pas sur la liste de la consultation.', 'This body is not on the list of the consultation.'),
    say('Répondre au nom d’une instance de la liste.', 'Answer in the name of a body on the list.'),
  );

export const answeredAlready = (): Refusal =>
  because(
    'answered-already',
    'MDM-76',
    say('Cette instance a déjà répondu.', 'This body has answered already.'),
    say(
      'Sa réponse reste ; la clause peut revenir dans une nouvelle version.',
      'Its answer stands; the clause may come back in a new version.',
    ),
  );

export const notOfThisBody = (outside: boolean): Refusal =>
  because(
    'not-of-this-body',
    'MDM-76',
    outside
      ? say(
          'Les partenaires répondent eux-mêmes : personne de la maison ne répond pour eux.',
          'Partners answer themselves: nobody of the house answers for them.',
        )
      : say(
          'Cette instance est de l’organisation de la charte : une autre organisation ne répond pas pour elle.',
          'This body belongs to the charter’s organisation: another organisation does not answer for it.',
        ),
    outside
      ? say('Laisser une organisation partenaire répondre.', 'Let a partner organisation answer.')
      : say('Répondre au nom des partenaires.', 'Answer in the name of the partners.'),
  );

export const answeredForAnother = (): Refusal =>
  because(
    'answered-for-another',
    'MDM-76',
    say(
      'Une personne répond pour une seule instance, et vous avez déjà répondu.',
      'A person answers for one body only, and you have answered already.',
    ),
    say('Laisser une autre personne répondre pour celle-ci.', 'Let another person answer for this one.'),
  );

export const wordsMissing = (): Refusal =>
  because(
    'reason-missing',
    'MDM-76',
    say('Une amélioration ou une objection se dit avec ses mots.', 'An improvement or an objection is said in words.'),
    say('Écrire ce qui doit changer, ou pourquoi.', 'Write what should change, or why.'),
  );

export const notConsultedYet = (): Refusal =>
  because(
    'not-consulted-yet',
    'MDM-76',
    say(
      'Cette version de la clause n’est pas passée par une consultation terminée.',
      'This version of the clause has not been through a closed consultation.',
    ),
    say('Ouvrir une consultation et attendre sa fin.', 'Open a consultation and wait for its end.'),
  );

export const silenceIsNoAgreement = (silent: readonly string[]): Refusal =>
  because(
    'bodies-silent',
    'MDM-76',
    say(
      `N’ont pas répondu à la consultation : ${silent.join(', ')}. Un silence n’est pas un accord.`,
      `Did not answer the consultation: ${silent.join(', ')}. Silence is no agreement.`,
    ),
    say('Le dire quand la clause est présentée.', 'Say so when the clause is presented.'),
  );

export const changedSince = (version: number): Refusal =>
  because(
    'text-changed',
    'MDM-05',
    say(`La clause a changé : elle en est à la version ${version}.`, `The clause has changed: it is at version ${version}.`),
    say('La relire, puis décider.', 'Read it again, then decide.'),
  );

export const validatedAlready = (): Refusal =>
  because(
    'validated-already',
    'MDM-05',
    say('Cette clause est validée.', 'This clause is validated.'),
    say('Rien à faire.', 'Nothing to do.'),
  );
