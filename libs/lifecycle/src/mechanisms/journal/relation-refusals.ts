import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const nameTaken = (name: string, rule: string): Refusal =>
  because(
    'name-taken',
    rule,
    say(
      `La référence ${name} désigne déjà une autre entrée ; aucune ne se remplace.`,
      `The reference ${name} names another entry already; none is replaced.`,
    ),
    say('Choisir une autre référence.', 'Choose another reference.'),
  );

export const nothingByThatName = (name: string, rule: string): Refusal =>
  because(
    'no-such-entry',
    rule,
    say(`Aucune entrée ouverte ne porte la référence ${name}.`, `No open entry has the reference ${name}.`),
    say('Reprendre la référence dans le journal.', 'Take the reference from the journal.'),
  );

export const registerOfRelationFull = (rule: string, most: number): Refusal =>
  because(
    'register-full',
    rule,
    say(`Cette liste tient ${most} entrées au plus.`, `This list holds at most ${most} entries.`),
    say('Regrouper ce qui va ensemble dans une entrée.', 'Bring together in one entry what belongs together.'),
  );

export const confirmedByTheOther = (to: string): Refusal =>
  because(
    'confirmed-by-the-other',
    'ALE-36',
    say(
      `Le résultat se confirme par la partie à qui il est destiné : « ${to} ».`,
      `The result is confirmed by the party it is for: "${to}".`,
    ),
    say('Laisser cette partie le dire.', 'Let that party say so.'),
  );

export const broughtByAPartner = (by: string): Refusal =>
  because(
    'not-a-partner',
    'ALE-38',
    say(`« ${by} » n’est pas un partenaire de ce dossier.`, `"${by}" is not a partner in this file.`),
    say(
      'Nommer dans `by` le partenaire ; nos propres apports se notent par ContributionMade.',
      'Name the partner in `by`; our own contributions are noted as ContributionMade.',
    ),
  );

export const spokenForWithoutConsent = (partner: string, subject: string): Refusal =>
  because(
    'advocacy-without-consent',
    'ALE-16',
    say(
      `Parler au nom de « ${partner} » sur ${subject} demande son accord noté, et il n’y en a pas.`,
      `To speak for "${partner}" on ${subject} asks for its recorded consent, and there is none.`,
    ),
    say(
      'La partie note son accord (AdvocacyConsentGiven), ou l’action se mène avec elle ou par elle.',
      'That party notes its consent (AdvocacyConsentGiven), or the action is taken with it or by it.',
    ),
  );

export const historyOfTheOther = (): Refusal =>
  because(
    'own-entry',
    'AGI-16',
    say(
      'Une entrée de l’histoire commune se commente par une autre partie.',
      'An entry of the common history is answered by another party.',
    ),
    say('Noter une entrée à vous (SharedHistoryNoted).', 'Note an entry of your own (SharedHistoryNoted).'),
  );

export const notCleared = (question: string): Refusal =>
  because(
    'quotation-not-cleared',
    'AGI-09',
    say(
      `La réponse à ${question} ne se cite que lorsque chaque partie l’a autorisé.`,
      `The answer to ${question} is quoted only once every party has cleared it.`,
    ),
    say('Chaque partie autorise la citation (ClearQuotation).', 'Each party clears the quotation (ClearQuotation).'),
  );

/** A warning: the session counts, and so does that nobody of the partner was there. */
export const sessionWithoutPartner = (): Refusal =>
  because(
    'session-without-partner',
    'ALE-71',
    say(
      'Aucun partenaire n’a pris part à cette séance ; elle sera comptée comme telle.',
      'No partner took part in this session; it will be counted as such.',
    ),
    say('Inviter le partenaire à la prochaine.', 'Invite the partner to the next one.'),
  );
