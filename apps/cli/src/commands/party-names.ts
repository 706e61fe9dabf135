import type { OrganisationRow } from '../api/register-rows.js';
import type { FileView } from '../api/reads.js';
import type { Session } from '../session.js';
import { textIn } from './written.js';

/** How a party is called: by the name of its organisation, as far as the register tells it to the reader. */
export type PartyNames = (party: string) => string;

/** An organisation that the register does not show keeps its id; a party that the file does not show, its name in the file. */
export async function partyNames(session: Session, { parties }: Pick<FileView, 'parties'>): Promise<PartyNames> {
  const rows = await session.api.views.rows<Pick<OrganisationRow, 'organisation' | 'name'>>(session.as, '/v1/organisations');
  const registered = new Map(rows.map(({ organisation, name }) => [organisation, textIn(session, name)]));
  const named = new Map((parties?.parties ?? []).map(({ party, organisation }) => [party, registered.get(organisation) ?? organisation]));
  return party => named.get(party) ?? party;
}
