import type { FieldMistake, Localized, Trouble } from '@palabre/contracts';
import { sentenceOf } from './wrong-fields.js';

/** Carries a problem to the edge, where it becomes the answer. */
export class ProblemError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.reason.en);
    this.name = 'ProblemError';
    this.trouble = trouble;
  }
}

export const say = (fr: string, en: string): Localized => ({ fr, en });

interface Kind {
  readonly status: number;
  readonly code: string;
  readonly rule: string;
  readonly title: Localized;
  readonly next: Localized;
}

const problem = (kind: Kind, reason: Localized, fields: readonly FieldMistake[] = []): ProblemError =>
  new ProblemError({ ...kind, reason, fields });

const kinds = {
  identity: {
    status: 401,
    code: 'token-unusable',
    rule: 'API-IDENTITY',
    title: say('Identité non établie', 'Identity not established'),
    next: say('Demandez un jeton au fournisseur d’identité et recommencez.', 'Ask the identity provider for a token and try again.'),
  },
  notPermitted: {
    status: 403,
    code: 'not-permitted',
    rule: 'API-PERMISSION',
    title: say('Pas autorisé', 'Not permitted'),
    next: say('Adressez-vous à une personne qui tient ce rôle.', 'Turn to somebody who holds this role.'),
  },
  notFound: {
    status: 404,
    code: 'not-found',
    rule: 'MDM-17',
    title: say('Introuvable', 'Not found'),
    next: say(
      'Vérifiez l’identifiant, ou demandez l’accès à une partie au partenariat.',
      'Check the id, or ask a party to the partnership for access.',
    ),
  },
  invalid: {
    status: 400,
    code: 'invalid-request',
    rule: 'API-SHAPE',
    title: say('Requête illisible', 'The request cannot be read'),
    next: say('Corrigez le champ indiqué et recommencez.', 'Correct the field named here and try again.'),
  },
  unavailable: {
    status: 503,
    code: 'unavailable',
    rule: 'API-OUTAGE',
    title: say('Momentanément indisponible', 'Not available for the moment'),
    next: say('Réessayez dans quelques secondes.', 'Try again in a few seconds.'),
  },
  failed: {
    status: 500,
    code: 'failed',
    rule: 'API-FAILURE',
    title: say('Erreur de Palabre', 'Something went wrong here'),
    next: say(
      'Réessayez ; si cela dure, donnez l’identifiant de corrélation à l’exploitation.',
      'Try again; if it lasts, give the correlation id to the operators.',
    ),
  },
} as const satisfies Readonly<Record<string, Kind>>;

export const problems = {
  noToken: () =>
    problem(
      { ...kinds.identity, code: 'no-token' },
      say('La requête ne porte pas de jeton d’accès.', 'The request carries no access token.'),
    ),
  tokenExpired: () => problem({ ...kinds.identity, code: 'token-expired' }, say('Votre session a expiré.', 'Your session has expired.')),
  tokenForeign: () =>
    problem(
      { ...kinds.identity, code: 'token-foreign' },
      say(
        'Ce jeton n’a pas été émis par notre fournisseur d’identité pour Palabre.',
        'This token was not issued by our identity provider for Palabre.',
      ),
    ),
  tokenUnusable: () =>
    problem(
      kinds.identity,
      say(
        'Ce jeton ne dit pas, dans une forme connue, quelle personne agit, pour quelle organisation et dans quelles fonctions.',
        'This token does not say, in a known form, which person acts, for which organisation and in which functions.',
      ),
    ),
  issuerAway: () =>
    problem(
      { ...kinds.unavailable, code: 'issuer-away' },
      say(
        'Le fournisseur d’identité ne répond pas ; votre jeton ne peut pas être vérifié.',
        'The identity provider is not answering; your token cannot be verified.',
      ),
    ),
  notPermitted: (reason: Localized) => problem(kinds.notPermitted, reason),
  /** Who belongs to a party knows that the file is there; to everybody else it is not (AGI-02). */
  protectedFile: () =>
    problem(
      {
        ...kinds.notPermitted,
        code: 'protected-file',
        rule: 'AGI-02',
        next: say('Demandez à la hiérarchie de votre partie de vous nommer.', 'Ask the hierarchy of your party to name you.'),
      },
      say(
        'Ce dossier est protégé : il est ouvert aux seules personnes que chaque partie a nommées.',
        'This file is protected: it is open only to the people whom each party has named.',
      ),
    ),
  /** The same answer for what is not there and for what the caller may not see. */
  notFound: (reason: Localized) => problem(kinds.notFound, reason),
  invalid: (reason: Localized) => problem(kinds.invalid, reason),
  /** Names every wrong field, and what was expected there. */
  wrongFields: (fields: readonly FieldMistake[]) => problem(kinds.invalid, sentenceOf(fields), fields),
  unavailable: (reason: Localized) => problem(kinds.unavailable, reason),
  failed: () =>
    problem(
      kinds.failed,
      say(
        'La réponse n’a pas pu être faite ; la faute est consignée avec son identifiant de corrélation.',
        'The answer could not be made; the fault is recorded with its correlation id.',
      ),
    ),
} as const;
