import type { Actor, StreamCommand } from '@palabre/contracts';
import { asRehearsal } from './stream-rehearsal.js';

/** Somebody with these functions in an organisation. */
export const actorOf = (organisation: string, person: string, ...roles: Actor['roles']): Actor => ({ person, organisation, roles });

/** Who writes the charter of an organisation together, who validates it, and a partner who reads it. */
export const draftingCast = {
  ops: actorOf('org-horizon', 'person-ops', 'hq-ops'),
  field: actorOf('org-horizon', 'person-field', 'country-team'),
  sister: actorOf('org-sister', 'person-sister', 'partner-representative'),
  committee: actorOf('org-horizon', 'person-committee', 'steering-committee'),
  partner: actorOf('org-riviere', 'person-partner', 'partner-representative'),
} as const;

/** Words in both languages, each marked with its own. */
export const saidTwice = (words: string) => ({ fr: `${words} (fr)`, en: `${words} (en)` });

/** Parts of a charter of which nothing is written yet. */
export const nothingStated = {
  values: 'not-stated',
  principles: 'not-stated',
  typology: 'not-stated',
  lines: 'not-stated',
  'action-plan': 'not-stated',
  'way-of-working': 'not-stated',
} as const;

export const everybodyConsulted = ['field-teams', 'partners', 'board'];

/** An association as it asks to be registered. */
export const registeringAssociation: StreamCommand<'organisation', 'RegisterOrganisation'>['data'] = {
  organisation: 'org-riviere',
  name: 'Rives du fleuve',
  kind: 'association',
  sector: 'civil-society',
  country: 'SN',
  workingLanguages: ['wo', 'fr'],
  funding: 'we-fund',
  registration: 'SN-1042',
  documents: { statutes: 'doc-1', 'registration-certificate': 'doc-2' },
  ...asRehearsal,
};
