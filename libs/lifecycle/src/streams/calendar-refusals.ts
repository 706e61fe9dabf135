import type { Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

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
