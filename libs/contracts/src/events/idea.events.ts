import { z } from 'zod';
import { freeText, label, opaqueId, partyId, textVersion } from '../fields.js';
import { groupVote, ideaCardSoFar } from '../vocabulary/idea.js';
import { linkedProject } from '../vocabulary/projects.js';
import { textKinds } from '../vocabulary/texts.js';
import { eventRows } from './event-definition.js';

const row = eventRows('idea');

/** What is told of the partnership itself: its idea, its projects, the steps that it leaves out, the brand it shares. */
export const ideaEvents = {
  PartnershipIdeaCompleted: row(
    z.strictObject({ party: partyId, ...ideaCardSoFar }),
    ['PMP-01', 'PMP-56', 'HFA-02'],
    ['Idée complétée', 'Partnership idea completed'],
  ),
  /** The idea ends here: the organisation asks to come into a partnership that works on this already. */
  IdeaTurnedIntoMembershipRequest: row(
    z.strictObject({ partnership: opaqueId, organisation: opaqueId, reason: freeText }),
    ['PMP-08'],
    ['Idée devenue demande d’adhésion', 'Idea turned into a membership request'],
  ),
  ProjectLinked: row(z.strictObject({ party: partyId, ...linkedProject }), ['HFA-11', 'MDM-52'], ['Projet rattaché', 'Project linked']),
  LinkedProjectEnded: row(
    z.strictObject({ party: partyId, project: opaqueId, reason: freeText }),
    ['MDM-52'],
    ['Projet rattaché terminé', 'Linked project ended'],
  ),
  OptionalStepSwitched: row(
    z.strictObject({ party: partyId, step: z.enum(textKinds), on: z.boolean(), reason: freeText }),
    ['ALE-03', 'MDM-55'],
    ['Étape facultative laissée ou reprise', 'Optional step left out or taken up'],
  ),
  CommunityOpinionGiven: row(
    z.strictObject({ kind: z.enum(textKinds), ...textVersion, person: opaqueId, opinion: freeText, vote: groupVote.optional() }),
    ['AGI-32', 'AGI-08', 'S-18'],
    ['Avis de responsables communautaires', 'Opinion of community leaders given'],
  ),
  BrandIncidentReported: row(
    z.strictObject({ incident: opaqueId, party: partyId, what: label, facts: freeText }),
    ['MDM-59'],
    ['Incident touchant la marque commune', 'Incident on the shared brand reported'],
  ),
  BrandIncidentAcknowledged: row(
    z.strictObject({ incident: opaqueId, party: partyId, answer: freeText }),
    ['MDM-59'],
    ['Incident de marque lu par un membre', 'Incident on the shared brand acknowledged'],
  ),
};
