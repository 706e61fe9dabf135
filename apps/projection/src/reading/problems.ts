import type { Localized } from '@palabre/contracts';

/** RFC 9457 problem details with the rule behind them, and what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly rule: string;
  readonly next: Localized;
}

/** Carries a problem to the edge, where it becomes the answer. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const problem = (status: number, code: string, rule: string, title: string, detail: string, next: Localized): ProblemError =>
  new ProblemError({ type: `urn:palabre:problem:${code}`, title, status, detail, rule, next });

export const problems = {
  notAuthenticated: (detail: string) =>
    problem(401, 'not-authenticated', 'API-IDENTITY', 'Who are you?', detail, {
      fr: 'Demandez un jeton au fournisseur d’identité et recommencez.',
      en: 'Ask the identity provider for a token and try again.',
    }),
  notPermitted: (detail: string) =>
    problem(403, 'not-permitted', 'API-PERMISSION', 'Not permitted', detail, {
      fr: 'Adressez-vous à une personne qui tient ce rôle.',
      en: 'Turn to somebody who holds this role.',
    }),
  /** The same answer for what is not there and for what the caller may not see. */
  notFound: (detail: string) =>
    problem(404, 'not-found', 'MDM-17', 'Not found', detail, {
      fr: 'Vérifiez l’identifiant, ou demandez l’accès à une partie au partenariat.',
      en: 'Check the id, or ask a party to the partnership for access.',
    }),
  invalid: (detail: string) =>
    problem(400, 'invalid-request', 'API-SHAPE', 'The request cannot be read', detail, {
      fr: 'Corrigez le champ indiqué et recommencez.',
      en: 'Correct the field named here and try again.',
    }),
  conflict: (detail: string) =>
    problem(409, 'conflict', 'API-CONFLICT', 'Not possible now', detail, {
      fr: 'Regardez l’état actuel avant de recommencer.',
      en: 'Look at the present state before trying again.',
    }),
  unavailable: (detail: string) =>
    problem(503, 'unavailable', 'API-OUTAGE', 'Not available for the moment', detail, {
      fr: 'Réessayez dans quelques secondes.',
      en: 'Try again in a few seconds.',
    }),
  failed: () =>
    problem(
      500,
      'failed',
      'API-FAILURE',
      'Something went wrong here',
      'The answer could not be made; the fault is recorded with its correlation id.',
      {
        fr: 'Réessayez ; si cela dure, donnez l’identifiant de corrélation à l’exploitation.',
        en: 'Try again; if it lasts, give the correlation id to the operators.',
      },
    ),
} as const;
