import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const notAgreed = (): Refusal =>
  because(
    'not-agreed',
    'MDM-15',
    say(
      'La version présente de l’accord n’est pas convenue par toutes les parties.',
      'The present version of the agreement is not agreed by every party.',
    ),
    say('Chaque partie l’accepte (AcceptText), puis vient la signature.', 'Each party accepts it (AcceptText), then comes the signature.'),
  );

export const versionRefused = (): Refusal =>
  because(
    'signature-refused',
    'HFA-15',
    say('Une partie a refusé de signer cette version.', 'A party has refused to sign this version.'),
    say('Proposer une nouvelle version qui répond à la raison donnée.', 'Propose a new version that answers the reason given.'),
  );

export const alreadySigned = (): Refusal =>
  because(
    'already-signed',
    'HFA-15',
    say('Votre partie a déjà signé cette version.', 'Your party has already signed this version.'),
    say('Rien à faire : les autres parties signent à leur tour.', 'Nothing to do: the other parties sign in turn.'),
  );

export const othersSignFirst = (first: readonly string[]): Refusal =>
  because(
    'others-sign-first',
    'HFA-15',
    say(
      `Ici on signe l’un après l’autre ; d’abord : ${first.join(', ')}.`,
      `Parties sign one after the other here; first: ${first.join(', ')}.`,
    ),
    say('Attendre leur signature ; la tâche vient alors à votre partie.', 'Wait for their signature; the task then comes to your party.'),
  );

export const noMandate = (party: string, day: string): Refusal =>
  because(
    'no-mandate',
    'gate SIGNATORY',
    say(
      `Seule la hiérarchie signe : aucun mandat de signature en vigueur le ${day} pour « ${party} » à votre nom.`,
      `Only the hierarchy signs: no mandate to sign for "${party}" in your name is in force on ${day}.`,
    ),
    say(
      'Faire enregistrer le mandat (RecordMandate), ou laisser signer qui le détient.',
      'Have the mandate recorded (RecordMandate), or let its holder sign.',
    ),
    ['SIGNATORY'],
  );

export const alreadyConfirmed = (): Refusal =>
  because(
    'already-confirmed',
    'MDM-27',
    say('Votre partie a déjà confirmé sa participation.', 'Your party has already confirmed its participation.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const nothingOfYours = (): Refusal =>
  because(
    'nothing-built-yet',
    'MDM-39',
    say(
      'Rien de ce que votre côté a écrit n’a encore été accepté par l’autre : il n’y a pas encore de co-construction à confirmer.',
      'Nothing that your side wrote has been accepted by the other side yet: there is no building together to confirm so far.',
    ),
    say(
      'Proposer un texte du projet (ProposeText), laisser l’autre côté l’accepter (AcceptText), puis confirmer.',
      'Propose a text of the project (ProposeText), let the other side accept it (AcceptText), then confirm.',
    ),
  );

export const participantsUnnamed = (): Refusal =>
  because(
    'participants-unnamed',
    'MDM-27',
    say('Personne n’est nommé parmi ceux qui ont pris part de votre côté.', 'Nobody is named among those who took part on your side.'),
    say('Nommer qui a pris part, dans le champ `participants`.', 'Name who took part, in the field `participants`.'),
  );

export const participantsMisnamed = (people: readonly string[]): Refusal =>
  because(
    'participants-misnamed',
    'MDM-27',
    say(
      `Ces personnes sont nommées deux fois, ou sont d’un autre côté : ${people.join(', ')}.`,
      `These people are named twice, or are of another side: ${people.join(', ')}.`,
    ),
    say(
      'Nommer une fois chaque personne de votre côté ; l’autre côté nomme les siennes.',
      'Name each person of your side once; the other side names its own.',
    ),
  );

export const validationNotNeeded = (): Refusal =>
  because(
    'validation-not-needed',
    'C-05',
    say('La charte ne demande pas de validation stratégique pour ce type.', 'The charter asks for no strategic validation for this type.'),
    say('Passer à la signature.', 'Go on to the signature.'),
  );

export const validationStands = (status: string): Refusal =>
  because(
    'validation-stands',
    'MDM-61',
    say(`Cette version a déjà sa réponse ou sa demande (${status}).`, `This version already has its answer or its request (${status}).`),
    say(
      'Attendre la réponse, ou proposer une nouvelle version de l’accord.',
      'Wait for the answer, or propose a new version of the agreement.',
    ),
  );

export const notRequested = (): Refusal =>
  because(
    'validation-not-requested',
    'MDM-61',
    say('Aucune validation stratégique n’est demandée sur cette version.', 'No strategic validation is requested on this version.'),
    say('La demander d’abord (RequestStrategicValidation).', 'Request it first (RequestStrategicValidation).'),
  );

export const reportAnswered = (): Refusal =>
  because(
    'report-answered',
    'HFA-34',
    say(
      'Votre assemblée, ou une autre, a déjà répondu sur cette version du bilan.',
      'Your assembly, or another one, has already answered on this version of the report.',
    ),
    say('Un bilan renvoyé demande une nouvelle version.', 'A returned report needs a new version.'),
  );

export const accountNotReady = (): Refusal =>
  because(
    'account-not-ready',
    'HFA-32',
    say(
      'Le bilan final n’est pas remis, ou n’a pas les approbations que le type demande.',
      'The final report is not submitted, or lacks the approvals that the type asks for.',
    ),
    say('Remettre le bilan et le faire approuver, puis déclarer.', 'Submit the report and have it approved, then declare.'),
  );

export const alreadyDeclared = (): Refusal =>
  because(
    'already-declared',
    'HFA-32',
    say('Votre première autorité a déjà déclaré le compte rendu.', 'Your first authority has already declared the account rendered.'),
    say('Rien à faire.', 'Nothing to do.'),
  );
