import { z } from 'zod';
import { day, freeText, instant, label, opaqueId, partyId } from '../fields.js';
import { namedReaders } from '../vocabulary/protection.js';
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
  /** A candidate is a candidate no longer: it reads why, and acts no more. */
  CandidateSetAside: row(
    z.strictObject({ party: partyId, reason: freeText }),
    ['PMP-19', 'C-15'],
    ['Candidat écarté', 'Candidate set aside'],
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
  /** Who runs the file before an officer is designated (S-24). */
  FileHolderNamed: row(
    z.strictObject({ party: partyId, person: opaqueId }),
    ['S-24', 'HFA-17'],
    ['Personne nommée pour tenir le dossier en attendant', 'Provisional holder of the file named'],
  ),
  /** `reason`: why the President, where it is the President (HFA-17). `holder`: what becomes of who held the file until then; absent where nobody was named (S-24). */
  PartnershipOfficerDesignated: row(
    z.strictObject({
      party: partyId,
      person: opaqueId,
      isPresident: z.boolean(),
      reason: freeText.optional(),
      holder: z.enum(['confirmed', 'replaced']).optional(),
    }),
    ['HFA-17', 'S-24'],
    ['Chargé·e de partenariat désigné·e', 'Partnership officer designated'],
  ),
  FollowUpCommitteeConstituted: row(
    z.strictObject({ members: z.array(z.strictObject({ party: partyId, person: opaqueId })).min(1), announcedToMembers: z.boolean() }),
    ['HFA-25', 'HFA-30'],
    ['Comité de suivi constitué', 'Follow-up committee constituted'],
  ),
  /** When an officer can be reached, and who answers otherwise (AGI-28). */
  AvailabilityStated: row(
    z.strictObject({ party: partyId, person: opaqueId, hours: label, deputy: opaqueId }),
    ['AGI-28'],
    ['Disponibilités et suppléance annoncées', 'Availability and deputy stated'],
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
    z.strictObject({
      handover: opaqueId,
      party: partyId,
      outgoing: opaqueId,
      incoming: opaqueId,
      /** Changes of contact persons in the months that the charter looks back on, this one included. */
      recently: z.strictObject({ changes: z.int().min(1), months: z.int().min(1) }).optional(),
    }),
    ['MDM-10'],
    ['Point focal passé à une autre personne', 'Focal point handed over'],
  ),
  AccessRestrictionRecorded: row(
    z.strictObject({ object: opaqueId, restrictedFor: partyId, reason: freeText }),
    ['MDM-17'],
    ['Restriction d’accès motivée', 'Access restriction recorded with its reason'],
  ),
  /** From now on names and places are for named readers of the parties alone, and every reading is recorded. */
  FileProtected: row(
    z.strictObject({ party: partyId, reason: freeText, readers: namedReaders }),
    ['AGI-02', 'C-07'],
    ['Dossier protégé', 'File protected'],
  ),
  ProtectedReadersNamed: row(
    z.strictObject({ party: partyId, readers: namedReaders }),
    ['AGI-02'],
    ['Personnes nommées pour lire le dossier protégé', 'Readers of the protected file named'],
  ),
  /** How long a party takes to decide inside its own house: no joint delay is shorter (PMP-30). */
  DecisionDelayDeclared: row(
    z.strictObject({ party: partyId, days: z.int().min(0).max(366) }),
    ['PMP-30'],
    ['Délai de décision interne déclaré', 'Internal decision delay declared'],
  ),
  WithdrawalAnnounced: row(
    z.strictObject({ withdrawal: opaqueId, party: partyId, reason: freeText, endsAt: instant }),
    ['S-06'],
    ['Retrait annoncé, préavis ouvert', 'Withdrawal announced, notice opened'],
  ),
  MediationOffered: row(
    z.strictObject({ withdrawal: opaqueId, party: partyId, mediator: label }),
    ['S-06', 'PMP-54'],
    ['Médiation proposée', 'Mediation offered'],
  ),
  MediationAnswered: row(
    z.strictObject({ withdrawal: opaqueId, party: partyId, accepts: z.boolean(), note: freeText.nullable() }),
    ['S-06', 'MDM-25'],
    ['Réponse à la médiation', 'Mediation answered'],
  ),
  WithdrawalRevoked: row(
    z.strictObject({ withdrawal: opaqueId, party: partyId, reason: freeText }),
    ['S-06'],
    ['Retrait annulé', 'Withdrawal revoked'],
  ),
  /** `dutiesTo` takes over the host's side when the host is who leaves; the others go on together. */
  PartnerWithdrew: row(
    z.strictObject({ withdrawal: opaqueId, party: partyId, dutiesTo: partyId.nullable(), deadline: opaqueId }),
    ['S-06', 'C-15'],
    ['Partie retirée, les autres continuent', 'Party withdrawn, the others go on'],
  ),
};
