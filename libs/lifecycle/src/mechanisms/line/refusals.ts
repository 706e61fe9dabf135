import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

/** Said in the place of what a protected case is about: no number, no line, no party (MDM-65, MDM-68). */
export const unreadableCase = say('un cas que vous ne pouvez pas lire', 'a case that you may not read');

/** `id` null: the case is protected. */
export const alreadyOpen = (id: string | null): Refusal =>
  because(
    'line-already-open',
    'S-01',
    say(
      `Cette ligne est déjà ouverte au sujet de cette partie (${id === null ? unreadableCase.fr : `cas ${id}`}).`,
      `This line is already open about this party (${id === null ? unreadableCase.en : `case ${id}`}).`,
    ),
    say(
      'Suivre le cas ouvert ; s’il est protégé, ses responsables le suivent.',
      'Follow the open case; a protected one is followed by its handlers.',
    ),
  );

export const protectedFacts = (): Refusal =>
  because(
    'protected-facts',
    'MDM-68',
    say(
      'Cette ligne est protégée : les faits ne s’écrivent pas en clair au dossier.',
      'This line is protected: facts are not written in clear in the file.',
    ),
    say(
      'Signaler sans les faits ; les confier aux personnes chargées du cas.',
      'Raise it without the facts; entrust them to the case handlers.',
    ),
  );

export const noSuchCase = (): Refusal =>
  because(
    'no-such-case',
    'S-01',
    say('Ce cas n’est pas ouvert.', 'This case is not open.'),
    say('Vérifier sa référence dans le dossier.', 'Check its reference in the file.'),
  );

/** `about` null: the case is protected. */
export const notYourCase = (about: string | null): Refusal =>
  because(
    'not-your-case',
    'S-01',
    say(
      `Seule la partie concernée${about === null ? '' : `, « ${about} »,`} se fait entendre sur ce cas.`,
      `Only the party concerned${about === null ? '' : `, "${about}",`} is heard on this case.`,
    ),
    say('Laisser parler la partie concernée.', 'Let the party concerned speak.'),
  );

export const alreadyHeard = (): Refusal =>
  because(
    'already-heard',
    'S-01',
    say('La partie a déjà été entendue sur ce cas.', 'The party has already been heard on this case.'),
    say('Compléter au fil de la palabre (PostPalaverMessage).', 'Add to it under the tree (PostPalaverMessage).'),
  );

/** `about` null: the case is protected. */
export const notHeardYet = (about: string | null): Refusal =>
  because(
    'party-not-heard',
    'S-01',
    say(
      `La partie ${about === null ? 'concernée' : `« ${about} »`} n’a pas encore été entendue : rien ne se décide avant.`,
      `${about === null ? 'The party concerned' : `Party "${about}"`} has not been heard yet: nothing is decided before.`,
    ),
    say('Entendre la partie (HearParty), puis décider.', 'Hear the party (HearParty), then decide.'),
  );

export const ownCase = (): Refusal =>
  because(
    'own-case',
    'S-01',
    say(
      'Ce cas concerne votre propre partie : elle peut le reconnaître, non l’écarter ni le dire terminé.',
      'This case is about your own party: it may admit it, not dismiss it nor declare it over.',
    ),
    say('Laisser décider la hiérarchie d’une autre partie.', 'Let the hierarchy of another party decide.'),
  );

export const raiserNeverDecides = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Qui a signalé la ligne ne décide pas de la suite.', 'Who raised the line does not decide what follows.'),
    say('Une autre personne de l’instance décide.', 'Another person of the body decides.'),
  );

export const notRed = (): Refusal =>
  because(
    'not-a-red-line',
    'S-01',
    say(
      'Une ligne orange se traite par un plan commun ; elle ne se confirme pas.',
      'An orange line is dealt with by a joint plan; it is not confirmed.',
    ),
    say('Proposer un plan (ProposeMitigation).', 'Propose a plan (ProposeMitigation).'),
  );

export const alreadyConfirmed = (): Refusal =>
  because(
    'already-confirmed',
    'S-01',
    say('Cette ligne est déjà confirmée.', 'This line is already confirmed.'),
    say(
      'Quand le manquement a cessé : reprendre (ResumePartnership) ou dégeler (ReleaseTransfers).',
      'Once the breach is over: resume (ResumePartnership) or release (ReleaseTransfers).',
    ),
  );

export const nothingToResume = (): Refusal =>
  because(
    'nothing-to-resume',
    'MDM-63',
    say('Ce cas n’est pas confirmé, ou se lève autrement.', 'This case is not confirmed, or ends in another way.'),
    say(
      'Confirmer ou écarter d’abord ; un gel se lève par ReleaseTransfers.',
      'Confirm or dismiss first; a freeze ends by ReleaseTransfers.',
    ),
  );

export const processEnded = (): Refusal =>
  because(
    'process-ended',
    'S-01',
    say(
      'La charte attache à cette ligne la fin du processus : le partenariat ne reprend pas.',
      'The charter attaches the end of the process to this line: the partnership does not resume.',
    ),
    say(
      'Engager la clôture ; à plus de deux, les autres décident du départ de la partie.',
      'Initiate closing; with more than two, the others decide whether the party leaves.',
    ),
  );

export const nothingFrozen = (): Refusal =>
  because(
    'nothing-frozen',
    'MDM-65',
    say('Ce cas ne gèle aucun transfert.', 'This case freezes no transfer.'),
    say('Vérifier la référence du cas.', 'Check the reference of the case.'),
  );
