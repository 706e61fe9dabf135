import type { Actor } from '@palabre/contracts';
import type { StreamRehearsal } from '@palabre/testing';
import { registeredOrganisation } from './organisation-history.js';
import type { Told } from './rebuild-proof.js';

/** An organisation that runs the house: a country team, and an improvement that its survey asked for. */
export function teamworkFile(id: string): StreamRehearsal<'organisation'> {
  const own = (role: Actor['roles'][number]): Actor => ({ person: `person-${role}`, organisation: id, roles: [role] });
  return registeredOrganisation(id)
    .must(own('hq-ops'), 'NameCountryTeam', { team: 'team-sn' })
    .must(own('country-team'), 'PlanImprovement', {
      team: 'team-sn',
      what: 'Réunir les partenaires avant la conception.',
      dueOn: '2027-06-30',
      cites: { from: 'survey', campaign: 'c-1', question: 'AS1' },
    });
}

/** A year of such an organisation: what teamwork is rebuilt from. */
export const teamworkHistory = (id: string): Told => ({ envelopes: teamworkFile(id).advanceTo('2028-01-05').events });
