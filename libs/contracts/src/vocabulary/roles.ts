/**
 * Functions that act in Palabre (requirements, "Who may do what"). A person holds roles *for a party*: the same word
 * names the same right on both sides (C-08), so the partner's president is a `signatory-authority` too.
 */
export const roles = [
  'hq-ops',
  'partnership-officer',
  'signatory-authority',
  /**
   * Guarantor of the clauses by office, named by nobody, and another role than who signs (HFA-24). An organisation whose signatory
   * is its first authority says so: it gives that person both roles.
   */
  'first-authority',
  'steering-committee',
  'executive-bureau',
  'executive-secretariat',
  'follow-up-committee',
  'general-assembly',
  /** Belongs to a party and holds no office in it: takes tasks, comments, is kept informed (HFA-28, HFA-29). */
  'member',
  'partner-representative',
  'community-leader',
  'country-team',
  'case-handler',
  /** Convenes, records and mediates for all parties, without a vote (PMP-24). */
  'neutral-secretariat',
  'auditor',
  'operator',
  /** Nobody known: who answers a survey with an invitation. No token of an identity provider carries it. */
  'respondent',
] as const;

export type Role = (typeof roles)[number];

/** The side that brought the charter and opened the file, and every other party. Rights are equal; duties may differ. */
export const sides = ['host', 'partner'] as const;

export type Side = (typeof sides)[number];

/** Functions that read and keep the house running, and whoever answers a survey unknown: they never act for a party. */
const neverActing: readonly Role[] = ['auditor', 'operator', 'respondent'];

/** Functions that act for a party of a partnership. */
export const actingRoles: readonly Role[] = roles.filter(role => !neverActing.includes(role));
