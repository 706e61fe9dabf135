import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const letterMissing = (): Refusal =>
  because(
    'letter-missing',
    'HFA-35',
    say(
      'La charte garde la trace de la lettre qui accompagne les rapports : son empreinte manque.',
      'The charter keeps the letter that goes with the reports: its hash is missing.',
    ),
    say('Donner l’empreinte SHA-256 de la lettre dans `letter`.', 'Give the SHA-256 hash of the letter in `letter`.'),
  );

export const contentNotShared = (): Refusal =>
  because(
    'content-not-shared',
    'HFA-16',
    say(
      'Cette version de l’accord n’est pas portée à la connaissance du bureau ou du secrétariat pour lequel vous répondez.',
      'This version of the agreement has not been made known to a bureau or secretariat for which you answer.',
    ),
    say(
      'La faire partager (ShareAgreement) ; un membre de cette instance dit ensuite l’avoir lue.',
      'Have it shared (ShareAgreement); a member of that body then says that it was read.',
    ),
  );
