import type { EventData, FreeText } from '@palabre/contracts';
import { changeWhere, filePart, type PartHandlers } from '../file-part.js';

type ProjectView = EventData<'ProjectLinked'> & { readonly ended: { readonly reason: FreeText; readonly at: string } | null };

type BrandIncidentView = EventData<'BrandIncidentReported'> & {
  readonly at: string;
  readonly answers: readonly { readonly party: string; readonly answer: FreeText; readonly at: string }[];
};

/** What grew around the idea: projects, steps left out, what the community thinks, harm to a shared brand. */
export interface BeginningsDoc {
  /** Projects and programmes that come and go while the partnership stays (HFA-11, MDM-52). */
  readonly projects: readonly ProjectView[];
  /** Optional steps left out, with the reason (ALE-03). */
  readonly switchedOff: readonly { readonly step: string; readonly party: string; readonly reason: FreeText }[];
  readonly opinions: readonly EventData<'CommunityOpinionGiven'>[];
  readonly brandIncidents: readonly BrandIncidentView[];
  /** The partnership that the initiator asks to join instead (PMP-08). */
  readonly joins: EventData<'IdeaTurnedIntoMembershipRequest'> | null;
}

const on: PartHandlers<BeginningsDoc> = {
  ProjectLinked: (doc, { data }) => ({ ...doc, projects: [...doc.projects, { ...data, ended: null }] }),
  LinkedProjectEnded: (doc, { data: { project, reason }, attributes }) => ({
    ...doc,
    projects: changeWhere(
      doc.projects,
      one => one.project === project,
      one => ({ ...one, ended: { reason, at: attributes.factat } }),
    ),
  }),
  OptionalStepSwitched: (doc, { data: { step, on: taken, party, reason } }) => {
    const others = doc.switchedOff.filter(one => one.step !== step);
    return { ...doc, switchedOff: taken ? others : [...others, { step, party, reason }] };
  },
  CommunityOpinionGiven: (doc, { data }) => ({ ...doc, opinions: [...doc.opinions, data] }),
  BrandIncidentReported: (doc, { data, attributes }) => ({
    ...doc,
    brandIncidents: [...doc.brandIncidents, { ...data, at: attributes.factat, answers: [] }],
  }),
  BrandIncidentAcknowledged: (doc, { data: { incident, party, answer }, attributes }) => ({
    ...doc,
    brandIncidents: changeWhere(
      doc.brandIncidents,
      one => one.incident === incident,
      one => ({ ...one, answers: [...one.answers, { party, answer, at: attributes.factat }] }),
    ),
  }),
  IdeaTurnedIntoMembershipRequest: (doc, { data }) => ({ ...doc, joins: data }),
};

const empty: BeginningsDoc = { projects: [], switchedOff: [], opinions: [], brandIncidents: [], joins: null };

export const beginningsPart = filePart<BeginningsDoc>('beginnings', empty, on);
