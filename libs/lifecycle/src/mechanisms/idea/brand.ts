import { fact } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { policyOf } from '../../state.js';
import { notYetRead } from './questions.js';
import { incidentRead, noSharedBrand } from './refusals.js';

const report: Decider<'ReportBrandIncident'> = (state, { data }, moment) =>
  policyOf(state).switches.ownTexts?.includes('brand-rules') === true
    ? accept(fact('BrandIncidentReported', { ...data, incident: moment.newId('incident'), party: moment.party.party }))
    : refuse(noSharedBrand());

const acknowledge: Decider<'AcknowledgeBrandIncident'> = (state, { data }, moment) => {
  const open = state.idea.incidents.find(one => one.incident === data.incident);
  return open !== undefined && notYetRead(state, open).includes(moment.party.party)
    ? accept(fact('BrandIncidentAcknowledged', { ...data, party: moment.party.party }))
    : refuse(incidentRead());
};

/** What harms one member of a shared brand harms all of them: each is told, and answers (MDM-59). */
export const brandDeciders: Deciders = { ReportBrandIncident: report, AcknowledgeBrandIncident: acknowledge };
