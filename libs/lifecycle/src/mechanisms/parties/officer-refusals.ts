import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const presidentNeedsReason = (): Refusal =>
  because(
    'reason-missing',
    'HFA-17',
    say(
      'La personne chargée du partenariat n’est pas qui préside : ce choix demande une raison.',
      'The partnership officer is not the President: this choice needs a reason.',
    ),
    say('Donner la raison dans `reason`, ou désigner une autre personne.', 'Give the reason in `reason`, or designate another person.'),
  );

export const presidentAsOfficer = (): Refusal =>
  because(
    'president-as-officer',
    'HFA-17',
    say(
      'La personne désignée préside l’organisation : rien ne les distingue.',
      'The person designated is the President: the two are not distinct.',
    ),
    say(
      'Désigner dès que possible une autre personne (DesignateOfficer).',
      'Designate another person as soon as possible (DesignateOfficer).',
    ),
  );
