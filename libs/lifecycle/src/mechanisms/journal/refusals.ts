import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const notYet = (on: string, today: string): Refusal =>
  because(
    'noted-in-the-future',
    'PMP-29',
    say(`Une note du ${on} serait à venir : nous sommes le ${today}.`, `A note of ${on} would be to come: today is ${today}.`),
    say('Dater la note d’aujourd’hui ou plus tôt.', 'Date the note today or earlier.'),
  );

export const moreAnswersThanContacts = (): Refusal =>
  because(
    'more-answers-than-contacts',
    'PMP-11',
    say('Plus de réponses que de contacts.', 'More answers than contacts.'),
    say('Compter les réponses parmi les contacts.', 'Count the answers among the contacts.'),
  );

export const listHasEntries = (category: string): Refusal =>
  because(
    'list-has-entries',
    'PMP-12',
    say(
      `La liste « ${category} » a déjà des entrées : elle n’est pas vide.`,
      `The list "${category}" has entries already: it is not empty.`,
    ),
    say('Rien à déclarer.', 'Nothing to declare.'),
  );

/** What one party did for another, or gave to it, names two parties. */
export const aboutOneself = (rule: string): Refusal =>
  because(
    'names-oneself',
    rule,
    say('Cette note nomme une autre partie que celle qui parle.', 'This note names another party than the one that speaks.'),
    say(
      'Une mise en relation se fait au profit d’une autre partie ; une mesure reçue est notée par qui l’a reçue.',
      'An introduction is made for another party; a measure received is noted by the party that received it.',
    ),
  );

export const saidByTheConcerned = (): Refusal =>
  because(
    'said-for-another',
    'AGI-35',
    say(
      'Qu’une barrière est abaissée, la personne concernée le dit elle-même ; personne ne le dit pour elle.',
      'That a barrier is lowered is said by the person concerned; nobody says it for that person.',
    ),
    say(
      'Inscrire la barrière au registre (ParticipationBarrierNamed) ; la personne le confirme sous son propre compte.',
      'Enter the barrier in the register (ParticipationBarrierNamed); the person confirms it under their own account.',
    ),
  );

export const barriersStand = (): Refusal =>
  because(
    'barriers-stand',
    'AGI-35',
    say(
      'Le registre tient une barrière qui n’est pas encore abaissée : elle est connue de toutes les parties.',
      'The register holds a barrier that is not lowered yet: it is known to every party.',
    ),
    say(
      'Prendre la mesure prévue ; la personne concernée dit quand la barrière est abaissée (ParticipationBarrierLowered).',
      'Take the measure planned; the person concerned says when the barrier is lowered (ParticipationBarrierLowered).',
    ),
  );

export const movesOtherwise = (measure: string, agreed: string): Refusal =>
  because(
    'moves-otherwise',
    'AGI-13',
    say(
      `Le plan convenu dit autrement ce que la mesure ${measure} fait passer : « ${agreed} ».`,
      `The agreed plan says otherwise what measure ${measure} moves: "${agreed}".`,
    ),
    say('Reprendre ce que dit le plan, ou en convenir d’une nouvelle version.', 'Take what the plan says, or agree a new version of it.'),
  );
