import type { Localized } from '@palabre/contracts';

/**
 * HTTP status of every refusal code. Codes of the gateway come first (its own table must be total: a missing row does
 * not compile in `gateway-refusals.ts`); then the codes with which a partnership refuses, where 409 is not the answer.
 */
export const gatewayStatuses = {
  'malformed-request': 400,
  'malformed-json': 400,
  'no-token': 401,
  'token-expired': 401,
  'token-foreign': 401,
  'token-unusable': 401,
  'not-permitted': 403,
  'protected-file': 403,
  'no-such-route': 404,
  'unknown-partnership': 404,
  'unknown-stream': 404,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-data': 422,
  'unknown-command': 422,
  'wrong-route-for-command': 422,
  'unknown-charter': 422,
  'too-many-requests': 429,
  'internal-error': 500,
  'temporal-away': 503,
  'answer-outstanding': 503,
  'issuer-away': 503,
  'partnership-ended': 410,
  'stream-ended': 410,
} as const;

export type GatewayCode = keyof typeof gatewayStatuses;

/** The request was fine, the file says no: gates, states, conflicts, something newer, and every code without a row. */
export const refusedByThePartnership = 409;

/** It is for another person to ask or to decide. */
const forOthers = [
  'not-in-quality-group',
  'not-a-member',
  'no-consent',
  'invitation-spent',
  'four-eyes',
  'no-mandate',
  'not-the-deciding-body',
  'not-your-case',
  'not-lifted-by-the-concerned',
  'task-not-yours',
  'handover-not-yours',
  'transfer-of-others',
  'binds-another-party',
  'why-is-the-others',
  'said-by-the-other-party',
  'said-by-the-receiver',
  'resolved-by-who-raised',
  'own-challenge',
  'partner-only',
  'other-guarantor',
  'same-person',
  'finding-about-oneself',
  'protected-facts',
];

/** The data of the command break a rule, or name what is not there. */
const dataBreaksRule = [
  'registration-missing',
  'contact-not-at-this-level',
  'questions-do-not-fit',
  'mean-off-scale',
  'too-many-invitations',
  'sources-missing',
  'part-absent',
  'part-empty',
  'bodies-left-out',
  'not-consulted',
  'no-such-clause',
  'no-such-hit',
  'no-such-mandate',
  'no-such-team',
  'no-such-action',
  'no-such-commitment',
  'malformed-command',
  'reason-missing',
  'reason-too-long',
  'minutes-missing',
  'amount-is-zero',
  'mixed-currencies',
  'other-currency',
  'budget-does-not-sum',
  'repeated-entry',
  'counted-twice',
  'clause-twice',
  'more-answers-than-contacts',
  'answers-do-not-fit',
  'answers-too-long',
  'plan-too-long',
  'one-direction-only',
  'wrong-parties',
  'owed-to-itself',
  'override-mismatch',
  'fixed-gate',
  'unknown-party',
  'unknown-line',
  'no-such-step',
  'no-such-task',
  'no-such-text',
  'no-such-case',
  'no-such-decision',
  'no-such-handover',
  'impossible-day',
  'from-the-future',
  'held-in-the-future',
  'noted-in-the-future',
  'evidence-to-come',
  'due-in-the-past',
  'starts-in-the-past',
  'step-in-the-past',
  'calendar-backwards',
  'delegation-backwards',
  'mandate-backwards',
];

const withStatus = (status: number, codes: readonly string[]): [string, number][] => codes.map(code => [code, status]);

/** Statuses of the codes with which a partnership refuses, where 409 is not the answer. */
export const partnershipStatuses: ReadonlyMap<string, number> = new Map([
  ...withStatus(403, forOthers),
  ...withStatus(404, ['stranger', 'not-begun']),
  ...withStatus(422, dataBreaksRule),
]);

/** The one refusal that is Palabre's own fault: a rule made an event that the published language does not know. */
const ownMistake = ['internal-mistake', 500] as const;

const statuses: ReadonlyMap<string, number> = new Map([...partnershipStatuses, ownMistake, ...Object.entries(gatewayStatuses)]);

/** HTTP status of a refusal, whatever its code. */
export const statusOf = (code: string): number => statuses.get(code) ?? refusedByThePartnership;

const titles: Readonly<Record<number, Localized>> = {
  400: { fr: 'Requête illisible', en: 'Request not understood' },
  401: { fr: 'Identité non établie', en: 'Identity not established' },
  403: { fr: 'Pas autorisé', en: 'Not allowed' },
  404: { fr: 'Introuvable', en: 'Not found' },
  409: { fr: 'Refusé par le partenariat', en: 'Refused by the partnership' },
  410: { fr: 'Partenariat terminé', en: 'Partnership ended' },
  413: { fr: 'Requête trop volumineuse', en: 'Request too large' },
  415: { fr: 'Format non accepté', en: 'Format not accepted' },
  422: { fr: 'Données à corriger', en: 'Data to correct' },
  429: { fr: 'Trop de requêtes', en: 'Too many requests' },
  500: { fr: 'Erreur de Palabre', en: 'Error in Palabre' },
  503: { fr: 'Momentanément indisponible', en: 'Briefly unavailable' },
};

const otherTitle: Localized = { fr: 'Refusé', en: 'Refused' };

export const titleOf = (status: number): Localized => titles[status] ?? otherTitle;
