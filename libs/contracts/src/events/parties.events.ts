import { z } from 'zod';
import { day, freeText, opaqueId, partyId } from '../fields.js';
import { roles } from '../vocabulary/roles.js';
import { eventRows } from './event-definition.js';
import { partyEntry } from './phase.events.js';

const row = eventRows('parties');

export const partiesEvents = {
  CandidateShortlisted: row(
    z.strictObject({ entry: partyEntry, reason: freeText }),
    ['PMP-15', 'PMP-19', 'MDM-16'],
    ['Candidat retenu', 'Candidate shortlisted'],
  ),
  PartyConsentRecorded: row(
    z.strictObject({ party: partyId, consents: z.boolean(), note: freeText.nullable() }),
    ['HFA-04'],
    ['Accord de principe de la partie', 'Consent of the party recorded'],
  ),
  MandateRecorded: row(
    z.strictObject({ party: partyId, person: opaqueId, role: z.enum(roles), from: day, until: day.nullable() }),
    ['HFA-15', 'S-16'],
    ['Mandat enregistré', 'Mandate recorded'],
  ),
  PartnershipOfficerDesignated: row(
    z.strictObject({ party: partyId, person: opaqueId, isPresident: z.boolean() }),
    ['HFA-17'],
    ['Chargé·e de partenariat désigné·e', 'Partnership officer designated'],
  ),
  FollowUpCommitteeConstituted: row(
    z.strictObject({ members: z.array(z.strictObject({ party: partyId, person: opaqueId })).min(1), announcedToMembers: z.boolean() }),
    ['HFA-25', 'HFA-30'],
    ['Comité de suivi constitué', 'Follow-up committee constituted'],
  ),
  HandoverOpened: row(
    z.strictObject({
      handover: opaqueId,
      party: partyId,
      outgoing: opaqueId,
      incoming: opaqueId,
      historyNote: freeText,
      pending: z.array(freeText),
    }),
    ['MDM-10'],
    ['Passation ouverte', 'Handover opened'],
  ),
  HandoverConfirmed: row(
    z.strictObject({ handover: opaqueId, by: z.enum(['newcomer', 'other-party']), party: partyId }),
    ['MDM-10'],
    ['Passation confirmée d’un côté', 'Handover confirmed by one side'],
  ),
  FocalPointHandedOver: row(
    z.strictObject({ handover: opaqueId, party: partyId, outgoing: opaqueId, incoming: opaqueId }),
    ['MDM-10'],
    ['Point focal passé à une autre personne', 'Focal point handed over'],
  ),
  AccessRestrictionRecorded: row(
    z.strictObject({ object: opaqueId, restrictedFor: partyId, reason: freeText }),
    ['MDM-17'],
    ['Restriction d’accès motivée', 'Access restriction recorded with its reason'],
  ),
};
