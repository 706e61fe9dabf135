import { fact, sectorSubKinds, type EventData, type Refusal, type StreamCommand } from '@palabre/contracts';
import { accept, refuse, type Decision } from '../decision.js';
import type { Decided, OwnedDeciders } from '../streams/owned-tables.js';
import { missingDocuments, papersOf } from './papers.js';
import { documentsMissing, mandateBackwards, noSuchMandate, registrationMissing, subKindElsewhere } from './register-refusals.js';
import type { OrganisationState } from './state.js';
import { suggestType } from '../mechanisms/phase/type-assistant.js';

type Profile = EventData<'OrganisationProfileChanged'>;

/** Supply is work for money without making anything together: the assistant's word for that is proposed, no more (HFA-03). */
const supplied = { coConstruction: false, moneyForServices: true, beyondProject: false, sharedGovernance: false };

const withType = (profile: StreamCommand<'organisation', 'ChangeProfile'>['data']): Profile =>
  profile.relation === undefined || profile.relation === 'partner' ? profile : { ...profile, proposedType: suggestType(supplied) };

function profileOf(registering: StreamCommand<'organisation', 'RegisterOrganisation'>['data']): Profile {
  const { organisation: _id, calendar: _calendar, calendarStartsAt: _start, ...profile } = registering;
  return withType(profile);
}

/** What of a profile cannot be so, or null. */
function wrongProfile({ kind, registration, sector, subKind }: Profile): Refusal | null {
  if (papersOf[kind].registration && registration === null) return registrationMissing();
  const subKinds: readonly string[] = sectorSubKinds[sector];
  return subKind === undefined || subKinds.includes(subKind) ? null : subKindElsewhere(sector, subKinds);
}

/** Papers may follow: their absence is told, and waited for by a task. */
function withPapers(state: OrganisationState, profile: Profile, decision: Decision): Decision {
  const documents = Object.keys(profile.documents) as (keyof Profile['documents'])[];
  const missing = missingDocuments({ ...state, profile: { ...profile, documents, toComplete: [] } });
  return decision.outcome === 'accepted' && missing.length > 0 ? { ...decision, warnings: [documentsMissing(missing)] } : decision;
}

type Register = 'RegisterOrganisation' | 'ChangeProfile' | 'JudgeDonorStanding' | 'RecordOrganisationMandate' | 'EndOrganisationMandate';

/** The register: what an organisation is, whether it is a donor, who acts for it. */
export const registerDeciders: OwnedDeciders<'organisation', OrganisationState, Extract<Decided<'organisation'>, Register>> = {
  RegisterOrganisation: (state, { data }, { settings }) => {
    if (settings === null) throw new Error('RegisterOrganisation: the workflow brought no settings');
    const profile = profileOf(data);
    const refusal = wrongProfile(profile);
    if (refusal !== null) return refuse(refusal);
    return withPapers(state, profile, accept(fact('OrganisationRegistered', { ...profile, calendar: data.calendar, settings })));
  },
  ChangeProfile: (state, { data }) => {
    const profile = withType(data);
    const refusal = wrongProfile(profile);
    return refusal === null ? withPapers(state, profile, accept(fact('OrganisationProfileChanged', profile))) : refuse(refusal);
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
