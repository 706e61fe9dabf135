import type { GateId, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const nobodyToDecideWith = (): Refusal =>
  because(
    'alone',
    'MDM-15',
    say(
      'Une décision commune se prend à plusieurs, et le dossier n’a qu’une partie.',
      'A joint decision takes several, and the file has one party.',
    ),
    say('Attendre qu’un partenaire soit entré dans le dossier.', 'Wait until a partner has entered the file.'),
  );

/** Change is a strategy: it says what it answers (AGI-31). */
export const needNotTold = (): Refusal =>
  because(
    'need-not-told',
    'AGI-31',
    say('Un changement dit à quel besoin il répond.', 'A change says which need it answers.'),
    say('Écrire le besoin dans `need`.', 'Write the need in `need`.'),
  );

export const overrideMismatch = (): Refusal =>
  because(
    'override-mismatch',
    'PMP-59',
    say(
      'Une adaptation de règle nomme sa règle et sa force ; une autre décision n’en nomme pas.',
      'A rule adaptation names its gate and strength; another decision names none.',
    ),
    say('Remplir `override` pour la sorte « override » seulement.', 'Fill in `override` for the kind "override" only.'),
  );

export const fixedGate = (gate: GateId): Refusal =>
  because(
    'fixed-gate',
    'PMP-59',
    say(
      `La condition ${gate} est une obligation : les parties ne l’adaptent pas.`,
      `Gate ${gate} is an obligation: the parties do not adapt it.`,
    ),
    say('Remplir la condition, ou faire réviser la charte.', 'Fulfil the condition, or have the charter revised.'),
  );

export const reasonTooLong = (limit: number): Refusal =>
  because(
    'reason-too-long',
    'PMP-59',
    say(`La raison d’une adaptation tient en ${limit} octets.`, `The reason for an adaptation holds within ${limit} bytes.`),
    say('Raccourcir la raison.', 'Shorten the reason.'),
  );

export const uncertainResult = (): Refusal =>
  because(
    'uncertain-result',
    'PMP-36',
    say('Un résultat encore incertain ne sort pas du partenariat.', 'A result that is still uncertain does not leave the partnership.'),
    say(
      'Le partager entre vous (StepVictoryShared), et attendre qu’il soit sûr.',
      'Share it among yourselves (StepVictoryShared), and wait until it is certain.',
    ),
  );

export const nothingToEnd = (): Refusal =>
  because(
    'nothing-to-end',
    'S-06',
    say('Rien de signé ne court en ce moment, que l’on pourrait finir.', 'Nothing signed runs at this moment that could be ended.'),
    say(
      'Avant la signature, arrêter la négociation ; en clôture, clore (ClosePartnership).',
      'Before signature, stop the negotiation; in closing, close (ClosePartnership).',
    ),
  );

export const nothingToAbandon = (): Refusal =>
  because(
    'nothing-to-abandon',
    'MDM-15',
    say('Aucun transfert n’est en cours, que l’on pourrait abandonner.', 'No transfer is under way that could be abandoned.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const noPlanningAhead = (): Refusal =>
  because(
    'no-planning-ahead',
    'AGI-25',
    say(
      'Aucune planification de départ n’est à faire en présence en ce moment.',
      'No planning at the start is to be done in person at this moment.',
    ),
    say(
      'En convenir entre la validation et le début du travail, là où la charte demande la présence.',
      'Agree it between validation and the beginning of the work, where the charter asks for presence.',
    ),
  );

export const noSuchDecision = (): Refusal =>
  because(
    'no-such-decision',
    'MDM-15',
    say('Cette décision n’attend pas de réponse.', 'This decision waits for no answer.'),
    say('Vérifier sa référence, ou la proposer de nouveau.', 'Check its reference, or propose it again.'),
  );

export const alreadyDeclined = (): Refusal =>
  because(
    'already-declined',
    'MDM-25',
    say('Votre partie a déjà décliné cette décision.', 'Your party has already declined this decision.'),
    say(
      'Attendre les autres parties, ou accepter si elle a changé d’avis.',
      'Wait for the other parties, or accept if it has changed its mind.',
    ),
  );

export const alreadyAccepted = (): Refusal =>
  because(
    'already-accepted',
    'MDM-15',
    say(
      'Votre partie a déjà accepté cette décision ; proposer, c’est accepter.',
      'Your party has already accepted this decision; to propose is to accept.',
    ),
    say('Attendre la réponse des autres parties.', 'Wait for the answer of the other parties.'),
  );

export const notAdaptable = (key: string): Refusal =>
  because(
    'not-adaptable',
    'PMP-59',
    say(
      `« ${key} » n’est pas une règle que les parties adaptent, ou cette valeur n’en est pas une.`,
      `"${key}" is no rule that parties adapt, or this value does not fit it.`,
    ),
    say('Choisir une règle adaptable et une de ses valeurs.', 'Choose a rule that may be adapted, and one of its values.'),
  );
