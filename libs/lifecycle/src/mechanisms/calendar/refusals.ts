import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

/** The stream ended between the screening of the command and its turn. */
export const calendarOver = (): Refusal =>
  because(
    'stream-ended',
    'CALENDAR',
    say('C’est terminé : le calendrier ne bouge plus.', 'This has ended: the calendar moves no further.'),
    say('Lire l’histoire, ou commencer une autre répétition.', 'Read the history, or begin another rehearsal.'),
  );

export const calendarTooFar = (last: string): Refusal =>
  because(
    'calendar-too-far',
    'CALENDAR',
    say(`Le calendrier d’une répétition va jusqu’au ${last}.`, `The calendar of a rehearsal goes as far as ${last}.`),
    say('Donner un instant qui n’est pas plus tardif.', 'Give an instant that is no later.'),
  );

/** Only a rehearsal has a calendar that can be moved. */
export const onlyInRehearsal = (): Refusal =>
  because(
    'real-calendar',
    'CALENDAR',
    say('Le calendrier d’un partenariat réel est le temps lui-même.', 'The calendar of a real partnership is time itself.'),
    say('Répéter dans un dossier ouvert comme répétition.', 'Rehearse in a file opened as a rehearsal.'),
  );

export const calendarBackwards = (now: string): Refusal =>
  because(
    'calendar-backwards',
    'CALENDAR',
    say(`Le calendrier est déjà à ${now} et ne recule pas.`, `The calendar is already at ${now} and does not go back.`),
    say('Donner un instant plus tardif.', 'Give a later instant.'),
  );
