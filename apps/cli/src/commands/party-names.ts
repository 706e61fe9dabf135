import type { OrganisationRow } from '../api/register-rows.js';
import type { FileView } from '../api/reads.js';
import type { Session } from '../session.js';
import { textIn } from './written.js';

/** How a party is called: by the name of its organisation, as far as the register tells it to the reader. */
export type PartyNames = (party: string) => string;

/** How an organisation is called: by its name in the register, or by its id where the register does not show it. */
export type OrganisationNames = (organisation: string) => string;

export async function organisationNames(session: Session): Promise<OrganisationNames> {
  const rows = await session.api.views.rows<Pick<OrganisationRow, 'organisation' | 'name'>>(session.as, '/v1/organisations');
  const registered = new Map(rows.map(({ organisation, name }) => [organisation, textIn(session, name)]));
  return organisation => registered.get(organisation) ?? organisation;
}

/** A party that the file does not show keeps its name in the file. */
export async function partyNames(session: Session, { parties }: Pick<FileView, 'parties'>): Promise<PartyNames> {
  const registered = await organisationNames(session);
  const named = new Map((parties?.parties ?? []).map(({ party, organisation }) => [party, registered(organisation)]));
  return party => named.get(party) ?? party;
}
