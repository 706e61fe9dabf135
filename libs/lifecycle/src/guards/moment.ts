import type { CommandType, Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

/** A fact cannot be dated after the calendar. */
export const fromTheFuture = (now: string): Refusal =>
  because(
    'from-the-future',
    'PMP-29',
    say(`Un fait ne peut pas être daté après maintenant (${now}).`, `A fact cannot be dated after now (${now}).`),
    say('Dater le fait d’aujourd’hui ou plus tôt.', 'Date the fact today or earlier.'),
  );

/** Commands that report what happened earlier. Everything else happens when it is asked: nobody signs or shares yesterday. */
export const mayBeBackdated: readonly CommandType[] = [
  'RecordContact',
  'HoldIntroduction',
  'HoldPlanningMeeting',
  'HoldMeeting',
  'RecordStatusPoint',
  'HoldClosingConversation',
  'RecordNote',
  'RecordFinding',
  'RefreshAnalysis',
];

/** A decision dated back would walk around delays and mandates. */
export const notBackdated = (): Refusal =>
  because(
    'not-backdated',
    'HFA-16',
    say(
      'Cette demande prend effet quand elle est faite : elle ne se date pas d’avant.',
      'This request takes effect when it is made: it cannot be dated back.',
    ),
    say('La refaire sans date antérieure.', 'Ask again without an earlier date.'),
  );

/** The file has moved on since the person looked at it. */
export const movedOn = (version: number): Refusal =>
  because(
    'wrong-version',
    'CONCURRENCY',
    say(`Le dossier a changé : il en est à la version ${version}.`, `The file has changed: it is at version ${version}.`),
    say('Relire le dossier, puis redemander.', 'Read the file again, then ask again.'),
  );
