import type { Localized, Refusal, TextKind } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const nothingTold = (): Refusal =>
  because(
    'nothing-told',
    'PMP-01',
    say('Rien n’est dit : l’idée reste comme elle est.', 'Nothing is told: the idea stays as it is.'),
    say('Donner au moins un champ de l’idée.', 'Give at least one field of the idea.'),
  );

export const horizonTooShort = (years: number, months: number): Refusal =>
  because(
    'horizon-too-short',
    'MDM-49',
    say(
      `Un horizon de ${years} an(s) est plus court que les ${months} mois que la charte demande à ce type.`,
      `A horizon of ${years} year(s) is shorter than the ${months} months that the charter asks of this type.`,
    ),
    say('Voir plus loin, ou choisir un type lié à un projet.', 'Look further ahead, or choose a type that is tied to a project.'),
  );

export const notAmongTheSeen = (partnership: string): Refusal =>
  because(
    'not-among-the-seen',
    'PMP-08',
    say(
      `« ${partnership} » n’est pas parmi les partenariats que l’annuaire a montrés.`,
      `"${partnership}" is not among the partnerships that the directory showed.`,
    ),
    say('Vérifier les partenariats existants, et nommer ce que l’on a vu.', 'Check the existing partnerships, and name what was seen.'),
  );

export const seenAndCounted = (found: number, seen: number): Refusal =>
  because(
    'seen-and-counted',
    'PMP-08',
    say(
      `${found} partenariat(s) trouvé(s), ${seen} nommé(s) : les deux disent la même chose, une fois chacun.`,
      `${found} partnership(s) found, ${seen} named: both say the same, each partnership once.`,
    ),
    say('Nommer dans `seen` chaque partenariat trouvé.', 'Name in `seen` each partnership that was found.'),
  );

export const projectKnown = (project: string): Refusal =>
  because(
    'project-linked',
    'HFA-11',
    say(`Le projet « ${project} » est déjà rattaché.`, `The project "${project}" is linked already.`),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const projectUnknown = (project: string): Refusal =>
  because(
    'no-such-project',
    'MDM-52',
    say(`Aucun projet « ${project} » n’est rattaché à présent.`, `No project "${project}" is linked at present.`),
    say('Vérifier sa référence.', 'Check its reference.'),
  );

export const projectBackwards = (): Refusal =>
  because(
    'project-backwards',
    'HFA-11',
    say('Le projet finit avant de commencer.', 'The project ends before it begins.'),
    say('Corriger les dates.', 'Correct the dates.'),
  );

export const rolesBeforeProject = (): Refusal =>
  because(
    'roles-before-project',
    'ALE-56',
    say(
      'Aucun projet ne se rattache avant que la table des rôles soit convenue de tous.',
      'No project is linked before all have agreed the table of roles.',
    ),
    say('Convenir des rôles (ProposeText roles), puis rattacher.', 'Agree the roles (ProposeText roles), then link it.'),
  );

export const stepRequired = (step: string): Refusal =>
  because(
    'step-required',
    'ALE-03',
    say(`« ${step} » n’est pas une option : la charte le demande à ce type.`, `"${step}" is no option: the charter asks it of this type.`),
    say(
      'Le faire, ou adapter la charte d’un commun accord (adaptation locale).',
      'Do it, or adapt the charter by agreement (local override).',
    ),
  );

export const stepInUse = (step: string): Refusal =>
  because(
    'step-in-use',
    'ALE-03',
    say(
      `« ${step} » a déjà commencé : seul ce qui ne sert pas se laisse de côté.`,
      `"${step}" has begun: only what is unused is left out.`,
    ),
    say('Le mener à terme, ou le contester.', 'See it through, or contest it.'),
  );

export const alreadySo = (step: string): Refusal =>
  because(
    'already-so',
    'ALE-03',
    say(`« ${step} » est déjà dans cet état.`, `"${step}" is so already.`),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const noSharedBrand = (): Refusal =>
  because(
    'no-shared-brand',
    'MDM-59',
    say('Les parties de ce type ne partagent pas de marque.', 'The parties of this type share no brand.'),
    say('Soulever une difficulté (RaiseChallenge).', 'Raise a challenge (RaiseChallenge).'),
  );

export const incidentRead = (): Refusal =>
  because(
    'incident-not-yours',
    'MDM-59',
    say(
      'Cet incident n’attend pas votre partie : il n’existe pas, vient d’elle, ou elle l’a déjà lu.',
      'This incident does not wait for your party: there is none, or your party told it, or has read it already.',
    ),
    say('Vérifier vos tâches.', 'Look at your tasks.'),
  );

/** A warning: the leaders of the community have not been heard on these documents. */
export const opinionMissing = (kinds: readonly TextKind[]): Refusal =>
  because(
    'opinion-missing',
    'AGI-32',
    say(
      `Les responsables communautaires n’ont pas donné leur avis sur : ${kinds.join(', ')}.`,
      `Community leaders have not given their opinion on: ${kinds.join(', ')}.`,
    ),
    say(
      'Nommer qui parle pour eux (RecordMandate, fonction `community-leader`), puis demander leur avis (GiveCommunityOpinion).',
      'Name who speaks for them (RecordMandate, role `community-leader`), then ask for their opinion (GiveCommunityOpinion).',
    ),
  );

/** A warning: a group that voted has not consented to these documents. */
export const consentWithheld = (kinds: readonly TextKind[]): Refusal =>
  because(
    'consent-withheld',
    'S-18',
    say(
      `Le vote de la communauté n’a pas consenti à : ${kinds.join(', ')}.`,
      `The vote of the community has not consented to: ${kinds.join(', ')}.`,
    ),
    say(
      'Reprendre le texte avec ses responsables, puis redemander leur avis (GiveCommunityOpinion).',
      'Take the text up again with its leaders, then ask for their opinion again (GiveCommunityOpinion).',
    ),
  );

export const nobodyVoted = (): Refusal =>
  because(
    'nobody-voted',
    'S-18',
    say('Un vote sans aucune voix ne dit le consentement de personne.', 'A vote without a voice tells nobody’s consent.'),
    say('Compter les voix du groupe, ou ne donner que l’avis.', 'Count the voices of the group, or give the opinion alone.'),
  );

/** What a part of the idea is called, for people. */
export const partNames: Readonly<Record<string, Localized>> = {
  'common-action': say('L’action commune n’est pas nommée.', 'The common action is not named.'),
  problem: say('Le problème à résoudre n’est pas écrit.', 'The problem to solve is not written.'),
  'agenda-2030': say(
    'Il manque l’objectif de l’Agenda 2030, ou pourquoi un acteur seul n’y suffit pas.',
    'The goal of Agenda 2030 is missing, or why one actor alone cannot do it.',
  ),
  nature: say('La nature du partenariat n’est pas dite.', 'The nature of the partnership is not told.'),
  form: say('La forme de la collaboration n’est pas dite.', 'The form of the collaboration is not told.'),
  horizon: say('L’horizon, en années, n’est pas dit.', 'The horizon, in years, is not told.'),
  'people-concerned': say(
    'Les personnes dont les droits sont en jeu ne sont pas nommées.',
    'The people whose rights are pursued are not named.',
  ),
};
