import type { Actor } from '@palabre/contracts';

const person = (name: string, organisation: string, ...roles: Actor['roles']): Actor => ({ person: `person-${name}`, organisation, roles });

/** Organisations of the fixtures: fictitious, by opaque id. */
export const organisations = { host: 'org-horizon', partner: 'org-riviere', stranger: 'org-elsewhere' } as const;

/** Functions that act in tests, by the words used in test sentences. No persons. */
export const people = {
  hqOps: person('hq-ops', organisations.host, 'hq-ops'),
  officer: person('officer', organisations.host, 'partnership-officer'),
  /** Signs, and guarantees: these organisations say that it is the same function (HFA-24). */
  direction: person('direction', organisations.host, 'signatory-authority', 'first-authority'),
  committee: person('committee', organisations.host, 'steering-committee'),
  secretariat: person('secretariat', organisations.host, 'executive-secretariat'),
  caseHandler: person('case-handler', organisations.host, 'case-handler'),
  fieldTeam: person('field-team', organisations.host, 'country-team'),
  representative: person('representative', organisations.partner, 'partner-representative'),
  secondRepresentative: person('second-representative', organisations.partner, 'partner-representative'),
  presidency: person('presidency', organisations.partner, 'signatory-authority', 'first-authority'),
  bureau: person('bureau', organisations.partner, 'executive-bureau'),
  assembly: person('assembly', organisations.partner, 'general-assembly'),
  hostAssembly: person('host-assembly', organisations.host, 'general-assembly'),
  outsider: person('outsider', organisations.stranger, 'partner-representative'),
} as const satisfies Record<string, Actor>;

export type PersonName = keyof typeof people;

/** An actor for each name of the test sentences. */
export type Cast = Readonly<Record<PersonName, Actor>>;
