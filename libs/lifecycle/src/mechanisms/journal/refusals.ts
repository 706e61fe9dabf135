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

export const learnedFromStranger = (party: string): Refusal =>
  because(
    'unknown-party',
    'MDM-84',
    say(`« ${party} » n’est pas une partie de ce partenariat.`, `"${party}" is not a party of this partnership.`),
    say('Nommer la partie de qui l’on a appris.', 'Name the party one has learned from.'),
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
