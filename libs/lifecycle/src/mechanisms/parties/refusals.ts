import type { Localized, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const alreadyThere = (): Refusal =>
  because(
    'party-exists',
    'C-15',
    say(
      'Cette organisation, ou ce nom de partie, est déjà dans le dossier.',
      'This organisation, or this party name, is already in the file.',
    ),
    say('Vérifier les parties du dossier.', 'Check the parties of the file.'),
  );

export const notInRegister = (organisation: string): Refusal =>
  because(
    'organisation-unknown',
    'PMP-19',
    say(
      `Le registre ne connaît aucune organisation « ${organisation} » : personne ne pourrait agir en son nom.`,
      `The register knows no organisation "${organisation}": nobody could act for it.`,
    ),
    say(
      'Vérifier son identifiant parmi les organisations, ou l’inscrire d’abord (RegisterOrganisation).',
      'Check its id among the organisations, or register it first (RegisterOrganisation).',
    ),
  );

/** Where a type is thought of for two, there is one candidate at a time; a type of many compares several in one file. */
export const candidateStands = (type: Localized, standing: readonly string[]): Refusal =>
  because(
    'candidate-stands',
    'C-15',
    say(
      `Le type « ${type.fr} » est pour deux parties, et une autre est déjà retenue : ${standing.join(', ')}.`,
      `The type "${type.en}" is for two parties, and another one is retained already: ${standing.join(', ')}.`,
    ),
    say(
      'Écarter d’abord le candidat retenu (SetCandidateAside), ouvrir un dossier par candidat, ou passer à un type à plusieurs (ProposeTypeChange).',
      'Set the retained candidate aside first (SetCandidateAside), open a file for each candidate, or change to a type of many (ProposeTypeChange).',
    ),
  );

export const noSuchCandidate = (party: string): Refusal =>
  because(
    'no-such-candidate',
    'PMP-19',
    say(`« ${party} » n’est pas un candidat retenu dans ce dossier.`, `"${party}" is not a candidate that is shortlisted in this file.`),
    say(
      'Nommer un candidat du dossier ; une partie fondatrice se retire elle-même (AnnounceWithdrawal).',
      'Name a candidate of the file; a founding party withdraws by itself (AnnounceWithdrawal).',
    ),
  );

/** A warning: the engine counts n parties everywhere, the type was thought of for two (C-15). */
export const madeForTwo = (type: Localized, parties: number): Refusal =>
  because(
    'made-for-two',
    'C-15',
    say(
      `Le type « ${type.fr} » est pensé pour deux parties ; vous êtes ${parties}.`,
      `The type "${type.en}" is thought of for two parties; you are ${parties}.`,
    ),
    say('Voir si un type à plusieurs convient mieux ; sinon, continuer.', 'See whether a type of many fits better; if not, go on.'),
  );

/** A warning: each change costs a part of the history that was lived together. */
export const peopleChange = (changes: number, months: number): Refusal =>
  because(
    'people-change-often',
    'MDM-10',
    say(
      `${changes} changements d’interlocuteurs en ${months} mois : l’histoire commune se perd.`,
      `${changes} changes of contact persons in ${months} months: the shared history gets lost.`,
    ),
    say(
      'En parler à la prochaine revue ; garder plus longtemps les mêmes personnes.',
      'Talk about it in the next review; keep the same people longer.',
    ),
  );

export const noSuchHandover = (): Refusal =>
  because(
    'no-such-handover',
    'MDM-10',
    say('Cette passation n’est pas ouverte.', 'This handover is not open.'),
    say('Ouvrir la passation, ou vérifier sa référence.', 'Open the handover, or check its reference.'),
  );

export const notYoursToConfirm = (): Refusal =>
  because(
    'handover-not-yours',
    'MDM-10',
    say('La personne qui arrive et une autre partie confirment, chacune une fois.', 'The newcomer and another party confirm, each once.'),
    say('Laisser confirmer la personne qui arrive ou l’autre partie.', 'Let the newcomer or the other party confirm.'),
  );

export const samePerson = (): Refusal =>
  because(
    'same-person',
    'MDM-10',
    say('La personne qui part et celle qui arrive sont la même.', 'The outgoing and the incoming person are the same.'),
    say('Nommer la personne qui arrive.', 'Name the incoming person.'),
  );

export const mandateBackwards = (): Refusal =>
  because(
    'mandate-backwards',
    'S-16',
    say('Le mandat finit avant de commencer.', 'The mandate ends before it begins.'),
    say('Corriger les dates.', 'Correct the dates.'),
  );

export const strangersNamed = (): Refusal =>
  because(
    'unknown-party',
    'HFA-25',
    say(
      'Un membre du comité est nommé pour une partie absente du dossier.',
      'A member of the committee is named for a party that is not in the file.',
    ),
    say('Nommer des parties du dossier.', 'Name parties of the file.'),
  );

export const ownMandate = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Personne n’enregistre son propre mandat.', 'Nobody records a mandate of their own.'),
    say('Une autre personne de la partie l’enregistre.', 'Another person of the party records it.'),
  );

export const admitsNoOther = (): Refusal =>
  because(
    'admission-closed',
    'PMP-21',
    say('Ce type de partenariat n’admet pas d’autre partie.', 'This type of partnership admits no further party.'),
    say('Ouvrir un autre dossier, ou changer de type d’un commun accord.', 'Open another file, or change the type by agreement.'),
  );

export const noSuchWithdrawal = (): Refusal =>
  because(
    'no-such-withdrawal',
    'S-06',
    say('Ce préavis de retrait n’est pas ouvert.', 'This notice of withdrawal is not open.'),
    say('Vérifier sa référence parmi les échéances.', 'Check its reference among the deadlines.'),
  );

export const withdrawalRuns = (): Refusal =>
  because(
    'withdrawal-announced',
    'S-06',
    say('Le préavis de votre partie court déjà.', 'The notice of your party already runs.'),
    say('Attendre son terme, ou l’annuler (RevokeWithdrawal).', 'Wait for its end, or revoke it (RevokeWithdrawal).'),
  );

export const mediationNotYours = (): Refusal =>
  because(
    'mediation-not-yours',
    'S-06',
    say(
      'La médiation est proposée par une autre partie, et la partie qui part y répond.',
      'Mediation is offered by another party, and the one that leaves answers.',
    ),
    say('Laisser faire la partie concernée.', 'Let the party concerned do it.'),
  );

export const mediationStands = (): Refusal =>
  because(
    'mediation-settled',
    'S-06',
    say('Une médiation a déjà été proposée, ou n’attend pas de réponse.', 'Mediation was already offered, or waits for no answer.'),
    say('Relire le dossier.', 'Read the file again.'),
  );

export const ownDeputy = (): Refusal =>
  because(
    'own-deputy',
    'AGI-28',
    say('Qui s’absente est remplacé par quelqu’un d’autre.', 'Who is away is replaced by somebody else.'),
    say('Nommer une autre personne dans `deputy`.', 'Name another person in `deputy`.'),
  );

export const challengeStaysVisible = (): Refusal =>
  because(
    'challenge-stays-visible',
    'ALE-42',
    say('Une difficulté soulevée reste lisible par toutes les parties.', 'A difficulty that was raised stays readable by all parties.'),
    say(
      'La résoudre ensemble ; ce qui protège une personne se dit par une ligne protégée.',
      'Resolve it together; what protects a person is told through a protected line.',
    ),
  );
