import { fact, type EventData, type Refusal } from '@palabre/contracts';
import { accept, refuse, type Decision } from '../decision.js';
import type { Decided, OwnedDeciders } from '../streams/owned-tables.js';
import { missingDocuments, papersOf } from './papers.js';
import { documentsMissing, mandateBackwards, noSuchMandate, registrationMissing } from './refusals.js';
import type { OrganisationState } from './state.js';

type Profile = EventData<'OrganisationProfileChanged'>;

const profileOf = ({ name, kind, sector, country, workingLanguages, funding, registration, documents }: Profile): Profile => ({
  name,
  kind,
  sector,
  country,
  workingLanguages,
  funding,
  registration,
  documents,
});

const unregistered = ({ kind, registration }: Profile): Refusal | null =>
  papersOf[kind].registration && registration === null ? registrationMissing() : null;

/** Papers may follow: their absence is told, and waited for by a task. */
function withPapers(state: OrganisationState, profile: Profile, decision: Decision): Decision {
  const documents = Object.keys(profile.documents) as (keyof Profile['documents'])[];
  const missing = missingDocuments({ ...state, profile: { ...profile, documents } });
  return decision.outcome === 'accepted' && missing.length > 0 ? { ...decision, warnings: [documentsMissing(missing)] } : decision;
}

type Register = 'RegisterOrganisation' | 'ChangeProfile' | 'JudgeDonorStanding' | 'RecordOrganisationMandate' | 'EndOrganisationMandate';

/** The register: what an organisation is, whether it is a donor, who acts for it. */
export const registerDeciders: OwnedDeciders<'organisation', OrganisationState, Extract<Decided<'organisation'>, Register>> = {
  RegisterOrganisation: (state, { data }, { settings }) => {
    if (settings === null) throw new Error('RegisterOrganisation: the workflow brought no settings');
    const profile = profileOf(data);
    const refusal = unregistered(profile);
    if (refusal !== null) return refuse(refusal);
    return withPapers(state, profile, accept(fact('OrganisationRegistered', { ...profile, calendar: data.calendar, settings })));
  },
  ChangeProfile: (state, { data }) => {
    const refusal = unregistered(data);
    return refusal === null ? withPapers(state, data, accept(fact('OrganisationProfileChanged', data))) : refuse(refusal);
  },
  JudgeDonorStanding: (_state, { data }) => accept(fact('DonorStandingJudged', data)),
  RecordOrganisationMandate: (_state, { data }, { newId }) =>
    data.until !== null && data.until < data.from
      ? refuse(mandateBackwards())
      : accept(fact('OrganisationMandateRecorded', { mandate: newId('mandate'), ...data })),
  EndOrganisationMandate: (state, { data }, { now }) =>
    state.mandates.some(({ mandate }) => mandate === data.mandate)
      ? accept(fact('OrganisationMandateEnded', { ...data, on: now.slice(0, 10) }))
      : refuse(noSuchMandate()),
};
