import { sectorSubKinds, type DocumentKind, type EntityKind, type EventData } from '@palabre/contracts';
import type { OrganisationState } from './state.js';

interface Papers {
  readonly registration: boolean;
  readonly documents: readonly DocumentKind[];
}

const none: Papers = { registration: false, documents: [] };
const registered = (...documents: DocumentKind[]): Papers => ({ registration: true, documents });

/** What each legal form is asked for (ALE-04): an informal group needs no number, and nobody is asked for what it cannot have. */
export const papersOf: Readonly<Record<EntityKind, Papers>> = {
  individual: none,
  'informal-group': none,
  'informal-network': none,
  'community-group': { registration: false, documents: ['community-letter'] },
  network: registered('statutes'),
  movement: none,
  association: registered('statutes', 'registration-certificate'),
  foundation: registered('statutes', 'registration-certificate', 'annual-accounts'),
  cooperative: registered('statutes', 'registration-certificate'),
  company: registered('registration-certificate', 'annual-accounts'),
  'public-body': none,
  university: none,
  federation: registered('statutes', 'registration-certificate'),
};

/** Documents that its kind asks for and that are not there. */
export const missingDocuments = ({ profile }: OrganisationState): readonly DocumentKind[] =>
  profile === null ? [] : papersOf[profile.kind].documents.filter(document => !profile.documents.includes(document));

/** What the register asks of every organisation and does not know yet: how far it reaches, and its kind where its sector has kinds. */
export const fieldsToComplete = ({
  level,
  sector,
  subKind,
}: EventData<'OrganisationProfileChanged'>): NonNullable<OrganisationState['profile']>['toComplete'] => [
  ...(level === undefined ? (['level'] as const) : []),
  ...(subKind === undefined && sectorSubKinds[sector].length > 0 ? (['subKind'] as const) : []),
];
